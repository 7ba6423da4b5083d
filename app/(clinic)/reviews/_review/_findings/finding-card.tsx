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
}: CardGiven) {
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
      <Said finding={finding} />
      {earlier && !decision && <Earlier decision={earlier} />}
      <Actions
        {...{ finding, decision, sending, readOnly, onDecide, onUndo, onBasis, onRunAgain }}
        undecided={!earlier}
      />
      {conflict !== undefined && decision && (
        <Conflict theirs={decision} mine={conflict} onSettle={(whose) => void onSettle(finding.id, whose)} />
      )}
      {failed && (
        <p className={styles.failed} role="alert">
          {failed}
        </p>
      )}
    </li>
  );
});

type CardGiven = {
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
};

/** The decision in place, and what else can be done. */
function Actions({
  finding,
  decision,
  undecided,
  sending,
  readOnly,
  onDecide,
  onUndo,
  onBasis,
  onRunAgain,
}: Pick<
  CardGiven,
  "finding" | "decision" | "sending" | "readOnly" | "onDecide" | "onUndo" | "onBasis" | "onRunAgain"
> & {
  undecided: boolean;
}) {
  const [dismissing, setDismissing] = useState(false);
  const sources = finding.sources.length;
  return (
    <>
      <div className={styles.actions}>
        {decision && <Decided decision={decision} onUndo={readOnly ? null : () => void onUndo(finding.id)} />}
        {!decision && readOnly && undecided && <p className={styles.decided}>No decision recorded</p>}
        {!decision && !readOnly && (
          <Choices
            sending={sending}
            dismissing={dismissing}
            onChoose={(action) =>
              action === "dismiss" ? setDismissing(!dismissing) : void onDecide(finding.id, action)
            }
          />
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
    </>
  );
}

/** What was seen, what to consider and what speaks against it. */
function Said({ finding }: { finding: FindingView }) {
  const urgent = finding.priority === "act-now";
  return (
    <>
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
      {finding.since && <Since since={finding.since} />}
      <dl className={styles.parts}>
        {finding.reasons.length > 0 && (
          <Part name="Why here" lines={finding.reasons} limit={urgent ? Infinity : LINES.reasons} />
        )}
        {finding.against.length > 0 && <Part name="Against" lines={finding.against} limit={LINES.against} />}
        {finding.options.length > 0 && (
          <Part name="Consider" lines={finding.options} limit={urgent ? Infinity : LINES.options} />
        )}
      </dl>
    </>
  );
}

/** What was decided before the finding changed. */
function Earlier({ decision: { earlier, words, comment } }: { decision: DecisionView }) {
  return (
    <p className={styles.earlier}>
      <strong>{earlier}</strong> Then: {words}
      {comment !== "" && <span className={styles.comment}> · “{comment}”</span>}
    </p>
  );
}

function Since({ since: { words, decidedThen } }: { since: NonNullable<FindingView["since"]> }) {
  if (words === "as before" && decidedThen === null) return null;
  return (
    <p className={styles.since}>
      {words !== "as before" && <strong>Since the review before: {words}. </strong>}
      {decidedThen !== null && <>Decided then: {decidedThen}.</>}
    </p>
  );
}

function Decided({ decision, onUndo }: { decision: DecisionView; onUndo: (() => void) | null }) {
  return (
    <p className={styles.decided}>
      {decision.words}
      {decision.comment !== "" && <span className={styles.comment}> · “{decision.comment}”</span>}
      {onUndo && (
        <>
          {" "}
          ·{" "}
          <button type="button" className="cc-link" data-undo onClick={onUndo}>
            Undo
          </button>
        </>
      )}
    </p>
  );
}

function Choices({
  sending,
  dismissing,
  onChoose,
}: {
  sending: boolean;
  dismissing: boolean;
  onChoose: (action: DecisionAction) => void;
}) {
  return (
    <div className={styles.buttons} role="group" aria-label="Decision">
      {ACTIONS.map(({ action, key, words }) => (
        <button
          key={action}
          type="button"
          className={styles.button}
          data-action={action}
          aria-busy={sending || undefined}
          aria-expanded={action === "dismiss" ? dismissing : undefined}
          onClick={() => onChoose(action)}
        >
          <kbd aria-hidden="true">{key}</kbd>
          {words}
        </button>
      ))}
    </div>
  );
}

/** Somebody else decided meanwhile: both stand here until one is chosen. */
function Conflict({
  theirs,
  mine,
  onSettle,
}: {
  theirs: DecisionView;
  mine: Wanted | null;
  onSettle: (whose: "theirs" | "mine") => void;
}) {
  return (
    <div className={styles.conflict} role="alert">
      <p>
        Decided meanwhile: <strong>{theirs.words}</strong>. Yours:{" "}
        <strong>{mine === null ? "undo" : (ACTIONS.find(({ action }) => action === mine.action)?.words ?? "")}</strong>,
        not recorded.
      </p>
      <p className={styles.buttons}>
        <button type="button" className={styles.button} onClick={() => onSettle("theirs")}>
          Keep theirs
        </button>
        <button type="button" className={styles.button} onClick={() => onSettle("mine")}>
          Use mine
        </button>
      </p>
    </div>
  );
}

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
