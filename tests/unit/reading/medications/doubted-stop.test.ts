import { describe, expect, it } from "vitest";
import { readMedications } from "@/lib/reading/medications/read-medications";

const useOf = (text: string) =>
  readMedications(text, { asOf: "2026-11-30", jurisdiction: "UK" }).flatMap(({ medications }) =>
    medications.map(({ use }) => use),
  );

describe("a stop that nobody is sure of", () => {
  it.each([
    "erythromycin 500 mg qds ?stopped",
    "diltiazem 120 mg bd - possibly stopped",
    "itraconazole 200 mg od, may have finished",
    "gemfibrozil 600 mg bd stopped? ask the GP",
    "digoxin 125 micrograms od - for review, ?stop",
  ])("leaves it uncertain, so that it is judged as taken where it could hurt: %s", (text) =>
    expect(useOf(text)).toEqual(["uncertain"]),
  );
});

describe("a stop that is not yet, or is refused", () => {
  it.each([
    "consider stopping erythromycin 500 mg qds",
    "GP to consider stopping verapamil 120 mg bd",
    "atorvastatin 20 mg nocte, refuses to stop",
    "amlodipine 5 mg od, reluctant to stop",
    "furosemide 40 mg due to be stopped next week",
    "declined to discontinue prednisolone 5 mg od",
  ])("leaves it taken: %s", (text) => expect(useOf(text)).toEqual(["current"]));
});

describe("a stop that is told", () => {
  it.each([
    "verapamil 120 mg bd stopped",
    "stop atorvastatin 20 mg",
    "refuses ramipril 5 mg",
    "furosemide 40 mg has been stopped",
  ])("stops it: %s", (text) => expect(useOf(text)).toEqual(["stopped"]));
});
