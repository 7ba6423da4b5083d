import { beforeAll, describe, expect, it } from "vitest";
import { knownDevice, rememberDevice } from "@/lib/auth/known-device";

beforeAll(() => {
  process.env.DATABASE_URL ??= "postgresql://x";
  process.env.NEXTAUTH_SECRET ??= "a secret for these tests only, long enough";
  process.env.NEXTAUTH_URL ??= "http://localhost:3000";
});

const pair = (setCookie: string) => setCookie.split(";")[0] ?? "";

describe("a browser that signed in before", () => {
  it("is known for the accounts that it signed in to, up to five, and for no other", () => {
    let cookie = pair(rememberDevice(null, "a0@example.org"));
    const id = knownDevice(cookie, "A0@example.org ");
    expect(id).toMatch(/^[\w-]{22}$/);
    for (let index = 1; index < 6; index += 1)
      cookie = pair(rememberDevice(`other=1; ${cookie}`, `a${index}@example.org`));
    expect([0, 1, 5].map((index) => knownDevice(cookie, `a${index}@example.org`))).toEqual([null, id, id]);
    expect(knownDevice(cookie, "stranger@example.org")).toBeNull();
  });

  it("is not made up, and its cookie is read by no script", () => {
    const made = rememberDevice(null, "a@example.org");
    expect(made).toContain("HttpOnly; SameSite=Lax");
    const forged = pair(made).replace(/\.[\w-]{43}$/, `.${"A".repeat(43)}`);
    for (const cookie of [null, "", forged, "crampcheck-device=x", "crampcheck-device=%ff", `${pair(made)}.`])
      expect(knownDevice(cookie, "a@example.org")).toBeNull();
  });
});
