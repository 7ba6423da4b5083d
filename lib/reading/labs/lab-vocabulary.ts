import { readFileSync } from "node:fs";
import { dataPath } from "@/lib/terminology/data-path";

export type UnitFamily = "mol" | "mass" | "percent" | "other";

/** A unit as the product prints it, and what kind of measure it is. */
export interface LabUnit {
  unit: string;
  family: UnitFamily;
}

/** An analyte with the LOINC code for each kind of unit in which it is given. */
export interface Analyte {
  name: string;
  codes: ReadonlyMap<UnitFamily | "any", string>;
  /** How a bare number is taken: below `limit` in `family`, otherwise in the other one. Null: there is but one code. */
  bare: { family: UnitFamily; limit: number } | null;
  /** The unit where the analyte has only one and texts leave it out (eGFR). */
  fixedUnit: string | null;
  /** Its results run to thousands, so that a blank between figures is a mark of thousands (creatine kinase). */
  runsToThousands: boolean;
}

export interface LabVocabulary {
  /** By the letters, figures and signs of the term in lower case (`termKey`). */
  terms: ReadonlyMap<string, Analyte>;
  longestTerm: number;
  /** By the unit as written, in lower case without spaces. */
  units: ReadonlyMap<string, LabUnit>;
  longestUnit: number;
  /** By the analyte's own name: "potassium urine". */
  byName: ReadonlyMap<string, Analyte>;
}

const FAMILIES: readonly UnitFamily[] = ["mol", "mass", "percent", "other"];

function family(word: string): UnitFamily {
  const known = FAMILIES.find((candidate) => candidate === word);
  if (known === undefined) throw new Error(`lib/reading/labs/data: “${word}” is not a family of units.`);
  return known;
}

function rows(file: string): string[][] {
  return readFileSync(dataPath("lib", "reading", "labs", "data", file), "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t"));
}

/** A term reduced to letters and figures: `25(OH)D`, `25-OH D` and `25 oh d` are one. */
export function termKey(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** A unit without spaces and in lower case; `μ` and `µ` are one. */
export function unitKey(text: string): string {
  return text.toLowerCase().replace(/\s/g, "").replace(/μ/g, "µ");
}

function analyte([name = "", codes = "", bare = "", unit = "", , thousands = ""]: string[]): Analyte {
  const [bareFamily, limit] = bare.split("<");
  return {
    name,
    codes: new Map(
      codes.split(" ").map((code) => {
        const [kind = "", loinc = ""] = code.split(":");
        return [kind === "any" ? "any" : family(kind), loinc];
      }),
    ),
    bare: bareFamily === undefined || limit === undefined ? null : { family: family(bareFamily), limit: Number(limit) },
    fixedUnit: unit === "" ? null : unit,
    runsToThousands: thousands === "yes",
  };
}

let loaded: LabVocabulary | null = null;

/** The names of tests and units that results are written in, loaded once per process. */
export function labVocabulary(): LabVocabulary {
  if (loaded !== null) return loaded;
  const terms = new Map<string, Analyte>();
  const byName = new Map<string, Analyte>();
  for (const row of rows("analytes.tsv")) {
    const entry = analyte(row);
    byName.set(entry.name, entry);
    for (const term of [entry.name, ...(row[4] ?? "").split(";")])
      if (termKey(term) !== "") terms.set(termKey(term), entry);
  }
  const units = new Map<string, LabUnit>();
  for (const [unit = "", kind = "", written = ""] of rows("units.tsv")) {
    for (const way of [unit, ...written.split(";")])
      if (unitKey(way) !== "") units.set(unitKey(way), { unit, family: family(kind) });
  }
  const longest = (map: ReadonlyMap<string, unknown>): number => Math.max(...[...map.keys()].map((key) => key.length));
  loaded = { terms, longestTerm: longest(terms), units, longestUnit: longest(units), byName };
  return loaded;
}
