import { describe, expect, it } from "vitest";
import { factsOf } from "@/app/_view-models/review/build-review-view";
import { medicationRows } from "@/app/_view-models/review/medication-rows";
import { review } from "@/lib/review/review";
import { notFlagged } from "@/lib/review/suggestions/not-flagged";
import { caseOf, type CaseParts } from "@/tests/unit/review/fixtures/cases";
import { testKnowledge } from "@/tests/unit/review/fixtures/knowledge";

function whyNotOnThePage(parts: CaseParts): (string | null)[] {
  const patientCase = caseOf(parts);
  const rows = medicationRows(
    patientCase,
    review(patientCase, testKnowledge),
    factsOf(patientCase, testKnowledge),
    testKnowledge,
  );
  return rows.flatMap((row) => row.parts.map(({ whyNot }) => whyNot));
}

describe("why a drug is not flagged, on the page", () => {
  it.each<[string, CaseParts]>([
    ["a class that is looked at and not listed", { meds: ["metoprolol"] }],
    ["a drug that is in no class", { meds: ["paracetamol"] }],
    ["a form that acts where it is put", { meds: [{ ingredients: ["conjugated estrogens"], route: "vaginal" }] }],
    ["a result on the other side", { meds: ["potassium chloride"], labs: [["potassium", 2.9, "mmol/L"]] }],
    ["an allergy", { meds: [{ ingredients: ["simvastatin"], use: "allergy", useReason: "Allergies" }] }],
    ["a planned drug", { meds: [{ ingredients: ["simvastatin"], use: "planned", useReason: "under “planned”" }] }],
  ])("is the answer that the tests hold: %s", (_, parts) => {
    const tested = notFlagged(caseOf(parts), testKnowledge).map(({ reason }) => reason);
    expect(tested).toHaveLength(1);
    expect(whyNotOnThePage(parts)).toEqual(tested);
  });

  it("is not said of a drug with a finding of its own", () => {
    expect(whyNotOnThePage({ meds: ["hydrochlorothiazide"] })).toEqual([null]);
  });
});
