import { displayInstant } from "@/lib/domain/display-date";
import {
  describeDecidedEarlier,
  isStanding,
  type Decision,
  type DecisionAction,
  type DismissReason,
} from "@/lib/domain/decision";

export const DECISION_WORDS: Readonly<Record<DecisionAction, string>> = {
  act: "Act",
  monitor: "Monitor",
  "not-relevant": "Not relevant",
  dismiss: "Dismiss",
};

export const DISMISS_REASON_WORDS: Readonly<Record<DismissReason, string>> = {
  "benefit-outweighs": "benefit outweighs",
  "already-monitored": "already monitored",
  "cramps-came-first": "cramps came first",
  "not-taking-it": "not taking it",
  tolerated: "tolerated",
  "patient-preference": "patient preference",
  "data-wrong": "data wrong",
  other: "other",
};

/** What was decided, alone: `Monitor`, `Dismiss (tolerated)`, `Monitor, decided earlier, before its values or dates changed`. */
export function formatDecision(decision: Decision): string {
  const { action, reason, changed = [] } = decision;
  const words = `${DECISION_WORDS[action]}${reason === null ? "" : ` (${DISMISS_REASON_WORDS[reason]})`}`;
  return isStanding(decision) ? words : `${words}, ${describeDecidedEarlier(changed)}`;
}

/** A decision in one line: `Dismiss (tolerated) · Dr Osei · 22 Nov 2026 14:32 · “free words”`. */
export function decisionText(decision: Decision, timeZone: string): string {
  const comment = decision.comment.trim() === "" ? [] : [`“${decision.comment.trim()}”`];
  return [formatDecision(decision), decision.decidedBy, displayInstant(decision.decidedAt, timeZone), ...comment].join(
    " · ",
  );
}
