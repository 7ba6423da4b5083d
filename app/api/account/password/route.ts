import { z } from "zod";
import { jsonHandler } from "@/app/_http/json-handler";
import { changePassword } from "@/lib/auth/change-password";

const Change = z.object({ present: z.string().max(1_000), next: z.string().max(1_000) });

/** Changes one's own password. */
export const PUT = jsonHandler("account.own", Change, async ({ body, session }) => {
  await changePassword(session, body.present, body.next);
  return { changed: true };
});
