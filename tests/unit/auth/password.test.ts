import { describe, expect, it } from "vitest";
import { hashPassword, passwordProblem, randomPassword, verifyForNobody, verifyPassword } from "@/lib/auth/password";

const ann = { email: "annabel.osei@example.org", displayName: "Dr Annabel Osei" };

describe("a password's hash", () => {
  it("is argon2id, differs each time and opens with the password only", async () => {
    const [one, two] = [await hashPassword("four walls and a roof"), await hashPassword("four walls and a roof")];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(await verifyPassword(one, "four walls and a roof")).toBe(true);
    expect(await verifyPassword(one, "four walls and a rooF")).toBe(false);
  });

  it("takes the same characters typed on another system as the same", async () => {
    expect(await verifyPassword(await hashPassword("caf\u00e9 by the river"), "cafe\u0301 by the river")).toBe(true);
  });

  it("opens with nothing when it is none, and never for nobody", async () => {
    for (const stored of ["", "x", "$argon2id$broken"]) expect(await verifyPassword(stored, "x")).toBe(false);
    expect(await verifyForNobody("anything")).toBe(false);
  });
});

describe("a new password", () => {
  it.each([
    "eleven char",
    "password1234",
    "PASSWORD-password-1!",
    "P@ssw0rdP@ssw0rd",
    "aaaaaaaaaaaaaa",
    "123456789012",
    "abcdefghijklmn",
    "qwerty qwerty 99",
    "Hospital2026!!",
    "welcome-welcome",
    "annabel-annabel",
    "CrampCheck2026",
    "121212121212",
    "x".repeat(257),
  ])("is refused with a reason: %s", (password) =>
    expect(passwordProblem(password, ann)).toEqual(expect.stringMatching(/\.$/)),
  );

  it.each([
    "four walls and a roof",
    "tealkettle9drum",
    "🦆🦆 walk over the icy lake",
    "пять зелёных яблок",
    "Annabel likes walking in the hills",
  ])("of twelve or more characters is taken, whatever they are: %s", (password) => {
    expect(passwordProblem(password, ann)).toBeNull();
  });

  it("made by us is long, differs, and passes its own rules", () => {
    const made = new Set(Array.from({ length: 50 }, randomPassword));
    expect(made.size).toBe(50);
    for (const password of made) {
      expect(password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
      expect(passwordProblem(password, ann)).toBeNull();
    }
  });
});
