import { DECISION_WORDS } from "@/lib/report/model/decision-text";
import type { TimelineEvent } from "@/lib/report/timeline/timeline";
import { DecisionAction, isStanding } from "@/lib/domain/decision";
import { dateIn } from "@/lib/store/accounts/organisation";
import type { ReviewRecord } from "@/lib/store/reviews/review-record";

/** The reviews of a patient with how many of each decision were taken, on the day on which they were signed. Drafts are left out. */
export function timelineEvents(records: readonly ReviewRecord[], timeZone: string): TimelineEvent[] {
  return records.flatMap(({ reference, signedAt, decisions }): TimelineEvent[] => {
    if (signedAt === null) return [];
    const counts = DecisionAction.options.flatMap((action) => {
      const amount = decisions.filter((decision) => decision.action === action && isStanding(decision)).length;
      return amount === 0 ? [] : [`${amount} ${DECISION_WORDS[action].toLowerCase()}`];
    });
    return [
      {
        date: dateIn(timeZone, new Date(signedAt)),
        words: `${reference} signed${counts.length === 0 ? "" : `: ${counts.join(", ")}`}`,
      },
    ];
  });
}
