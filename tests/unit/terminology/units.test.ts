import { describe, expect, it } from "vitest";
import { convert, ucumUnit } from "@/lib/terminology/units";

/** Conventional to SI factors as printed in the AMA Manual of Style and in laboratory handbooks. */
const PUBLISHED: readonly (readonly [analyte: string, from: string, to: string, factor: number])[] = [
  ["potassium", "mEq/L", "mmol/L", 1],
  ["sodium", "mEq/L", "mmol/L", 1],
  ["calcium total", "mg/dL", "mmol/L", 0.2495],
  ["calcium total", "mEq/L", "mmol/L", 0.5],
  ["magnesium", "mg/dL", "mmol/L", 0.4114],
  ["magnesium", "mEq/L", "mmol/L", 0.5],
  ["phosphate", "mg/dL", "mmol/L", 0.3229],
  ["creatinine", "mg/dL", "µmol/L", 88.4],
  ["urea nitrogen (BUN)", "mg/dL", "mmol/L", 0.357],
  ["glucose", "mg/dL", "mmol/L", 0.0555],
  ["25-OH vitamin D", "ng/mL", "nmol/L", 2.496],
  ["vitamin B12", "pg/mL", "pmol/L", 0.7378],
  ["PTH intact", "pg/mL", "pmol/L", 0.1061],
  ["ferritin", "ng/mL", "pmol/L", 2.247],
  ["hemoglobin", "g/dL", "g/L", 10],
  ["hemoglobin", "g/dL", "mmol/L", 0.6206],
  ["iron", "µg/dL", "µmol/L", 0.179],
  ["uric acid", "mg/dL", "µmol/L", 59.48],
  ["bilirubin total", "mg/dL", "µmol/L", 17.1],
  ["free T4", "ng/dL", "pmol/L", 12.87],
  ["folate", "ng/mL", "nmol/L", 2.266],
  ["albumin", "g/dL", "g/L", 10],
];

describe("converting laboratory values", () => {
  it.each(PUBLISHED)("%s: 1 %s is %s times the published factor, and back", (analyte, from, to, factor) => {
    const there = convert(1, from, to, analyte);
    expect(Math.abs((there ?? 0) / factor - 1)).toBeLessThan(0.005);
    expect(convert(there ?? 0, to, from, analyte)).toBeCloseTo(1, 6);
  });

  it("takes a LOINC code or a clinician's word for the analyte", () => {
    expect(convert(2, "mg/dL", "mmol/L", "19123-9")).toBeCloseTo(0.823, 3);
    expect(convert(2, "mg/dL", "mmol/L", "Mg")).toBeCloseTo(0.823, 3);
  });

  it.each([
    [7, 53.0],
    [6.5, 47.5],
    [10, 85.8],
  ])("turns HbA1c %s %% into %s mmol/mol by the IFCC equation, not by mass", (percent, ifcc) => {
    expect(convert(percent, "%", "mmol/mol", "HbA1c")).toBeCloseTo(ifcc, 1);
    expect(convert(ifcc, "mmol/mol", "%", "HbA1c")).toBeCloseTo(percent, 1);
  });

  it("never converts mass into amount for an analyte whose molar mass it does not have", () => {
    expect(convert(3, "mg/dL", "mmol/L", "aldolase")).toBeNull();
    expect(convert(3, "mEq/L", "mmol/L", "glucose")).toBeNull();
  });

  it("answers null to what is no unit, and to what cannot be compared", () => {
    expect(convert(3, "bananas", "mmol/L", "potassium")).toBeNull();
    expect(convert(3, "mmol/L", "g", "potassium")).toBeNull();
    expect(convert(Number.NaN, "mmol/L", "mg/dL", "glucose")).toBeNull();
  });

  it.each([
    ["mmol/l", "mmol/L"],
    ["µmol/L", "umol/L"],
    ["μmol/l", "umol/L"],
    ["micromol/L", "umol/L"],
    ["mcg/dL", "ug/dL"],
    ["mEq/L", "meq/L"],
    ["IU/L", "U/L"],
    ["uIU/mL", "uU/mL"],
    ["K/uL", "10*3/uL"],
    ["x10^9/L", "10*9/L"],
    ["mL/min/1.73 m²", "mL/min"],
    ["mL/min/1.73m2", "mL/min"],
    ["mm/hr", "mm/h"],
  ])("reads %s as %s", (printed, code) => {
    expect(ucumUnit(printed)).toBe(code);
  });
});
