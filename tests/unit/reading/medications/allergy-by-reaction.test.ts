import { describe, expect, it } from "vitest";
import { medications, only, read, usesOf } from "./read";

describe("a bare name and nothing but what it did is an allergy or intolerance", () => {
  it.each([
    "penicillin - hives",
    "codeine (nausea/vomiting)",
    "codeine - nausea and vomiting",
    "Lisinopril: cough",
    "Lisinopril = angioedema",
    "atorvastatin - muscle aches",
    "morphine (itching)",
    "amlodipine - ankle swelling",
    "aspirin - GI bleed",
    "trimethoprim – severe rash",
    "ramipril (dry cough)",
    "metformin - diarrhoea",
    "amoxicillin gave hives",
    "vancomycin - red man syndrome",
    "tramadol - seizures",
    "ciprofloxacin - tendonitis",
    "sulfasalazine – GI intolerance",
    "hydrochlorothiazide - hyponatremia",
    "erythromycin - upset stomach, vomiting",
    "codeine - made her sick",
    "oxycodone: hallucinations",
    "PCN - anaphylaxis as a child",
  ])("%s", (text) => {
    const medication = only(text);
    expect(medication.use).toBe("allergy");
    expect(medication.useReason).not.toBeNull();
    expect(medication.doubts).toEqual([{ field: "use", choices: ["allergy", "current"] }]);
  });

  it.each([
    "ondansetron (nausea)",
    "loratadine - hives",
    "cetirizine: itching",
    "hydrocortisone cream (rash)",
    "benzonatate - cough",
    "loperamide - diarrhea",
    "furosemide (swelling)",
    "meclizine - dizziness",
    "docusate - constipation",
    "quinine (leg cramps)",
    "baclofen - muscle spasms",
    "ibuprofen - headache",
    "albuterol (wheezing)",
    "midodrine - low blood pressure",
    "levetiracetam (seizures)",
    "magnesium - leg cramps",
    "omeprazole - dyspepsia",
    "propranolol - palpitations",
    "epinephrine (bee stings)",
    "lisinopril 10 mg - cough",
    "amlodipine 5 mg daily (swelling)",
    "metformin - 500 mg bd",
    "amlodipine - blood pressure",
    "sertraline (depression)",
    "allopurinol - gout",
  ])("is not read from a reason to take it, or beside a dose: %s", (text) => {
    expect(only(text).use).toBe("current");
    expect(only(text).doubts.filter(({ field }) => field === "use")).toEqual([]);
  });

  it("several on a line are each their own", () => {
    expect(usesOf("penicillin - hives, codeine - nausea, furosemide 40 mg daily")).toEqual({
      penicillin: "allergy",
      codeine: "allergy",
      furosemide: "current",
    });
  });

  it("a class with its reaction is no medication and asks nothing", () => {
    for (const text of ["Sulfa – rash", "NSAIDs - GI bleed", "ACE inhibitors: angioedema", "statins - myalgia"])
      expect(read(text).map(({ status }) => status)).toEqual(["not-medication"]);
  });

  it("under its own header the section says it, without a question", () => {
    expect(only("Allergies: codeine - nausea")).toMatchObject({ use: "allergy", doubts: [] });
    expect(only("Stopped: ramipril - cough")).toMatchObject({ use: "stopped", doubts: [] });
  });
});

describe("what is crossed out is not taken", () => {
  it.each([
    "❌ furosemide",
    "furosemide ❌",
    "✗ furosemide 40 mg",
    "furosemide 40 mg ✘",
    "🚫 furosemide",
    "~~furosemide 40 mg~~",
    "furosemide no",
    "furosemide - no.",
    "f\u0336u\u0336r\u0336o\u0336s\u0336e\u0336m\u0336i\u0336d\u0336e\u0336",
  ])("%s", (text) => {
    expect(only(text).use).toBe("stopped");
    expect(only(text).useReason).not.toBeNull();
  });

  it.each([
    "✅ furosemide",
    "✔ furosemide 40 mg",
    "[x] furosemide 40 mg",
    "furosemide 40 mg, no side effects",
    "furosemide no. 30",
    "furosemide ~40 mg",
  ])("%s is taken", (text) => {
    expect(only(text).use).toBe("current");
  });
});

describe("one drug for another", () => {
  it.each([
    ["warfarin -> apixaban 5 mg bid", "warfarin", "apixaban"],
    ["warfarin → apixaban 5 mg bid", "warfarin", "apixaban"],
    ["atorvastatin 40 → inclisiran", "atorvastatin", "inclisiran"],
    ["warfarin => apixaban", "warfarin", "apixaban"],
    ["simvastatin replaced w/ pitavastatin 2 mg", "simvastatin", "pitavastatin"],
    ["switched from atorvastatin to rosuvastatin 5 mg", "atorvastatin", "rosuvastatin"],
    ["furosemide changed to torsemide 20 mg", "furosemide", "torsemide"],
    ["previously on lithium, now lamotrigine 100 mg", "lithium", "lamotrigine"],
    ["furosemide swapped for torsemide", "furosemide", "torsemide"],
  ])("%s: %s is left, %s is taken", (text, left, taken) => {
    expect(usesOf(text)).toEqual({ [left]: "stopped", [taken]: "current" });
  });

  it("an arrow between two doses of one drug is no exchange", () => {
    expect(medications("furosemide 40 → 80 mg").map(({ use, strength }) => [use, strength])).toEqual([
      ["current", "80 mg"],
    ]);
  });
});

describe("headers inside a line", () => {
  it.each([
    [
      "levetiracetam 500 mg bd. Previous: phenytoin, carbamazepine",
      { levetiracetam: "current", phenytoin: "stopped", carbamazepine: "stopped" },
    ],
    [
      "Meds: furosemide, aspirin. Allergies: codeine",
      { furosemide: "current", aspirin: "current", codeine: "allergy" },
    ],
    ["Allergies: codeine causes nausea. Penicillin causes hives.", { codeine: "allergy", penicillin: "allergy" }],
    [
      "furosemide 40 mg. Stopped: amlodipine; ramipril. Held: metformin",
      { furosemide: "current", amlodipine: "stopped", ramipril: "stopped", metformin: "held" },
    ],
  ])("%s", (text, uses) => {
    expect(usesOf(text)).toEqual(uses);
  });

  it("“Stopped:” with a date behind it speaks of the drug before it", () => {
    expect(usesOf("simvastatin 40 mg. Stopped: 3/2025. Ezetimibe 10 mg")).toEqual({
      simvastatin: "stopped",
      ezetimibe: "current",
    });
  });

  it.each([
    ["STOP taking:\n  naproxen 5 mg", "stopped"],
    ["NOT taking\nnaproxen", "stopped"],
    ["No longer: naproxen", "stopped"],
    ["Intol: naproxen", "allergy"],
    ["MEDICATIONS TO START\nnaproxen", "current"],
    ["MEDICATIONS TO STOP\nnaproxen", "stopped"],
    ["Plan to start:\nnaproxen", "planned"],
  ])("%s", (text, use) => {
    expect(usesOf(text)).toEqual({ naproxen: use });
  });
});
