import { randomInt } from "node:crypto";
import { Algorithm, hash, verify } from "@node-rs/argon2";
import { COMMON_BASES, COMMON_PASSWORDS } from "./common-passwords";

/** OWASP's first recommendation for argon2id: 19 MiB, two passes, one lane; about 25 ms off the event loop. */
const ARGON2ID = { algorithm: 2 satisfies Algorithm, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 256;

/** The hash to store, in PHC string format. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), ARGON2ID);
}

export async function verifyPassword(stored: string, password: string): Promise<boolean> {
  try {
    return await verify(stored, password.normalize("NFKC").slice(0, PASSWORD_MAX * 4));
  } catch {
    return false; // not a hash: nobody can sign in with it
  }
}

let nobody: Promise<string> | undefined;

/** Takes as long as a real check and never succeeds, so that an unknown address answers like a known one. */
export async function verifyForNobody(password: string): Promise<false> {
  nobody ??= hashPassword(randomPassword());
  await verifyPassword(await nobody, password);
  return false;
}

const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

/** A password that can be read aloud: 20 characters in groups of five, 99 bits. */
export function randomPassword(): string {
  const characters = Array.from({ length: 20 }, () => LETTERS[randomInt(LETTERS.length)]);
  return [0, 5, 10, 15].map((start) => characters.slice(start, start + 5).join("")).join("-");
}

/** What is wrong with a new password, in words, or null. Length counts, composition does not (ASVS 6.2). */
export function passwordProblem(password: string, about: { email: string; displayName: string }): string | null {
  const length = [...password].length;
  if (length < PASSWORD_MIN) return `Use at least ${PASSWORD_MIN} characters. A few words in a row are fine.`;
  if (length > PASSWORD_MAX) return `Use at most ${PASSWORD_MAX} characters.`;
  if (isCommon(password)) return "This password is among those that are tried first. Choose another.";
  if (namesItsOwner(password, about)) return "Leave your name and email address out of the password.";
  return null;
}

function isCommon(password: string): boolean {
  const plain = password.normalize("NFKC").toLowerCase();
  if (COMMON_PASSWORDS.has(plain) || new Set(plain).size < 4 || isRun(plain)) return true;
  const withSignsAsLetters = plain.replaceAll("0", "o").replaceAll("@", "a").replaceAll("$", "s").replaceAll("3", "e");
  return [plain, withSignsAsLetters]
    .map((text) => text.replace(/[^\p{L}]/gu, ""))
    .some((letters) => letters !== "" && COMMON_BASES.some((base) => letters.replaceAll(base, "") === ""));
}

/** Neighbours only: `abcdefghijkl`, `987654321098`. */
function isRun(text: string): boolean {
  const steps = [...text]
    .slice(1)
    .map((character, index) => (character.codePointAt(0) ?? 0) - (text.codePointAt(index) ?? 0));
  return steps.filter((step) => step === 1 || step === -1 || step === 9 || step === -9).length >= steps.length - 1;
}

function namesItsOwner(password: string, about: { email: string; displayName: string }): boolean {
  const plain = password.toLowerCase();
  const names = [about.email.split("@")[0] ?? "", ...about.displayName.split(/\s+/)]
    .map((name) => name.toLowerCase())
    .filter((name) => name.length >= 4);
  return names.some((name) => plain.includes(name) && plain.replaceAll(name, "").length < 8);
}
