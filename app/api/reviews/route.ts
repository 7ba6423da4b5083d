import { z } from "zod";
import { CaseInput } from "@/lib/domain/case";
import { LIMITS } from "@/lib/domain/limits";
import { createDraft } from "@/lib/store/reviews/reviews";
import { jsonHandler } from "@/app/_http/json-handler";
import { previewOf } from "@/lib/clinic/preview";
import { reviewedDraft } from "@/lib/clinic/review-entry";

const NewReview = z.object({
  input: CaseInput,
  localReference: z.string().max(LIMITS.referenceLength).nullable(),
  /** The browser's own name for the draft until it has a reference. */
  draftId: z.uuid().optional(),
});

/** Makes a draft at the first save of a new review; the same draft sent again, because its answer was lost, is made once. */
export const POST = jsonHandler(
  "review.edit",
  NewReview,
  async ({ body, session }) => {
    const record = await createDraft(session.scope, {
      ...(await reviewedDraft(body.input, session.organisation)),
      localReference: body.localReference,
      ...(body.draftId === undefined ? {} : { draftId: body.draftId }),
    });
    return {
      reference: record.reference,
      version: record.version,
      preview: previewOf(record.patientCase, record.review),
    };
  },
  { anyText: true },
);
