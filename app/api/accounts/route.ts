import { z } from "zod";
import { jsonHandler } from "@/app/_http/json-handler";
import { invite } from "@/lib/store/accounts/password-links";
import { DisplayName, Email, Role } from "@/lib/store/accounts/users";

const Invitation = z.object({ email: Email, displayName: DisplayName, role: Role });

/** Invites somebody: makes the account, and a link that is shown to the administrator this once. */
export const POST = jsonHandler("account.administer", Invitation, async ({ body, session }) => {
  const { userId, link } = await invite(session.scope, body);
  return { userId, ...link };
});
