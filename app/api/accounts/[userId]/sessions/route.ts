import { z } from "zod";
import { jsonHandler } from "@/app/_http/json-handler";
import { accountOf } from "@/app/_http/account-id";
import { endSessionsOf } from "@/lib/store/accounts/users";

/** Ends every session of somebody else's account. */
export const DELETE = jsonHandler("account.administer", z.object({}), async ({ session, params }) => ({
  ended: await endSessionsOf(session.scope, accountOf(params, session)),
}));
