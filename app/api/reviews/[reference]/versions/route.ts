import { z } from "zod";
import { newVersion } from "@/lib/store/reviews/reviews";
import { jsonHandler } from "@/app/_http/json-handler";
import { referenceOf } from "@/app/_http/reference";

/** Opens a new version of a signed review as a draft; the signed one stays as it is. */
export const POST = jsonHandler("review.edit", z.unknown(), async ({ session, params }) => {
  const record = await newVersion(session.scope, referenceOf(params));
  return { reference: record.reference, version: record.version };
});
