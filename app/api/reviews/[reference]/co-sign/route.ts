import { z } from "zod";
import { jsonHandler } from "@/app/_http/json-handler";
import { referenceOf } from "@/app/_http/reference";
import { coSign } from "@/lib/store/reviews/co-sign";

/** Co-signs a review that somebody else signed. */
export const POST = jsonHandler("review.co-sign", z.object({}), async ({ session, params }) => {
  await coSign(session.scope, referenceOf(params));
  return { coSigned: true };
});
