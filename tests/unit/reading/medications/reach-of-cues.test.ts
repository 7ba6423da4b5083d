import { describe, expect, it } from "vitest";
import { readMedications } from "@/lib/reading/medications/read-medications";

const OPTIONS = { asOf: "2026-12-01", jurisdiction: "UK" as const };
const uses = (text: string): string =>
  readMedications(text, OPTIONS)
    .flatMap((piece) => piece.medications)
    .map(({ use, ingredients }) => `${ingredients.map(({ name }) => name).join("+")} ${use}`)
    .join(", ");

describe("how far a word of use reaches", () => {
  it.each([
    ["previously enalapril 5 mg; candesartan 8 mg now", "enalapril stopped, candesartan current"],
    ["stop lovastatin while on erythromycin", "lovastatin stopped, erythromycin current"],
    [
      "tried pravastatin and fluvastatin, both caused myalgia. Now on ezetimibe 10 mg",
      "pravastatin stopped, fluvastatin stopped, ezetimibe current",
    ],
    ["stopped ramipril; indapamide 2.5 mg od", "ramipril stopped, indapamide current"],
    [
      "not taking ramipril; indapamide 2.5 mg od; doxazosin 4 mg od",
      "ramipril stopped, indapamide current, doxazosin current",
    ],
    ["indapamide 2.5 mg (previously bumetanide 1 mg)", "indapamide current, bumetanide stopped"],
    ["allergic to trimethoprim; doxazosin 4 mg od", "trimethoprim allergy, doxazosin current"],
    ["no longer on ramipril, indapamide 2.5 mg od", "ramipril stopped, indapamide uncertain"],
    ["used to take ramipril, indapamide and doxazosin", "ramipril stopped, indapamide stopped, doxazosin stopped"],
    ["switched to candesartan 8 mg from ramipril 5 mg", "candesartan current, ramipril stopped"],
    ["do not take lovastatin with erythromycin", "lovastatin stopped, erythromycin current"],
    ["restart lovastatin when erythromycin finished", "lovastatin uncertain, erythromycin current"],
    ["restarted lovastatin after erythromycin was stopped", "lovastatin current, erythromycin stopped"],
    ["statin intolerance (pravastatin), ezetimibe 10 mg od", "pravastatin allergy, ezetimibe current"],
    ["indapamide 2.5 mg, not taking at present", "indapamide stopped"],
    ["prednisolone 30 mg for 5 days then stop", "prednisolone current"],
  ])("%s: %s", (text, expected) => expect(uses(text)).toBe(expected));

  it.each([
    ["start doxazosin 4 mg tomorrow", "planned"],
    ["doxazosin 4 mg, to begin on Monday", "planned"],
    ["started doxazosin 4 mg on Monday", "current"],
    ["dog: doxazosin 4 mg", "uncertain"],
    ["wife: doxazosin 4 mg", "uncertain"],
    ["Mum's meds: doxazosin 4 mg", "current"],
    ["doxazosin 4 mg, maybe 3 times a week", "current"],
  ])("%s: %s", (text, use) => expect(uses(text)).toBe(`doxazosin ${use}`));

  it.each([
    ["pravastatin 20 mg nocte (patient takes 40)", 40],
    ["pravastatin 20 mg at night - actually taking 10 mg", 10],
  ])("%s: the amount that is taken is %d mg", (text, mg) =>
    expect(readMedications(text, OPTIONS)[0]?.medications[0]?.intake).toMatchObject({ of: "mg", low: mg, high: mg }),
  );

  it("a count of tablets and a dose for some days are not the amount that is taken", () => {
    expect(readMedications("pravastatin 20 mg (patient takes 2)", OPTIONS)[0]?.medications[0]?.intake?.of).not.toBe(
      "mg",
    );
  });
});
