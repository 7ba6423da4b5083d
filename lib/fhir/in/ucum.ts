import { labVocabulary, unitKey, type LabUnit } from "@/lib/reading/labs/lab-vocabulary";
import type { Part } from "./part";

/** The unit of a value. `written`: as it stands in the file. `disagree`: its words and its UCUM code are different units. */
export type Units = { unit: LabUnit | null; written: string | null; disagree: boolean };

/** How the names of units are written out. */
const SPELLED: readonly (readonly [RegExp, string])[] = [
  [/\bmilli-?moles?\b/gi, "mmol"],
  [/\bmicro-?moles?\b/gi, "umol"],
  [/\bnano-?moles?\b/gi, "nmol"],
  [/\bpico-?moles?\b/gi, "pmol"],
  [/\bmilli-?grams?\b/gi, "mg"],
  [/\bmicro-?grams?\b/gi, "ug"],
  [/\bnano-?grams?\b/gi, "ng"],
  [/\bpico-?grams?\b/gi, "pg"],
  [/\bgrams?\b/gi, "g"],
  [/\bmilli-?lit(?:re|er)s?\b/gi, "mL"],
  [/\bdeci-?lit(?:re|er)s?\b/gi, "dL"],
  [/\blit(?:re|er)s?\b/gi, "L"],
  [/\binternational units?\b/gi, "IU"],
  [/\s?\bper\b\s?/gi, "/"],
];

/** The unit of a value: by its UCUM code where it has one, else by its words. */
export function unitsOf(measured: Part): Units {
  const quantity = measured.part("valueQuantity");
  if (quantity === null) return { unit: null, written: null, disagree: false };
  const words = quantity.text("unit")?.trim() ?? null;
  const code = quantity.text("code")?.trim() ?? null;
  const system = quantity.text("system");
  const isUcum = system === null || /unitsofmeasure|ucum/i.test(system);
  const coded = code === null || !isUcum ? null : unitNamed(code);
  const said = words === null ? null : unitNamed(words);
  const disagree =
    coded !== null && said !== null && coded.unit !== said.unit && !SAME.has(`${coded.unit}|${said.unit}`);
  return { unit: coded ?? said, written: words ?? code, disagree };
}

/** Different names of one size. */
const SAME: ReadonlySet<string> = new Set(
  [
    ["mIU/L", "uIU/mL"],
    ["ug/L", "ng/mL"],
    ["mg/L", "ug/mL"],
    ["ng/L", "pg/mL"],
    ["10*9/L", "10*3/uL"],
    ["mmol/L", "mEq/L"],
  ].flatMap(([a = "", b = ""]) => [`${a}|${b}`, `${b}|${a}`]),
);

const known = new Map<string, LabUnit | null>();
const MOST_KNOWN = 1000;

/** A unit by UCUM (`[IU]/L`, `10*3/uL`, `{INR}`), as the product prints it. */
export function unitNamed(written: string): LabUnit | null {
  const before = known.get(written);
  if (before !== undefined) return before;
  let plain = written
    .slice(0, 60)
    .replace(/\{[^{}]*\}/g, "")
    .replace(/\[IU\]/gi, "IU")
    .replace(/\[arb'U\]/g, "U");
  for (const [name, short] of SPELLED) plain = plain.replace(name, short);
  const found = labVocabulary().units.get(unitKey(plain.replace(/\.?\[?in_i\]?/g, ""))) ?? null;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(written, found);
  return found;
}
