import { z } from "zod";
import { CaseInput } from "@/lib/domain/case";
import { LIMITS } from "@/lib/domain/limits";
import { deleteDraft, saveDraft } from "@/lib/store/reviews/reviews";
import { jsonHandler } from "@/app/_http/json-handler";
import { referenceOf } from "@/app/_http/reference";
import { previewOf } from "@/lib/clinic/preview";
import { reviewedDraft } from "@/lib/clinic/review-entry";

const Change = z.object({
  input: CaseInput,
  localReference: z.string().max(LIMITS.referenceLength).nullable(),
  baseVersion: z.number().int().nonnegative(),
});

/** Saves a change of a draft; a change made from an older version is refused with what stands now. */
export const PUT = jsonHandler(
  "review.edit",
  Change,
  async ({ body, session, params }) => {
    const { input, localReference, baseVersion } = body;
    const record = await saveDraft(session.scope, referenceOf(params), {
      ...(await reviewedDraft(input, session.organisation)),
      localReference,
      baseVersion,
    });
    return {
      reference: record.reference,
      version: record.version,
      preview: previewOf(record.patientCase, record.review),
    };
  },
  { anyText: true },
);

/** Deletes a draft. */
export const DELETE = jsonHandler("review.delete", z.unknown(), async ({ session, params }) => {
  await deleteDraft(session.scope, referenceOf(params));
  return {};
});
