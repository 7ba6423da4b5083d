import { recordSystem } from "@/lib/store/audit";
import { endSession, removeOldSessions, startSession } from "@/lib/store/accounts/sessions";
import {
  attemptSucceeded,
  beginAttempt,
  PAUSE_MINUTES,
  removeOldAttempts,
} from "@/lib/store/accounts/sign-in-throttle";
import { findForSignIn } from "@/lib/store/accounts/users";
import { verifyForNobody, verifyPassword } from "./password";
import type { SignInAnswer } from "./sign-in-answer";

export type SignInResult = { kind: "signed-in"; sessionId: string } | Exclude<SignInAnswer, { kind: "unavailable" }>;

/**
 * Checks an email and password and opens a session. An unknown, disabled or wrong one gets the same answer in the same
 * time; after five failures the account pauses for 15 minutes, whatever process they were sent to.
 * @param address where the request comes from, for the pause of an address that tries many accounts
 */
export async function signIn(
  email: string,
  password: string,
  address: string,
  now: Date = new Date(),
): Promise<SignInResult> {
  const attempt = await beginAttempt(email, address, now);
  if (!attempt.allowed) {
    await recordSystem({ action: "session.throttled", address });
    return { kind: "paused", minutes: Math.max(1, Math.ceil((attempt.retryAt.getTime() - now.getTime()) / 60_000)) };
  }
  const account = await findForSignIn(email);
  const right =
    account === null ? await verifyForNobody(password) : await verifyPassword(account.passwordHash, password);
  if (account === null || !right) {
    await (account === null
      ? recordSystem({ action: "session.refused", address })
      : recordSystem({ action: "session.refused", subject: account.user.id, address }, account.user.organisationId));
    return attempt.triesLeft > 0
      ? { kind: "refused", triesLeft: attempt.triesLeft }
      : { kind: "paused", minutes: PAUSE_MINUTES };
  }
  await attemptSucceeded(email, address);
  return { kind: "signed-in", sessionId: await startSession(account.user, now, address) };
}

/**
 * What follows a sign-in: the session that this browser had until now ends, whoever's it was, and rows that no longer count
 * are removed. They are removed here and not by a timer, so that nothing runs in a process that nobody uses, and several
 * processes need not agree; while nobody signs in, what stays is what there was.
 */
export async function afterSignIn(from: { address: string; formerSessionId: string | null }): Promise<void> {
  if (from.formerSessionId !== null) await endSession(from.formerSessionId, "replaced", from.address);
  try {
    await removeOldSessions();
    await removeOldAttempts();
  } catch (error) {
    console.error("sign-in: old rows stay until the next one", error instanceof Error ? error.name : "");
  }
}
