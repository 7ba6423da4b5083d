import { describe, expect, it } from "vitest";
import { readMedications } from "@/lib/reading/medications/read-medications";

const uses = (text: string) =>
  readMedications(text, { asOf: "2026-11-22", jurisdiction: "US" }).flatMap((piece) =>
    piece.medications.map((medication) => [medication.ingredients[0]?.name, medication.use]),
  );

describe("a drug that is somebody else's, of the past or to come is not read as taken", () => {
  it.each([
    ["Her husband takes warfarin", [["warfarin", "uncertain"]]],
    ["husband on warfarin 5 mg", [["warfarin", "uncertain"]]],
    ["hx of simvastatin myopathy", [["simvastatin", "uncertain"]]],
    [
      "was on Lipitor 80, now on pravastatin 40",
      [
        ["atorvastatin", "uncertain"],
        ["pravastatin", "current"],
      ],
    ],
    ["Plan: start chlorthalidone 12.5 mg", [["chlorthalidone", "planned"]]],
    ["history of hypertension, takes amlodipine 5 mg", [["amlodipine", "current"]]],
  ])("%s", (text, expected) => expect(uses(text)).toEqual(expected));
});
