import {
  describeDecidedEarlier,
  isStanding,
  type Decision,
  type DecisionAction,
  type DismissReason,
} from "@/lib/domain/decision";
import { displayInstant } from "@/lib/domain/display-date";
import { DECISION_WORDS, DISMISS_REASON_WORDS } from "@/lib/report/model/decision-text";

/** A decision as it stands in place of its buttons: “Monitor · Dr Osei · 22 Nov 2026 14:32”. */
export type DecisionView = {
  findingId: string;
  action: DecisionAction;
  reason: DismissReason | null;
  word: string;
  words: string;
  comment: string;
  /** Set where its finding has changed since: what changed, in a sentence. It counts as open then. */
  earlier: string | null;
  /** ISO instant: tells one decision from the next. */ at: string;
};

export function decisionViews(decisions: readonly Decision[], timeZone: string): DecisionView[] {
  return decisions.map((decision) => {
    const reason = decision.reason === null ? "" : ` (${DISMISS_REASON_WORDS[decision.reason]})`;
    const word = DECISION_WORDS[decision.action];
    return {
      findingId: decision.findingId,
      action: decision.action,
      reason: decision.reason,
      at: decision.decidedAt,
      word,
      words: `${word}${reason} · ${decision.decidedBy} · ${displayInstant(decision.decidedAt, timeZone)}`,
      comment: decision.comment.trim(),
      earlier: isStanding(decision) ? null : earlierSentence(decision.changed ?? []),
    };
  });
}

/** “Decided earlier, before its values or dates changed: look again.” */
function earlierSentence(changed: readonly string[]): string {
  const words = describeDecidedEarlier(changed);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}: look again.`;
}
