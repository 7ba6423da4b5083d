import type { CaseInput } from "@/lib/domain/case";
import { LIMITS } from "@/lib/domain/limits";
import { withinLimits } from "@/lib/intake/within-limits";
import { offloadUnlessSmall } from "@/lib/offload/offload";
import { dateIn, type Organisation } from "@/lib/store/accounts/organisation";
import type { DraftContent } from "@/lib/store/reviews/review-record";

/**
 * An entry as the page and the interfaces take it: within the limits (the rest is kept and told as not read), with the clinic's
 * country where it names none.
 */
export function withClinic(input: CaseInput, organisation: Organisation): CaseInput {
  const taken = withinLimits(input);
  return { ...taken, context: { jurisdiction: organisation.country, ...taken.context } };
}

/** Reads and reviews an entry as of today at the clinic's place. */
export async function reviewedDraft(input: CaseInput, organisation: Organisation): Promise<DraftContent> {
  const complete = withClinic(input, organisation);
  const today = dateIn(organisation.timeZone, new Date());
  return {
    input: complete,
    ...(await offloadUnlessSmall("review", { input: complete, today, pieces: LIMITS.pieces })),
  };
}
