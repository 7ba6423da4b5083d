import { recordSystem } from "@/lib/store/audit";
import { endSession, removeOldSessions, startSession } from "@/lib/store/accounts/sessions";
import {
  attemptSucceeded,
  beginAttempt,
  countNobody,
  PAUSE_MINUTES,
  removeOldAttempts,
} from "@/lib/store/accounts/sign-in-throttle";
import { removeOldLinks } from "@/lib/store/accounts/password-links";
import { findForSignIn, type User } from "@/lib/store/accounts/users";
import { verifyForNobody, verifyPassword } from "./password";
import type { SignInAnswer } from "./sign-in-answer";

export type SignInResult = { kind: "signed-in"; sessionId: string } | Exclude<SignInAnswer, { kind: "unavailable" }>;

/**
 * Checks an email and password and opens a session. An unknown, disabled or wrong one gets the same answer in the same time.
 * Who guesses is slowed down, whatever process it is sent to; the owner in a browser that signed in before is not.
 * @param address where the request comes from
 * @param options.device the browser, where it signed in to this account before (known-device.ts)
 */
export async function signIn(
  email: string,
  password: string,
  address: string,
  options: { now?: Date; device?: string | null } = {},
): Promise<SignInResult> {
  const { now = new Date(), device = null } = options;
  const from = { address, device };
  const attempt = await beginAttempt(email, from, now);
  if (!attempt.allowed) {
    await recordSome("session.throttled", attempt.counted, { address });
    return { kind: "paused", minutes: Math.max(1, Math.ceil((attempt.retryAt.getTime() - now.getTime()) / 60_000)) };
  }
  const account = await findForSignIn(email);
  const right =
    account === null ? await verifyForNobody(password) : await verifyPassword(account.passwordHash, password);
  if (account === null || !right) {
    if (account === null) await recordSome("session.refused", await countNobody(now), { address });
    else await recordSome("session.refused", attempt.counted, { address, user: account.user });
    return attempt.triesLeft > 0
      ? { kind: "refused", triesLeft: attempt.triesLeft }
      : { kind: "paused", minutes: PAUSE_MINUTES };
  }
  await attemptSucceeded(email, from);
  return { kind: "signed-in", sessionId: await startSession(account.user, now, address) };
}

/** How many in a quarter of an hour are recorded one by one; after that the 32nd, 64th, 128th, … stand for those between. */
const RECORDED_EACH = 16;

/** Records a refusal, or leaves it out where it is one of very many: attempts by nobody do not fill the disk. */
async function recordSome(
  action: "session.refused" | "session.throttled",
  counted: number,
  { address, user }: { address: string; user?: Pick<User, "id" | "organisationId"> },
): Promise<void> {
  const isPowerOfTwo = Number.isInteger(Math.log2(Math.max(1, counted)));
  if (counted > RECORDED_EACH && !isPowerOfTwo) return;
  const detail: Record<string, number> = counted > RECORDED_EACH ? { attempts: counted } : {};
  const entry = { action, detail, address, ...(user === undefined ? {} : { subject: user.id }) };
  await recordSystem(entry, user?.organisationId);
}

/** What follows a sign-in: the session that this browser had until now ends, whoever's it was, and old rows are removed. */
export async function afterSignIn(from: { address: string; formerSessionId: string | null }): Promise<void> {
  if (from.formerSessionId !== null) await endSession(from.formerSessionId, "replaced", from.address);
  await removeOldRows();
}

/**
 * Removes sessions, counts and links that no longer count: at each sign-in and every ten minutes (instrumentation.ts). Several
 * processes may do it at once; what cannot be removed now stays until the next time.
 */
export async function removeOldRows(): Promise<void> {
  try {
    await removeOldSessions();
    await removeOldAttempts();
    await removeOldLinks();
  } catch (error) {
    console.error("sign-in: old rows stay until the next time", error instanceof Error ? error.name : "");
  }
}
