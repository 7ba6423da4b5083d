import { describe, expect, it } from "vitest";
import type { Patient } from "@/lib/review/facts/patient";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { fromFirstUnit, toFirstUnit } from "@/lib/review/facts/results/units";
import { interpretResult } from "@/lib/review/facts/results/interpret-result";

const { labs } = loadKnowledge();

function lab(id: string) {
  const found = labs.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no test ${id}`);
  return found;
}

const ADULT: Patient = {
  ageYears: 60,
  sex: "male",
  pregnant: null,
  dialysis: null,
  jurisdiction: "UK",
  asOf: "2026-11-22",
};

function reading(id: string, value: number, unit: string, patient: Partial<Patient> = {}) {
  const result = {
    name: id,
    loinc: lab(id).loinc[0]?.code ?? null,
    value,
    unit,
    comparator: null,
    flag: null,
    referenceLow: null,
    referenceHigh: null,
    date: null,
  };
  const { interpretation: read, notInterpretedBecause: notJudged } = interpretResult(lab(id), result, {
    ...ADULT,
    ...patient,
  });
  return read ?? notJudged;
}

describe("ranges by sex, age and pregnancy", () => {
  it.each([
    ["creatinine", 95, "micromol/L", { sex: "male" }, "normal"],
    ["creatinine", 95, "micromol/L", { sex: "female" }, "high"],
    ["creatinine", 95, "micromol/L", { sex: null }, "sex-not-entered"],
    ["creatinine", 1.2, "mg/dL", { sex: "male" }, "high"],
    ["ggt", 70, "U/L", { sex: "female", ageYears: 30 }, "high"],
    ["ggt", 70, "U/L", { sex: "female", ageYears: 50 }, "normal"],
    ["ggt", 1.5, "µkat/L", { sex: "male", ageYears: 30 }, "high"],
    ["ggt", 1.5, "µkat/L", { sex: "male", ageYears: 41 }, "normal"],
    ["urate", 400, "micromol/L", { sex: "male" }, "normal"],
    ["urate", 400, "micromol/L", { sex: "female" }, "high"],
    ["urate", 6.5, "mg/dL", { sex: "female" }, "high"],
    ["urate", 300, "micromol/L", { sex: "female", ageYears: 30, pregnant: true }, "high"],
    ["pth", 9, "pmol/L", {}, "high"],
    ["pth", 60, "pg/mL", {}, "normal"],
    ["platelets", 149, "10^9/L", {}, "low"],
    ["platelets", 400, "10^3/uL", {}, "normal"],
  ] as const)("%s %f %s, %o: %s", (id, value, unit, patient, expected) => {
    expect(reading(id, value, unit, patient)).toBe(expected);
  });
});

describe("HbA1c, whose two scales do not share their zero", () => {
  it.each([
    [20, 4],
    [42, 6],
    [48, 6.5],
    [53, 7],
    [75, 9],
    [119, 13],
  ])("%f mmol/mol is %f %%, as the table of the UK consensus prints it", (ifcc, percent) => {
    expect(toFirstUnit(lab("hba1c"), ifcc, "mmol/mol")).toBeCloseTo(percent, 1);
    expect(Math.round(fromFirstUnit(lab("hba1c"), percent, "mmol/mol") ?? NaN)).toBe(ifcc);
  });

  it("meets the limit at 48 mmol/mol and at 6.5 %, and not below", () => {
    expect([
      reading("hba1c", 47, "mmol/mol"),
      reading("hba1c", 48, "mmol/mol"),
      reading("hba1c", 6.4, "%"),
      reading("hba1c", 6.5, "%"),
    ]).toEqual(["normal", "high", "normal", "high"]);
  });
});
