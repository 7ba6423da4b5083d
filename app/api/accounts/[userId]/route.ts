import { z } from "zod";
import { jsonHandler } from "@/app/_http/json-handler";
import { accountOf } from "@/app/_http/account-id";
import { changeRole, disableUser, enableUser, Role } from "@/lib/store/accounts/users";

const Change = z.union([z.strictObject({ role: Role }), z.strictObject({ disabled: z.boolean() })]);

/** Changes somebody else's role, or closes and opens their account. Never one's own: the last administrator would lock the door. */
export const PUT = jsonHandler("account.administer", Change, async ({ body, session, params }) => {
  const userId = accountOf(params, session);
  if ("role" in body) await changeRole(session.scope, userId, body.role);
  else await (body.disabled ? disableUser : enableUser)(session.scope, userId);
  return {};
});
