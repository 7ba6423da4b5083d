import { describe, expect, it } from "vitest";
import { dailyDoseOf, strengthInMg, timesPerDay } from "@/lib/review/dose";
import { medicationPiece, type MedicationInput } from "./fixtures/cases";

const doseOf = (fields: Partial<Exclude<MedicationInput, string>>) => {
  const [medication] = medicationPiece({ ingredients: ["simvastatin"], ...fields }).medications;
  if (medication === undefined) throw new Error("no medication");
  return dailyDoseOf(medication);
};

describe("the strength of one unit", () => {
  it.each([
    ["40 mg", 40], ["0.5 g", 500], ["100 micrograms", 0.1], ["125 mcg", 0.125], ["1,000 mg", 1000], ["2.5mg", 2.5], ["40 milligrams", 40],
  ])("reads %s as %d mg", (text, mg) => {
    expect(strengthInMg(text)).toBeCloseTo(mg, 9);
  });

  it.each([["10 mg/40 mg"], ["12.5 mg/5 mL"], ["25 mcg/hour"], ["100 units"], ["5 %"], [""]])("does not make one amount of %j", (text) => {
    expect(strengthInMg(text)).toBeNull();
  });
});

describe("how often a day", () => {
  it.each([
    ["daily", 1], ["once daily", 1], ["at bedtime", 1], ["twice daily", 2], ["BD", 2], ["two times a day", 2], ["three times daily", 3], ["TDS", 3], ["four times a day", 4],
    ["every 8 hours", 3], ["q6h", 4], ["every other day", 0.5], ["weekly", 1 / 7], ["morning and evening", 2], ["6 times a day", 6],
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
    expect(doseOf({ strength: "40 mg", frequency: "daily", asNeeded: true })).toEqual({ mg: 40, certainty: "at-least" });
  });

  it("is not read for a combination, without a strength, or with a doubt about it", () => {
    expect(doseOf({ ingredients: ["simvastatin", "ezetimibe"], strength: "40 mg", frequency: "daily" })).toBeNull();
    expect(doseOf({ frequency: "daily" })).toBeNull();
    expect(doseOf({ strength: "40 mg", frequency: "daily", doubts: [{ field: "strength", choices: ["20 mg", "40 mg"] }] })).toBeNull();
  });
});
