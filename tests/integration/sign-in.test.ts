import { beforeEach, describe, expect, it } from "vitest";
import { changePassword } from "@/lib/auth/change-password";
import { hashPassword } from "@/lib/auth/password";
import { signIn } from "@/lib/auth/sign-in";
import { listAudit } from "@/lib/store/audit";
import { ABSOLUTE_HOURS, endSession, IDLE_MINUTES, openSession, startSession } from "@/lib/store/accounts/sessions";
import { attemptSucceeded, beginAttempt, forgetAttempts, PAUSE_MINUTES } from "@/lib/store/accounts/sign-in-throttle";
import { disableUser, enableUser, endSessionsOf, listUsers, setPassword } from "@/lib/store/accounts/users";
import { colleague, madeUpClinic } from "./support/made-up";
import { runTypeScript } from "./support/run-typescript";
import { databaseForTests, sql } from "./support/test-database";

const database = databaseForTests();
const PASSWORD = "four walls and a roof";
const address = () => `192.0.2.${Math.floor(Math.random() * 250)}-${Math.random()}`;
const COUNT = `SELECT count(*)::int AS before FROM "AuditEvent" WHERE "chain" = 'system'`;
const minutes = (count: number, from = new Date()) => new Date(from.getTime() + count * 60_000);

async function account() {
  const { scope } = await madeUpClinic();
  return colleague(scope.organisationId, "clinician", await hashPassword(PASSWORD));
}

describe("signing in", () => {
  // What other files of this worker counted for nobody is not this one's.
  beforeEach(() => sql(database.url(), `DELETE FROM "SignInThrottle" WHERE "key" = 'nobody'`));

  it("opens a session for the right password, whatever the case of the address", async () => {
    const { user, scope } = await account();
    const result = await signIn(` ${user.email.toUpperCase()} `, PASSWORD, address());
    expect(result.kind).toBe("signed-in");
    const session = result.kind === "signed-in" ? await openSession(result.sessionId) : null;
    expect(session).toMatchObject({
      user: { id: user.id, role: "clinician" },
      organisation: { id: scope.organisationId, country: "US" },
    });
    expect(JSON.stringify(session)).not.toContain("argon2");
  });

  it("answers a wrong password and an unknown address alike, and pauses both after five", async () => {
    const { user } = await account();
    const answers = async (email: string) => {
      const given = [];
      for (let index = 0; index < 6; index++) given.push(await signIn(email, "wrong", `guesser of ${email}`));
      return given;
    };
    const known = await answers(user.email);
    expect(known).toEqual(
      [4, 3, 2, 1]
        .map((triesLeft) => ({ kind: "refused", triesLeft }))
        .concat(Array.from({ length: 2 }, () => ({ kind: "paused", minutes: PAUSE_MINUTES })) as never),
    );
    expect(await answers("nobody@example.org")).toEqual(known);
    expect(await signIn(user.email, PASSWORD, `guesser of ${user.email}`)).toEqual({
      kind: "paused",
      minutes: PAUSE_MINUTES,
    });
    expect((await signIn(user.email, PASSWORD, address())).kind).toBe("signed-in");
  });

  it("takes the right password again when the pause is over, and starts to count anew", async () => {
    const { user } = await account();
    const start = new Date();
    const from = address();
    for (let index = 0; index < 5; index++) await signIn(user.email, "wrong", from, { now: start });
    expect((await signIn(user.email, PASSWORD, from, { now: minutes(14, start) })).kind).toBe("paused");
    expect(await signIn(user.email, "wrong", from, { now: minutes(15.1, start) })).toEqual({
      kind: "refused",
      triesLeft: 4,
    });
    expect((await signIn(user.email, PASSWORD, from, { now: minutes(15.2, start) })).kind).toBe("signed-in");
    expect(await signIn(user.email, "wrong", from, { now: minutes(15.3, start) })).toEqual({
      kind: "refused",
      triesLeft: 4,
    });
  });

  it("pauses an address that tries many accounts", async () => {
    const from = address();
    for (let index = 0; index < 30; index++) await beginAttempt(`someone${index}@example.org`, { address: from });
    expect(await beginAttempt("another@example.org", { address: from })).toMatchObject({ allowed: false });
    expect(await beginAttempt("another@example.org", { address: address() })).toMatchObject({ allowed: true });
  });

  it("does not hold a clinic's many right passwords against its one address", async () => {
    const from = address();
    for (let index = 0; index < 60; index++) {
      expect(await beginAttempt(`colleague${index}@example.org`, { address: from })).toMatchObject({ allowed: true });
      await attemptSucceeded(`colleague${index}@example.org`, { address: from });
    }
  });

  it("counts attempts that come at the same time", async () => {
    const from = { address: address() };
    const attempts = await Promise.all(Array.from({ length: 12 }, () => beginAttempt("racing@example.org", from)));
    expect(attempts.filter((attempt) => attempt.allowed)).toHaveLength(5);
  });

  it("counts attempts over two processes as one", async () => {
    const { user } = await account();
    const attempt = (password: string) =>
      runTypeScript(
        "tests/integration/support/sign-in-once.ts",
        { DATABASE_URL: database.url() },
        JSON.stringify({ email: user.email, password, address: `two processes of ${user.email}` }),
      );
    for (let index = 0; index < 2; index++) await Promise.all([attempt("wrong"), attempt("wrong")]);
    expect(JSON.parse(await attempt("wrong"))).toMatchObject({ kind: "paused" });
    expect(JSON.parse(await attempt(PASSWORD))).toMatchObject({ kind: "paused" });
    await forgetAttempts(user.email);
    expect(JSON.parse(await attempt(PASSWORD))).toMatchObject({ kind: "signed-in" });
  });

  it("lets nobody keep the owner out: not a guesser elsewhere, not a building's, not many together", async () => {
    const { user } = await account();
    const [building, device] = [address(), "a browser that signed in before"];
    for (let index = 0; index < 40; index++) await signIn(user.email, "wrong", building);
    expect((await signIn(user.email, PASSWORD, building)).kind).toBe("paused");
    expect((await signIn(user.email, PASSWORD, address())).kind).toBe("signed-in");
    expect((await signIn(user.email, PASSWORD, building, { device })).kind).toBe("signed-in");
    const colleague = await account();
    expect((await signIn(colleague.user.email, PASSWORD, building, { device: "theirs" })).kind).toBe("signed-in");
    const start = new Date();
    for (let index = 0; index < 60; index++) await beginAttempt(user.email, { address: address() }, start);
    expect(await signIn(user.email, PASSWORD, address(), { now: start })).toEqual({ kind: "paused", minutes: 5 });
    expect((await signIn(user.email, PASSWORD, building, { now: start, device })).kind).toBe("signed-in");
    expect((await signIn(user.email, PASSWORD, address(), { now: minutes(5.1, start) })).kind).toBe("signed-in");
  });

  it("gives a browser that signed in before five wrong tries as well", async () => {
    const { user } = await account();
    const [from, device] = [address(), "copied"];
    for (let index = 0; index < 5; index++) await signIn(user.email, "wrong", from, { device });
    expect((await signIn(user.email, PASSWORD, from, { device })).kind).toBe("paused");
  });

  it("does not fill the trail: of eighty refusals by nobody less than twenty stand there, with how many they were", async () => {
    const [{ before } = { before: 0 }] = await sql<{ before: number }>(database.url(), COUNT);
    for (let index = 0; index < 80; index++) await signIn(`nobody${index}@example.org`, "wrong", `flood ${index}`);
    const [{ before: after } = { before: 0 }] = await sql<{ before: number }>(database.url(), COUNT);
    expect(after - before).toBeLessThan(20);
    const events = await sql<{ detail: { attempts?: number } }>(
      database.url(),
      `SELECT "detail" FROM "AuditEvent" WHERE "chain" = 'system' ORDER BY "seq" DESC LIMIT 1`,
    );
    expect(events[0]?.detail.attempts).toBe(64);
  });

  it("stores no password, and where it came from in the audit trail alone", async () => {
    const { user, scope } = await account();
    await signIn(user.email, "tiptoe-through-secret", "198.51.100.77");
    const stored = await sql<{ counts: string; audit: string }>(
      database.url(),
      `SELECT (SELECT coalesce(string_agg(t::text, ' '), '') FROM "SignInThrottle" t) AS counts, (SELECT string_agg(a::text, ' ') FROM "AuditEvent" a) AS audit`,
    );
    for (const secret of ["tiptoe-through-secret", user.email])
      expect(`${stored[0]?.counts} ${stored[0]?.audit}`).not.toContain(secret);
    expect(stored[0]?.counts).not.toContain("198.51.100.77");
    expect((await listAudit(scope)).find(({ action }) => action === "session.refused")?.detail).toEqual({
      address: "198.51.100.77",
    });
  });
});

describe("a session", () => {
  it("ends after 15 minutes without use, and goes on while it is used", async () => {
    const { user } = await account();
    const start = new Date();
    const id = await startSession(user, start);
    expect(await openSession(id, { now: minutes(14, start) })).not.toBeNull();
    expect(await openSession(id, { now: minutes(14 + 14, start) })).not.toBeNull();
    expect(await openSession(id, { now: minutes(14 + 14 + IDLE_MINUTES + 0.1, start) })).toBeNull();
  });

  it("is not kept alive by what the page asks by itself", async () => {
    const { user } = await account();
    const start = new Date();
    const id = await startSession(user, start);
    for (let minute = 1; minute < IDLE_MINUTES; minute++)
      await openSession(id, { now: minutes(minute, start), seen: false });
    expect(await openSession(id, { now: minutes(IDLE_MINUTES, start) })).toBeNull();
  });

  it("ends after twelve hours, however busy", async () => {
    const { user } = await account();
    const start = new Date();
    const id = await startSession(user, start);
    for (let minute = 10; minute < ABSOLUTE_HOURS * 60; minute += 10)
      expect(await openSession(id, { now: minutes(minute, start) })).not.toBeNull();
    expect(await openSession(id, { now: minutes(ABSOLUTE_HOURS * 60, start) })).toBeNull();
  });

  it("ends at once on signing out, and only that one", async () => {
    const { user } = await account();
    const [here, there] = [await startSession(user), await startSession(user)];
    await endSession(here, "signed-out");
    expect(await openSession(here)).toBeNull();
    expect(await openSession(there)).not.toBeNull();
  });

  it("ends at once when the account is disabled, its password reset or its sessions ended, and stays ended", async () => {
    const { user, scope } = await account();
    const changes = [
      () => disableUser(scope, user.id),
      () => setPassword(scope, user.id, "x", { action: "user.reset-password" }),
      () => endSessionsOf(scope, user.id),
    ];
    for (const change of changes) {
      const id = await startSession(user);
      await change();
      expect(await openSession(id)).toBeNull();
      await enableUser(scope, user.id);
      expect(await openSession(id)).toBeNull();
    }
  });

  it("is nobody's when its id is made up", async () => {
    for (const id of ["", "0", "' OR ''='", "019aab00-0000-7000-8000-000000000000"])
      expect(await openSession(id)).toBeNull();
  });

  it("cannot be ended, nor its account touched, from another organisation", async () => {
    const { user } = await account();
    const stranger = await madeUpClinic("Elsewhere", "admin");
    const id = await startSession(user);
    for (const attempt of [
      () => disableUser(stranger.scope, user.id),
      () => endSessionsOf(stranger.scope, user.id),
      () => setPassword(stranger.scope, user.id, "x", { action: "user.reset-password" }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "not-found" });
    }
    expect(await openSession(id)).not.toBeNull();
    expect((await listUsers(stranger.scope)).map((other) => other.id)).not.toContain(user.id);
  });
});

describe("changing one's password", () => {
  it("asks for the present one, keeps this session and ends the others", async () => {
    const { user, scope } = await account();
    const [here, there] = [await startSession(user), await startSession(user)];
    const session = { scope, user, sessionId: here };
    await expect(changePassword(session, "wrong", "three bridges over the river")).rejects.toMatchObject({
      code: "bad-input",
    });
    await expect(changePassword(session, PASSWORD, "short")).rejects.toMatchObject({
      code: "bad-input",
      message: expect.stringContaining("12"),
    });
    await changePassword(session, PASSWORD, "three bridges over the river");
    expect(await openSession(here)).not.toBeNull();
    expect(await openSession(there)).toBeNull();
    expect((await signIn(user.email, PASSWORD, address())).kind).toBe("refused");
    expect((await signIn(user.email, "three bridges over the river", address())).kind).toBe("signed-in");
  });

  it("does not let the present password be guessed", async () => {
    const { user, scope } = await account();
    const guess = () => changePassword({ scope, user, sessionId: "x" }, "wrong", "three bridges over the river");
    for (let index = 0; index < 5; index++) await expect(guess()).rejects.toMatchObject({ code: "bad-input" });
    await expect(guess()).rejects.toMatchObject({ code: "throttled" });
  });
});
