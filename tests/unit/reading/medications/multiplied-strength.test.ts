import { describe, expect, it } from "vitest";
import { readMedications } from "@/lib/reading/medications/read-medications";

const intakeOf = (text: string) =>
  readMedications(text, { asOf: "2026-11-30", jurisdiction: "UK" })[0]?.medications[0]?.intake ?? null;

describe("a strength that is taken several times at once", () => {
  it.each([
    ["simvastatin 10 mg x 4 nocte", 4],
    ["quinine sulfate 300 mg x2 nocte", 2],
    ["rosuvastatin 10 mg x 2 od", 2],
  ])("is counted: %s", (text, count) => expect(intakeOf(text)).toMatchObject({ of: "unit", low: count, high: count }));

  it.each([
    "amoxicillin 500 mg x 5 days",
    "prednisolone 30 mg x 2 weeks",
    "ibuprofen 400 mg x3/day",
    "metformin 500 mg x 2 daily",
  ])("is none where the number says how long or how often: %s", (text) => expect(intakeOf(text)).toBeNull());
});
