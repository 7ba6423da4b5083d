import { z } from "zod";
import { ReportKind } from "@/lib/store/review-record";
import { signReview } from "@/lib/store/signing";
import { jsonHandler } from "@/app/api/_http/json-handler";
import { referenceOf } from "@/app/api/_http/reference";

const Signature = z.object({ baseVersion: z.number().int().nonnegative(), acknowledged: z.array(z.string().max(250_000)).max(2_000), reportKind: ReportKind.optional() });

/** Signs the version that the signer saw. */
export const POST = jsonHandler(Signature, async ({ body, session, params }) => {
  const { baseVersion, acknowledged, reportKind } = body;
  const record = await signReview(session.scope, referenceOf(params), { baseVersion, acknowledged, ...(reportKind === undefined ? {} : { reportKind }) });
  return { reference: record.reference, status: record.status };
});
