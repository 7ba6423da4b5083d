import { nameKey } from "@/lib/terminology/drugs/name-key";
import { readTable } from "@/lib/terminology/read-table";
import type { IngredientTable } from "./ingredient-table";
import { ingredientNames } from "./ingredient-names";
import { doubtfulSpellings } from "./near-spellings";
import { cell, type Row } from "./source-tables";

export type NameRow = { name: string; key: string; kind: string; ingredients: number[]; source: string };

/** Names longer than this are chemical or vaccine descriptions that nobody writes on a list. */
export const LONGEST_KEY = 80;
export const MOST_WORDS = 10;

/** Best first (terminology README); a row is shown under the best of its sources. */
const SOURCES = [
  "rxnorm2025",
  "curated",
  "rxterms2022+rxnav2020",
  "drugs@fda2022",
  "epar2018",
  "cms2017",
  "ndc2018",
  "drugbank_vocab",
];

/** Salt and ester words that make a synonym a salt name of its ingredient. */
const SALT_WORD =
  /\b(hydrochloride|hcl|sodium|potassium|calcium|magnesium|sulfate|sulphate|acetate|citrate|maleate|mesylate|mesilate|besylate|besilate|tosylate|fumarate|succinate|tartrate|bitartrate|phosphate|nitrate|bromide|hydrobromide|chloride|iodide|gluconate|lactate|malate|oxalate|pamoate|embonate|propionate|dipropionate|valerate|furoate|decanoate|enanthate|cypionate|butyrate|benzoate|stearate|palmitate|hyclate|monohydrate|dihydrate|trihydrate|anhydrous|hemihydrate|xinafoate|medoxomil|cilexetil|axetil|disoproxil|alafenamide|marboxil|erbumine|arginine|tromethamine|trometamol|meglumine|olamine|besylates|carbonate|disodium|dipotassium|hydrate|micronized|microcrystals)\b/;

/** Reduces the source names to what the product needs: name, kind, ingredients, source. */
export function drugNameRows(rows: readonly Row[], ingredients: IngredientTable): NameRow[] {
  const byKey = new Map<string, NameRow[]>();
  const descriptors = new Set(readTable("curated/descriptor-words.tsv").map(([word = ""]) => word));
  for (const row of rows) {
    const read = nameRow(row, ingredients);
    if (read === null || isShopLabel(read, descriptors)) continue;
    const same = byKey.get(read.key) ?? [];
    if (!same.some((other) => setKey(other) === setKey(read) && other.kind === read.kind))
      byKey.set(read.key, [...same, read]);
  }
  const rowsOfKeys = [...byKey.keys()].sort().map((key) => settled(byKey.get(key) ?? []));
  const doubtful = doubtfulKeys(rowsOfKeys, ingredients);
  return rowsOfKeys.flatMap((same) => same.filter((row) => !doubtful.has(row.key)));
}

/** Synonyms of the weakest source that are a slip away from their ingredient and as near to another drug: asked about, never read. */
function doubtfulKeys(rowsOfKeys: readonly (readonly NameRow[])[], ingredients: IngredientTable): ReadonlySet<string> {
  const known = new Set(readTable("curated/real-spellings.tsv").map(([name = ""]) => nameKey(name)));
  const single = rowsOfKeys.flatMap(([row, ...more]) =>
    row !== undefined && more.length === 0 && row.ingredients.length === 1 ? [row] : [],
  );
  const isWeak = (row: NameRow): boolean =>
    row.kind === "synonym" && row.source === "drugbank_vocab" && /^[a-z]+$/i.test(row.name);
  const spelling = (row: NameRow): { key: string; ingredient: string } => ({
    key: row.key,
    ingredient: nameKey(ingredients.rows[row.ingredients[0] ?? 0]?.name ?? ""),
  });
  return doubtfulSpellings(
    single.filter(isWeak).map(spelling),
    single.filter((row) => !isWeak(row)).map(spelling),
    known,
  );
}

function nameRow(row: Row, ingredients: IngredientTable): NameRow | null {
  const name = cell(row, "name").trim();
  const key = nameKey(name);
  if (key.length < 2 || key.length > LONGEST_KEY || name.split(/\s+/).length > MOST_WORDS) return null;
  const found = ingredientIndexes(ingredientNames(row), ingredients);
  if (found.length === 0) return null;
  const kind = kindOf(row, name);
  return {
    name,
    key,
    kind: kind === "ingredient" && found.length > 1 ? "multi-ingredient" : kind,
    ingredients: found,
    source: bestSource(cell(row, "source")),
  };
}

/** A shop's own label made of words that say only what it is for. RxNorm brands are registered names and stay. */
export function isShopLabel(row: Pick<NameRow, "kind" | "source" | "name">, descriptors: ReadonlySet<string>): boolean {
  if (row.kind !== "brand" || row.source === "rxnorm2025" || row.source === "curated") return false;
  return row.name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .every((word) => word.length < 2 || descriptors.has(word));
}

function ingredientIndexes(names: readonly string[], ingredients: IngredientTable): number[] {
  const found = names.map((name) => ingredients.ofName(name)).filter((index) => index !== null);
  return [...new Set(found)].sort((a, b) => a - b);
}

function kindOf(row: Row, name: string): string {
  const kind = cell(row, "kind");
  if (kind === "multi_ingredient") return "multi-ingredient";
  if (kind !== "synonym") return kind;
  if (SALT_WORD.test(name.toLowerCase()) && name.includes(" ")) return "salt";
  if (cell(row, "source").includes("curated") && isAbbreviation(name)) return "abbreviation";
  return "synonym";
}

function isAbbreviation(name: string): boolean {
  const key = nameKey(name);
  return key.length <= 4 || (key.length <= 6 && (!/[aeiouy]/.test(key) || /\d/.test(key)));
}

export function bestSource(tags: string): string {
  const found = tags.split("|");
  return SOURCES.find((source) => found.includes(source)) ?? found[0] ?? "";
}

const setKey = (row: NameRow): string => row.ingredients.join(",");

/**
 * Settles rows of one name. A generic name is not also a brand of something else; an older partial record (RxTerms of 2022
 * lacks ingredients that begin with other letters) gives way to the current one. What is left is a name with several
 * products, all of which are shown.
 */
function settled(rows: NameRow[]): NameRow[] {
  const generic = rows.filter((row) => row.kind !== "brand");
  const kept = generic.length > 0 ? generic.slice(0, 1) : rows;
  const current = kept.filter((row) => row.source === "rxnorm2025" || row.source === "curated");
  return kept.filter((row) => current.length === 0 || current.includes(row) || !row.source.startsWith("rxterms"));
}
