import { AppError } from "@/lib/domain/errors";
import { attemptSucceeded, beginAttempt } from "@/lib/store/accounts/sign-in-throttle";
import { passwordHashOf, setPassword } from "@/lib/store/accounts/users";
import type { CurrentSession } from "./current-session";
import { hashPassword, passwordProblem, verifyPassword } from "./password";

/**
 * Changes one's own password and ends one's other sessions. Throws `bad-input` with the sentence to show, or `throttled`
 * when the present password was wrong too often.
 */
export async function changePassword(
  session: Pick<CurrentSession, "scope" | "user" | "sessionId">,
  present: string,
  next: string,
): Promise<void> {
  const problem = passwordProblem(next, session.user);
  if (problem !== null) throw new AppError("bad-input", problem);
  const throttleAs = `change-password:${session.user.id}`;
  const attempt = await beginAttempt(throttleAs, { address: throttleAs });
  if (!attempt.allowed) throw new AppError("throttled");
  if (!(await verifyPassword(await passwordHashOf(session.scope), present)))
    throw new AppError("bad-input", "Your present password is not right.");
  await attemptSucceeded(throttleAs, { address: throttleAs });
  await setPassword(session.scope, session.user.id, await hashPassword(next), {
    action: "user.change-password",
    keepSessionId: session.sessionId,
  });
}
