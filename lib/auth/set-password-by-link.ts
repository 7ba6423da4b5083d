import { AppError } from "@/lib/domain/errors";
import { noSuchLink, ownerOfLink, spendLink } from "@/lib/store/accounts/password-links";
import { forgetAttempts } from "@/lib/store/accounts/sign-in-throttle";
import { hashPassword, passwordProblem } from "./password";

/**
 * Sets the password of the account that a link is for, and uses the link up. Throws `bad-input` with the sentence to show; a
 * password that is refused leaves the link as it was. A secret has 256 bits: there is nothing to guess, so nothing is counted.
 */
export async function setPasswordByLink(secret: string, password: string, address: string): Promise<{ email: string }> {
  const owner = await ownerOfLink(secret);
  if (owner === null) throw noSuchLink();
  const problem = passwordProblem(password, owner);
  if (problem !== null) throw new AppError("bad-input", problem);
  await spendLink(secret, await hashPassword(password), { address });
  await forgetAttempts(owner.email);
  return { email: owner.email };
}
