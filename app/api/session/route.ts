import { z } from "zod";
import { endSession } from "@/lib/store/accounts/sessions";
import { jsonHandler } from "@/app/_http/json-handler";

/** Says that somebody is there, which keeps the session; answers whose it is. */
export const POST = jsonHandler("account.own", z.object({}), ({ session }) =>
  Promise.resolve({ userId: session.user.id }),
);

/** Ends the session because nobody is there; the browser keeps its token, so that the sign-in page can say why. */
export const DELETE = jsonHandler("account.own", z.object({}), async ({ session }) => {
  await endSession(session.sessionId, "idle", session.scope.address);
  return {};
});
