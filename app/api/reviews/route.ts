import { z } from "zod";
import { CaseInput } from "@/lib/domain/case";
import { LIMITS } from "@/lib/domain/limits";
import { createDraft } from "@/lib/store/reviews/reviews";
import { jsonHandler } from "@/app/_http/json-handler";
import { previewOf } from "@/lib/clinic/preview";
import { reviewedDraft } from "@/lib/clinic/review-entry";

const NewReview = z.object({ input: CaseInput, localReference: z.string().max(LIMITS.referenceLength).nullable() });

/** Makes a draft at the first save of a new review. */
export const POST = jsonHandler(NewReview, async ({ body, session }) => {
  const record = await createDraft(session.scope, {
    ...reviewedDraft(body.input, session.organisation),
    localReference: body.localReference,
  });
  return {
    reference: record.reference,
    version: record.version,
    preview: previewOf(record.patientCase, record.review),
  };
});
