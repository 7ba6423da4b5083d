"use client";

import { useState } from "react";
import { plainText } from "@/app/_view-models/rich-text";
import type { DecisionAction } from "@/lib/domain/decision";
import type { DecisionView } from "@/app/_view-models/review/decision-view";
import type { FindingView } from "@/app/_view-models/review/review-view";
import { DismissForm } from "@/app/(clinic)/reviews/_review/_findings/dismiss-form";
import type { Decisions } from "@/app/(clinic)/reviews/_review/_findings/use-decisions";
import styles from "./problem-card.module.css";

const SPREADING: readonly { action: DecisionAction; key: string; words: string }[] = [
  { action: "act", key: "A", words: "Act" },
  { action: "monitor", key: "M", words: "Monitor" },
];
const ALONE: typeof SPREADING = [
  ...SPREADING,
  { action: "not-relevant", key: "N", words: "Not relevant" },
  { action: "dismiss", key: "D", words: "Dismiss" },
];

/**
 * The decision on what a closed card names. It is written to each of these findings; “not relevant” and “dismiss” never spread, so that
 * of several findings each is turned down by itself.
 */
export function ProblemDecision({
  targets,
  decisions,
  readOnly,
}: {
  targets: readonly FindingView[];
  decisions: Decisions;
  readOnly: boolean;
}) {
  const decided = targets.flatMap(({ id }) => decisions.standing.get(id) ?? []);
  const open = targets.filter(({ id }) => !decisions.standing.has(id));
  const failed = targets.flatMap(({ id }) => decisions.failed.get(id) ?? [])[0];
  const earlier = open.flatMap(({ id }) => decisions.earlier.get(id) ?? [])[0];
  // Several are taken back one after another; until all are, the card offers nothing that would meet them half way.
  const [undoing, setUndoing] = useState(false);
  const undo = async () => {
    setUndoing(true);
    for (const { id } of targets) if (decisions.standing.has(id)) await decisions.undo(id);
    setUndoing(false);
  };
  const done = undoing || (open.length === 0 && decided.length > 0);
  return (
    <div className={styles.decision}>
      {earlier && (
        <p className={styles.earlier}>
          <strong>{earlier.earlier}</strong> Then: {earlier.words}
        </p>
      )}
      {(done || readOnly) && (
        <p className={styles.decided}>
          {decidedText(decided, targets.length)}
          {!readOnly && (
            <>
              {" "}
              ·{" "}
              <button type="button" className="cc-link" data-undo onClick={() => void undo()}>
                Undo
              </button>
            </>
          )}
        </p>
      )}
      {!done && !readOnly && <OpenDecision targets={targets} open={open} decisions={decisions} />}
      {failed && (
        <p className={styles.failed} role="alert">
          {failed}
        </p>
      )}
    </div>
  );
}

/** "Act · E. Hart, 14:02 · 3 findings". */
function decidedText(decided: readonly DecisionView[], targets: number): string {
  const [first] = decided;
  if (first === undefined) return "No decision recorded";
  if (decided.length < targets) return `${decided.length} of ${targets} decided`;
  return targets > 1 ? `${first.words} · ${targets} findings` : first.words;
}

function OpenDecision({
  targets,
  open,
  decisions,
}: {
  targets: readonly FindingView[];
  /** Those of them that are not decided. */
  open: readonly FindingView[];
  decisions: Decisions;
}) {
  const [dismissing, setDismissing] = useState(false);
  const spreads = targets.length > 1;
  const sending = targets.some(({ id }) => decisions.sending.has(id));
  const decide = async (action: DecisionAction) => {
    for (const { id } of open) if (!(await decisions.decide(id, action))) return;
  };
  const [only] = spreads ? [] : targets;
  return (
    <>
      <div
        className={styles.buttons}
        role="group"
        aria-label={`Decision: ${targets.map(({ title }) => plainText(title)).join("; ")}`}
      >
        {(spreads ? SPREADING : ALONE).map(({ action, key, words }) => (
          <button
            key={action}
            type="button"
            className={styles.button}
            data-action={action}
            aria-busy={sending || undefined}
            aria-expanded={action === "dismiss" ? dismissing : undefined}
            onClick={() => (action === "dismiss" ? setDismissing(!dismissing) : void decide(action))}
          >
            <kbd aria-hidden="true">{key}</kbd>
            {words}
          </button>
        ))}
        {sending && <span className="cc-muted">saving</span>}
        {spreads && open.length < targets.length && (
          <span className="cc-muted">
            {targets.length - open.length} of {targets.length} decided
          </span>
        )}
      </div>
      {dismissing && only && (
        <DismissForm
          id={only.id}
          onCancel={() => setDismissing(false)}
          onDismiss={(reason, comment) =>
            void decisions.decide(only.id, "dismiss", { reason, comment }).then((done) => done && setDismissing(false))
          }
        />
      )}
    </>
  );
}
