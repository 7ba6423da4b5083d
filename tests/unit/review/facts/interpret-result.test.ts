import { describe, expect, it } from "vitest";
import type { ReadLabResult } from "@/lib/domain/lab";
import { adjustedCalcium } from "@/lib/review/facts/results/corrected-calcium";
import { ckdEpi2021 } from "@/lib/review/facts/results/egfr";
import { onlyPlausibleUnit, toFirstUnit, unitKey } from "@/lib/review/facts/results/units";
import {
  interpretResult,
  describeInterpretation,
  formatResult,
  shortName,
} from "@/lib/review/facts/results/interpret-result";
import { readWords } from "@/lib/review/facts/results/worded-values";
import type { Patient } from "@/lib/review/facts/patient";
import { result } from "@/tests/unit/review/fixtures/cases";
import { testKnowledge } from "@/tests/unit/review/fixtures/knowledge";

const labOf = (id: string) => {
  const lab = testKnowledge.labs.find((candidate) => candidate.id === id);
  if (lab === undefined) throw new Error(id);
  return lab;
};
const adult: Patient = {
  ageYears: 60,
  sex: "female",
  pregnant: null,
  dialysis: null,
  jurisdiction: "US",
  asOf: "2026-11-22",
};
const judge = (
  id: string,
  value: number | string,
  unit: string | null = null,
  more: Partial<ReadLabResult> = {},
  patient: Partial<Patient> = {},
) => interpretResult(labOf(id), result(id, value, unit, more), { ...adult, ...patient });

describe("units", () => {
  it("are the same in every spelling", () => {
    for (const unit of ["umol/L", "µmol/L", "μmol/l", "micromol/L", "UMOL/L"]) expect(unitKey(unit)).toBe("umol/l");
    expect(unitKey("mL/min/1.73 m2")).toBe(unitKey("mL/min/1.73m2"));
    expect(unitKey("mL/min/{1.73_m2}")).toBe(unitKey("mL/min/1.73m2"));
    expect(unitKey("10^9/L")).toBe(unitKey("10*9/L"));
    expect(unitKey("IU/L")).toBe(unitKey("U/L"));
    expect(unitKey("mmol/L")).not.toBe(unitKey("umol/L"));
  });

  it("are brought to the first unit of the test, and a unit of another measure is none", () => {
    expect(toFirstUnit(labOf("magnesium"), 1.7, "mg/dL")).toBeCloseTo(0.699, 3);
    expect(toFirstUnit(labOf("magnesium"), 1.7, "g/L")).toBeNull();
  });

  it("that are missing are taken only where one alone is plausible", () => {
    expect(onlyPlausibleUnit(labOf("potassium"), 3.1)).toBe("mmol/L");
    expect(onlyPlausibleUnit(labOf("magnesium"), 1.4)).toBeNull();
    expect(onlyPlausibleUnit(labOf("creatinine"), 110)).toBe("micromol/L");
    expect(onlyPlausibleUnit(labOf("creatinine"), 1.1)).toBe("mg/dL");
    expect(onlyPlausibleUnit(labOf("potassium"), 31)).toBeNull();
  });
});

describe("reading a result", () => {
  it("says low, normal and high, and against what", () => {
    expect(judge("potassium", 3.1, "mmol/L")).toMatchObject({ interpretation: "low", against: "below 3.5 mmol/L" });
    expect(judge("potassium", 3.5, "mmol/L").interpretation).toBe("normal");
    expect(judge("potassium", 5.3, "mmol/L").interpretation).toBe("normal");
    expect(judge("potassium", 5.4, "mmol/L")).toMatchObject({ interpretation: "high", against: "above 5.3 mmol/L" });
  });

  it("is critical at the limit and beyond", () => {
    expect(judge("potassium", 2.5, "mmol/L")).toMatchObject({
      interpretation: "critical-low",
      against: "at or below the critical limit of 2.5 mmol/L",
    });
    expect(judge("potassium", 2.6, "mmol/L").interpretation).toBe("low");
    expect(judge("potassium", 6.5, "mEq/L").interpretation).toBe("critical-high");
  });

  it("uses a critical limit of another country only there", () => {
    expect(judge("magnesium", 1, "mg/dL").interpretation).toBe("critical-low");
    expect(judge("magnesium", 1, "mg/dL", {}, { jurisdiction: "UK" }).interpretation).toBe("low");
  });

  it("puts the laboratory's own range first", () => {
    expect(judge("potassium", 3.4, "mmol/L", { referenceLow: 3.2, referenceHigh: 5 }).interpretation).toBe("normal");
    expect(judge("potassium", 3.6, "mmol/L", { referenceLow: 3.7, referenceHigh: 5 })).toMatchObject({
      interpretation: "low",
      against: "below the laboratory's own limit of 3.7 mmol/L",
    });
    expect(judge("magnesium", 1.4, null, { referenceLow: 1.7, referenceHigh: 2.4 }).interpretation).toBe("low");
  });

  it("believes the laboratory's flag, and still sees a critical value under it", () => {
    expect(judge("potassium", 3.4, "mmol/L", { flag: "N" }).interpretation).toBe("normal");
    expect(judge("sodium", 134, "mmol/L", { flag: "L" })).toMatchObject({
      interpretation: "low",
      against: "marked “L” by the laboratory",
    });
    expect(judge("potassium", 2.1, "mmol/L", { flag: "L" }).interpretation).toBe("critical-low");
  });

  it("depends on sex where the range does, and is not judged across the two ranges without it", () => {
    expect(judge("ck", 250, "U/L", {}, { sex: "female" }).interpretation).toBe("high");
    expect(judge("ck", 250, "U/L", {}, { sex: "male" }).interpretation).toBe("normal");
    expect(judge("ck", 250, "U/L", {}, { sex: null })).toMatchObject({
      interpretation: null,
      notInterpretedBecause: "sex-not-entered",
    });
    expect(judge("ck", 900, "U/L", {}, { sex: null }).interpretation).toBe("high");
    expect(judge("ck", 100, "U/L", {}, { sex: null }).interpretation).toBe("normal");
  });

  it("uses the range of pregnancy in pregnancy alone", () => {
    expect(judge("potassium", 3.3, "mmol/L", {}, { pregnant: true }).interpretation).toBe("normal");
    expect(judge("potassium", 3.3, "mmol/L", {}, { pregnant: null }).interpretation).toBe("low");
  });

  it("judges nobody under 18 by the ranges of adults, and does by the laboratory's own", () => {
    expect(judge("potassium", 3.1, "mmol/L", {}, { ageYears: 9 })).toMatchObject({
      interpretation: null,
      notInterpretedBecause: "child",
    });
    expect(judge("potassium", 2.2, "mmol/L", {}, { ageYears: 9 }).interpretation).toBe("critical-low");
    expect(
      judge("potassium", 3.2, "mmol/L", { referenceLow: 3.4, referenceHigh: 4.7 }, { ageYears: 9 }).interpretation,
    ).toBe("low");
    expect(judge("potassium", 3.1, "mmol/L", {}, { ageYears: 18 }).interpretation).toBe("low");
  });

  it("questions what cannot be measured in life instead of judging it", () => {
    expect(judge("potassium", 31, "mmol/L")).toMatchObject({
      interpretation: null,
      notInterpretedBecause: "implausible",
    });
    expect(judge("potassium", 31)).toMatchObject({ notInterpretedBecause: "implausible" });
  });

  it("does not guess a unit where two are plausible, and says which it took where one is", () => {
    expect(judge("magnesium", 1.4)).toMatchObject({ interpretation: null, notInterpretedBecause: "unit-missing" });
    expect(judge("creatinine", 110)).toMatchObject({ interpretation: "high" });
    expect(judge("creatinine", 110).remarks).toContain("unit not given; read as micromol/L, the only plausible one");
    expect(judge("potassium", 3.1, "furlongs")).toMatchObject({
      interpretation: null,
      notInterpretedBecause: "unit-unknown",
    });
  });

  it("reads a bound only as far as it goes", () => {
    expect(judge("potassium", 3, "mmol/L", { comparator: "<" }).interpretation).toBe("low");
    expect(judge("potassium", 4, "mmol/L", { comparator: "<" })).toMatchObject({
      interpretation: null,
      notInterpretedBecause: "bound",
    });
    expect(judge("ck", 1000, "U/L", { comparator: ">" }).interpretation).toBe("high");
    expect(judge("ck", 6000, "U/L", { comparator: "<" }).interpretation).not.toBe("critical-high");
  });

  it("reads words", () => {
    expect(judge("potassium", "low")).toMatchObject({ interpretation: "low", value: null });
    expect(judge("ck", "significantly increased").interpretation).toBe("high");
    expect(judge("ck", "pending")).toMatchObject({ interpretation: null, notInterpretedBecause: "words" });
  });
});

describe("words of a report", () => {
  it.each([
    ["L", "low"],
    ["H", "high"],
    ["HH", "critical-high"],
    ["LL", "critical-low"],
    ["critically low", "critical-low"],
    ["Low", "low"],
    ["reduced", "low"],
    ["raised", "high"],
    ["within normal limits", "normal"],
    ["not low", "normal"],
    ["abnormal", "abnormal"],
    ["deficient", "low"],
    ["markedly elevated", "high"],
    ["N", "normal"],
  ])("%s is %s", (words, reading) => {
    expect(readWords(words)).toBe(reading);
  });

  it("says nothing where the words do not", () => {
    expect(readWords("haemolysed sample")).toBeNull();
    expect(readWords("")).toBeNull();
  });
});

describe("a result in words", () => {
  it("has name, value, unit and date in the product's style", () => {
    expect(formatResult(labOf("potassium"), result("potassium", 3.1, "mmol/L", { date: "2026-11-20" }))).toBe(
      "Potassium 3.1 mmol/L on 20 Nov 2026",
    );
    expect(formatResult(labOf("ck"), result("ck", 62109, "U/L", { date: null }))).toBe(
      "Creatine kinase 62,109 U/L (no date)",
    );
    expect(formatResult(labOf("ck"), result("ck", 5000, "U/L", { comparator: ">", date: "2026-05" }))).toBe(
      "Creatine kinase above 5,000 U/L in May 2026",
    );
    expect(formatResult(labOf("potassium"), result("potassium", "low", null, { date: null }))).toBe(
      "Potassium reported as “low” (no date)",
    );
    expect(describeInterpretation(judge("potassium", 3.1, "mmol/L"))).toBe(
      "Potassium 3.1 mmol/L on 1 Nov 2026, below 3.5 mmol/L",
    );
  });

  it("keeps tests of one analyte apart", () => {
    expect(shortName(labOf("calcium-adj"))).toBe("Calcium");
    expect(shortName(labOf("calcium-ionised"))).toBe("Ionised calcium");
  });
});

describe("equations", () => {
  it.each([
    [1, 50, "male", 92],
    [1, 50, "female", 69],
    [0.7, 30, "female", 119],
    [2.5, 70, "male", 27],
    [0.5, 25, "male", 145],
  ] as const)("CKD-EPI 2021: creatinine %d mg/dL, %d years, %s is %d", (creatinine, age, sex, egfr) => {
    expect(ckdEpi2021(creatinine, age, sex)).toBe(egfr);
  });

  it("adjusts calcium by 0.02 mmol/L for each g/L that albumin lies from 40", () => {
    expect(adjustedCalcium(2.1, 40)).toBe(2.1);
    expect(adjustedCalcium(2.1, 30)).toBe(2.3);
    expect(adjustedCalcium(2.5, 45)).toBe(2.4);
  });
});
