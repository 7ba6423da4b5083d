import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { firstBrokenLink } from "@/lib/store/audit";
import { disconnect } from "@/lib/store/database";
import { decide } from "@/lib/store/reviews/decisions";
import { createDraft, deleteDraft, getReview, newVersion } from "@/lib/store/reviews/reviews";
import { openSession, startSession } from "@/lib/store/accounts/sessions";
import { signedDocument, signReview } from "@/lib/store/reviews/signing";
import { applyMigrations } from "@/prisma/apply-migrations";
import { restoreBackup } from "@/scripts/backup/restore-backup";
import { writeBackup } from "@/scripts/backup/write-backup";
import { madeUpClinic } from "./support/made-up";
import { madeUpCase } from "./support/made-up-case";
import { databaseForTests, emptyDatabase, sql } from "./support/test-database";

const database = databaseForTests();
const directory = mkdtempSync(path.join(tmpdir(), "backup-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const EVERYTHING = `SELECT (SELECT coalesce(json_agg(t ORDER BY "id"), '[]') FROM "Review" t)::text || (SELECT json_agg(t ORDER BY "id") FROM "Decision" t)::text || (SELECT json_agg(t ORDER BY "id") FROM "User" t)::text
  || (SELECT json_agg(t ORDER BY "chain", "seq") FROM "AuditEvent" t)::text || (SELECT json_agg(t ORDER BY "chain") FROM "AuditChain" t)::text || (SELECT json_agg(t ORDER BY "id") FROM "Organisation" t)::text AS all`;

describe("a backup", () => {
  it("gives everything back on another database, to the character, with the audit chain whole", async () => {
    const { scope, user } = await madeUpClinic();
    const { reference } = await createDraft(scope, {
      ...madeUpCase({
        findings: [{ id: "a" }],
        text: 'fu\u0000ro\ud800semide 💊 \u2028\r\n"quoted" \\ 1e400 12345678901234567890.10',
      }),
      localReference: "MRN 7",
    });
    await decide(scope, reference, { findingId: "a", action: "monitor", reason: null, comment: "line\nbreak" });
    await signReview(scope, reference, { baseVersion: 1, acknowledged: [] });
    const next = await newVersion(scope, reference);
    await signReview(scope, next.reference, { baseVersion: 1, acknowledged: [] });
    const session = await startSession(user);
    const before = {
      all: await sql(database.url(), EVERYTHING),
      record: await getReview(scope, reference),
      document: await signedDocument(scope, reference),
    };
    const file = path.join(directory, "whole");
    const rows = await writeBackup(database.url(), file);
    expect(statSync(file).mode & 0o077).toBe(0);

    const other = await emptyDatabase();
    try {
      expect(await restoreBackup(other.url, file, { replace: false })).toBe(rows);
      expect(await applyMigrations(other.url)).toEqual([]);
      expect(await sql(other.url, EVERYTHING)).toEqual(before.all);
      await disconnect();
      process.env.DATABASE_URL = other.url;
      expect(await getReview(scope, reference)).toEqual(before.record);
      expect(await signedDocument(scope, reference)).toEqual(before.document);
      expect(await firstBrokenLink(scope.organisationId)).toBeNull();
      expect(await openSession(session)).toBeNull();
      await expect(deleteDraft(scope, reference)).rejects.toMatchObject({ code: "already-signed" });
      await expect(sql(other.url, `DELETE FROM "Decision"`)).rejects.toThrow(/is signed/);
      expect((await createDraft(scope, madeUpCase())).reference).toBe("CC-0003");
    } finally {
      await disconnect();
      process.env.DATABASE_URL = database.url();
      await other.stop();
    }
  });

  it("does not replace reviews unless told to, and then replaces all", async () => {
    const { scope } = await madeUpClinic();
    const file = path.join(directory, "replace");
    await writeBackup(database.url(), file);
    const { reference } = await createDraft(scope, madeUpCase());
    await expect(restoreBackup(database.url(), file, { replace: false })).rejects.toThrow(/--replace/);
    expect(await getReview(scope, reference)).not.toBeNull();
    await restoreBackup(database.url(), file, { replace: true });
    expect(await getReview(scope, reference)).toBeNull();
  });

  it("is refused when it was cut off, changed or is something else, and nothing is touched", async () => {
    await createDraft((await madeUpClinic()).scope, madeUpCase());
    const file = path.join(directory, "damaged");
    await writeBackup(database.url(), file);
    const before = await sql(database.url(), EVERYTHING);
    const text = readFileSync(file, "utf8");
    const header = text.slice(0, text.indexOf("\n"));
    const damaged = {
      "cut off": text.slice(0, -200),
      changed: text.replace("furosemide", "torasemide"),
      "a letter": "Dear colleague,\n",
      empty: "",
      "without its end": `${header}\n`,
    };
    for (const [what, content] of Object.entries(damaged)) {
      writeFileSync(file, content);
      await expect(restoreBackup(database.url(), file, { replace: true }), what).rejects.toThrow(/Nothing was changed/);
    }
    expect(await sql(database.url(), EVERYTHING)).toEqual(before);
  });

  it("names only tables of CrampCheck: a header with SQL in a table's name is refused, and the SQL is not run", async () => {
    const { scope } = await madeUpClinic();
    const { reference } = await createDraft(scope, madeUpCase());
    const file = path.join(directory, "sql");
    await writeBackup(database.url(), file);
    const [header = "", ...rest] = readFileSync(file, "utf8").trimEnd().split("\n");
    for (const name of [`User"; DROP TABLE "Decision"; --`, "AuditChain", "pg_class", "user", "__proto__"]) {
      for (const where of ["header", "row"] as const) {
        const lines = [header, ...rest.slice(0, -1)];
        if (where === "header") {
          const read = JSON.parse(header) as { tables: unknown[] };
          lines[0] = JSON.stringify({ ...read, tables: [...read.tables, { table: name, rows: 0 }] });
        } else lines.push(JSON.stringify({ table: name, row: "()" }));
        const body = `${lines.join("\n")}\n`;
        const end = JSON.stringify({ sha256: createHash("sha256").update(body).digest("hex") });
        writeFileSync(file, `${body}${end}\n`);
        if (where === "header")
          await expect(restoreBackup(database.url(), file, { replace: true }), name).rejects.toThrow(
            "This file is not a backup of CrampCheck. Nothing was changed.",
          );
        else await restoreBackup(database.url(), file, { replace: true });
        expect(await getReview(scope, reference), `${name} in the ${where}`).not.toBeNull();
      }
    }
  });

  it("of a newer version says that it is newer, also with tables that this one does not know", async () => {
    const file = path.join(directory, "newer");
    const header = {
      format: "crampcheck-backup",
      formatVersion: 1,
      madeAt: "",
      migrations: [{ name: "29990101000000_later", checksum: "" }],
      tables: [{ table: "Later", rows: 0 }],
    };
    writeFileSync(file, `${JSON.stringify(header)}\n{}\n`);
    await expect(restoreBackup(database.url(), file, { replace: true })).rejects.toThrow(/newer version/);
  });

  it("that cannot be put back whole leaves the old data standing", async () => {
    const { scope } = await madeUpClinic();
    const { reference } = await createDraft(scope, madeUpCase());
    const file = path.join(directory, "forged");
    await writeBackup(database.url(), file);
    const lines = readFileSync(file, "utf8")
      .trimEnd()
      .split("\n")
      .slice(0, -1)
      .map((line) => line.replace("review.create", "review.forged"));
    const body = `${lines.join("\n")}\n`;
    writeFileSync(file, `${body}${JSON.stringify({ sha256: createHash("sha256").update(body).digest("hex") })}\n`);
    await expect(restoreBackup(database.url(), file, { replace: true })).rejects.toThrow(/does not continue its chain/);
    expect(await getReview(scope, reference)).not.toBeNull();
  });
});
