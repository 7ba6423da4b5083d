import { describe, expect, it } from "vitest";
import { plainText } from "@/app/_view-models/rich-text";
import { sinceSentence, sinceView } from "@/app/_view-models/history/since-view";
import { timelineEvents } from "@/app/_view-models/history/timeline-events";
import type { MedicationPiece } from "@/lib/domain/medication";
import type { Finding } from "@/lib/domain/review";
import type { ReviewRecord } from "@/lib/store/reviews/review-record";
import { finding, medicationPiece, patientCase, review } from "../report/fixtures";

type Wanted = {
  reference?: string;
  asOf?: string;
  perWeek?: number | null;
  drugs?: string[];
  findings?: Finding[];
  decided?: string[];
  signedAt?: string | null;
  knowledgeVersion?: string;
};

function listed(name: string): MedicationPiece {
  const piece = medicationPiece(name, 0, name);
  return {
    ...piece,
    medications: piece.medications.map((medication) => ({ ...medication, ingredients: [{ rxcui: null, name }] })),
  };
}

function record({
  reference = "CC-0001",
  asOf = "2026-11-22",
  perWeek = 5,
  drugs = ["furosemide"],
  findings = [],
  decided = [],
  signedAt = null,
  knowledgeVersion = "2026.11",
}: Wanted): ReviewRecord {
  const empty = patientCase();
  return {
    id: reference,
    reference,
    localReference: null,
    status: signedAt === null ? "draft" : "signed",
    isExample: false,
    version: 1,
    input: { medications: "" },
    patientCase: {
      ...empty,
      medications: drugs.map(listed),
      context: { ...empty.context, asOf, cramps: { ...empty.context.cramps, perWeek } },
    },
    review: review({ findings, labs: [], questions: [], unread: [], knowledgeVersion }),
    decisions: decided.map((findingId) => ({
      findingId,
      action: "monitor" as const,
      reason: null,
      comment: "",
      decidedBy: "Dr Osei",
      decidedAt: "2026-11-22T14:32:00.000Z",
    })),
    chosenLabs: [],
    reportKind: "full",
    knowledgeVersion,
    author: { id: "a", displayName: "Dr Osei" },
    createdAt: "2026-11-22T14:00:00.000Z",
    updatedAt: "2026-11-22T14:00:00.000Z",
    signedAt,
    signedBy: null,
    acknowledged: [],
    previousReference: null,
    supersededBy: null,
    followUpOf: null,
    followedUpBy: null,
    followUpDue: null,
  };
}

const compared = (before: Wanted, now: Wanted) =>
  sinceView(record(before), record({ reference: "CC-0002", asOf: "2027-01-10", ...now }), [], "Europe/London").view;

describe("a follow-up on the page", () => {
  it("says how many cramps a week there were and are, or that it is not entered now", () => {
    expect(compared({ perWeek: 5 }, { perWeek: 2 })).toMatchObject({
      cramps: "cramps a week 5 to 2",
      crampsMissing: false,
    });
    expect(compared({ perWeek: 5 }, { perWeek: 5 }).cramps).toBe("cramps a week 5, as before");
    expect(compared({ perWeek: 5 }, { perWeek: null })).toMatchObject({ cramps: null, crampsMissing: true });
  });

  it("names drugs that changed and counts those that did not", () => {
    const view = compared({ drugs: ["furosemide", "amlodipine"] }, { drugs: ["furosemide", "prednisolone"] });
    expect(view.drugs.map(plainText)).toEqual([
      "prednisolone: newly listed, started 2 Feb 2026",
      "amlodipine: no longer on the list",
    ]);
    expect(view.unchangedDrugs).toBe(1);
  });

  it("tells of each finding whether it is new, moved or as before, and what was decided then", () => {
    const kept = finding({ id: "kept" });
    const view = compared(
      { findings: [kept, finding({ id: "moved", priority: "consider" }), finding({ id: "gone" })], decided: ["kept"] },
      { findings: [kept, finding({ id: "moved", priority: "review" }), finding({ id: "new" })] },
    );
    expect(view.byFinding).toEqual({
      kept: { words: "as before", decidedThen: "Monitor · Dr Osei · 22 Nov 2026 14:32" },
      moved: { words: "moved from Consider to Review", decidedThen: null },
      new: { words: "new", decidedThen: null },
    });
    expect(view.findings).toHaveLength(3);
  });

  it("warns where the two were judged with different knowledge", () => {
    expect(compared({}, {}).knowledge).toBeNull();
    expect(compared({}, { knowledgeVersion: "2026.12" }).knowledge).toContain("2026.11 then, 2026.12 now");
  });

  it("counts the differences in one sentence, and says when there are none", () => {
    expect(sinceSentence(compared({ drugs: ["a"] }, { perWeek: 2, drugs: ["a", "b"] }))).toBe(
      "Follow-up of CC-0001, since 22 Nov 2026: cramps a week 5 to 2, 1 drug changed.",
    );
    expect(sinceSentence(compared({ perWeek: null }, { perWeek: null }))).toBe(
      "Follow-up of CC-0001, since 22 Nov 2026: nothing that was entered has changed.",
    );
  });
});

describe("reviews on the timeline", () => {
  it("stand on the day on which they were signed, with what was decided; drafts do not", () => {
    const signed = record({ reference: "CC-0001", signedAt: "2026-11-22T23:30:00.000Z", decided: ["a", "b"] });
    expect(timelineEvents([signed, record({ reference: "CC-0002" })], "Australia/Sydney")).toEqual([
      { date: "2026-11-23", words: "CC-0001 signed: 2 monitor" },
    ]);
  });
});
