import { describe, expect, it } from "vitest";
import type { Medication } from "@/lib/domain/medication";
import { drugNames } from "@/lib/terminology/drugs/drug-names";
import { nameKey } from "@/lib/terminology/drugs/name-key";
import { read } from "./read";

const MOST_WORDS = 8;

/** Whether some run of whole words of a text is a name, in the tables, of an ingredient of the medication. */
function holdsItsName(text: string, medication: Medication): boolean {
  const words =
    text
      .normalize("NFKD")
      .replace(/[\p{M}\p{Cf}]/gu, "")
      .match(/\p{L}+|\d+/gu) ?? [];
  for (let from = 0; from < words.length; from += 1) {
    for (let to = from + 1; to <= Math.min(words.length, from + MOST_WORDS); to += 1) {
      const entries = drugNames().lookup(nameKey(words.slice(from, to).join("")));
      if (
        entries.some(({ ingredients }) =>
          ingredients.some(({ name }) => medication.ingredients.some((one) => one.name === name)),
        )
      )
        return true;
    }
  }
  return false;
}

/** Slips of spelling, of the scanner and of the keyboard, torn names, things that only look like drugs. */
const UGLY = [
  "furosemde 40",
  "furosemideX 40",
  "xfurosemide",
  "furose mide 40 mg",
  "furosemide40mg",
  "FUROSEM1DE 40 mg",
  "furos3mide",
  "furosem!de 40",
  "l@six 40",
  "lasixx 40",
  "las ix 40",
  "la six tablets",
  "l-asix",
  "met formin 500",
  "metforman 500",
  "metf0rmin",
  "hydroxyzine/hydralazine 25?",
  "hydralizine 25",
  "celebrix 200",
  "celexia 20",
  "cerebyxx",
  "lamictil 100",
  "lamisal",
  "zantak",
  "zyrtek",
  "zyprexia",
  "clonodine 0.1",
  "klonopine",
  "clonazapam",
  "losec mups",
  "prilosek",
  "prozak 20",
  "prednisalone",
  "prednesone",
  "tramodol",
  "trazadone",
  "toradal",
  "toprul xl",
  "topomax",
  "vinblastine / vincristin",
  "doxorubicn",
  "ephedrin",
  "chlorpromazin",
  "glipizde",
  "glyburid",
  "lorazapam 1",
  "alprazalam",
  "oxycodon",
  "oxycotton",
  "hydrocodon/apap",
  "methadon",
  "metholazone",
  "spironolacton",
  "bumetanid",
  "torasemid",
  "chlorthalidon",
  "amiloryde",
  "triamteren/hctz",
  "potasium chloride 20 meq",
  "potassium chlorid",
  "pottasium",
  "magnezium",
  "magnesium oxid",
  "vit dee",
  "vitamin dd",
  "simvastin",
  "atorvastin",
  "rosuvastin",
  "quinin 300",
  "quinine/quinidine",
  "salbutimol",
  "albuteral",
  "advare",
  "simbicort",
  "insuline glargin",
  "insulin glulisne",
  "lantuss",
  "humolog",
  "levoxil 88",
  "synthroyd",
  "cozar 50",
  "norvask 5",
  "zestoril",
  "lisinoprill",
  "ramapril",
  "warferin",
  "plavics",
  "eloquis",
  "amioderone",
  "donezepil",
  "ropinerol",
  "tizanadine",
  "lyricca",
  "allopurinal",
  "methotrexat",
  "cyclosporin a",
  "fur\nosemide 40",
  "ator-\nvastatin 20",
  "lisin opril",
  "hctzz 25",
  "asa-a",
  "kcll",
  "KC1 20",
  "mtxx 15",
  "pred nisone",
  "Lasix®️ 40",
  "ＬＡＳＩＸ",
  "la\u200bsix",
  "non-lasix",
  "anti-aspirin",
  "aspirinate",
  "statins",
  "vitamins d",
  "sodium",
  "iron man",
  "gold",
  "silver spoon",
  "potassium rich food",
  "calcium channel",
  "Celeste Brand",
  "Mr. Cozart",
  "Lipitorius",
  "Zoloftian",
  "panadolly",
  "Coregan",
  "cardiology",
  "ablation",
];

describe("what is recognised stands in the text", () => {
  it.each(UGLY)("%j", (text) => {
    for (const piece of read(text).filter(({ status }) => status === "recognised"))
      for (const medication of piece.medications)
        expect(holdsItsName(piece.text, medication), `${medication.name} for ${piece.text}`).toBe(true);
  });

  it("the check itself tells a substitution from a reading", () => {
    const [medication] = read("furosemide 40 mg")[0]?.medications ?? [];
    if (medication === undefined) throw new Error("furosemide was not read");
    expect(holdsItsName("Lasix 40", medication)).toBe(true);
    expect(holdsItsName("furosemde 40", medication)).toBe(false);
  });

  it.each([
    "furosemde 40",
    "metforman 500",
    "celexia 20",
    "prednesone",
    "trazadone",
    "lorazapam 1",
    "potasium chloride 20 meq",
    "simvastin",
    "warferin",
    "lisinoprill",
    "synthroyd",
  ])("%s is not read, and the right name is offered", (text) => {
    const [piece] = read(text);
    expect(piece?.status).not.toBe("recognised");
    expect(piece?.suggestions.length).toBeGreaterThan(0);
  });
});

describe("two names of one line that are often confused ask which is meant", () => {
  it.each([
    ["hydroxyzine/hydralazine 25", "hydroxyzine", "hydralazine"],
    ["quinine/quinidine", "quinine", "quinidine"],
    ["vinblastine / vincristine", "vinblastine", "vincristine"],
  ])("%s", (text, first, second) => {
    const [piece] = read(text);
    expect(piece?.status).toBe("confirm");
    expect(piece?.medications.map((one) => one.ingredients.map(({ name }) => name))).toEqual([[first]]);
    expect(piece?.suggestions.map(({ name }) => name)).toContain(second);
  });

  it.each([
    "lisinopril/hydrochlorothiazide 20/25",
    "carbidopa/levodopa 25/100",
    "sacubitril/valsartan",
    "amlodipine/atorvastatin",
  ])("%s is a combination", (text) => {
    expect(read(text)).toMatchObject([{ status: "recognised" }]);
    expect(read(text)[0]?.medications[0]?.ingredients).toHaveLength(2);
  });
});

describe("a sort with its kind misspelt asks for the kind", () => {
  it.each([
    ["insulin glulisne 10 units", "insulin glulisine"],
    ["magnesium oxid 400 mg", "magnesium oxide"],
    ["potassium chlorid 20 meq", "potassium chloride"],
  ])("%s offers %s", (text, kind) => {
    const [piece] = read(text);
    expect(piece?.status).toBe("confirm");
    expect(piece?.suggestions[0]?.name).toBe(kind);
  });

  it.each([
    "insulin sliding scale",
    "magnesium supplement",
    "calcium gummies",
    "potassium prn",
    "iron tablets",
    "zinc lozenge",
    "insulin aspart 5 units",
    "magnesium nightly",
    "calcium daily with food",
  ])("%s does not", (text) => {
    expect(read(text).map(({ status }) => status)).toEqual(["recognised"]);
  });
});
