"use client";

import { memo, useState } from "react";
import { RichTextView } from "@/app/_components/drug-name";
import { PriorityMark } from "@/app/_components/priority-badge";
import { PRIORITY_WORDS } from "@/app/_view-models/priority-labels";
import type { DecisionAction } from "@/lib/domain/decision";
import type { DecisionView } from "@/app/_view-models/review/decision-view";
import type { FindingView } from "@/app/_view-models/review/review-view";
import { DismissForm } from "./dismiss-form";
import type { Decide, Decisions, Wanted } from "./use-decisions";
import styles from "./finding-card.module.css";

const ACTIONS: readonly { action: DecisionAction; key: string; words: string }[] = [
  { action: "act", key: "A", words: "Act" },
  { action: "monitor", key: "M", words: "Monitor" },
  { action: "not-relevant", key: "N", words: "Not relevant" },
  { action: "dismiss", key: "D", words: "Dismiss" },
];

/** How many lines of each part stand on the card of a finding that is not urgent. */
const LINES = { reasons: 2, against: 1, options: 2 } as const;

const STRENGTH_WORDS = {
  strong: "Strong association",
  moderate: "Moderate association",
  weak: "Weak association",
  "label-only": "Named in product information only",
} as const;

/** One finding: what was seen, what to consider and what speaks against it at equal size, and the decision in place. */
export const FindingCard = memo(function FindingCard({
  finding,
  decision,
  earlier,
  sending,
  failed,
  conflict,
  readOnly,
  tabbable,
  onDecide,
  onUndo,
  onSettle,
  onBasis,
  onRunAgain,
}: {
  finding: FindingView;
  decision: DecisionView | undefined;
  /** A decision of before the finding changed: it is shown, and the finding is open. */
  earlier: DecisionView | undefined;
  sending: boolean;
  failed: string | undefined;
  /** What was wanted where somebody else decided meanwhile; undefined where nobody did. */
  conflict: Wanted | null | undefined;
  readOnly: boolean;
  tabbable: boolean;
  onDecide: Decide;
  onUndo: (findingId: string) => Promise<void>;
  onSettle: Decisions["settle"];
  onBasis: (findingId: string, opener: HTMLElement) => void;
  /** Judges the review again, where a check did not finish. */
  onRunAgain: () => void;
}) {
  const [dismissing, setDismissing] = useState(false);
  const sources = finding.sources.length;
  const urgent = finding.priority === "act-now";
  return (
    <li
      className={styles.card}
      data-finding={finding.id}
      data-priority={finding.priority}
      data-decided={decision ? true : undefined}
      data-look-again={earlier && !decision ? true : undefined}
      data-needs={(!decision && !readOnly && finding.priority !== "info" && !finding.byFloor) || undefined}
      tabIndex={tabbable ? 0 : -1}
      aria-label={`${PRIORITY_WORDS[finding.priority]}: ${finding.names.join(", ")}`}
    >
      <h4 className={styles.title}>
        <PriorityMark priority={finding.priority} />
        <span>
          <span className="cc-visually-hidden">{PRIORITY_WORDS[finding.priority]}: </span>
          <RichTextView words={finding.title} />
        </span>
      </h4>
      {finding.strength && (
        <p className={styles.strength}>
          {STRENGTH_WORDS[finding.strength]}
          {finding.className ? ` · ${finding.className}` : ""}
        </p>
      )}
      {finding.since && (finding.since.words !== "as before" || finding.since.decidedThen !== null) && (
        <p className={styles.since}>
          {finding.since.words !== "as before" && <strong>Since the review before: {finding.since.words}. </strong>}
          {finding.since.decidedThen !== null && <>Decided then: {finding.since.decidedThen}.</>}
        </p>
      )}
      <dl className={styles.parts}>
        {finding.reasons.length > 0 && (
          <Part name="Why here" lines={finding.reasons} limit={urgent ? Infinity : LINES.reasons} />
        )}
        {finding.against.length > 0 && <Part name="Against" lines={finding.against} limit={LINES.against} />}
        {finding.options.length > 0 && (
          <Part name="Consider" lines={finding.options} limit={urgent ? Infinity : LINES.options} />
        )}
      </dl>
      {earlier && !decision && (
        <p className={styles.earlier}>
          <strong>{earlier.earlier}</strong> Then: {earlier.words}
          {earlier.comment !== "" && <span className={styles.comment}> · “{earlier.comment}”</span>}
        </p>
      )}
      <div className={styles.actions}>
        {decision ? (
          <p className={styles.decided}>
            {decision.words}
            {decision.comment !== "" && <span className={styles.comment}> · “{decision.comment}”</span>}
            {!readOnly && (
              <>
                {" "}
                ·{" "}
                <button type="button" className="cc-link" data-undo onClick={() => void onUndo(finding.id)}>
                  Undo
                </button>
              </>
            )}
          </p>
        ) : readOnly ? (
          !earlier && <p className={styles.decided}>No decision recorded</p>
        ) : (
          <div className={styles.buttons} role="group" aria-label="Decision">
            {ACTIONS.map(({ action, key, words }) => (
              <button
                key={action}
                type="button"
                className={styles.button}
                data-action={action}
                aria-busy={sending || undefined}
                aria-expanded={action === "dismiss" ? dismissing : undefined}
                onClick={() => (action === "dismiss" ? setDismissing(!dismissing) : void onDecide(finding.id, action))}
              >
                <kbd aria-hidden="true">{key}</kbd>
                {words}
              </button>
            ))}
          </div>
        )}
        {finding.kind === "check-failed" && !readOnly && (
          <button type="button" className="cc-link" onClick={onRunAgain}>
            Run again
          </button>
        )}
        <button
          type="button"
          className="cc-link"
          data-basis
          onClick={(event) => onBasis(finding.id, event.currentTarget)}
        >
          Basis{sources > 0 ? ` (${sources})` : ""}
        </button>
      </div>
      {dismissing && !decision && !readOnly && (
        <DismissForm
          id={finding.id}
          onCancel={() => setDismissing(false)}
          onDismiss={(reason, comment) =>
            void onDecide(finding.id, "dismiss", { reason, comment }).then((done) => done && setDismissing(false))
          }
        />
      )}
      {conflict !== undefined && decision && (
        <div className={styles.conflict} role="alert">
          <p>
            Decided meanwhile: <strong>{decision.words}</strong>. Yours:{" "}
            <strong>
              {conflict === null ? "undo" : (ACTIONS.find(({ action }) => action === conflict.action)?.words ?? "")}
            </strong>
            , not recorded.
          </p>
          <p className={styles.buttons}>
            <button type="button" className={styles.button} onClick={() => void onSettle(finding.id, "theirs")}>
              Keep theirs
            </button>
            <button type="button" className={styles.button} onClick={() => void onSettle(finding.id, "mine")}>
              Use mine
            </button>
          </p>
        </div>
      )}
      {failed && (
        <p className={styles.failed} role="alert">
          {failed}
        </p>
      )}
    </li>
  );
});

/** The first lines of a part; the rest stands in the basis, and it is said how much that is. */
function Part({ name, lines, limit }: { name: string; lines: FindingView["reasons"]; limit: number }) {
  const rest = lines.length - limit;
  return (
    <div className={styles.part}>
      <dt>{name}</dt>
      {lines.slice(0, limit).map((line, index) => (
        <dd key={index}>
          <RichTextView words={line} />
          {index === limit - 1 && rest > 0 && <span className={styles.rest}> · {rest} more in the basis</span>}
        </dd>
      ))}
    </div>
  );
}
