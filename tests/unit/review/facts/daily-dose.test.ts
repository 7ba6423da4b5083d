import { describe, expect, it } from "vitest";
import { dailyDoseOf, strengthInMg } from "@/lib/review/facts/medications/daily-dose";
import { timesPerDay } from "@/lib/review/facts/medications/times-per-day";
import { medicationPiece, type MedicationInput } from "@/tests/unit/review/fixtures/cases";

const doseOf = (fields: Partial<Exclude<MedicationInput, string>>) => {
  const [medication] = medicationPiece({ ingredients: ["simvastatin"], ...fields }).medications;
  if (medication === undefined) throw new Error("no medication");
  return dailyDoseOf(medication);
};

const doseOfOne = (input: MedicationInput, ingredient: string) => {
  const [medication] = medicationPiece(input).medications;
  if (medication === undefined) throw new Error("no medication");
  return dailyDoseOf(medication, ingredient);
};

describe("the strength of one unit", () => {
  it.each([
    ["40 mg", 40],
    ["0.5 g", 500],
    ["100 micrograms", 0.1],
    ["125 mcg", 0.125],
    ["1,000 mg", 1000],
    ["2.5mg", 2.5],
    ["40 milligrams", 40],
  ])("reads %s as %d mg", (text, mg) => {
    expect(strengthInMg(text)).toBeCloseTo(mg, 9);
  });

  it.each([["10 mg/40 mg"], ["12.5 mg/5 mL"], ["25 mcg/hour"], ["100 units"], ["5 %"], [""]])(
    "does not make one amount of %j",
    (text) => {
      expect(strengthInMg(text)).toBeNull();
    },
  );
});

describe("how often a day", () => {
  it.each([
    ["daily", 1],
    ["once daily", 1],
    ["at bedtime", 1],
    ["twice daily", 2],
    ["BD", 2],
    ["two times a day", 2],
    ["three times daily", 3],
    ["TDS", 3],
    ["four times a day", 4],
    ["every 8 hours", 3],
    ["q6h", 4],
    ["every other day", 0.5],
    ["weekly", 1 / 7],
    ["morning and evening", 2],
    ["6 times a day", 6],
  ])("%s is %d", (text, times) => {
    expect(timesPerDay(text)).toBeCloseTo(times, 9);
  });

  it.each([[null], ["with food"], ["as directed"]])("%j says nothing of it", (text) => {
    expect(timesPerDay(text)).toBeNull();
  });
});

describe("the daily dose", () => {
  it("is strength times frequency times units", () => {
    expect(doseOf({ strength: "20 mg", frequency: "2 tablets twice daily" })).toEqual({ mg: 80, certainty: "known" });
  });

  it("is at least one unit where the frequency is not read or it is taken as needed", () => {
    expect(doseOf({ strength: "40 mg" })).toEqual({ mg: 40, certainty: "at-least" });
    expect(doseOf({ strength: "40 mg", frequency: "daily", asNeeded: true })).toEqual({
      mg: 40,
      certainty: "at-least",
    });
  });

  it("is at least one dose where how often is in doubt, as where it is not read", () => {
    expect(
      doseOf({ strength: "40 mg", frequency: "daily", doubts: [{ field: "frequency", choices: ["daily", "weekly"] }] }),
    ).toEqual({ mg: 40, certainty: "at-least" });
  });

  it("is not read without a strength, or with a doubt about it", () => {
    expect(doseOf({ frequency: "daily" })).toBeNull();
    expect(
      doseOf({ strength: "40 mg", frequency: "daily", doubts: [{ field: "strength", choices: ["20 mg", "40 mg"] }] }),
    ).toBeNull();
  });

  it.each([
    [["ezetimibe", "simvastatin"], "10-40", "simvastatin", 40, true],
    [["amlodipine", "atorvastatin"], "5/20", "atorvastatin", 20, true],
    [["lisinopril", "hydrochlorothiazide"], "20-12.5", "hydrochlorothiazide", 12.5, true],
    [["ezetimibe", "simvastatin"], "10 mg/80 mg", "simvastatin", 80, false],
    [["ezetimibe", "simvastatin"], "10/80 mg", "ezetimibe", 10, false],
  ])("of %j %s shares the strength out: %s %d mg", (ingredients, strength, ingredient, mg, assumed) => {
    expect(doseOfOne({ ingredients, strength, frequency: "daily" }, ingredient)).toEqual({
      mg,
      certainty: "known",
      ...(assumed ? { unitAssumed: true } : {}),
    });
  });

  it("finds the product's order where the ingredients stand in another", () => {
    expect(
      doseOfOne(
        { ingredients: ["atorvastatin", "ezetimibe"], strength: "10/40 mg", frequency: "daily" },
        "atorvastatin",
      )?.mg,
    ).toBe(40);
    expect(
      doseOfOne(
        { ingredients: ["amlodipine", "hydrochlorothiazide", "valsartan"], strength: "10/320/25", frequency: "daily" },
        "hydrochlorothiazide",
      )?.mg,
    ).toBe(25);
  });

  it("of a combination is not read where the parts do not fit its ingredients", () => {
    expect(
      doseOfOne({ ingredients: ["ezetimibe", "simvastatin"], strength: "40 mg", frequency: "daily" }, "simvastatin"),
    ).toBeNull();
    expect(
      doseOfOne(
        { ingredients: ["fluticasone", "salmeterol"], strength: "250 micrograms per dose", frequency: "daily" },
        "salmeterol",
      ),
    ).toBeNull();
  });

  it("takes a bare number as mg only where the drug is sold in it", () => {
    expect(doseOf({ strength: "40", frequency: "daily" })).toEqual({ mg: 40, certainty: "known", unitAssumed: true });
    expect(doseOf({ strength: "37", frequency: "daily" })).toBeNull();
    expect(doseOf({ ingredients: ["levothyroxine"], strength: "50", frequency: "daily" })).toBeNull();
  });
});
