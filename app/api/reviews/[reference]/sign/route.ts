import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { leafletOf } from "@/lib/report/leaflet/choose-leaflet";
import { ReportKind } from "@/lib/store/reviews/review-record";
import { getReview } from "@/lib/store/reviews/reviews";
import { signReview } from "@/lib/store/reviews/signing";
import { jsonHandler } from "@/app/_http/json-handler";
import { referenceOf } from "@/app/_http/reference";

const Signature = z.object({
  baseVersion: z.number().int().nonnegative(),
  acknowledged: z.array(z.string().max(250_000)).max(2_000),
  reportKind: ReportKind.optional(),
});

/** Signs the version that the signer saw, and keeps the patient's leaflet with it, so that it stays what it was. */
export const POST = jsonHandler(Signature, async ({ body, session, params }) => {
  const { baseVersion, acknowledged, reportKind } = body;
  const reference = referenceOf(params);
  const draft = await getReview(session.scope, reference);
  if (draft === null) throw new AppError("not-found");
  // Had the draft changed after this, its version would differ and the signature be refused.
  const leaflet = leafletOf(draft.patientCase, loadKnowledge());
  const record = await signReview(session.scope, reference, {
    baseVersion,
    acknowledged,
    leaflet,
    ...(reportKind === undefined ? {} : { reportKind }),
  });
  return { reference: record.reference, status: record.status };
});
