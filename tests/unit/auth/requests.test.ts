import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientAddress } from "@/lib/auth/client-address";
import { authOptions } from "@/lib/auth/options";
import { isOwnOrigin, refuseOtherOrigins } from "@/lib/auth/same-origin";
import { answerSentence, decodeAnswer, encodeAnswer } from "@/lib/auth/sign-in-answer";

describe("the origin of a changing request", () => {
  it.each([
    ["https://clinic.example", "clinic.example", "https://clinic.example"],
    ["http://127.0.0.1:3000", "127.0.0.1:3000", "http://127.0.0.1:3000"],
    ["http://localhost:3000", "localhost:3000", "http://127.0.0.1:3000"],
  ])("is ours: %s", (origin, host, publicUrl) => expect(isOwnOrigin(origin, host, publicUrl)).toBe(true));

  it.each([
    [null, "clinic.example", "https://clinic.example"],
    ["null", "clinic.example", "https://clinic.example"],
    ["https://evil.example", "clinic.example", "https://clinic.example"],
    ["https://evil.example", "evil.example", "https://clinic.example"],
    ["http://clinic.example", "clinic.example", "https://clinic.example"],
    ["https://clinic.example.evil.example", "clinic.example", "https://clinic.example"],
    ["https://clinic.example:444", "clinic.example", "https://clinic.example"],
    ["http://localhost:4000", "localhost:3000", "http://127.0.0.1:3000"],
    ["http://evil.example:3000", "evil.example:3000", "http://127.0.0.1:3000"],
    ["http://localhost:3000", "localhost:3000", "https://clinic.example"],
  ])("is not ours: %s to %s at %s", (origin, host, publicUrl) =>
    expect(isOwnOrigin(origin, host, publicUrl)).toBe(false),
  );
});

describe("the address that a request comes from", () => {
  it("is the peer's, and behind proxies of ours the one that the outermost saw", () => {
    expect(clientAddress("192.0.2.1", 0)).toBe("192.0.2.1");
    expect(clientAddress("192.0.2.1", 1)).toBe("192.0.2.1");
    expect(clientAddress("203.0.113.9, 192.0.2.1", 1)).toBe("192.0.2.1");
    expect(clientAddress("203.0.113.9, 192.0.2.1, 10.0.0.1", 2)).toBe("192.0.2.1");
  });

  it("is something, whatever is sent", () => {
    for (const header of [null, undefined, "", " , ,"]) expect(clientAddress(header, 2)).toBe("unknown");
    expect(clientAddress("192.0.2.1", 5)).toBe("192.0.2.1");
  });
});

describe("what the form is told", () => {
  it("survives the way through the address", () => {
    for (const answer of [
      { kind: "refused", triesLeft: 4 },
      { kind: "paused", minutes: 15 },
      { kind: "unavailable" },
    ] as const)
      expect(decodeAnswer(encodeAnswer(answer))).toEqual(answer);
    for (const junk of ["", "CredentialsSignin", "refused:-1", "refused:99999", "paused:<b>"])
      expect(decodeAnswer(junk)).toEqual({ kind: "unavailable" });
  });

  it("counts the tries that are left, in words", () => {
    expect(answerSentence({ kind: "refused", triesLeft: 4 })).toBe(
      "Email or password is not right. 4 tries left before a 15-minute pause.",
    );
    expect(answerSentence({ kind: "refused", triesLeft: 1 })).toContain("1 try left");
    expect(answerSentence({ kind: "paused", minutes: 1 })).toContain("1 minute ");
  });
});

describe("with the settings of a clinic", () => {
  const OURS = "https://clinic.example";
  const settings = {
    DATABASE_URL: "postgresql://nowhere/none",
    NEXTAUTH_URL: OURS,
    NEXTAUTH_SECRET: "a secret for these tests only, long enough",
  };
  const before = { ...process.env };
  beforeAll(() => Object.assign(process.env, settings));
  afterAll(() => {
    process.env = before;
  });

  it.each(["POST", "PUT", "DELETE", "PATCH"])("a %s of another site is refused, and one of ours is not", (method) => {
    const from = (origin: string) => new Request(`${OURS}/api/reviews`, { method, headers: { origin } });
    expect(() => refuseOtherOrigins(from("https://evil.example"))).toThrow(
      expect.objectContaining({ code: "forbidden" }),
    );
    expect(() => refuseOtherOrigins(from(OURS))).not.toThrow();
  });

  it.each(["GET", "HEAD"])("a %s, which changes nothing, needs no origin", (method) => {
    expect(() => refuseOtherOrigins(new Request(`${OURS}/api/reviews`, { method }))).not.toThrow();
  });

  it.each([
    ["/reviews", `${OURS}/reviews`],
    ["/reviews?view=mine", `${OURS}/reviews?view=mine`],
    ["//evil.example/reviews", OURS],
    ["https://evil.example", OURS],
    ["/\\evil.example", OURS],
    ["javascript:alert(1)", OURS],
  ])("after signing in, %s leads to %s", async (url, leads) => {
    expect(await authOptions().callbacks?.redirect?.({ url, baseUrl: OURS })).toBe(leads);
  });
});
