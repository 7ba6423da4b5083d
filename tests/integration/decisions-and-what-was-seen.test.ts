import { describe, expect, it } from "vitest";
import { isStanding } from "@/lib/domain/decision";
import { factsOfFinding } from "@/lib/domain/finding-facts";
import { reviewInput } from "@/lib/intake/review-input";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { decide } from "@/lib/store/reviews/decisions";
import { createDraft, getReview, newVersion, saveDraft } from "@/lib/store/reviews/reviews";
import { signedDocument, signingBlockers, signReview } from "@/lib/store/reviews/signing";
import { factsDigest } from "@/lib/store/reviews/standing-decisions";
import type { ReviewRecord } from "@/lib/store/reviews/review-record";
import { listReviews } from "@/lib/store/worklist/worklist";
import { WorklistQuery } from "@/lib/store/worklist/worklist-query";
import { madeUpClinic } from "./support/made-up";
import { databaseForTests, sql } from "./support/test-database";

const database = databaseForTests();
const knowledge = loadKnowledge();

type Scope = Awaited<ReturnType<typeof madeUpClinic>>["scope"];
const MEDICATIONS = "chlortalidone 12.5 mg daily since 2026-07-01";
const POTASSIUM = "lab-result:potassium";

const content = (labs: string, medications = MEDICATIONS, using = knowledge) => {
  const input = { medications, labs, context: { birthYear: 1950, sex: "male" } };
  return { input, ...reviewInput(input, { knowledge: using, today: "2026-11-30" }) };
};
const draft = (scope: Scope, labs: string) => createDraft(scope, { ...content(labs), localReference: "R 1" });
const save = async (scope: Scope, reference: string, of: ReturnType<typeof content>) => {
  const baseVersion = (await getReview(scope, reference))?.version ?? 0;
  return saveDraft(scope, reference, { ...of, baseVersion, localReference: "R 1" });
};
const notRelevant = { findingId: POTASSIUM, action: "not-relevant", reason: null, comment: "" } as const;
const decisionOf = (record: ReviewRecord) => record.decisions.find(({ findingId }) => findingId === POTASSIUM)!;
const openOf = async (scope: Scope, reference: string) => {
  const { rows } = await listReviews(scope, WorklistQuery.parse({ view: "all" }));
  return rows.find((row) => row.reference === reference)?.openFindings;
};
const sign = (scope: Scope, { reference, version }: ReviewRecord) =>
  signReview(scope, reference, { baseVersion: version, acknowledged: [] });

describe("a decision stands for what was seen", () => {
  it("K 3.3 decided as not relevant does not let K 1.9 be signed, on the server", async () => {
    const { scope } = await madeUpClinic();
    const { reference } = await draft(scope, "K 3.3 mmol/L 2026-11-20");
    const decided = await decide(scope, reference, notRelevant);
    expect(isStanding(decisionOf(decided))).toBe(true);
    const changed = await save(scope, reference, content("K 1.9 mmol/L 2026-11-29"));
    expect(decisionOf(changed).changed?.[0]).toMatch(/^its level .*“Act now” now/);
    expect(signingBlockers(changed, [])).toEqual([
      expect.stringMatching(/Potassium 1\.9 .*decided earlier.*look again/),
    ]);
    await expect(sign(scope, changed)).rejects.toMatchObject({ code: "not-ready-to-sign" });
    const again = await decide(scope, reference, { ...notRelevant, action: "act" });
    expect(signingBlockers(again, [])).toEqual([]);
    expect((await sign(scope, again)).status).toBe("signed");
  });

  it("counts as open on the worklist after the entry changed, and stands again when the entry is put back", async () => {
    const { scope } = await madeUpClinic();
    const of = (labs: string) => content(labs, "chlortalidone 12.5 mg daily\nsalbutamol inhaler 2 puffs twice daily");
    const first = of("K 2.9 mmol/L 2026-11-20");
    const { reference } = await createDraft(scope, { ...first, localReference: "R 1" });
    const finding = first.review.findings.find(({ priority }) => priority === "review")!;
    const before = (await openOf(scope, reference)) ?? 0;
    await decide(scope, reference, { ...notRelevant, findingId: finding.id });
    expect(await openOf(scope, reference)).toBe(before - 1);
    const changed = await save(scope, reference, of("K 2.8 mmol/L 2026-11-28"));
    const open = changed.review.findings.filter(({ priority, byFloor }) => priority !== "info" && byFloor !== true);
    expect(changed.review.findings.map(({ id }) => id)).toContain(finding.id);
    expect(await openOf(scope, reference)).toBe(open.length);
    await save(scope, reference, first);
    expect(await openOf(scope, reference)).toBe(before - 1);
  });

  it("is kept with the level and the digest of the facts of its finding", async () => {
    const { scope } = await madeUpClinic();
    const record = await draft(scope, "K 3.2 mmol/L 2026-11-20");
    const decided = decisionOf(await decide(scope, record.reference, notRelevant));
    const finding = record.review.findings.find(({ id }) => id === POTASSIUM)!;
    expect(decided.priority).toBe(finding.priority);
    expect(decided.factsDigest).toBe(factsDigest(factsOfFinding(finding, record.patientCase)));
    expect(decided.factsDigest).toMatch(/^1:[0-9a-f]{64}$/);
  });

  it("does not stand when the knowledge base puts another limit to the same result", async () => {
    const { scope } = await madeUpClinic();
    const { reference } = await draft(scope, "K 2.6 mmol/L 2026-11-20");
    await decide(scope, reference, notRelevant);
    const stricter = structuredClone(knowledge);
    for (const limit of stricter.labs.find(({ id }) => id === "potassium")?.critical ?? [])
      if (limit.low !== null) limit.low = 2.7;
    const judgedAgain = await save(scope, reference, content("K 2.6 mmol/L 2026-11-20", MEDICATIONS, stricter));
    expect(judgedAgain.review.findings.find(({ id }) => id === POTASSIUM)?.priority).toBe("act-now");
    await expect(sign(scope, judgedAgain)).rejects.toMatchObject({ code: "not-ready-to-sign" });
  });

  it("goes along into a new version and does not stand there once the entry changes", async () => {
    const { scope } = await madeUpClinic();
    const { reference } = await draft(scope, "K 2.4 mmol/L 2026-11-20");
    const signed = await sign(scope, await decide(scope, reference, notRelevant));
    const version = await newVersion(scope, signed.reference);
    expect(isStanding(decisionOf(version))).toBe(true);
    const changed = await save(scope, version.reference, content("K 2.1 mmol/L 2026-11-29"));
    expect(decisionOf(changed).changed).toEqual(["its values or dates"]);
    await expect(sign(scope, changed)).rejects.toMatchObject({ code: "not-ready-to-sign" });
    expect(isStanding(decisionOf((await getReview(scope, signed.reference))!))).toBe(true);
  });

  it("is not recorded from a page that still shows what the finding said before", async () => {
    const { scope } = await madeUpClinic();
    const { reference, review, patientCase } = await draft(scope, "K 3.3 mmol/L 2026-11-20");
    const finding = review.findings.find(({ id }) => id === POTASSIUM)!;
    const seenFacts = factsDigest(factsOfFinding(finding, patientCase));
    await save(scope, reference, content("K 1.8 mmol/L 2026-11-29"));
    await expect(decide(scope, reference, { ...notRelevant, seenFacts })).rejects.toMatchObject({ code: "conflict" });
    expect((await getReview(scope, reference))?.decisions).toEqual([]);
  });

  it("without a digest, of before it was kept, stands in a signed review and in no draft", async () => {
    const { scope } = await madeUpClinic();
    const { reference } = await draft(scope, "K 2.3 mmol/L 2026-11-20");
    await decide(scope, reference, notRelevant);
    const { id } = (await getReview(scope, reference))!;
    const forget = `UPDATE "Decision" SET "facts" = NULL, "factsDigest" = NULL, "priority" = NULL WHERE "reviewId" = $1`;
    await sql(database.url(), forget, [id]);
    const old = (await getReview(scope, reference))!;
    expect(isStanding(decisionOf(old))).toBe(false);
    await expect(sign(scope, old)).rejects.toMatchObject({ code: "not-ready-to-sign" });
    const anew = await decide(scope, reference, notRelevant);
    expect(isStanding(decisionOf(await sign(scope, anew)))).toBe(true);
  });

  it("that was overtaken is signed as what it is: decided earlier", async () => {
    const { scope } = await madeUpClinic();
    const { reference } = await draft(scope, "K 3.3 mmol/L 2026-11-20");
    await decide(scope, reference, notRelevant);
    const changed = await save(scope, reference, content("K 3.1 mmol/L 2026-11-29"));
    await sign(scope, changed);
    const { document } = (await signedDocument(scope, reference))!;
    expect(JSON.parse(document)).toMatchObject({
      decisions: [{ findingId: POTASSIUM, action: "not-relevant", changed: ["its values or dates"] }],
    });
  });
});
