import { describe, expect, it } from "vitest";
import { ingredientsOf, medications, only, read } from "./read";

const statuses = (text: string): string[] => read(text).map(({ status }) => status);

describe("a brand that is the name of a person or a place is no medication", () => {
  it.each([
    "Lives with daughter Yasmin",
    "her sister Allegra helps",
    "Emergency contact: Allegra Benson",
    "PCP: Dr. Celexa",
    "14 Lantus Court",
    "teacher at Vicks Elementary",
    "Pharmacy: Lipitor Road",
    "Next of kin: Yasmin",
    "NOK: Yasmin",
  ])("%s", (text) => {
    expect(medications(text)).toEqual([]);
    expect(statuses(text)).not.toContain("unrecognised");
  });

  it.each([
    ["Yasmin 1 daily", "drospirenone"],
    ["daughter Yasmin 3 mg/0.03 mg tablet", "drospirenone"],
    ["Allegra 180 mg daily", "fexofenadine"],
    ["Home: Lantus 20 units", "insulin glargine"],
    ["takes Vicks", "menthol"],
  ])("%s is the drug", (text, ingredient) => {
    expect(ingredientsOf(text)).toContain(ingredient);
  });
});

describe("vaccines stay in sight and are no medication that is taken", () => {
  it.each([
    "Shingrix #2 given 9/2025",
    "Prevnar 20",
    "Pneumovax 23",
    "Tdap 2021",
    "Flu shot 10/2026",
    "Gardasil 9",
    "Boostrix",
    "Spikevax",
    "MMR",
    "influenza vaccine",
  ])("%s", (text) => {
    expect(statuses(text).every((status) => status === "not-medication")).toBe(true);
  });
});

describe("measurements, habits and headers ask for nothing", () => {
  it.each([
    "BP 142/88 HR 72 SpO2 97% RA",
    "Weight 82 kg, height 170 cm, BMI 28.4",
    "INR 2.4 on 11/2; next check 2 wks",
    "LVEF 35%, ICD placed 2021",
    "Walks 30 minutes daily",
    "Retired teacher",
    "Omnipod 5 pods",
    "Freestyle Libre 2 sensor",
    "Medication Reconciliation",
    "Current Outpatient Medications on File Prior to Visit",
    "| Medication | Dose | Route | Freq | Action |",
    "Meds reviewed with wife.",
    "Pre-op medication instructions",
    "Cardiology follow up",
    "Ferritin 18, B12 240, vit D 22",
    "Na 138, K 3.4, Mg 1.6, Cr 1.1",
  ])("%s", (text) => {
    expect(statuses(text).every((status) => status === "not-medication")).toBe(true);
  });

  it.each([
    "takes some kind of blood pressure pill",
    "unknown oral med for diabetes",
    "a water pill",
    "NSAID prn",
    "some medication for cramps",
  ])("%s: a medicine without a name does ask", (text) => {
    expect(statuses(text)).toContain("unrecognised");
  });
});

describe("words that are names of drugs only in their place", () => {
  it("MOM is milk of magnesia with directions, and somebody's mother without", () => {
    expect(ingredientsOf("MOM 30 mL qhs prn")).toEqual(["magnesium hydroxide"]);
    expect(ingredientsOf("MOM")).toEqual(["magnesium hydroxide"]);
    expect(ingredientsOf("My mom gives me gabapentin")).toEqual(["gabapentin"]);
    expect(medications("mom says she takes it daily")).toEqual([]);
  });

  it.each([
    ["K 20 mEq daily", "potassium"],
    ["Mg 400 mg nightly", "magnesium"],
    ["Ca 600 mg bid", "calcium"],
    ["Zn 50 mg", "zinc"],
    ["Fe 325 mg tid", "iron"],
    ["- K 40 mmol", "potassium"],
  ])("%s is %s, as a question", (text, ingredient) => {
    expect(read(text)).toMatchObject([
      { status: "confirm", medications: [{ match: "abbreviation", ingredients: [{ name: ingredient }] }] },
    ]);
  });

  it.each(["K 3.4", "K 4.1 mmol/L", "K 5.9 mEq/L", "Mg 1.6 mg/dL", "Ca 2.3 mmol/L", "K+ 3.1", "Mg 0.9"])(
    "%s is a result",
    (text) => {
      expect(medications(text)).toEqual([]);
    },
  );

  it.each([
    ["Mg oxide 400 mg", "magnesium oxide"],
    ["Ca citrate 600 mg", "calcium citrate"],
    ["Fe sulfate 325", "ferrous sulfate"],
    ["Na bicarbonate 650 mg tid", "sodium bicarbonate"],
    ["Zn sulfate 220 mg", "zinc sulfate"],
  ])("%s is %s", (text, ingredient) => {
    expect(ingredientsOf(text)).toEqual([ingredient]);
  });

  it("a strength before a word is no magnesium", () => {
    expect(ingredientsOf("metoprolol 50 mg oxide")).toEqual(["metoprolol"]);
    expect(ingredientsOf("amlodipine 10 mg 30 tablets")).toEqual(["amlodipine"]);
  });
});

describe("shorthand of the clinic and of pharmacy labels", () => {
  it.each([
    ["simva 40", "simvastatin"],
    ["bendro 2.5", "bendroflumethiazide"],
    ["atorva 20 nocte", "atorvastatin"],
    ["furos 40 bd", "furosemide"],
    ["POT CL MICRO 20MEQ ER TAB", "potassium chloride"],
    ["METOPROL SUC 50MG ER TAB", "metoprolol"],
    ["ISOSORB DIN 30MG", "isosorbide dinitrate"],
    ["lispro 1:10", "insulin lispro"],
    ["vanc 1 g IV", "vancomycin"],
    ["apix 5 bd", "apixaban"],
  ])("%s is %s", (text, ingredient) => {
    expect(only(text)).toMatchObject({ match: "abbreviation", ingredients: [{ name: ingredient }] });
  });

  it.each([
    ["AMOX/K CLAV 875-125MG TAB", ["amoxicillin", "clavulanate"]],
    ["TRIAMT/HCTZ 37.5-25MG TAB", ["hydrochlorothiazide", "triamterene"]],
    ["HYDROCO/APAP 5-325MG", ["acetaminophen", "hydrocodone"]],
    ["LISINOP/HCTZ 20-25MG", ["hydrochlorothiazide", "lisinopril"]],
  ])("%s holds both", (text, both) => {
    expect(ingredientsOf(text).sort()).toEqual(both);
  });

  it("shorthand for several drugs asks which", () => {
    const [piece] = read("levo 75");
    expect(piece?.status).toBe("confirm");
    expect(
      [piece?.medications[0]?.ingredients[0]?.name, ...(piece?.suggestions ?? []).map(({ name }) => name)].sort(),
    ).toEqual(["levodopa", "levofloxacin", "levothyroxine"]);
  });

  it("calcium with D is both over a line's end, too", () => {
    expect(ingredientsOf("- Calcium citrate 600 mg\n  with D")).toHaveLength(2);
    expect(ingredientsOf("calcium citrate 600 mg\nwarfarin 5 mg")).toEqual(["calcium citrate", "warfarin"]);
  });
});

describe("a class is no drug, even where its first word is one", () => {
  it.each([
    "Thyroid medication, the name of which she does not recall",
    "thyroid pill daily",
    "calcium channel blocker",
    "calcium antagonist",
    "antihistamine at night",
  ])("%s", (text) => {
    expect(medications(text)).toEqual([]);
    expect(statuses(text)).toContain("unrecognised");
  });

  it.each([
    ["thyroid 60 mg daily", "thyroid"],
    ["Armour Thyroid 30 mg", "thyroid"],
  ])("%s is the drug", (text, ingredient) => {
    expect(ingredientsOf(text)).toContain(ingredient);
  });
});

describe("a short line of its own is no direction of the line above", () => {
  it.each([
    ["Pyridoxine 100 mg BID (OTC)\nB-complex\nvitamin D 2000", 3],
    ["Aspirin 81\nE tablets of another kind", 2],
    ["Aspirin 81\nq day", 1],
  ])("%s", (text, pieces) => {
    expect(read(text)).toHaveLength(pieces);
  });
});
