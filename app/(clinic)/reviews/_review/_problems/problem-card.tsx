"use client";

import { useId, type ReactNode } from "react";
import { RichTextView } from "@/app/_components/drug-name";
import { PriorityMark } from "@/app/_components/priority-badge";
import { PRIORITY_WORDS } from "@/app/_view-models/priority-labels";
import type { ProblemView } from "@/app/_view-models/review/problem-view";
import type { FindingView } from "@/app/_view-models/review/review-view";
import type { Decisions } from "@/app/(clinic)/reviews/_review/_findings/use-decisions";
import { ProblemDecision } from "./problem-decision";
import styles from "./problem-card.module.css";

/** One problem: what to know in a sentence, what to consider, the decision; its findings open in place. */
export function ProblemCard({
  problem,
  findings,
  decisions,
  readOnly,
  tabbable,
  open,
  onToggle,
  children,
}: {
  problem: ProblemView;
  /** Its findings, in the order of the review. */
  findings: readonly FindingView[];
  decisions: Decisions;
  readOnly: boolean;
  tabbable: boolean;
  open: boolean;
  onToggle: (problemId: string) => void;
  /** Its findings as cards, drawn where it is open. */
  children: ReactNode;
}) {
  const bodyId = useId();
  const named = findings.filter(({ id }) => problem.namedIds.includes(id));
  const undecided = named.some(({ id }) => !decisions.standing.has(id));
  return (
    <li
      className={styles.card}
      data-card
      data-problem={problem.id}
      data-names={problem.namedIds.join(" ") || undefined}
      data-priority={problem.priority}
      data-needs={(!readOnly && undecided && problem.priority !== "info") || undefined}
      tabIndex={tabbable ? 0 : -1}
      aria-label={`${PRIORITY_WORDS[problem.priority]}: ${problem.title}`}
    >
      <div className={styles.head}>
        <h4 className={styles.title}>
          <PriorityMark priority={problem.priority} />
          <span>
            <span className="cc-visually-hidden">{PRIORITY_WORDS[problem.priority]}: </span>
            <RichTextView words={problem.headline} />
          </span>
        </h4>
        <button
          type="button"
          className="cc-link"
          data-open
          aria-expanded={open}
          aria-controls={bodyId}
          onClick={() => onToggle(problem.id)}
        >
          {open ? "Close" : closedLabel(findings.length)}
        </button>
      </div>
      {!open && <Closed problem={problem} named={named} decisions={decisions} readOnly={readOnly} />}
      <div id={bodyId} hidden={!open}>
        {open && <ul className={styles.findings}>{children}</ul>}
      </div>
    </li>
  );
}

/** What a closed card shows under its headline: what to consider, what was decided before, the decision. */
function Closed({
  problem,
  named,
  decisions,
  readOnly,
}: {
  problem: ProblemView;
  /** The findings that the card names. */
  named: readonly FindingView[];
  decisions: Decisions;
  readOnly: boolean;
}) {
  const loud = problem.priority === "act-now" || problem.priority === "review";
  const alone = problem.aloneIds.length > 1;
  return (
    <>
      {loud && problem.options.length > 0 && (
        <ul className={styles.options}>
          {problem.options.map((option, index) => (
            <li key={index}>
              <RichTextView words={option} />
            </li>
          ))}
        </ul>
      )}
      <SinceBefore findings={named} />
      {alone && (
        <ul className={styles.alone}>
          {named.map((finding) => (
            <li key={finding.id} data-alone={finding.id}>
              <RichTextView words={finding.title} />
              <ProblemDecision targets={[finding]} decisions={decisions} readOnly={readOnly} />
            </li>
          ))}
        </ul>
      )}
      {!alone && named.length > 0 && (loud || !readOnly) && problem.priority !== "info" && (
        <ProblemDecision targets={named} decisions={decisions} readOnly={readOnly} />
      )}
    </>
  );
}

/** In a follow-up: what became of what the card names since the review before, and what was decided then. */
function SinceBefore({ findings }: { findings: readonly FindingView[] }) {
  const moved = [...new Set(findings.flatMap(({ since }) => since?.words ?? []))].filter(
    (words) => words !== "as before",
  );
  const then = [...new Set(findings.flatMap(({ since }) => since?.decidedThen ?? []))];
  if (moved.length === 0 && then.length === 0) return null;
  return (
    <p className={styles.since}>
      {moved.length > 0 && <strong>Since the review before: {moved.join("; ")}. </strong>}
      {then.length > 0 && <>Decided then: {then.join("; ")}.</>}
    </p>
  );
}

function closedLabel(findings: number): string {
  return findings === 1 ? "1 finding" : `${findings} findings`;
}
