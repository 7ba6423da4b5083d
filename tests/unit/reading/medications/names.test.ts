import { describe, expect, it } from "vitest";
import { readMedications } from "@/lib/reading/medications/read-medications";
import { ingredientsOf, only, read } from "./read";

describe("a name is resolved to all its ingredients, and says how", () => {
  it.each([
    ["furosemide 20 mg", ["furosemide"], "exact"],
    ["Lasix 20 mg", ["furosemide"], "brand"],
    ["frusemide 20 mg", ["furosemide"], "synonym"],
    ["losartan potassium 25 mg", ["losartan"], "salt"],
    ["HCTZ 25 mg", ["hydrochlorothiazide"], "abbreviation"],
    ["24 HR metformin hydrochloride 500 MG Extended Release Oral Tablet [Glucophage]", ["metformin"], "clinical-drug"],
  ])("%s", (line, ingredients, match) => {
    const medication = only(line);
    expect(medication.ingredients.map((one) => one.name)).toEqual(ingredients);
    expect(medication.match).toBe(match);
  });

  it.each([
    ["Exforge HCT 5-160-12.5", ["amlodipine", "hydrochlorothiazide", "valsartan"]],
    ["valsartan/amlodipine 160/5", ["amlodipine", "valsartan"]],
    ["valsartan + amlodipine", ["amlodipine", "valsartan"]],
    [
      "amlodipine 5 MG / hydrochlorothiazide 12.5 MG / valsartan 160 MG Oral Tablet",
      ["amlodipine", "hydrochlorothiazide", "valsartan"],
    ],
    ["Co-amilofruse 2.5mg/20mg tablets", ["amiloride", "furosemide"]],
    ["calcium plus D 600 mg", ["calcium", "vitamin d"]],
  ])("a combination is one medication with every ingredient: %s", (line, ingredients) => {
    expect(
      only(line)
        .ingredients.map((one) => one.name)
        .sort(),
    ).toEqual(ingredients);
  });

  it.each([
    "torsemide (DEMADEX) 20 mg",
    "Demadex (torsemide) 20 mg",
    "TORSEMIDE [Demadex] 20 mg",
    "NovoLog insulin 5 units",
    "insulin aspart (NovoLog) sliding scale insulin",
  ])("brand beside generic is one medication: %s", (line) => {
    expect(only(line).ingredients).toHaveLength(1);
  });

  it("keeps the salt of a supplement, and drops the potassium of losartan", () => {
    expect(ingredientsOf("potassium chloride 20 mEq")).toEqual(["potassium chloride"]);
    expect(ingredientsOf("losartan potassium 50 mg")).toEqual(["losartan"]);
  });
});

describe("what is no name is not read as one", () => {
  it.each(["quinidinex", "mylasixol", "prelisinoprilate", "insulinoma"])("a name inside the longer word %s", (word) => {
    expect(ingredientsOf(`${word} daily`)).toEqual([]);
  });

  it.each([
    "potassium 4.2 mmol/L",
    "K 3.1 and magnesium 0.7",
    "low sodium diet",
    "history of iron deficiency anaemia",
    "calcium channel blocker",
    "drinks two glasses of water with it",
    "swallow with water",
    "avoid alcohol",
    "oxygen saturation 94 %",
    "insulin resistance",
    "side effects of amiodarone were discussed",
    "seen by Dr. Lasix",
    "blood glucose test strips",
  ])("%s", (line) => {
    expect(ingredientsOf(line)).toEqual([]);
  });

  it("the maker in brackets is not the brand of that name", () => {
    expect(ingredientsOf("Kyleena 19.5mg intrauterine device (Bayer Plc)")).toEqual(["levonorgestrel"]);
  });

  it("an abbreviation that is also a direction is a drug only at the head of an item with a dose", () => {
    expect(ingredientsOf("Arnuity Ellipta 100 mcg 1 inh daily")).toEqual(["fluticasone"]);
    expect(ingredientsOf("INH 300 mg daily")).toEqual(["isoniazid"]);
    expect(ingredientsOf("methotrexate weekly, folic acid not on the same day")).toEqual([
      "methotrexate",
      "folic acid",
    ]);
  });
});

describe("near spellings are offered and never applied", () => {
  it.each([
    ["bumetanid 1 mg", "bumetanide"],
    ["chlorthalidon 25", "chlorthalidone"],
    ["Spironolacton 25 mg", "spironolactone"],
    ["simvastin 40 mg", "simvastatin"],
  ])("%s", (line, name) => {
    const [piece] = read(line);
    if (piece?.status === "recognised") throw new Error(`${line} was applied as ${piece.medications[0]?.name}`);
    expect(piece?.suggestions.slice(0, 3).map((one) => one.ingredients[0]?.name)).toContain(name);
    expect(piece?.suggestions.every((one) => one.why.length > 0)).toBe(true);
  });

  it("an unread part of a combination makes the whole a question", () => {
    const [piece] = read("amlodipine/valsartn 5/160");
    expect(piece?.status).toBe("confirm");
    expect(piece?.suggestions.map((one) => one.name.toLowerCase())).toContain("valsartan");
  });

  it("a class instead of a name is not recognised, with its members offered", () => {
    const [piece] = read("water pill in the morning");
    expect(piece?.status).toBe("unrecognised");
    expect(piece?.suggestions.length).toBeGreaterThanOrEqual(5);
    expect(piece?.suggestions.map((one) => one.name)).toContain("furosemide");
  });
});

describe("names that stand among results", () => {
  it.each([
    "TSH 2.4, vitamin D 18 ng/mL, ferritin 12, B12 240",
    "cortisol 14 nmol/L, HbA1c 7.8",
    "Na 138, K 3.4, BUN 18, creatinine 1.1, glucose 98, aldosterone 8",
    "testosterone level 310 ng/dL",
  ])("%s holds no drug", (line) => {
    expect(
      readMedications(line, { asOf: "2026-11-22", jurisdiction: "US" }).flatMap((piece) => piece.medications),
    ).toEqual([]);
  });

  it.each([
    ["Lasix 40, B12 1000, vitamin D 2000", 3],
    ["TSH 2.1, furosemide 40", 1],
    ["ferritin 12, B12 1000 mcg daily", 1],
  ])("%s holds %i", (line, count) => {
    expect(
      readMedications(line, { asOf: "2026-11-22", jurisdiction: "US" }).flatMap((piece) => piece.medications),
    ).toHaveLength(count);
  });
});
