import { z } from "zod";
import { PlannedDay } from "@/lib/domain/vocabulary";
import { startFollowUp } from "@/lib/store/reviews/follow-up";
import { setFollowUp } from "@/lib/store/reviews/reviews";
import { jsonHandler } from "@/app/_http/json-handler";
import { referenceOf } from "@/app/_http/reference";
import { reviewedDraft } from "@/lib/clinic/review-entry";

/** Plans or clears the follow-up of a review. */
export const PUT = jsonHandler(
  "review.edit",
  z.object({ due: PlannedDay.nullable() }),
  async ({ body, session, params }) => {
    const record = await setFollowUp(session.scope, referenceOf(params), body.due);
    return { followUpDue: record.followUpDue };
  },
);

/** Opens the follow-up of a signed review as a draft with what was entered before, read as of today. */
export const POST = jsonHandler("review.edit", z.unknown(), async ({ session, params }) => {
  const record = await startFollowUp(session.scope, referenceOf(params), (input) =>
    reviewedDraft(input, session.organisation),
  );
  return { reference: record.reference, version: record.version };
});
