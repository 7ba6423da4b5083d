import { z } from "zod";
import { signWithReports } from "@/lib/clinic/sign";
import { ReportKind } from "@/lib/store/reviews/review-record";
import { jsonHandler } from "@/app/_http/json-handler";
import { pageToKeep } from "@/app/_view-models/review/signed-view";
import { referenceOf } from "@/app/_http/reference";

const Signature = z.object({
  baseVersion: z.number().int().nonnegative(),
  acknowledged: z.array(z.string().max(250_000)).max(2_000),
  reportKind: ReportKind.optional(),
});

/** Signs the version that the signer saw, and keeps its page, its reports and the patient's leaflet with it. */
export const POST = jsonHandler("review.sign", Signature, async ({ body, session, params }) => {
  const { baseVersion, acknowledged, reportKind } = body;
  const record = await signWithReports(
    session,
    referenceOf(params),
    { baseVersion, acknowledged, ...(reportKind === undefined ? {} : { reportKind }) },
    (toSign) => pageToKeep(session, toSign.record),
  );
  return { reference: record.reference, status: record.status };
});
