import { describe, expect, it } from "vitest";
import { indexOf } from "@/lib/review/facts/knowledge-index";
import { collectResults } from "@/lib/review/facts/results/collect-results";
import { patientOf } from "@/lib/review/facts/patient";
import { caseOf, type CaseParts } from "@/tests/unit/review/fixtures/cases";
import { testKnowledge } from "@/tests/unit/review/fixtures/knowledge";

const judge = (parts: CaseParts) => {
  const patientCase = caseOf(parts);
  return collectResults(patientCase.labs, patientOf(patientCase.context), indexOf(testKnowledge));
};

describe("the latest result of a test", () => {
  it("is the newest dated one, whatever the order of entry", () => {
    const labs: CaseParts["labs"] = [
      ["potassium", 4, "mmol/L", { date: "2026-10-01" }],
      ["potassium", 3, "mmol/L", { date: "2026-11-01" }],
      ["potassium", 5, "mmol/L", { date: null }],
    ];
    expect(judge({ labs }).latest.get("potassium")?.result.value).toBe(3);
    expect(judge({ labs: labs.toReversed() }).latest.get("potassium")?.result.value).toBe(3);
  });

  it("is the more alarming of two of one day", () => {
    const labs: CaseParts["labs"] = [
      ["potassium", 4, "mmol/L"],
      ["potassium", 2.4, "mmol/L"],
    ];
    expect(judge({ labs }).latest.get("potassium")?.interpretation).toBe("critical-low");
    expect(judge({ labs: labs.toReversed() }).latest.get("potassium")?.interpretation).toBe("critical-low");
  });

  it("leaves out what the knowledge base does not hold", () => {
    expect(judge({ labs: [["unobtainium", 4, "mmol/L"]] }).all).toHaveLength(0);
  });
});

describe("calcium", () => {
  it("is adjusted for an albumin of the same day and says so", () => {
    const calcium = judge({
      labs: [
        ["calcium-adj", 2.05, "mmol/L"],
        ["albumin", 30, "g/L"],
      ],
    }).latest.get("calcium-adj");
    expect(calcium?.interpretation).toBe("normal");
    expect(calcium?.remarks.join()).toContain("adjusted for Albumin 30 g/L on 1 Nov 2026: 2.25 mmol/L");
  });

  it("is adjusted in US units too", () => {
    const calcium = judge({
      labs: [
        ["calcium-adj", 8, "mg/dL"],
        ["albumin", 2, "g/dL"],
      ],
    }).latest.get("calcium-adj");
    expect(calcium?.interpretation).toBe("normal");
  });

  it("is not adjusted for an albumin of another day, nor where the laboratory did it", () => {
    const other = judge({
      labs: [
        ["calcium-adj", 2.05, "mmol/L"],
        ["albumin", 30, "g/L", { date: "2025-01-01" }],
      ],
    }).latest.get("calcium-adj");
    expect(other).toMatchObject({ interpretation: "low", remarks: ["not adjusted: no albumin of the same day"] });
    const own = judge({
      labs: [
        ["calcium-adj", 2.05, "mmol/L", { loinc: "29265-6" }],
        ["albumin", 30, "g/L"],
      ],
    }).latest.get("calcium-adj");
    expect(own).toMatchObject({ interpretation: "low", remarks: [] });
  });
});

describe("eGFR", () => {
  const creatinine: CaseParts["labs"] = [["creatinine", 88.4, "umol/L"]];

  it("is computed from creatinine, age and sex, and names the equation", () => {
    const { egfr } = judge({ labs: creatinine, context: { ageYears: 50, sex: "male" } });
    expect(egfr?.value).toBe(92);
    expect(egfr?.words).toContain("CKD-EPI 2021 from Creatinine 88.4 umol/L on 1 Nov 2026");
  });

  it("yields to a reported one", () => {
    expect(
      judge({ labs: [...creatinine, ["egfr", 41, "mL/min/1.73m2"]], context: { ageYears: 50, sex: "male" } }).egfr
        ?.value,
    ).toBe(41);
  });

  it("is not computed without age or sex, and says which; nor under 18", () => {
    expect(judge({ labs: creatinine, context: { ageYears: 50 } })).toMatchObject({
      egfr: null,
      notComputed: ["eGFR not computed: sex not entered"],
    });
    expect(judge({ labs: creatinine }).notComputed).toEqual(["eGFR not computed: age and sex not entered"]);
    expect(judge({ labs: creatinine, context: { ageYears: 12, sex: "male" } }).notComputed[0]).toContain("18 or older");
    expect(judge({ context: { ageYears: 50 } }).notComputed).toEqual([]);
  });
});
