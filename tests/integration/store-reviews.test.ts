import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { archiveReview, unarchiveReview } from "@/lib/store/reviews/archive";
import { firstBrokenLink, listAudit } from "@/lib/store/audit";
import { decide, undoDecision } from "@/lib/store/reviews/decisions";
import { ConflictError } from "@/lib/store/reviews/review-record";
import {
  chooseLabs,
  createDraft,
  deleteDraft,
  getReview,
  newVersion,
  removeExamples,
  saveDraft,
  setFollowUp,
} from "@/lib/store/reviews/reviews";
import { signedDocument, signReview } from "@/lib/store/reviews/signing";
import { sha256 } from "@/lib/store/digest";
import { colleague, madeUpClinic } from "./support/made-up";
import { madeUpCase } from "./support/made-up-case";
import { sql, databaseForTests } from "./support/test-database";

const database = databaseForTests();
const monitor = (findingId: string) => ({ findingId, action: "monitor" as const, reason: null, comment: "" });

describe("a draft", () => {
  it("comes back as it was stored, under the organisation's next reference", async () => {
    const { scope, user } = await madeUpClinic();
    const content = madeUpCase({ unread: ["Zaroxlyn 5mg"] });
    const first = await createDraft(scope, content);
    const second = await createDraft(scope, { ...content, isExample: true, localReference: " MRN 7 " });
    expect([first.reference, second.reference]).toEqual(["CC-0001", "CC-0002"]);
    expect(await getReview(scope, "cc-0001")).toEqual(first);
    expect(first).toMatchObject({
      ...content,
      status: "draft",
      version: 1,
      isExample: false,
      localReference: null,
      author: { id: user.id, displayName: user.displayName },
      decisions: [],
      signedAt: null,
      knowledgeVersion: "test",
    });
    expect(second).toMatchObject({ isExample: true, localReference: "MRN 7" });
  });

  it("keeps pasted junk to the character: control characters, half surrogates, right-to-left text, emoji", async () => {
    const { scope } = await madeUpClinic();
    const junk = "fu\u0000ro\ud800semide\u202e \u05e9\u05dc\u05d5\u05dd 💊\r\n\t\u0007";
    const { reference } = await createDraft(scope, madeUpCase({ text: junk, drugs: [junk] }));
    const stored = await getReview(scope, reference);
    expect(stored?.input.medications).toBe(junk);
    expect(stored?.patientCase.medications[0]?.text).toBe(junk);
  });

  it("is made once when its first save is sent again because the answer was lost, with what was typed meanwhile", async () => {
    const { scope } = await madeUpClinic();
    const draftId = randomUUID();
    const first = await createDraft(scope, { ...madeUpCase({ text: "furosemide" }), draftId });
    expect(await createDraft(scope, { ...madeUpCase({ text: "furosemide" }), draftId })).toEqual(first);
    const later = await createDraft(scope, { ...madeUpCase({ text: "furosemide 40 mg" }), draftId });
    expect(later).toMatchObject({ reference: "CC-0001", version: 2, input: { medications: "furosemide 40 mg" } });
    const late = { ...madeUpCase({ text: "furosemide 80 mg" }), draftId };
    await expect(createDraft(scope, late)).rejects.toBeInstanceOf(ConflictError);
    expect((await createDraft(scope, madeUpCase())).reference).toBe("CC-0002");
  });

  it("is made once when the same first save arrives several times at once", async () => {
    const { scope } = await madeUpClinic();
    const draft = { ...madeUpCase(), draftId: randomUUID() };
    const made = await Promise.all(Array.from({ length: 5 }, () => createDraft(scope, draft)));
    expect(new Set(made.map((record) => record.reference))).toEqual(new Set(["CC-0001"]));
  });

  it("is not reached by its id from another clinic or another account, and nothing of it is told", async () => {
    const { scope } = await madeUpClinic();
    const draftId = randomUUID();
    await createDraft(scope, { ...madeUpCase({ text: "furosemide" }), draftId });
    for (const stranger of [await madeUpClinic(), await colleague(scope.organisationId)]) {
      const attempt = createDraft(stranger.scope, { ...madeUpCase({ text: "other" }), draftId });
      await expect(attempt).rejects.toMatchObject({ code: "conflict" });
      await expect(attempt).rejects.not.toHaveProperty("current");
    }
    expect((await getReview(scope, "CC-0001"))?.input.medications).toBe("furosemide");
  });

  it("gives every review its own reference when many are made at once", async () => {
    const { scope } = await madeUpClinic();
    const made = await Promise.all(Array.from({ length: 12 }, () => createDraft(scope, madeUpCase())));
    expect(new Set(made.map((record) => record.reference)).size).toBe(12);
  });

  it("is deleted with its decisions, and its reference is not given again", async () => {
    const { scope } = await madeUpClinic();
    const { reference } = await createDraft(scope, madeUpCase());
    await decide(scope, reference, monitor("medication:made-up-0"));
    await deleteDraft(scope, reference);
    expect(await getReview(scope, reference)).toBeNull();
    expect((await createDraft(scope, madeUpCase())).reference).toBe("CC-0002");
  });

  it("answers nothing to what is no reference", async () => {
    const { scope } = await madeUpClinic();
    await createDraft(scope, madeUpCase());
    for (const reference of ["", "1", "CC-1", "CC-00001", "CC-0000", "CC-9999999999", "CC-0001' OR 1=1", "../CC-0001"])
      expect(await getReview(scope, reference)).toBeNull();
  });
});

describe("saving", () => {
  it("raises the version and replaces what was entered", async () => {
    const { scope } = await madeUpClinic();
    const { reference } = await createDraft(scope, madeUpCase());
    const changed = madeUpCase({ drugs: ["furosemide", "salbutamol"] });
    const saved = await saveDraft(scope, reference, { ...changed, baseVersion: 1, localReference: "A1" });
    expect(saved).toMatchObject({ version: 2, input: changed.input, localReference: "A1" });
  });

  it("overwrites nothing when somebody else saved first, and says what stands now", async () => {
    const { scope } = await madeUpClinic();
    const other = await colleague(scope.organisationId);
    const { reference } = await createDraft(scope, madeUpCase());
    const theirs = await saveDraft(other.scope, reference, {
      ...madeUpCase({ drugs: ["salbutamol"] }),
      baseVersion: 1,
      localReference: null,
    });
    const mine = saveDraft(scope, reference, {
      ...madeUpCase({ drugs: ["atorvastatin"] }),
      baseVersion: 1,
      localReference: null,
    });
    const error = await mine.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ConflictError);
    expect((error as ConflictError).current).toEqual(theirs);
    expect((error as ConflictError).changedBy).toBe(other.user.displayName);
    expect(await getReview(scope, reference)).toEqual(theirs);
  });

  it("lets exactly one of two saves from the same version through", async () => {
    const { scope } = await madeUpClinic();
    const { reference } = await createDraft(scope, madeUpCase());
    const saves = await Promise.allSettled(
      ["amlodipine", "diltiazem", "losartan"].map((drug) =>
        saveDraft(scope, reference, { ...madeUpCase({ drugs: [drug] }), baseVersion: 1, localReference: null }),
      ),
    );
    expect(saves.filter((save) => save.status === "fulfilled")).toHaveLength(1);
    expect((await getReview(scope, reference))?.version).toBe(2);
  });

  it("takes the same save sent twice as one", async () => {
    const { scope } = await madeUpClinic();
    const { reference } = await createDraft(scope, madeUpCase());
    const change = { ...madeUpCase({ drugs: ["salbutamol"] }), baseVersion: 1, localReference: null };
    await saveDraft(scope, reference, change);
    expect((await saveDraft(scope, reference, change)).version).toBe(2);
  });
});

describe("decisions", () => {
  it("stand until they are undone or replaced, and each is kept", async () => {
    const { scope, user } = await madeUpClinic();
    const { reference } = await createDraft(scope, madeUpCase({ findings: [{ id: "a" }, { id: "b" }] }));
    await decide(scope, reference, monitor("a"));
    const replaced = await decide(scope, reference, {
      findingId: "a",
      action: "dismiss",
      reason: "tolerated",
      comment: "since 2019",
    });
    expect(replaced.decisions).toMatchObject([
      { findingId: "a", action: "dismiss", reason: "tolerated", comment: "since 2019", decidedBy: user.displayName },
    ]);
    const undone = await undoDecision(scope, reference, "a");
    expect(undone.decisions).toEqual([]);
    const rows = await sql<{ undone: boolean }>(
      database.url(),
      'SELECT "undoneAt" IS NOT NULL AS undone FROM "Decision" WHERE "findingId" = $1 AND "byId" = $2',
      ["a", scope.userId],
    );
    expect(rows).toEqual([{ undone: true }, { undone: true }]);
  });

  it("of somebody else that was not seen are not overwritten, and what was seen may be replaced", async () => {
    const { scope } = await madeUpClinic();
    const other = await colleague(scope.organisationId);
    const { reference } = await createDraft(scope, madeUpCase({ findings: [{ id: "a" }] }));
    const theirs = (await decide(other.scope, reference, monitor("a"), null)).decisions[0]?.decidedAt;
    const mine = { findingId: "a", action: "act" as const, reason: null, comment: "" };
    await expect(decide(scope, reference, mine, null)).rejects.toBeInstanceOf(ConflictError);
    await expect(undoDecision(scope, reference, "a", "2020-01-01T00:00:00.000Z")).rejects.toBeInstanceOf(ConflictError);
    expect((await getReview(scope, reference))?.decisions).toMatchObject([{ action: "monitor", decidedAt: theirs }]);
    expect((await decide(scope, reference, mine, theirs)).decisions).toMatchObject([{ action: "act" }]);
  });

  it("of two people at the same moment are one decision and one conflict", async () => {
    const { scope } = await madeUpClinic();
    const other = await colleague(scope.organisationId);
    const { reference } = await createDraft(scope, madeUpCase({ findings: [{ id: "a" }] }));
    const both = await Promise.allSettled([
      decide(scope, reference, monitor("a"), null),
      decide(other.scope, reference, monitor("a"), null),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await getReview(scope, reference))?.decisions).toHaveLength(1);
  });

  it("are refused for a finding that the review does not have, and without a reason to dismiss", async () => {
    const { scope } = await madeUpClinic();
    const { reference } = await createDraft(scope, madeUpCase({ findings: [{ id: "a" }] }));
    await expect(decide(scope, reference, monitor("b"))).rejects.toMatchObject({ code: "not-found" });
    await expect(
      decide(scope, reference, { findingId: "a", action: "dismiss", reason: null, comment: "" }),
    ).rejects.toThrow();
  });
});

describe("signing", () => {
  const blocked = () =>
    madeUpCase({
      findings: [
        { id: "red", priority: "act-now", title: "Potassium 2.4 mmol/L" },
        { id: "check", kind: "check-failed", title: "The interaction check did not finish" },
      ],
      unread: ["Zaroxlyn 5mg"],
    });

  it("waits for the reference, each act-now decision, each unread line and each failed check", async () => {
    const { scope } = await madeUpClinic();
    const { reference } = await createDraft(scope, blocked());
    const sign = (acknowledged: string[], baseVersion = 1) =>
      signReview(scope, reference, { baseVersion, acknowledged });
    await expect(sign([])).rejects.toMatchObject({
      code: "not-ready-to-sign",
      message: expect.stringMatching(/local reference.*Potassium 2.4.*Zaroxlyn 5mg.*interaction check/s),
    });
    await saveDraft(scope, reference, { ...blocked(), baseVersion: 1, localReference: "MRN 7" });
    await expect(sign(["unread:medications:Zaroxlyn 5mg", "check-failed:check"], 2)).rejects.toMatchObject({
      code: "not-ready-to-sign",
    });
    await decide(scope, reference, monitor("red"));
    await expect(sign(["unread:medications:Zaroxlyn 5mg"], 2)).rejects.toMatchObject({ code: "not-ready-to-sign" });
    await expect(sign(["unread:medications:Zaroxlyn 5mg", "check-failed:check"], 1)).rejects.toBeInstanceOf(
      ConflictError,
    );
    const signed = await sign(["unread:medications:Zaroxlyn 5mg", "check-failed:check", "nothing of the kind"], 2);
    expect(signed).toMatchObject({
      status: "signed",
      signedBy: { id: scope.userId },
      acknowledged: ["unread:medications:Zaroxlyn 5mg", "check-failed:check"],
    });
    expect(signed.signedAt).toMatch(/^\d{4}-\d\d-\d\dT/);
  });

  it("keeps the document byte for byte under its own digest", async () => {
    const { scope } = await madeUpClinic();
    const { reference } = await createDraft(scope, { ...madeUpCase(), localReference: "MRN 7" });
    const record = await signReview(scope, reference, { baseVersion: 1, acknowledged: [] });
    const signed = await signedDocument(scope, reference);
    expect(sha256(signed?.document ?? "")).toBe(signed?.digest);
    expect(JSON.parse(signed?.document ?? "{}")).toMatchObject({
      reference,
      input: record.input,
      review: record.review,
      decisions: record.decisions,
      signedAt: record.signedAt,
    });
  });

  it("leaves nothing changeable: not by the store, and not by SQL past it", async () => {
    const { scope } = await madeUpClinic();
    const content = madeUpCase({ findings: [{ id: "a" }] });
    const { reference, id } = await createDraft(scope, { ...content, localReference: "MRN 7" });
    await decide(scope, reference, monitor("a"));
    await signReview(scope, reference, { baseVersion: 1, acknowledged: [] });
    const before = await getReview(scope, reference);
    const refused = [
      () => saveDraft(scope, reference, { ...content, baseVersion: 1, localReference: "MRN 8" }),
      () => decide(scope, reference, monitor("a")),
      () => undoDecision(scope, reference, "a"),
      () => chooseLabs(scope, reference, ["magnesium"]),
      () => deleteDraft(scope, reference),
      () => signReview(scope, reference, { baseVersion: 1, acknowledged: [] }),
    ];
    for (const change of refused) await expect(change()).rejects.toMatchObject({ code: "already-signed" });
    const statements = [
      `UPDATE "Review" SET "result" = '{}' WHERE "id" = $1`,
      `UPDATE "Review" SET "signedAt" = NULL WHERE "id" = $1`,
      `UPDATE "Review" SET "localReference" = 'x' WHERE "id" = $1`,
      `UPDATE "Review" SET "status" = 'draft' WHERE "id" = $1`,
      `UPDATE "Review" SET "chosenLabs" = '{x}' WHERE "id" = $1`,
      `DELETE FROM "Review" WHERE "id" = $1`,
      `UPDATE "Decision" SET "action" = 'act' WHERE "reviewId" = $1`,
      `DELETE FROM "Decision" WHERE "reviewId" = $1`,
      `INSERT INTO "Decision" ("id", "reviewId", "findingId", "action", "byId") SELECT 'x', "id", 'a', 'act', "authorId" FROM "Review" WHERE "id" = $1`,
    ];
    for (const statement of statements) await expect(sql(database.url(), statement, [id])).rejects.toThrow(/is signed/);
    await expect(sql(database.url(), 'TRUNCATE "Review" CASCADE')).rejects.toThrow(/not allowed/);
    expect(await getReview(scope, reference)).toEqual(before);
  });

  it("still lets a signed review be followed up, archived and brought back", async () => {
    const { scope } = await madeUpClinic();
    const { reference } = await createDraft(scope, { ...madeUpCase(), localReference: "MRN 7" });
    await signReview(scope, reference, { baseVersion: 1, acknowledged: [] });
    expect((await setFollowUp(scope, reference, "2026-12-03")).followUpDue).toBe("2026-12-03");
    expect((await archiveReview(scope, reference)).status).toBe("archived");
    expect((await unarchiveReview(scope, reference)).status).toBe("signed");
  });
});

describe("a new version", () => {
  it("starts from the signed one, which is superseded when the new one is signed and stays readable", async () => {
    const { scope } = await madeUpClinic();
    const content = madeUpCase({ findings: [{ id: "a" }] });
    const { reference } = await createDraft(scope, { ...content, localReference: "MRN 7" });
    await decide(scope, reference, monitor("a"));
    await expect(newVersion(scope, reference)).rejects.toMatchObject({ code: "conflict" });
    const signed = await signReview(scope, reference, { baseVersion: 1, acknowledged: [] });
    const draft = await newVersion(scope, reference);
    expect(draft).toMatchObject({
      status: "draft",
      previousReference: reference,
      input: signed.input,
      localReference: "MRN 7",
      signedAt: null,
    });
    expect(draft.decisions).toEqual(signed.decisions);
    expect((await newVersion(scope, reference)).reference).toBe(draft.reference);
    expect(await getReview(scope, reference)).toMatchObject({ status: "signed", supersededBy: null });
    await signReview(scope, draft.reference, { baseVersion: 1, acknowledged: [] });
    const old = await getReview(scope, reference);
    expect(old).toMatchObject({
      status: "superseded",
      supersededBy: draft.reference,
      input: signed.input,
      signedAt: signed.signedAt,
    });
    await expect(newVersion(scope, reference)).rejects.toMatchObject({
      code: "already-signed",
      message: expect.stringContaining(draft.reference),
    });
  });
});

describe("examples", () => {
  it("go in one action, and nothing else goes with them", async () => {
    const { scope } = await madeUpClinic();
    for (let index = 0; index < 3; index++) await createDraft(scope, { ...madeUpCase(), isExample: true });
    const kept = await createDraft(scope, madeUpCase());
    const elsewhere = await madeUpClinic("Another");
    const theirs = await createDraft(elsewhere.scope, { ...madeUpCase(), isExample: true });
    expect(await removeExamples(scope)).toBe(3);
    expect(await getReview(scope, kept.reference)).not.toBeNull();
    expect(await getReview(elsewhere.scope, theirs.reference)).not.toBeNull();
  });
});

describe("another organisation", () => {
  it("can neither see nor change a review, and cannot tell that it exists", async () => {
    const here = await madeUpClinic("Here");
    const there = await madeUpClinic("There");
    const { reference } = await createDraft(here.scope, {
      ...madeUpCase({ findings: [{ id: "a" }] }),
      localReference: "MRN 7",
    });
    const before = await getReview(here.scope, reference);
    expect(await getReview(there.scope, reference)).toBeNull();
    expect(await signedDocument(there.scope, reference)).toBeNull();
    const attempts = [
      () => saveDraft(there.scope, reference, { ...madeUpCase(), baseVersion: 1, localReference: null }),
      () => decide(there.scope, reference, monitor("a")),
      () => undoDecision(there.scope, reference, "a"),
      () => chooseLabs(there.scope, reference, []),
      () => signReview(there.scope, reference, { baseVersion: 1, acknowledged: [] }),
      () => newVersion(there.scope, reference),
      () => archiveReview(there.scope, reference),
      () => deleteDraft(there.scope, reference),
      () => setFollowUp(there.scope, reference, null),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: "not-found" });
    expect(await getReview(here.scope, reference)).toEqual(before);
  });
});

describe("the audit trail", () => {
  it("holds one event for each change, in the same transaction", async () => {
    const { scope } = await madeUpClinic();
    const { reference } = await createDraft(scope, {
      ...madeUpCase({ findings: [{ id: "a" }] }),
      localReference: "MRN 7",
    });
    await decide(scope, reference, monitor("a"));
    await expect(
      saveDraft(scope, reference, { ...madeUpCase({ drugs: ["x"] }), baseVersion: 9, localReference: null }),
    ).rejects.toBeInstanceOf(ConflictError);
    await signReview(scope, reference, { baseVersion: 1, acknowledged: [] });
    const events = await listAudit(scope, { subject: reference });
    expect(events.map((event) => event.action)).toEqual(["review.sign", "review.decide", "review.create"]);
    expect(events.every((event) => event.userId === scope.userId)).toBe(true);
  });

  it("cannot be changed, and shows where somebody got past that", async () => {
    const { scope } = await madeUpClinic();
    await Promise.all(Array.from({ length: 8 }, () => createDraft(scope, madeUpCase())));
    expect(await firstBrokenLink(scope.organisationId)).toBeNull();
    for (const statement of [
      `UPDATE "AuditEvent" SET "action" = 'x'`,
      `DELETE FROM "AuditEvent"`,
      `TRUNCATE "AuditEvent"`,
      `DELETE FROM "AuditChain"`,
    ]) {
      await expect(sql(database.url(), statement)).rejects.toThrow(/not allowed/);
    }
    const forced = `BEGIN; ALTER TABLE "AuditEvent" DISABLE TRIGGER "AuditEvent_no_change"; UPDATE "AuditEvent" SET "subject" = 'CC-0099' WHERE "chain" = '${scope.organisationId}' AND "seq" = 4; ALTER TABLE "AuditEvent" ENABLE TRIGGER "AuditEvent_no_change"; COMMIT`;
    await sql(database.url(), forced);
    expect(await firstBrokenLink(scope.organisationId)).toBe(4);
    const removed = `BEGIN; ALTER TABLE "AuditEvent" DISABLE TRIGGER "AuditEvent_no_change"; DELETE FROM "AuditEvent" WHERE "chain" = '${scope.organisationId}' AND "seq" >= 4; ALTER TABLE "AuditEvent" ENABLE TRIGGER "AuditEvent_no_change"; COMMIT`;
    await sql(database.url(), removed);
    expect(await firstBrokenLink(scope.organisationId)).not.toBeNull();
  });
});
