import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { getReview, saveDraft } from "@/lib/store/reviews/reviews";
import { jsonHandler } from "@/app/_http/json-handler";
import { referenceOf } from "@/app/_http/reference";
import { reviewedDraft } from "@/lib/clinic/review-entry";

/** Judges a draft again as it was entered: after the knowledge base changed, or a check did not finish. */
export const POST = jsonHandler("review.edit", z.unknown(), async ({ session, params }) => {
  const reference = referenceOf(params);
  const current = await getReview(session.scope, reference);
  if (current === null) throw new AppError("not-found");
  const { input, localReference, version: baseVersion } = current;
  const record = await saveDraft(session.scope, reference, {
    ...(await reviewedDraft(input, session.organisation)),
    localReference,
    baseVersion,
  });
  return { reference: record.reference, version: record.version };
});
