import { z } from "zod";
import { jsonHandler } from "@/app/_http/json-handler";
import { accountOf } from "@/app/_http/account-id";
import { makeLink } from "@/lib/store/accounts/password-links";

/** Makes a link with which somebody sets a password, shown this once; the one before it no longer works. */
export const POST = jsonHandler("account.administer", z.object({}), async ({ session, params }) =>
  makeLink(session.scope, accountOf(params, session)),
);
