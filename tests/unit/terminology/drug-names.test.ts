import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { drugNames } from "@/lib/terminology/drugs/drug-names";
import { ingredientIndex } from "@/lib/terminology/drugs/ingredients";
import { nameKey } from "@/lib/terminology/drugs/name-key";
import { readTable } from "@/lib/terminology/read-table";
import { ingredientsOfRxcui } from "@/lib/terminology/drugs/rxcui";

const names = drugNames();
const setsOf = (name: string): string[] =>
  names.lookup(nameKey(name)).map((entry) =>
    entry.ingredients
      .map((one) => one.name)
      .sort()
      .join(" + "),
  );

describe("drug names", () => {
  it.each([
    ["Exforge HCT", "amlodipine + hydrochlorothiazide + valsartan"],
    ["co-amilofruse", "amiloride + furosemide"],
    ["Percocet", "acetaminophen + oxycodone"],
    ["Fostair", "beclomethasone + formoterol"],
    ["Trimbow", "beclomethasone + formoterol + glycopyrronium"],
    ["Adcal-D3", "calcium carbonate + cholecalciferol"],
    ["TMP-SMX", "sulfamethoxazole + trimethoprim"],
    ["Breztri", "budesonide + formoterol + glycopyrronium"],
    ["Xultophy", "insulin degludec + liraglutide"],
    ["Fosamax Plus D", "alendronate + cholecalciferol"],
    ["Zapain", "acetaminophen + codeine"],
    ["Nexlizet", "bempedoic acid + ezetimibe"],
  ])("gives all the ingredients of %s", (name, ingredients) => {
    expect(setsOf(name)).toEqual([ingredients]);
  });

  it.each([
    ["frusemide", "furosemide"],
    ["HCTZ", "hydrochlorothiazide"],
    ["ISMN", "isosorbide mononitrate"],
    ["Imdur", "isosorbide mononitrate"],
    ["salbutamol", "albuterol"],
    ["bendrofluazide", "bendroflumethiazide"],
    ["GTN", "nitroglycerin"],
    ["KCl", "potassium chloride"],
    ["MgOx", "magnesium oxide"],
    ["Vit D", "vitamin d"],
    ["B12", "cyanocobalamin"],
    ["FeSO4", "ferrous sulfate"],
    ["CaCO3", "calcium carbonate"],
    ["metoprolol succinate", "metoprolol"],
    ["lithium carbonate", "lithium"],
    ["St. John's wort", "st. john's wort"],
    ["tonic water", "quinine"],
    ["turmeric", "curcumin"],
    ["Zepbound", "tirzepatide"],
    ["Journavx", "suzetrigine"],
  ])("reads %s as %s", (name, ingredient) => {
    expect(setsOf(name)).toEqual([ingredient]);
  });

  it("shows every product of a name that is not the same in the two countries", () => {
    const countries = names.lookup("gaviscon").map((entry) => entry.country);
    expect(countries).toEqual(["UK", "US"]);
    expect(setsOf("EPO")).toEqual(["epoetin alfa", "evening primrose oil"]);
  });

  it.each([
    "today",
    "relief",
    "pain",
    "balance",
    "name",
    "nothing",
    "solution",
    "tablet",
    "Pain Relief",
    "Nighttime Sleep Aid",
    "stool softener",
    "target",
    "compound",
  ])("takes the English of “%s” for no drug", (word) => {
    expect(names.lookup(nameKey(word))).toEqual([]);
  });

  it("finds an ingredient by its name, a synonym, the source's own name or its RXCUI, always as the same object", () => {
    const furosemide = names.ingredientByName("Furosemide");
    expect(furosemide).toEqual({ rxcui: "4603", name: "furosemide" });
    expect(names.ingredientByName("frusemide")).toBe(furosemide);
    expect(names.ingredientByRxcui("4603")).toBe(furosemide);
    expect(names.ingredientByName("vitamin B12")?.name).toBe("cyanocobalamin");
    expect(names.ingredientByName("Lasix")).toBeNull();
  });

  it("keeps every name within the lengths that readers rely on", () => {
    for (const key of names.keys()) {
      expect(key.length).toBeLessThanOrEqual(names.maxKeyLength);
      expect(names.lookup(key)[0]?.ingredients.length, key).toBeGreaterThan(0);
    }
  });

  it("matches case, width, accents and punctuation alike", () => {
    for (const spelling of ["co-codamol", "CO CODAMOL", "ｃｏ－ｃｏｄａｍｏｌ", "Co‑Codamol"])
      expect(nameKey(spelling)).toBe("cocodamol");
    expect(nameKey("Ménière")).toBe("meniere");
  });
});

describe("the curated tables", () => {
  const tables = ["names-uk", "names-us", "names-otc", "names-general"];

  it.each(tables)("%s names only ingredients that exist", (table) => {
    const unknown = readTable(`curated/${table}.tsv`)
      .flatMap(([, , list = ""]) => list.split("|"))
      .filter((name) => ingredientIndex().byName(name) === null);
    expect([...new Set(unknown)]).toEqual([]);
  });

  it.each(tables)("%s has a kind on every row and each name once for one product", (table) => {
    const rows = readTable(`curated/${table}.tsv`);
    expect(
      rows.filter(
        ([, kind = ""]) =>
          !["ingredient", "brand", "synonym", "salt", "abbreviation", "multi-ingredient"].includes(kind),
      ),
    ).toEqual([]);
    const seen = rows.map(([name = "", , list = ""]) => `${nameKey(name)}=${list}`);
    expect(seen.filter((one, at) => seen.indexOf(one) !== at)).toEqual([]);
  });

  it("ships no ATC codes", () => {
    const text = readFileSync(path.join(process.cwd(), "lib/terminology/data/drug-names.tsv"), "utf8");
    expect(text.match(/\t[A-V]\d\d[A-Z]{2}\d\d\t/)).toBeNull();
  });
});

describe("RXCUI", () => {
  it("resolves brands, clinical drugs and ingredients to their ingredients", () => {
    expect(ingredientsOfRxcui("4603").map((one) => one.name)).toEqual(["furosemide"]);
    expect(
      ingredientsOfRxcui("597730")
        .map((one) => one.name)
        .sort(),
    ).toEqual(["lopinavir", "ritonavir"]);
    expect(ingredientsOfRxcui("0")).toEqual([]);
  });
});
