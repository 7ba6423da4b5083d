import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signIn } from "@/lib/auth/sign-in";
import { hashPassword } from "@/lib/auth/password";
import { firstBrokenLink, listAudit, record } from "@/lib/store/audit";
import { disconnect, query, ROW_SECURITY } from "@/lib/store/database";
import { openSession } from "@/lib/store/accounts/sessions";
import { addUser } from "@/lib/store/accounts/users";
import { invite, ownerOfLink } from "@/lib/store/accounts/password-links";
import { createDraft, getReview } from "@/lib/store/reviews/reviews";
import { signReview } from "@/lib/store/reviews/signing";
import { listReviews } from "@/lib/store/worklist/worklist";
import { WorklistQuery } from "@/lib/store/worklist/worklist-query";
import { grantToApplication } from "@/prisma/application-role";
import { applyMigrations } from "@/prisma/apply-migrations";
import { madeUpCase } from "./support/made-up-case";
import { colleague, madeUpClinic } from "./support/made-up";
import { sql } from "./support/test-database";

const SERVER = process.env.TEST_DATABASE_URL ?? "";
const PASSWORD = "four walls and a roof";
const name = `crampcheck_rls_${randomBytes(5).toString("hex")}`;
const [owner, application] = [`${name}_owner`, `${name}_app`];
const as = (role: string, database = name) => {
  const url = new URL(SERVER);
  [url.username, url.password, url.pathname] = [role, "made-up", `/${database}`];
  return url.toString();
};
const asApplication = (text: string, organisationId = "") =>
  sql<Record<string, unknown>>(
    as(application),
    `SELECT set_config('crampcheck.organisation', '${organisationId}', false); ${text}`,
  );

/** The embedded database has one role, which PostgreSQL lets through everything (docs/operations.md, Limits). */
describe.skipIf(SERVER === "")("the application's role on a server", () => {
  let before: string | undefined;
  beforeAll(async () => {
    await sql(SERVER, `CREATE ROLE ${owner} LOGIN PASSWORD 'made-up'`);
    await sql(SERVER, `CREATE ROLE ${application} LOGIN PASSWORD 'made-up' NOSUPERUSER NOBYPASSRLS NOCREATEROLE`);
    await sql(SERVER, `CREATE DATABASE ${name} OWNER ${owner}`);
    await applyMigrations(as(owner));
    await grantToApplication(as(owner), as(application));
    await disconnect();
    before = process.env.DATABASE_URL;
    process.env.DATABASE_URL = as(application);
    process.env[ROW_SECURITY] = "on";
  }, 600_000);
  afterAll(async () => {
    await disconnect();
    delete process.env[ROW_SECURITY];
    if (before === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = before;
    await sql(SERVER, `DROP DATABASE ${name} WITH (FORCE)`);
    await sql(SERVER, `DROP ROLE ${application}`);
    await sql(SERVER, `DROP ROLE ${owner}`);
  }, 600_000);

  it("does everything that serving needs: accounts, signing in, drafts, signing, worklist, trail", async () => {
    const { scope } = await madeUpClinic();
    const { user, scope: theirs } = await colleague(scope.organisationId, "clinician", await hashPassword(PASSWORD));
    const session = await signIn(user.email, PASSWORD, "203.0.113.9");
    expect(session.kind === "signed-in" && (await openSession(session.sessionId))?.user.id).toBe(user.id);
    const { link } = await invite(scope, { email: `${name}@example.org`, displayName: "N", role: "auditor" });
    expect((await ownerOfLink(link.secret))?.organisationId).toBe(scope.organisationId);
    const draft = await createDraft(theirs, { ...madeUpCase(), localReference: "MRN 1" });
    expect((await signReview(theirs, draft.reference, { baseVersion: 1, acknowledged: [] })).status).toBe("signed");
    expect((await listReviews(theirs, WorklistQuery.parse({ view: "all" }))).total).toBe(1);
    expect((await listAudit(theirs)).map(({ action }) => action)).toContain("review.sign");
    expect(await firstBrokenLink(scope.organisationId)).toBeNull();
  });

  it("sees each organisation's rows alone while many ask at once", async () => {
    const clinics = await Promise.all(Array.from({ length: 6 }, () => madeUpClinic()));
    await Promise.all(clinics.map(({ scope }) => createDraft(scope, madeUpCase())));
    const rounds = Array.from({ length: 20 }, () => clinics).flat();
    const found = await Promise.all(rounds.map(({ scope }) => getReview(scope, "CC-0001")));
    expect(found.map((one) => one?.author.id)).toEqual(rounds.map(({ user }) => user.id));
  });

  it("sees no row of any table where the query forgets the organisation, in the store and in SQL", async () => {
    const { scope } = await madeUpClinic();
    const draft = await createDraft(scope, { ...madeUpCase(), localReference: "MRN 1" });
    await signReview(scope, draft.reference, { baseVersion: 1, acknowledged: [] });
    const everything = { organisationId: "" };
    expect(await query(everything, (db) => db.review.findMany())).toEqual([]);
    const stranger = await madeUpClinic();
    expect(await query(stranger.scope, (db) => db.review.findMany({ where: { id: draft.id } }))).toEqual([]);
    for (const table of [
      "Organisation",
      "User",
      "Session",
      "PasswordLink",
      "Review",
      "Decision",
      "SignedReport",
      "AuditEvent",
    ]) {
      expect([table, (await sql(as(application), `SELECT 1 FROM "${table}"`)).length]).toEqual([table, 0]);
    }
    // What comes before anybody is known opens no review, and nobody writes into another organisation.
    expect(await query({ organisationId: "*" }, (db) => db.review.count())).toBe(0);
    await expect(
      query(stranger.scope, (db) => db.review.update({ where: { id: draft.id }, data: { number: 9 } })),
    ).rejects.toThrow();
    const move = `UPDATE "User" SET "organisationId" = '${scope.organisationId}'`;
    await expect(asApplication(move, stranger.scope.organisationId)).rejects.toThrow("row-level security");
  });

  it("cannot switch the security off, nor become somebody whom it does not bind", async () => {
    const { scope } = await madeUpClinic();
    for (const statement of [
      `SET row_security = off; SELECT * FROM "Review"`,
      `SET ROLE ${owner}`,
      `SET SESSION AUTHORIZATION ${owner}`,
      `ALTER TABLE "Review" DISABLE ROW LEVEL SECURITY`,
      `DROP POLICY "own" ON "Review"`,
      `CREATE TABLE "Mine" (a int)`,
      `ALTER ROLE ${application} BYPASSRLS`,
      `DELETE FROM "Organisation"`,
    ])
      await expect(asApplication(statement, scope.organisationId), statement).rejects.toThrow();
  });

  it("can neither change, reorder, cut nor forge the trail", async () => {
    const { scope } = await madeUpClinic();
    await record(scope, { action: "review.view", subject: "CC-0001" });
    const chain = scope.organisationId;
    for (const statement of [
      `UPDATE "AuditEvent" SET "userId" = 'x'`,
      `UPDATE "AuditEvent" SET "seq" = "seq" + 100`,
      `DELETE FROM "AuditEvent"`,
      `TRUNCATE "AuditEvent"`,
      `TRUNCATE "AuditChain"`,
      `UPDATE "AuditChain" SET "seq" = 0, "hash" = ''`,
      `DELETE FROM "AuditChain"`,
      `INSERT INTO "AuditChain" VALUES ('made up', 0, '')`,
      `ALTER TABLE "AuditEvent" DISABLE TRIGGER ALL`,
      `SET session_replication_role = replica`,
      `DROP TRIGGER "AuditEvent_chain" ON "AuditEvent"`,
      `CREATE OR REPLACE FUNCTION "audit_event_hash"(event "AuditEvent") RETURNS text LANGUAGE sql AS 'SELECT ''x'''`,
      `INSERT INTO "AuditEvent" ("id", "chain", "action", "hash") VALUES ('forged-1', '${chain}', 'review.sign', '${"0".repeat(64)}')`,
      `INSERT INTO "AuditEvent" ("id", "chain", "action") VALUES ('forged-2', 'another organisation', 'review.sign')`,
      `DELETE FROM "SignedReport"`,
      `UPDATE "CoSignature" SET "at" = now()`,
    ])
      await expect(asApplication(statement, chain), statement).rejects.toThrow();
    // A number, a place in the chain and a time that it gives itself are not taken.
    await asApplication(
      `INSERT INTO "AuditEvent" ("id", "chain", "seq", "at", "action", "previousHash") VALUES ('dated-${chain}', '${chain}', 1, '2020-01-01', 'review.view', 'x')`,
      chain,
    );
    const [last] = await listAudit(scope);
    expect([last?.seq, Date.now() - Date.parse(last?.at ?? "") < 60_000]).toEqual([3, true]);
    expect(await firstBrokenLink(chain)).toBeNull();
  });

  it("is told as a conflict where an address has an account that it does not see", async () => {
    const [mine, theirs] = [await madeUpClinic(), await madeUpClinic()];
    const again = { email: theirs.user.email, displayName: "X", role: "clinician", passwordHash: "x" } as const;
    await expect(addUser(mine.scope.organisationId, again)).rejects.toMatchObject({ code: "conflict" });
  });

  it("is refused where it owns the tables, is a superuser, or may become either", async () => {
    await expect(grantToApplication(as(owner), as(owner))).rejects.toThrow("nothing would bind it");
    await expect(grantToApplication(as(owner), as(new URL(SERVER).username))).rejects.toThrow("nothing would bind it");
    await sql(SERVER, `GRANT ${owner} TO ${application}`);
    await expect(grantToApplication(as(owner), as(application))).rejects.toThrow("nothing would bind it");
    await sql(SERVER, `REVOKE ${owner} FROM ${application}`);
    await grantToApplication(as(owner), as(application));
  });
});
