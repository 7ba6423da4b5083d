import type { Decision, DecisionAction, DismissReason } from "@/lib/domain/decision";
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
    };
  });
}
