import { z } from "zod";
import { jsonResponse, errorResponse } from "@/app/_http/responses";
import { parsedBody } from "@/app/_http/json-handler";
import { requestAddress } from "@/lib/auth/request-address";
import { refuseOtherOrigins } from "@/lib/auth/same-origin";
import { setPasswordByLink } from "@/lib/auth/set-password-by-link";

const Question = z.object({ secret: z.string().max(100), password: z.string().max(1_000) });

/** Sets a password with the secret of a link. Nobody is signed in: the link is what is shown, once. */
export async function POST(request: Request): Promise<Response> {
  try {
    refuseOtherOrigins(request);
    const { secret, password } = await parsedBody(request, Question);
    return jsonResponse(await setPasswordByLink(secret, password, await requestAddress()));
  } catch (error) {
    return errorResponse(error);
  }
}
