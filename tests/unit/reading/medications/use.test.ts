import { describe, expect, it } from "vitest";
import { readMedications } from "@/lib/reading/medications/read-medications";
import { medications, only, usesOf } from "./read";

describe("whether a drug is being taken", () => {
  it.each([
    ["furosemide 40 mg daily", "current"],
    ["furosemide 40 mg, not taking at present", "stopped"],
    ["furosemide - stopped by GP", "stopped"],
    ["furosemide (discontinued)", "stopped"],
    ["furosemide was stopped 2 weeks ago", "stopped"],
    ["no longer takes furosemide", "stopped"],
    ["used to be on furosemide", "stopped"],
    ["furosemide has been discontinued", "stopped"],
    ["off furosemide since March 2026", "stopped"],
    ["furosemide d/c'd", "stopped"],
    ["finished a course of furosemide", "stopped"],
    ["stop furosemide", "stopped"],
    ["hold furosemide", "held"],
    ["furosemide 40 mg (held)", "held"],
    ["furosemide on hold", "held"],
    ["furosemide withheld for surgery", "held"],
    ["allergic to furosemide", "allergy"],
    ["furosemide allergy", "allergy"],
    ["intolerant of furosemide", "allergy"],
    ["will start furosemide 20 mg", "planned"],
    ["consider furosemide", "planned"],
    ["furosemide to start next week", "planned"],
    ["unsure if taking furosemide", "uncertain"],
  ])("%s: %s", (line, use) => {
    const medication = only(line);
    expect(medication.use).toBe(use);
    if (use !== "current") expect(medication.useReason).not.toBeNull();
    else expect(medication.useReason).toBeNull();
  });

  it.each([
    "metoprolol 25 mg bid, hold for SBP < 100",
    "metoprolol 25 mg hold if pulse below 55",
    "do not stop metoprolol",
    "never discontinued metoprolol",
    "loratadine 10 mg daily for allergic rhinitis",
    "cetirizine for allergies",
    "prednisone 20 mg for 5 days, then stop",
    "lidocaine patch on in the morning and off in the evening",
    "metoprolol 50 mg, increased from 25 mg",
    "metoprolol prior to admission 50 mg bid",
    "metoprolol for the past two years",
  ])("is not taken from words that are about something else: %s", (line) => {
    expect(medications(line).map((one) => one.use)).toEqual(["current"]);
  });
});

describe("sections", () => {
  it.each([
    ["Stopped:\n- indapamide\n- ramipril", "stopped"],
    ["DISCONTINUED MEDICATIONS\nindapamide\nramipril", "stopped"],
    ["Past medications:\nindapamide 1.5 mg\nramipril 5 mg", "stopped"],
    ["Allergies\nindapamide (rash)\nramipril", "allergy"],
    ["Held on admission: indapamide, ramipril", "held"],
    ["WITHHELD: indapamide 1.5mg, ramipril - restart next week", "held"],
    ["Home medications:\nindapamide\nramipril", "current"],
    ["Medications prior to admission\nindapamide\nramipril", "current"],
    ["Current medication and drug allergies\nindapamide\nramipril", "current"],
    ["STOP taking these medications\nindapamide\nramipril", "stopped"],
  ])("%s", (text, use) => {
    expect(medications(text).map((one) => one.use)).toEqual([use, use]);
  });

  it("a section ends at the next header, and the reason names it", () => {
    const all = medications("Discontinued:\nindapamide\nCurrent medications:\nramipril");
    expect(all.map((one) => one.use)).toEqual(["stopped", "current"]);
    expect(all[0]?.useReason?.toLowerCase()).toContain("discontinued");
  });

  it("a header with drugs on its own line speaks of that line", () => {
    expect(usesOf("Allergies: penicillin\nindapamide 1.5 mg daily")).toEqual({
      penicillin: "allergy",
      indapamide: "current",
    });
  });

  it("a status column is read", () => {
    expect(
      usesOf(
        "active | indapamide 1.5 MG Oral Tablet\nstopped | simvastatin 40 MG Oral Tablet\nentered-in-error | warfarin 5 MG Oral Tablet",
      ),
    ).toEqual({ indapamide: "current", simvastatin: "stopped", warfarin: "stopped" });
    expect(usesOf("indapamide\t1 daily\tactive\nsimvastatin\t1 nocte\tdiscontinued")).toEqual({
      indapamide: "current",
      simvastatin: "stopped",
    });
  });
});

describe("prose", () => {
  it("a cue reaches the names it speaks of and no further", () => {
    expect(
      usesOf(
        "She takes indapamide and aspirin. Aspirin had been discontinued last week. He used to be on atenolol, ramipril and digoxin.",
      ),
    ).toEqual({
      indapamide: "current",
      aspirin: "stopped",
      atenolol: "stopped",
      ramipril: "stopped",
      digoxin: "stopped",
    });
    expect(usesOf("eliquis 5 bid, stopped crestor, lasix 20 prn")).toEqual({
      apixaban: "current",
      rosuvastatin: "stopped",
      furosemide: "current",
    });
    expect(usesOf("Takes amlodipine and ramipril p.r.n. In the past she tried losartan and atenolol.")).toEqual({
      amlodipine: "current",
      ramipril: "current",
      losartan: "stopped",
      atenolol: "stopped",
    });
    expect(usesOf("Atenolol and ramipril were stopped.")).toEqual({ atenolol: "stopped", ramipril: "stopped" });
  });

  it("a change names what was left and what is taken", () => {
    expect(usesOf("Bumetanide 1 mg BD - changed from furosemide 40 mg")).toEqual({
      bumetanide: "current",
      furosemide: "stopped",
    });
    expect(usesOf("Warfarin was switched to apixaban 5 mg bid")).toEqual({ warfarin: "stopped", apixaban: "current" });
    expect(usesOf("Atorvastatin 40 mg (was simvastatin)")).toEqual({ atorvastatin: "current", simvastatin: "stopped" });
  });

  it("a drug that is new, because it was not taken before, is taken", () => {
    expect(usesOf("Clopidogrel 75 mg daily. This is new, as the patient was not taking clopidogrel before.")).toEqual({
      clopidogrel: "current",
    });
  });
});

describe("one drug for another, and doses forgotten", () => {
  it.each([
    ["Substituted losartan 50 mg for lisinopril 20 mg", { losartan: "current", lisinopril: "stopped" }],
    ["Switched from Zocor to Crestor", { simvastatin: "stopped", rosuvastatin: "current" }],
    ["Changed Lipitor 40 mg daily to Crestor 10 mg", { atorvastatin: "stopped", rosuvastatin: "current" }],
    ["Replaced HCTZ with chlorthalidone", { hydrochlorothiazide: "stopped", chlorthalidone: "current" }],
    ["atenolol was substituted for metoprolol", { atenolol: "current", metoprolol: "stopped" }],
    [
      "switched from HCTZ 25 to chlorthalidone 12.5, also on K-Dur",
      { hydrochlorothiazide: "stopped", chlorthalidone: "current", "potassium chloride": "current" },
    ],
    ["Lipitor 40 mg, forgets doses", { atorvastatin: "uncertain" }],
    ["metoprolol 25 mg bid - not sure if still taking", { metoprolol: "uncertain" }],
    ["furosemide 40 mg (often misses doses), lisinopril 10 mg", { furosemide: "uncertain", lisinopril: "current" }],
    ["may still be taking spironolactone", { spironolactone: "uncertain" }],
  ])("%s", (line, uses) => {
    const read = readMedications(line, { asOf: "2026-11-22", jurisdiction: "US" }).flatMap(
      (piece) => piece.medications,
    );
    expect(
      Object.fromEntries(read.map((one) => [one.ingredients.map((ingredient) => ingredient.name).join("+"), one.use])),
    ).toEqual(uses);
  });
});

describe("the sections of an American discharge summary", () => {
  it("what changes is taken, what stops is not", () => {
    expect(
      usesOf(
        "STOP taking these medications\n simvastatin 40 mg\nCHANGE how you take these medications\n furosemide 40 mg\nCONTINUE taking these medications\n carvedilol 6.25 mg",
      ),
    ).toEqual({ simvastatin: "stopped", furosemide: "current", carvedilol: "current" });
  });
});
