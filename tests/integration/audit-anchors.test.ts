import { describe, expect, it } from "vitest";
import { firstBrokenLink, record } from "@/lib/store/audit";
import { anchorsNow, brokenAnchors, readAnchors } from "@/scripts/audit/anchor";
import { auditLines } from "@/scripts/audit/export-audit";
import { madeUpClinic } from "./support/made-up";
import { databaseForTests, sql } from "./support/test-database";

const database = databaseForTests();
const KEY = "a key that only the auditor has, long enough";

describe("an anchor of the trail", () => {
  it("shows that the owner of the database rewrote a chain and computed its hashes anew, which the chain cannot", async () => {
    const { scope } = await madeUpClinic();
    for (const subject of ["CC-0001", "CC-0002", "CC-0003"]) await record(scope, { action: "review.view", subject });
    const file = (await anchorsNow(KEY)).map((one) => JSON.stringify(one)).join("\n");
    const anchors = readAnchors(file, KEY);
    expect(await brokenAnchors(anchors)).toEqual([]);
    await record(scope, { action: "review.view", subject: "CC-0004" });
    expect(await brokenAnchors(anchors)).toEqual([]);
    const chain = scope.organisationId;
    await sql(
      database.url(),
      `ALTER TABLE "AuditEvent" DISABLE TRIGGER "AuditEvent_no_change";
       UPDATE "AuditEvent" SET "subject" = 'CC-0009' WHERE "chain" = '${chain}' AND "seq" = 2;
       DO $$ DECLARE e "AuditEvent"; before text := ''; BEGIN
         FOR e IN SELECT * FROM "AuditEvent" WHERE "chain" = '${chain}' ORDER BY "seq" LOOP
           e."previousHash" := before;
           before := "audit_event_hash"(e);
           UPDATE "AuditEvent" SET "previousHash" = e."previousHash", "hash" = before WHERE "id" = e."id";
         END LOOP;
         UPDATE "AuditChain" SET "hash" = before WHERE "chain" = '${chain}';
       END $$;
       ALTER TABLE "AuditEvent" ENABLE TRIGGER "AuditEvent_no_change"`,
    );
    expect(await firstBrokenLink(chain)).toBeNull();
    expect(await brokenAnchors(anchors)).toEqual([expect.stringMatching(`^${chain}: event \\d+ or one before it`)]);
  });

  it("is believed only where it was made with the key, and a cut chain is told", async () => {
    const { scope } = await madeUpClinic();
    await record(scope, { action: "review.view", subject: "CC-0001" });
    const [anchor] = (await anchorsNow(KEY)).filter(({ chain }) => chain === scope.organisationId);
    if (anchor === undefined) throw new Error("no anchor");
    const forged = JSON.stringify({ ...anchor, hash: "0".repeat(64) });
    expect(() => readAnchors(forged, KEY)).toThrow("was not made with this AUDIT_KEY");
    expect(() => readAnchors("junk", null)).toThrow("Line 1");
    expect(await brokenAnchors([{ ...anchor, seq: anchor.seq + 5 }])).toEqual([expect.stringContaining("is gone")]);
  });

  it("and the export holds every event with its hash, in order", async () => {
    const { scope } = await madeUpClinic();
    for (let index = 0; index < 3; index += 1) await record(scope, { action: "review.view", subject: "CC-0001" });
    const lines: { seq: number; previousHash: string; hash: string }[] = [];
    for await (const line of auditLines([scope.organisationId])) lines.push(JSON.parse(line) as (typeof lines)[number]);
    expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, index) => index + 1));
    expect(lines.slice(1).map(({ previousHash }) => previousHash)).toEqual(lines.slice(0, -1).map(({ hash }) => hash));
  });
});
