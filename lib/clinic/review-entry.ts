import type { CaseInput } from "@/lib/domain/case";
import { reviewInput } from "@/lib/intake/review-input";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { dateIn, type Organisation } from "@/lib/store/accounts/organisation";
import type { DraftContent } from "@/lib/store/reviews/review-record";

/** An entry with the clinic's country where it names none. */
export function withClinic(input: CaseInput, organisation: Organisation): CaseInput {
  return { ...input, context: { jurisdiction: organisation.country, ...input.context } };
}

/** Reads and reviews an entry as of today at the clinic's place. */
export function reviewedDraft(input: CaseInput, organisation: Organisation): DraftContent {
  const complete = withClinic(input, organisation);
  return {
    input: complete,
    ...reviewInput(complete, { knowledge: loadKnowledge(), today: dateIn(organisation.timeZone, new Date()) }),
  };
}
