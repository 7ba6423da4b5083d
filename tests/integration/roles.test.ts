import { beforeAll, describe, expect, it, vi } from "vitest";
import { mayDo, type Permission } from "@/lib/auth/permissions";
import { listAudit } from "@/lib/store/audit";
import { createDraft } from "@/lib/store/reviews/reviews";
import { coSign, coSignaturesOf } from "@/lib/store/reviews/co-sign";
import { signReview } from "@/lib/store/reviews/signing";
import { getReview } from "@/lib/store/reviews/reviews";
import { invite, LINK_HOURS, makeLink, ownerOfLink, removeOldLinks } from "@/lib/store/accounts/password-links";
import { accountRows } from "@/lib/store/accounts/account-rows";
import { Role } from "@/lib/store/accounts/users";
import { setPasswordByLink } from "@/lib/auth/set-password-by-link";
import { signIn } from "@/lib/auth/sign-in";
import { call, SECRET, tokenFor, URL_HERE } from "./support/route-caller";
import { colleague, madeUpClinic } from "./support/made-up";
import { madeUpCase } from "./support/made-up-case";
import { databaseForTests, sql } from "./support/test-database";

/** One for every file of the worker: they share the modules that hold the mock (vitest.config.mts). */
const request = vi.hoisted(() => {
  const shared: { crampcheckRequest?: { token: string | undefined } } & typeof globalThis = globalThis;
  return (shared.crampcheckRequest ??= { token: undefined });
});
vi.mock("next/headers", () => ({
  cookies: () => Promise.resolve({ get: () => (request.token === undefined ? undefined : { value: request.token }) }),
  headers: () => Promise.resolve(new Headers({ "x-forwarded-for": "203.0.113.9" })),
}));

const database = databaseForTests();
beforeAll(() => {
  process.env.NEXTAUTH_SECRET = SECRET;
  process.env.NEXTAUTH_URL = URL_HERE;
});

type Act = { name: string; permission: Permission; method: string; load: () => Promise<unknown>; body: unknown };

/** Every act on a review or an account by its handler; `own` acts stand on a thing of the caller's organisation or another's. */
const ON_REVIEW: readonly Act[] = [
  {
    name: "edit",
    permission: "review.edit",
    method: "PUT",
    load: () => import("@/app/api/reviews/[reference]/labs/route"),
    body: { labIds: [] },
  },
  {
    name: "delete",
    permission: "review.delete",
    method: "DELETE",
    load: () => import("@/app/api/reviews/[reference]/route"),
    body: {},
  },
  {
    name: "archive",
    permission: "review.archive",
    method: "PUT",
    load: () => import("@/app/api/reviews/[reference]/archive/route"),
    body: { archived: true },
  },
  {
    name: "sign",
    permission: "review.sign",
    method: "POST",
    load: () => import("@/app/api/reviews/[reference]/sign/route"),
    body: { baseVersion: 99, acknowledged: [] },
  },
  {
    name: "co-sign",
    permission: "review.co-sign",
    method: "POST",
    load: () => import("@/app/api/reviews/[reference]/co-sign/route"),
    body: {},
  },
];
const ON_ACCOUNT: readonly Act[] = [
  {
    name: "role",
    permission: "account.administer",
    method: "PUT",
    load: () => import("@/app/api/accounts/[userId]/route"),
    body: { role: "pharmacist" },
  },
  {
    name: "link",
    permission: "account.administer",
    method: "POST",
    load: () => import("@/app/api/accounts/[userId]/link/route"),
    body: {},
  },
  {
    name: "sessions",
    permission: "account.administer",
    method: "DELETE",
    load: () => import("@/app/api/accounts/[userId]/sessions/route"),
    body: {},
  },
  {
    name: "disable",
    permission: "account.administer",
    method: "PUT",
    load: () => import("@/app/api/accounts/[userId]/route"),
    body: { disabled: true },
  },
];
const ON_OWN: readonly Act[] = [
  {
    name: "worklist",
    permission: "review.open",
    method: "POST",
    load: () => import("@/app/api/worklist/route"),
    body: {},
  },
  {
    name: "read",
    permission: "entry.read",
    method: "POST",
    load: () => import("@/app/api/conditions/route"),
    body: { words: "gout" },
  },
  { name: "audit", permission: "audit.read", method: "POST", load: () => import("@/app/api/audit/route"), body: {} },
  {
    name: "audit export",
    permission: "audit.read",
    method: "POST",
    load: () => import("@/app/api/audit/export/route"),
    body: {},
  },
  {
    name: "settings",
    permission: "settings.change",
    method: "PUT",
    load: () => import("@/app/api/settings/route"),
    body: { name: "N", country: "UK", units: "SI", timeZone: "UTC" },
  },
  {
    name: "session",
    permission: "account.own",
    method: "POST",
    load: () => import("@/app/api/session/route"),
    body: {},
  },
];

async function perform(act: Act, params: Record<string, string> = {}) {
  const handlers = (await act.load()) as Record<string, Parameters<typeof call>[0]>;
  const handler = handlers[act.method];
  if (handler === undefined) throw new Error(`${act.name} has no ${act.method}`);
  return call(handler, act.method, act.body, params);
}

describe("each role", () => {
  it.each(Role.options)(
    "may do what the table says in its own organisation, and nothing in another: %s",
    async (role) => {
      const mine = await madeUpClinic("Mine", role);
      const theirs = await madeUpClinic("Theirs");
      const someone = await colleague(mine.scope.organisationId);
      const target = async () => (await createDraft(someone.scope, madeUpCase())).reference;
      // Numbers that the caller's organisation does not have, so that the other's is meant.
      for (let index = 0; index < 12; index += 1) await createDraft(theirs.scope, madeUpCase());
      request.token = await tokenFor(mine.user);
      for (const act of ON_REVIEW) {
        const may = mayDo(role, act.permission);
        const own = await perform(act, { reference: await target() });
        expect([act.name, own.status === 401 || own.status === 403]).toEqual([act.name, !may]);
        const other = await perform(act, { reference: "CC-0012" });
        expect([act.name, other.status]).toEqual([act.name, may ? 404 : 403]);
      }
      for (const act of ON_ACCOUNT) {
        const may = mayDo(role, act.permission);
        const person = await colleague(mine.scope.organisationId);
        const own = await perform(act, { userId: person.user.id });
        expect([act.name, own.status]).toEqual([act.name, may ? 200 : 403]);
        const other = await perform(act, { userId: theirs.user.id });
        expect([act.name, other.status]).toEqual([act.name, may ? 404 : 403]);
        const self = await perform(act, { userId: mine.user.id });
        expect([act.name, self.status]).toEqual([act.name, may ? 409 : 403]);
      }
      for (const act of ON_OWN)
        expect([act.name, (await perform(act)).status]).toEqual([act.name, mayDo(role, act.permission) ? 200 : 403]);
      const [{ untouched } = { untouched: 0 }] = await sql<{ untouched: number }>(
        database.url(),
        `SELECT count(*)::int AS untouched FROM "Review" WHERE "organisationId" = $1 AND "status" = 'draft'`,
        [theirs.scope.organisationId],
      );
      expect(untouched).toBe(12);
    },
  );

  it("is asked of nobody who is not signed in: every act is refused with the same code", async () => {
    request.token = undefined;
    for (const act of [...ON_REVIEW, ...ON_ACCOUNT, ...ON_OWN])
      expect([act.name, await perform(act, { reference: "CC-0001", userId: "x" })]).toMatchObject([
        act.name,
        { status: 401, code: "signed-out" },
      ]);
  });

  it("is refused on record, with the permission and where it came from", async () => {
    const { scope, user } = await madeUpClinic("Clinic", "auditor");
    request.token = await tokenFor(user);
    const [edit] = ON_REVIEW;
    if (edit !== undefined) await perform(edit, { reference: "CC-0001" });
    expect((await listAudit(scope)).find(({ action }) => action === "access.denied")?.detail).toEqual({
      permission: "review.edit",
      address: "203.0.113.9",
    });
  });
});

describe("a co-signature", () => {
  async function signedByClinician() {
    const { scope } = await madeUpClinic();
    const pharmacist = await colleague(scope.organisationId, "pharmacist");
    const { reference, id } = await createDraft(scope, { ...madeUpCase(), localReference: "MRN 1" });
    return { scope, pharmacist, reference, id };
  }

  it("is of a signed review, by somebody else than its signer, once, and leaves the document as it is", async () => {
    const { scope, pharmacist, reference, id } = await signedByClinician();
    await expect(coSign(pharmacist.scope, reference)).rejects.toMatchObject({ code: "conflict" });
    await signReview(scope, reference, { baseVersion: 1, acknowledged: [] });
    const before = await getReview(scope, reference);
    await expect(coSign(scope, reference)).rejects.toMatchObject({ code: "conflict" });
    await coSign(pharmacist.scope, reference);
    await coSign(pharmacist.scope, reference);
    expect((await coSignaturesOf(scope, id)).map(({ byId }) => byId)).toEqual([pharmacist.user.id]);
    expect(await getReview(scope, reference)).toEqual(before);
    expect((await listAudit(scope)).filter(({ action }) => action === "review.co-sign")).toHaveLength(1);
  });

  it("cannot be changed, taken away or forged by SQL, nor made from another organisation", async () => {
    const { scope, pharmacist, reference, id } = await signedByClinician();
    await signReview(scope, reference, { baseVersion: 1, acknowledged: [] });
    const stranger = await madeUpClinic("Elsewhere", "pharmacist");
    await expect(coSign(stranger.scope, reference)).rejects.toMatchObject({ code: "not-found" });
    const insert = (digest: string) =>
      sql(database.url(), `INSERT INTO "CoSignature" ("reviewId", "byId", "digest") VALUES ($1, $2, $3)`, [
        id,
        pharmacist.user.id,
        digest,
      ]);
    await expect(insert("0".repeat(64))).rejects.toThrow("is not signed by somebody else");
    await coSign(pharmacist.scope, reference);
    for (const statement of [
      `UPDATE "CoSignature" SET "at" = now()`,
      `DELETE FROM "CoSignature"`,
      `TRUNCATE "CoSignature"`,
    ])
      await expect(sql(database.url(), statement)).rejects.toThrow("is not allowed");
    expect(await coSignaturesOf(stranger.scope, id)).toEqual([]);
  });
});

describe("a link that sets a password", () => {
  const PASSWORD = "four walls and a roof";
  const address = "203.0.113.9";
  const invited = async () => {
    const { scope } = await madeUpClinic("Clinic", "admin");
    const email = `new.${Math.random().toString(36).slice(2)}@example.org`;
    const { userId, link } = await invite(scope, { email, displayName: "Dr New", role: "clinician" });
    return { scope, email, userId, link };
  };

  it("invites: nobody signs in before it is used, then the password that was chosen works", async () => {
    const { scope, email, userId, link } = await invited();
    expect((await signIn(email, "none chosen yet", "one")).kind).toBe("refused");
    expect((await accountRows(scope)).find(({ id }) => id === userId)?.openLink).toBe("invitation");
    await expect(setPasswordByLink(link.secret, "short", address)).rejects.toMatchObject({ code: "bad-input" });
    expect(await setPasswordByLink(link.secret, PASSWORD, address)).toEqual({ email });
    expect((await signIn(email, PASSWORD, "two")).kind).toBe("signed-in");
    expect((await accountRows(scope)).find(({ id }) => id === userId)?.openLink).toBeNull();
  });

  it("works once, also for two who come together", async () => {
    const { link } = await invited();
    const both = await Promise.allSettled(
      ["four walls and a roof", "three bridges over water"].map((one) => setPasswordByLink(link.secret, one, address)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(setPasswordByLink(link.secret, PASSWORD, address)).rejects.toMatchObject({ code: "bad-input" });
  });

  it("is replaced by the next one, ends with its time, and is useless for a disabled account", async () => {
    const { scope, userId, link } = await invited();
    const next = await makeLink(scope, userId);
    expect([next.kind, await ownerOfLink(link.secret)]).toEqual(["invitation", null]);
    const late = new Date(Date.now() + (LINK_HOURS.invitation + 1) * 3_600_000);
    expect([await ownerOfLink(next.secret, late), (await ownerOfLink(next.secret))?.userId]).toEqual([null, userId]);
    await removeOldLinks(late);
    expect(await ownerOfLink(next.secret)).toBeNull();
    const again = await makeLink(scope, userId);
    await sql(database.url(), `UPDATE "User" SET "disabledAt" = now() WHERE "id" = $1`, [userId]);
    expect(await ownerOfLink(again.secret)).toBeNull();
    await expect(makeLink(scope, userId)).rejects.toMatchObject({ code: "conflict" });
  });

  it("is stored as a hash alone, ends the account's sessions, and is on record without its secret", async () => {
    const { scope, userId, link } = await invited();
    const stored = await sql<{ all: string }>(
      database.url(),
      `SELECT string_agg(l::text, ' ') AS all FROM "PasswordLink" l`,
    );
    expect(stored[0]?.all).not.toContain(link.secret);
    await setPasswordByLink(link.secret, PASSWORD, address);
    const events = (await listAudit(scope)).filter(({ subject }) => subject === userId);
    expect(events.map(({ action }) => action)).toEqual(["user.use-link", "user.make-link", "user.create"]);
    expect(JSON.stringify(events)).not.toContain(link.secret);
  });

  it("is made for accounts of one's own organisation only, and for an address that has none", async () => {
    const { userId, email } = await invited();
    const stranger = await madeUpClinic("Elsewhere", "admin");
    await expect(makeLink(stranger.scope, userId)).rejects.toMatchObject({ code: "not-found" });
    await expect(invite(stranger.scope, { email, displayName: "X", role: "admin" })).rejects.toMatchObject({
      code: "conflict",
    });
    for (const secret of ["", "x", "\u0000", "' OR ''='"]) expect(await ownerOfLink(secret)).toBeNull();
  });
});
