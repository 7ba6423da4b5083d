import { ACROSS } from "@/lib/store/scoped-pool";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CurrentSession } from "@/lib/auth/current-session";
import { pageView } from "@/app/_view-models/review/signed-view";
import { reportFile } from "@/lib/clinic/report-file";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { readSignedReview } from "@/lib/report/signed/read-signed";
import { rerunOf } from "@/lib/report/signed/rerun";
import { verifySigned } from "@/lib/report/signed/verify";
import { withTallMan } from "@/lib/report/text/tall-man-text";
import { firstBrokenLink } from "@/lib/store/audit";
import { getOrganisation } from "@/lib/store/accounts/organisation";
import { disconnect, query } from "@/lib/store/database";
import { formatReference } from "@/lib/store/reviews/reference";
import { getReview, newVersion } from "@/lib/store/reviews/reviews";
import { signedDocument, signReview } from "@/lib/store/reviews/signing";
import { applyMigrations } from "@/prisma/apply-migrations";
import { restoreBackup } from "@/scripts/backup/restore-backup";
import { emptyDatabase, type TestDatabase } from "./support/test-database";

/**
 * A backup written by commit ad4137f with its own `npm run backup`: two clinics (US, UK), ten signed reviews of every kind, with
 * and without decisions and leaflet, one superseded, one archived, a follow-up, and a draft with a decision.
 */
const FIXTURE = "tests/integration/fixtures/ad4137f.backup.gz";
const directory = mkdtempSync(path.join(tmpdir(), "upgrade-"));
const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

const AUTHOR = { id: true, organisationId: true, email: true, displayName: true, role: true } as const;

let database: TestDatabase;
let signed: { session: CurrentSession; reference: string }[] = [];
let drafts: { session: CurrentSession; reference: string }[] = [];

beforeAll(async () => {
  database = await emptyDatabase();
  const file = path.join(directory, "ad4137f.backup");
  writeFileSync(file, gunzipSync(readFileSync(FIXTURE)));
  await restoreBackup(database.url, file, { replace: false });
  expect((await applyMigrations(database.url)).length).toBeGreaterThan(0);
  process.env.DATABASE_URL = database.url;
  const rows = await query(ACROSS, (db) =>
    db.review.findMany({
      orderBy: [{ organisationId: "asc" }, { number: "asc" }],
      include: { author: { select: AUTHOR } },
    }),
  );
  const all = await Promise.all(
    rows.map(async ({ organisationId, author, number, signedAt }) => {
      const scope = { organisationId, userId: author.id };
      const organisation = await getOrganisation(scope);
      const session: CurrentSession = {
        scope,
        user: { ...author, disabledAt: null, createdAt: "" },
        organisation,
        sessionId: "",
        idleUntil: "",
        expiresAt: "",
      };
      return { session, reference: formatReference(number), signedAt };
    }),
  );
  signed = all.filter(({ signedAt }) => signedAt !== null);
  drafts = all.filter(({ signedAt }) => signedAt === null);
}, 240_000);

afterAll(async () => {
  await disconnect();
  await database.stop();
  rmSync(directory, { recursive: true, force: true });
}, 60_000);

describe("a database of ad4137f, restored and migrated", () => {
  it("holds what it held: ten signed reviews in each of their states, and its audit chain whole", async () => {
    expect(signed).toHaveLength(10);
    const states = await Promise.all(
      signed.map(async (one) => (await getReview(one.session.scope, one.reference))?.status),
    );
    expect(states.filter((state) => state === "superseded")).toHaveLength(1);
    expect(states.filter((state) => state === "archived")).toHaveLength(1);
    for (const id of new Set(signed.map(({ session }) => session.scope.organisationId)))
      expect(await firstBrokenLink(id)).toBeNull();
  });

  it("opens every signed review as it was signed, with every decision standing", async () => {
    for (const { session, reference } of signed) {
      const record = (await getReview(session.scope, reference))!;
      const stored = (await signedDocument(session.scope, reference))!;
      const document = readSignedReview(stored.document);
      expect(record.review).toEqual(document.review);
      expect(record.patientCase).toEqual(document.patientCase);
      expect(record.decisions.filter(({ changed = [] }) => changed.length > 0)).toEqual([]);
      expect(record.decisions).toHaveLength(document.decisions.length);
    }
  });

  it("shows the page of every signed review from what was signed, and says that it was not kept", async () => {
    const later = { ...structuredClone(loadKnowledge()), version: "2031.01 ffff" };
    for (const { session, reference } of signed) {
      const record = (await getReview(session.scope, reference))!;
      const { view } = await pageView(session, record, [], later);
      expect(view.pageNotKept).toBe(true);
      expect(view.findings.map(({ id }) => id)).toEqual(record.review.findings.map(({ id }) => id));
      expect(view.decisions).toHaveLength(record.decisions.length);
      expect(view.decisions.every(({ earlier }) => earlier === null)).toBe(true);
    }
  });

  it("gains nothing in a signed document that nobody signed", async () => {
    for (const { session, reference } of signed) {
      const { document } = (await signedDocument(session.scope, reference))!;
      const { documentVersion, ...read } = readSignedReview(document);
      expect(documentVersion).toBeDefined();
      const raw = JSON.parse(document) as { review: object; patientCase: object };
      const { schemaVersion: _case, ...patientCase } = read.patientCase;
      const { schemaVersion: _review, ...review } = read.review;
      expect(raw).toMatchObject({ ...read, patientCase, review });
      const keys = (value: object) => Object.keys(value).sort();
      expect(keys(read.review)).toEqual(keys(raw.review));
      expect(keys(read.patientCase)).toEqual(keys(raw.patientCase));
    }
  });

  it("prints the words of every signed review, in every kind, from what was signed", async () => {
    const flat = (text: string) => text.replace(/\s+/g, " ");
    for (const { session, reference } of signed) {
      const record = (await getReview(session.scope, reference))!;
      const text = await reportFile(session, reference, { variant: "full", format: "text", paper: null });
      const printed = flat(Buffer.from(text.content).toString("utf8"));
      for (const { title } of record.review.findings) expect(printed).toContain(flat(withTallMan(title)));
      for (const decision of record.decisions) expect(printed).toContain(flat(decision.decidedBy));
      expect(printed).not.toContain("decided earlier");
      for (const variant of ["summary", "gp-letter", "lab-request"] as const)
        for (const format of ["pdf", "html", "text"] as const)
          expect(
            (await reportFile(session, reference, { variant, format, paper: null })).content.length,
          ).toBeGreaterThan(200);
    }
  }, 240_000);

  it("hands over the leaflet that was signed, and makes none up where none was", async () => {
    for (const { session, reference } of signed) {
      const { document } = (await signedDocument(session.scope, reference))!;
      const leaflet = reportFile(session, reference, { variant: "leaflet", format: "text", paper: null });
      if (readSignedReview(document).leaflet) expect((await leaflet).content.length).toBeGreaterThan(200);
      else await expect(leaflet).rejects.toMatchObject({ code: "conflict" });
    }
  });

  it("verifies every signed review as unaltered, and runs it again", async () => {
    for (const { session, reference } of signed) {
      const file = await reportFile(session, reference, { variant: "full", format: "json", paper: null });
      const stored = (await signedDocument(session.scope, reference))!;
      const answer = await verifySigned(Buffer.from(file.content).toString("utf8"), sha256);
      expect(answer).toMatchObject({ result: "unaltered", computed: stored.digest, review: { reference } });
      expect(rerunOf(readSignedReview(stored.document), loadKnowledge()).asOf).toBe("2026-11-30");
    }
  });

  it("counts a decision in a draft as open, since nobody kept what was seen", async () => {
    expect(drafts).toHaveLength(1);
    const { session, reference } = drafts[0]!;
    const record = (await getReview(session.scope, reference))!;
    expect(record.decisions.map(({ changed }) => changed)).toEqual([["facts not kept"]]);
    const row = await query(ACROSS, (db) =>
      db.review.findUniqueOrThrow({ where: { id: record.id }, select: { openFindings: true } }),
    );
    expect(row.openFindings).toBe(
      record.review.findings.filter(({ priority, byFloor }) => priority !== "info" && byFloor !== true).length,
    );
  });

  it("opens a new version of an old signed review, whose act-now findings want a decision again", async () => {
    const urgent = await Promise.all(
      signed.map(async (one) => ({ ...one, record: (await getReview(one.session.scope, one.reference))! })),
    );
    const old = urgent.find(
      ({ record }) =>
        record.status === "signed" &&
        record.followedUpBy === null &&
        record.review.findings.some(({ priority }) => priority === "act-now"),
    )!;
    const draft = await newVersion(old.session.scope, old.reference);
    const sign = signReview(old.session.scope, draft.reference, { baseVersion: draft.version, acknowledged: [] });
    await expect(sign).rejects.toMatchObject({ code: "not-ready-to-sign" });
  });
});
