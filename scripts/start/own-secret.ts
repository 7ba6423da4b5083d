import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** The secret that signs session tokens of the embedded installation: made once, readable by its owner only. */
export function ownSecret(directory: string): string {
  const file = path.join(directory, "secret");
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  const secret = readFileSync(file, "utf8").trim();
  if (secret.length < 32)
    throw new Error(`${file} is damaged. Delete it to have a new one made; everyone will have to sign in again.`);
  return secret;
}
