import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { CurrentSession } from "@/lib/auth/current-session";
import { reportFile } from "@/lib/clinic/report-file";
import { reviewedDraft } from "@/lib/clinic/review-entry";
import { signWithReports } from "@/lib/clinic/sign";
import { ReportVariant } from "@/lib/domain/report-variant";
import { disconnect } from "@/lib/store/database";
import { listAudit } from "@/lib/store/audit";
import { keptReport, reportWithDigest } from "@/lib/store/reviews/kept-reports";
import { decide } from "@/lib/store/reviews/decisions";
import { createDraft, getReview, newVersion } from "@/lib/store/reviews/reviews";
import { signedDocument, signReview } from "@/lib/store/reviews/signing";
import { madeUpSession } from "./support/made-up-session";
import { restoreBackup } from "@/scripts/backup/restore-backup";
import { writeBackup } from "@/scripts/backup/write-backup";
import { databaseForTests, emptyDatabase, sql } from "./support/test-database";

const database = databaseForTests();
const INPUT = {
  medications: "metolazone 5 mg daily since 2026-09-01\nformoterol inhaler twice daily\nzzyzx 3 mg",
  labs: "Na 129 mmol/L 2026-11-20",
  context: { birthYear: 1949, sex: "female" },
};
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const SEEN = ["unread:medications:zzyzx 3 mg"];

async function draft(session: CurrentSession) {
  return createDraft(session.scope, { ...(await reviewedDraft(INPUT, session.organisation)), localReference: "R 7" });
}
async function signed(session: CurrentSession) {
  const { reference } = await draft(session);
  return signWithReports(session, reference, { baseVersion: 1, acknowledged: SEEN });
}
const file = (
  session: CurrentSession,
  reference: string,
  format: "pdf" | "html" | "text" | "csv" | "json",
  variant: ReportVariant = "full",
) => reportFile(session, reference, { variant, format, paper: null });

describe("the reports of a signed review", () => {
  it("are made once, at the signature: every kind in every format that is offered, with its digest", async () => {
    const session = await madeUpSession("UK");
    const { id, reference } = await signed(session);
    const rows = await sql<{ variant: string; format: string; paper: string | null; stored: number; size: number }>(
      database.url(),
      `SELECT "variant", "format", "paper", length("bytes") AS stored, "size" FROM "SignedReport" WHERE "reviewId" = $1`,
      [id],
    );
    const kinds = ReportVariant.options.flatMap((variant) => ["pdf", "html", "text"].map((one) => `${variant} ${one}`));
    expect(rows.map(({ variant, format }) => `${variant} ${format}`).sort()).toEqual(
      expect.arrayContaining([...kinds, "full csv", "full json"].sort()),
    );
    expect(new Set(rows.filter(({ format }) => format === "pdf").map(({ paper }) => paper))).toEqual(new Set(["A4"]));
    expect(rows.reduce((sum, { stored }) => sum + stored, 0)).toBeLessThan(600_000);
    const pdf = await file(session, reference, "pdf", "gp-letter");
    expect(pdf).toMatchObject({ kept: true, type: "application/pdf", name: `${reference}-gp-letter.pdf` });
    const kept = await keptReport(session.scope, reference, { variant: "gp-letter", format: "pdf" });
    expect(sha256(pdf.content)).toBe(kept?.sha256);
    const [event] = await listAudit(session.scope, { subject: reference });
    expect(event).toMatchObject({ action: "review.sign", detail: { reports: rows.length } });
  });

  it("are the same bytes after a newer version, another name and another country of the clinic", async () => {
    const session = await madeUpSession("US");
    const { reference } = await signed(session);
    const all = async () =>
      Promise.all(
        ReportVariant.options.flatMap((variant) =>
          (["pdf", "html", "text", "csv", "json"] as const).map(async (format) =>
            sha256((await file(session, reference, format, variant)).content),
          ),
        ),
      );
    const before = await all();
    const next = await newVersion(session.scope, reference);
    await signWithReports(session, next.reference, { baseVersion: 1, acknowledged: SEEN });
    await sql(database.url(), `UPDATE "Organisation" SET "name" = 'Renamed', "country" = 'UK' WHERE "id" = $1`, [
      session.organisation.id,
    ]);
    expect(await all()).toEqual(before);
    expect((await file(session, reference, "pdf")).name).toBe(`${reference}-superseded.pdf`);
  });

  it("that hold no signature yet are not kept, and one on other paper is printed from what was signed", async () => {
    const session = await madeUpSession("UK");
    const { reference } = await draft(session);
    expect((await file(session, reference, "text")).kept).toBe(false);
    await signWithReports(session, reference, { baseVersion: 1, acknowledged: SEEN });
    const letter = await reportFile(session, reference, { variant: "full", format: "pdf", paper: "LETTER" });
    expect(letter.kept).toBe(false);
    expect((await reportFile(session, reference, { variant: "full", format: "pdf", paper: "A4" })).kept).toBe(true);
  });

  it("cannot be made: then nothing is signed and nothing is kept", async () => {
    const session = await madeUpSession();
    const { reference } = await draft(session);
    const failing = signReview(session.scope, reference, {
      baseVersion: 1,
      acknowledged: SEEN,
      makeReports: () => Promise.reject(new Error("no paper")),
    });
    await expect(failing).rejects.toThrow("no paper");
    expect((await getReview(session.scope, reference))?.status).toBe("draft");
    expect(await signedDocument(session.scope, reference)).toBeNull();
  });

  it("are never those of something else than what is signed: a decision of meanwhile stops the signature", async () => {
    const session = await madeUpSession();
    const { reference, review } = await draft(session);
    const findingId = review.findings[0]!.id;
    const crossed = signReview(session.scope, reference, {
      baseVersion: 1,
      acknowledged: SEEN,
      makeReports: async () => {
        await decide(session.scope, reference, { findingId, action: "monitor", reason: null, comment: "" });
        return [];
      },
    });
    await expect(crossed).rejects.toMatchObject({ code: "conflict" });
    expect((await getReview(session.scope, reference))?.status).toBe("draft");
  });

  it("cannot be changed, removed, or added to a draft, by SQL either; bent bytes are not sent", async () => {
    const session = await madeUpSession();
    const { id, reference } = await signed(session);
    const change = (statement: string) => sql(database.url(), statement, [id]);
    await expect(change(`UPDATE "SignedReport" SET "bytes" = '' WHERE "reviewId" = $1`)).rejects.toThrow(/not allowed/);
    await expect(change(`DELETE FROM "SignedReport" WHERE "reviewId" = $1`)).rejects.toThrow(/not allowed/);
    const other = await draft(session);
    const add = `INSERT INTO "SignedReport" SELECT $1, "variant", "format", "paper", "compressed", "bytes", "size", "sha256" FROM "SignedReport" LIMIT 1`;
    await expect(sql(database.url(), add, [other.id])).rejects.toThrow(/is not signed/);
    await sql(database.url(), `ALTER TABLE "SignedReport" DISABLE TRIGGER "SignedReport_no_change"`);
    await change(
      `UPDATE "SignedReport" SET "bytes" = 'x', "compressed" = false WHERE "reviewId" = $1 AND "format" = 'csv'`,
    );
    await sql(database.url(), `ALTER TABLE "SignedReport" ENABLE TRIGGER "SignedReport_no_change"`);
    await expect(file(session, reference, "csv")).rejects.toMatchObject({ code: "internal" });
  });

  it("come back from a backup to the byte", async () => {
    const session = await madeUpSession();
    const { reference } = await signed(session);
    const { content } = await file(session, reference, "pdf");
    const directory = mkdtempSync(path.join(tmpdir(), "kept-"));
    const other = await emptyDatabase();
    try {
      await writeBackup(database.url(), path.join(directory, "backup"));
      await restoreBackup(other.url, path.join(directory, "backup"), { replace: false });
      await disconnect();
      process.env.DATABASE_URL = other.url;
      expect(sha256((await file(session, reference, "pdf")).content)).toBe(sha256(content));
    } finally {
      await disconnect();
      process.env.DATABASE_URL = database.url();
      await other.stop();
      rmSync(directory, { recursive: true });
    }
  });

  it("are known again by their digest, in their own clinic alone", async () => {
    const session = await madeUpSession();
    const { reference } = await signed(session);
    const { content } = await file(session, reference, "pdf", "leaflet");
    const found = { reference, variant: "leaflet", format: "pdf" };
    expect(await reportWithDigest(session.scope, sha256(content))).toEqual(found);
    expect(await reportWithDigest((await madeUpSession()).scope, sha256(content))).toBeNull();
    content[content.length - 1] = (content.at(-1) ?? 0) ^ 1;
    expect(await reportWithDigest(session.scope, sha256(content))).toBeNull();
  });
});
