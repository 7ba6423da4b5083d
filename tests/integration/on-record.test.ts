import { encode } from "next-auth/jwt";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { authOptions } from "@/lib/auth/options";
import { hashPassword } from "@/lib/auth/password";
import { auditChains, listAudit } from "@/lib/store/audit";
import { openSession, removeOldSessions, startSession } from "@/lib/store/accounts/sessions";
import { beginAttempt, removeOldAttempts } from "@/lib/store/accounts/sign-in-throttle";
import { createDraft } from "@/lib/store/reviews/reviews";
import { signReview } from "@/lib/store/reviews/signing";
import type { Scope } from "@/lib/store/scope";
import type { Role, User } from "@/lib/store/accounts/users";
import { verifyAudit } from "@/scripts/audit/verify-audit";
import { colleague, madeUpClinic } from "./support/made-up";
import { madeUpCase } from "./support/made-up-case";
import { databaseForTests, sql } from "./support/test-database";

const ADDRESS = "203.0.113.9";
const SECRET = "a secret for these tests only, long enough";
const URL_HERE = "http://localhost:3000";
/** The request being answered, as Next would give it. */
/** One for every file of the worker: they share the modules that hold the mock (vitest.config.mts). */
const request = vi.hoisted(() => {
  const shared: { crampcheckRequest?: { token: string | undefined } } & typeof globalThis = globalThis;
  return (shared.crampcheckRequest ??= { token: undefined });
});

vi.mock("next/headers", () => ({
  cookies: () => Promise.resolve({ get: () => (request.token === undefined ? undefined : { value: request.token }) }),
  headers: () => Promise.resolve(new Headers({ "x-forwarded-for": ADDRESS })),
}));
vi.mock("next/navigation", () => ({
  notFound: () => {
    throw new Error("404");
  },
  redirect: (to: string) => {
    throw new Error(`to ${to}`);
  },
}));

const database = databaseForTests();
beforeAll(() => {
  process.env.NEXTAUTH_SECRET = SECRET;
  process.env.NEXTAUTH_URL = URL_HERE;
});

const tokenOf = (sid: string) => encode({ token: { sid }, secret: SECRET });
async function signedInAs(user: User): Promise<void> {
  request.token = await tokenOf(await startSession(user));
}
const context = (reference: string) => ({ params: Promise.resolve({ reference }) });
const asked = (method: string, body?: unknown) =>
  new Request(`${URL_HERE}/reviews/CC-0001/report.txt`, {
    method,
    headers: { origin: URL_HERE, host: "localhost:3000", "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const trail = async (scope: Scope, action: string) =>
  (await listAudit(scope))
    .filter((event) => event.action === action)
    .map(({ subject, detail }) => ({ subject, detail }));

/** A clinic with one signed review about a drug that no event may name. */
async function clinicWithReview(role: Role = "clinician") {
  const { scope, user } = await madeUpClinic("Clinic", role);
  const finding = { id: "medication:loop-diuretic", title: "Furosemide" };
  const { reference } = await createDraft(scope, { ...madeUpCase({ findings: [finding] }), localReference: "MRN 1" });
  await signedInAs(user);
  return { scope, user, reference, finding };
}

describe("on record", () => {
  it("is every opening of a review's pages, with where it came from", async () => {
    const { scope, reference } = await clinicWithReview();
    const { pageReview } = await import("@/app/(clinic)/reviews/_page/page-review");
    const { pageSession } = await import("@/app/(clinic)/_session/page-session");
    for (const page of ["review", "edit", "sign", "rerun"] as const)
      await pageReview(await pageSession("review.open"), Promise.resolve({ reference }), page);
    expect(await trail(scope, "review.view")).toEqual(
      ["rerun", "sign", "edit", "review"].map((page) => ({ subject: reference, detail: { page, address: ADDRESS } })),
    );
  });

  it("is every download, with its kind, its variant and where it came from", async () => {
    const { scope, reference } = await clinicWithReview();
    const { GET } = await import("@/app/(clinic)/reviews/[reference]/report.txt/route");
    expect((await GET(asked("GET"), context(reference))).status).toBe(200);
    expect(await trail(scope, "review.export")).toEqual([
      { subject: reference, detail: { kind: "report.txt", variant: "full", address: ADDRESS } },
    ]);
  });

  it("is who asked in vain for a review, by page, file, handler and export alike, and nothing of any other clinic", async () => {
    const theirs = await clinicWithReview();
    for (let index = 0; index < 3; index += 1) await createDraft(theirs.scope, madeUpCase());
    const mine = await madeUpClinic();
    await signedInAs(mine.user);
    const wanted = "CC-0003";
    const { pageReview } = await import("@/app/(clinic)/reviews/_page/page-review");
    const { pageSession } = await import("@/app/(clinic)/_session/page-session");
    const report = await import("@/app/(clinic)/reviews/[reference]/report.txt/route");
    const decisions = await import("@/app/api/reviews/[reference]/decisions/route");
    const exported = await import("@/app/api/export/route");
    await expect(pageReview(await pageSession("review.open"), context(wanted).params, "review")).rejects.toThrow("404");
    const body = { findingId: "medication:loop-diuretic", action: "act" };
    expect([
      (await report.GET(asked("GET"), context(wanted))).status,
      (await decisions.POST(asked("POST", body), context(wanted))).status,
      (await exported.POST(asked("POST", { kind: "csv", references: [wanted] }))).status,
    ]).toEqual([404, 404, 404]);
    const refused = { subject: wanted, detail: { permission: "review.open", address: ADDRESS } };
    expect(await trail(mine.scope, "access.denied")).toEqual([refused, refused, refused, refused]);
    expect(await trail(theirs.scope, "access.denied")).toEqual([]);
  });

  it("is no clinical text: neither a finding's id, nor a test, nor a drug", async () => {
    const { scope, reference, finding } = await clinicWithReview();
    const decisions = await import("@/app/api/reviews/[reference]/decisions/route");
    const labs = await import("@/app/api/reviews/[reference]/labs/route");
    const body = { findingId: finding.id, action: "dismiss", reason: "other", comment: "furosemide is old" };
    expect((await decisions.POST(asked("POST", body), context(reference))).status).toBe(200);
    expect((await decisions.DELETE(asked("DELETE", { findingId: finding.id }), context(reference))).status).toBe(200);
    expect((await decisions.POST(asked("POST", body), context(reference))).status).toBe(200);
    expect((await labs.PUT(asked("PUT", { labIds: ["magnesium"] }), context(reference))).status).toBe(200);
    await signReview(scope, reference, { baseVersion: 1, acknowledged: [] });
    const events = await listAudit(scope);
    expect(JSON.stringify(events)).not.toMatch(/diuretic|furosemide|magnesium|MRN/i);
    const [row] = await sql<{ id: string }>(
      database.url(),
      `SELECT "id" FROM "Decision" WHERE "undoneAt" IS NULL AND "reviewId" = (SELECT "id" FROM "Review" WHERE "organisationId" = $1)`,
      [scope.organisationId],
    );
    expect(events.find(({ action }) => action === "review.decide")?.detail).toMatchObject({ decision: row?.id });
  });
});

it("nobody without a session gets a closed code, also at an address without parts, for which Next gives no params", async () => {
  request.token = undefined;
  const { POST } = await import("@/app/api/worklist/route");
  const answer = await POST(asked("POST", {}), { params: Promise.resolve(undefined) });
  expect([answer.status, await answer.json()]).toMatchObject([401, { error: { code: "signed-out" } }]);
});

describe("who may do what", () => {
  const settings = { name: "Renamed", country: "UK", units: "SI", timeZone: "Europe/London" };

  it("lets an administrator change the settings", async () => {
    const { user } = await madeUpClinic("Clinic", "admin");
    await signedInAs(user);
    const { PUT } = await import("@/app/api/settings/route");
    const answer = await PUT(asked("PUT", settings), { params: Promise.resolve({}) });
    expect([answer.status, await answer.json()]).toMatchObject([200, settings]);
  });

  it("refuses a clinician the settings, before the body is looked at, and that is on record", async () => {
    const { scope, user } = await madeUpClinic();
    await signedInAs(user);
    const { PUT } = await import("@/app/api/settings/route");
    for (const body of [settings, { nonsense: true }]) {
      const answer = await PUT(asked("PUT", body), { params: Promise.resolve({}) });
      expect([answer.status, await answer.json()]).toMatchObject([403, { error: { code: "forbidden" } }]);
    }
    const refused = { subject: null, detail: { permission: "settings.change", address: ADDRESS } };
    expect(await trail(scope, "access.denied")).toEqual([refused, refused]);
  });
});

describe("signing in again in one browser", () => {
  const PASSWORD = "four walls and a roof";
  const authorize = async (email: string, cookie?: string) => {
    const [provider] = authOptions().providers;
    if (provider?.type !== "credentials") throw new Error("no provider");
    const headers = { "x-forwarded-for": ADDRESS, ...(cookie === undefined ? {} : { cookie }) };
    const signedIn: unknown = await provider.options.authorize({ email, password: PASSWORD }, { headers });
    return (signedIn as { id: string }).id;
  };

  it("ends the session that it had, whoever's it was, and no other", async () => {
    const { scope } = await madeUpClinic();
    const hash = await hashPassword(PASSWORD);
    const [first, second] = [
      await colleague(scope.organisationId, "clinician", hash),
      await colleague(scope.organisationId, "clinician", hash),
    ];
    const elsewhere = await authorize(first.user.email);
    const here = await authorize(first.user.email);
    const cookie = `theme=dark; crampcheck-session=${await tokenOf(here)}; other=1`;
    const next = await authorize(second.user.email, cookie);
    expect([await openSession(here), await openSession(elsewhere), await openSession(next)]).toEqual([
      null,
      expect.objectContaining({ id: elsewhere }),
      expect.objectContaining({ id: next }),
    ]);
    expect(await trail(scope, "session.end")).toEqual([
      { subject: first.user.id, detail: { reason: "replaced", address: ADDRESS } },
    ]);
    expect((await trail(scope, "session.start"))[0]).toEqual({ subject: second.user.id, detail: { address: ADDRESS } });
  });

  it("is not misled by a token that somebody wrote", async () => {
    const { scope } = await madeUpClinic();
    const { user } = await colleague(scope.organisationId, "clinician", await hashPassword(PASSWORD));
    const open = await authorize(user.email);
    const forged = await encode({ token: { sid: open }, secret: "another secret that is long enough too" });
    for (const cookie of [`crampcheck-session=${forged}`, "crampcheck-session=", "crampcheck-session=%ff;;="])
      expect(await authorize(user.email, cookie)).toEqual(expect.any(String));
    expect(await openSession(open)).not.toBeNull();
  });

  it("removes sessions of more than 30 days ago and counts that no longer count, and keeps the rest", async () => {
    const { user } = await madeUpClinic();
    const now = new Date();
    const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
    const ids = [await startSession(user, ago(40)), await startSession(user, ago(29)), await startSession(user, now)];
    await beginAttempt("old@example.org", { address: "old" }, ago(1));
    await beginAttempt("new@example.org", { address: "new" }, now);
    await removeOldSessions(now);
    await removeOldAttempts(now);
    const rows = await sql<{ id: string }>(database.url(), `SELECT "id" FROM "Session" WHERE "userId" = $1`, [user.id]);
    expect(rows.map(({ id }) => id).sort()).toEqual(ids.slice(1).sort());
    const [{ left } = { left: 0 }] = await sql<{ left: number }>(
      database.url(),
      `SELECT count(*)::int AS left FROM "SignInThrottle" WHERE "windowStart" <= $1`,
      [new Date(now.getTime() - 15 * 60_000)],
    );
    expect(left).toBe(0);
    expect((await beginAttempt("new@example.org", { address: "new" }, now)).allowed).toBe(true);
  });

  it("says the same of an address with a NUL as of any that has no account", async () => {
    await expect(authorize("nobody\u0000@example.org")).rejects.toThrow("refused:4");
    await expect(authorize("nobody@example.org")).rejects.toThrow("refused:4");
  });
});

describe("input that the database cannot hold", () => {
  it("gets a closed code and never 500", async () => {
    const { reference } = await clinicWithReview();
    const decisions = await import("@/app/api/reviews/[reference]/decisions/route");
    const labs = await import("@/app/api/reviews/[reference]/labs/route");
    const followUp = await import("@/app/api/reviews/[reference]/follow-up/route");
    const worklist = await import("@/app/api/worklist/route");
    const report = await import("@/app/(clinic)/reviews/[reference]/report.txt/route");
    const codeOf = async (answer: Promise<Response>) => {
      const { status, body } = await answer.then(async (one) => ({ status: one.status, body: await one.text() }));
      return status === 200 ? "ok" : (JSON.parse(body) as { error: { code: string } }).error.code;
    };
    const nul = "medication:\u0000";
    expect(await codeOf(decisions.POST(asked("POST", { findingId: nul, action: "act" }), context(reference)))).toBe(
      "bad-input",
    );
    expect(await codeOf(decisions.DELETE(asked("DELETE", { findingId: nul }), context(reference)))).toBe("bad-input");
    expect(await codeOf(labs.PUT(asked("PUT", { labIds: [nul] }), context(reference)))).toBe("bad-input");
    for (const due of ["0000-01-01", "2026-02-30", "2026-13-01", "9999-12-31", "1026-01-01"])
      expect([due, await codeOf(followUp.PUT(asked("PUT", { due }), context(reference)))]).toEqual([due, "bad-input"]);
    expect(await codeOf(followUp.PUT(asked("PUT", { due: "2028-02-29" }), context(reference)))).toBe("ok");
    expect(
      await codeOf(worklist.POST(asked("POST", { search: "fu\u0000ro" }), { params: Promise.resolve({}) })),
    ).not.toBe("internal");
    for (const broken of ["%ff", "%", "%00", "CC-0001%00", "CC-9999999999"])
      expect([broken, await codeOf(report.GET(asked("GET"), context(broken)))]).toEqual([broken, "not-found"]);
  });
});

describe("the audit trail, verified", () => {
  it("is whole, and names the chain and the event where somebody with the database's password changed one", async () => {
    const { scope } = await clinicWithReview();
    const line = async () => (await verifyAudit()).lines.find((one) => one.startsWith(scope.organisationId));
    expect(await line()).toMatch(/: whole, \d+ events$/);
    const before = (await verifyAudit()).broken;
    await sql(
      database.url(),
      `ALTER TABLE "AuditEvent" DISABLE TRIGGER "AuditEvent_no_change";
       UPDATE "AuditEvent" SET "userId" = 'somebody else' WHERE "chain" = '${scope.organisationId}' AND "seq" = 2;
       ALTER TABLE "AuditEvent" ENABLE TRIGGER "AuditEvent_no_change"`,
    );
    expect(await line()).toMatch(/: BROKEN at event 2, \d+ events$/);
    expect((await verifyAudit()).broken).toBe(before + 1);
  });

  it("misses no chain whose events were all taken away", async () => {
    const { scope } = await madeUpClinic();
    await sql(
      database.url(),
      `ALTER TABLE "AuditEvent" DISABLE TRIGGER "AuditEvent_no_change";
       DELETE FROM "AuditEvent" WHERE "chain" = '${scope.organisationId}';
       ALTER TABLE "AuditEvent" ENABLE TRIGGER "AuditEvent_no_change"`,
    );
    expect(await auditChains()).toContainEqual({ chain: scope.organisationId, events: 0 });
    expect((await verifyAudit()).lines.join("\n")).toContain(`${scope.organisationId}: BROKEN`);
  });
});
