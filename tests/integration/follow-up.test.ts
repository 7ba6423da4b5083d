import { describe, expect, it } from "vitest";
import { listAudit } from "@/lib/store/audit";
import { decide } from "@/lib/store/reviews/decisions";
import { earlierReviews, followUpInput, startFollowUp } from "@/lib/store/reviews/follow-up";
import { createDraft, getReview, newVersion, setFollowUp } from "@/lib/store/reviews/reviews";
import { signReview } from "@/lib/store/reviews/signing";
import { madeUpClinic } from "./support/made-up";
import { madeUpCase } from "./support/made-up-case";
import { databaseForTests } from "./support/test-database";

databaseForTests();
const again = () => madeUpCase({ drugs: ["furosemide"], perWeek: null });

async function signedReview(scope: Awaited<ReturnType<typeof madeUpClinic>>["scope"]) {
  const { reference } = await createDraft(scope, {
    ...madeUpCase({ findings: [{ id: "a" }] }),
    localReference: "MRN 7",
  });
  await decide(scope, reference, { findingId: "a", action: "monitor", reason: null, comment: "" });
  await signReview(scope, reference, { baseVersion: 1, acknowledged: [] });
  return reference;
}

describe("a follow-up", () => {
  it("begins as a draft of the same patient with nothing decided, and leaves the signed review as it is but no longer due", async () => {
    const { scope } = await madeUpClinic();
    const reference = await signedReview(scope);
    const before = await setFollowUp(scope, reference, "2026-12-03");
    const draft = await startFollowUp(scope, reference, again);
    expect(draft).toMatchObject({
      status: "draft",
      followUpOf: reference,
      previousReference: null,
      localReference: "MRN 7",
      decisions: [],
      chosenLabs: [],
      signedAt: null,
    });
    const base = await getReview(scope, reference);
    expect(base).toEqual({ ...before, followUpDue: null, followedUpBy: draft.reference });
    expect((await listAudit(scope, { subject: draft.reference }))[0]).toMatchObject({
      action: "review.start-follow-up",
      detail: { of: reference },
    });
  });

  it("is one, however often it is asked for, also at the same time", async () => {
    const { scope } = await madeUpClinic();
    const reference = await signedReview(scope);
    const made = await Promise.all([1, 2, 3].map(() => startFollowUp(scope, reference, again)));
    expect(new Set(made.map((record) => record.reference)).size).toBe(1);
  });

  it("is refused for a draft, for a superseded version and for what was followed up already, with what to do instead", async () => {
    const { scope } = await madeUpClinic();
    const { reference: draft } = await createDraft(scope, madeUpCase());
    await expect(startFollowUp(scope, draft, again)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("not signed"),
    });
    const first = await signedReview(scope);
    const version = await newVersion(scope, first);
    await signReview(scope, version.reference, { baseVersion: 1, acknowledged: [] });
    await expect(startFollowUp(scope, first, again)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining(version.reference),
    });
    const followUp = await startFollowUp(scope, version.reference, again);
    await signReview(scope, followUp.reference, { baseVersion: 1, acknowledged: [] });
    await expect(startFollowUp(scope, version.reference, again)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining(followUp.reference),
    });
  });

  it("makes a chain that is read from the first review on, and that a new version of a follow-up stays in", async () => {
    const { scope } = await madeUpClinic();
    const first = await signedReview(scope);
    const second = await startFollowUp(scope, first, again);
    await signReview(scope, second.reference, { baseVersion: 1, acknowledged: [] });
    const third = await startFollowUp(scope, second.reference, again);
    expect((await earlierReviews(scope, third)).map((record) => record.reference)).toEqual([first, second.reference]);
    const version = await newVersion(scope, second.reference);
    expect(version.followUpOf).toBe(first);
    expect((await earlierReviews(scope, version)).map((record) => record.reference)).toEqual([first]);
  });

  it("does not exist for another organisation", async () => {
    const [here, there] = [await madeUpClinic(), await madeUpClinic()];
    const reference = await signedReview(here.scope);
    await expect(startFollowUp(there.scope, reference, again)).rejects.toMatchObject({ code: "not-found" });
    const draft = await startFollowUp(here.scope, reference, again);
    expect(await earlierReviews(there.scope, draft)).toEqual([]);
  });
});

describe("what a follow-up begins with", () => {
  it("is what was entered, without the answers that only hold for their day", () => {
    const input = {
      medications: "furosemide 40 mg",
      conditions: ["gout"],
      labs: "K 3.1",
      context: {
        asOf: "2026-01-01",
        birthYear: 1953,
        sex: "female",
        pregnant: true,
        gestationWeeks: 20,
        symptoms: { darkUrine: "yes" },
        symptomText: "weak",
        cramps: { onset: "2026-04", perWeek: 5, site: "calves" },
      },
    };
    expect(followUpInput(input)).toEqual({
      medications: "furosemide 40 mg",
      conditions: ["gout"],
      labs: "K 3.1",
      context: { birthYear: 1953, sex: "female", cramps: { onset: "2026-04", site: "calves" } },
    });
  });

  it("is the lists alone where nothing else was entered", () => {
    expect(followUpInput({ medications: "x" })).toEqual({ medications: "x", context: {} });
  });
});
