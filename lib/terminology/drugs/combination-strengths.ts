import type { Ingredient } from "@/lib/domain/medication";
import { nameKey } from "./name-key";
import { readTable } from "@/lib/terminology/read-table";

type Row = { device: string; strengths: readonly string[]; unit: string; puffs: number };
type Table = { byBrand: Map<string, Row[]>; byIngredients: Map<string, Row[]> };

let table: Table | null = null;

/** What a list says beside the name, as far as it helps to tell the strengths of a combination apart. */
export type CombinationHints = {
  /** Lower-case words of the line: the device may be among them. */
  words: ReadonlySet<string>;
  /** Inhalations for one dose, where the line says so. */
  puffs: number | null;
};

/**
 * The strengths that one number of a combination may stand for, likeliest first: "Seretide 250" with two puffs is 250/25, or 125/25
 * where the prescriber counted both puffs. All strengths (up to five) where the number is in none of them.
 * @param product the name as it was recognised
 * @returns empty where the table does not know the product, or the number is the product's own total ("co-amoxiclav 625")
 */
export function combinationStrengths(
  product: string,
  ingredients: readonly Ingredient[],
  amount: number,
  hints: CombinationHints,
): readonly string[] {
  if (ingredients.length < 2) return [];
  const { rows, byDevice } = narrowed(rowsOf(product, ingredients), hints);
  const all = rows.flatMap((row) =>
    row.strengths.map((strength) => ({
      row,
      shown: row.unit === "" ? strength : `${strength} ${row.unit}`,
      parts: strength.split("/").map(Number),
    })),
  );
  if (
    all.some(
      ({ parts }) => Math.abs(parts.reduce((sum, part) => sum + part, 0) - amount) < 0.01 && !parts.includes(amount),
    )
  )
    return [];
  const own = all.filter(({ parts }) => parts.includes(amount));
  const both = byDevice
    ? []
    : all.filter(
        ({ row, parts }) =>
          row.puffs === 2 && (hints.puffs ?? 2) === 2 && parts[0] !== undefined && parts[0] * 2 === amount,
      );
  const found = own.length + both.length > 0 ? [...own, ...both] : all;
  const shown = [...new Set(found.map((one) => one.shown))];
  return shown.length <= MOST_CHOICES || own.length > 0 ? shown.slice(0, MOST_CHOICES) : [];
}

const MOST_CHOICES = 5;

function rowsOf(product: string, ingredients: readonly Ingredient[]): readonly Row[] {
  table ??= load();
  const key = nameKey(product);
  for (let length = key.length; length >= 4; length -= 1) {
    const rows = table.byBrand.get(key.slice(0, length));
    if (rows !== undefined) return rows;
  }
  return table.byIngredients.get(setKey(ingredients.map(({ name }) => name))) ?? [];
}

/** The rows whose device is named; else those that are inhaled as often as the line says; else all. */
function narrowed(rows: readonly Row[], hints: CombinationHints): { rows: readonly Row[]; byDevice: boolean } {
  const named = rows.filter(({ device }) => device !== "" && hints.words.has(device));
  if (named.length > 0) return { rows: named, byDevice: true };
  const puffs = rows.filter((row) => hints.puffs === null || hints.puffs < 2 || row.puffs === 0 || row.puffs === 2);
  return { rows: puffs.length > 0 ? puffs : rows, byDevice: false };
}

function setKey(names: readonly string[]): string {
  return [...names].sort().join("+");
}

function load(): Table {
  const loaded: Table = { byBrand: new Map(), byIngredients: new Map() };
  for (const [product = "", device = "", strengths = "", unit = "", puffs = ""] of readTable(
    "curated/combination-strengths.tsv",
  )) {
    const row: Row = { device, strengths: strengths.split("|"), unit, puffs: Number(puffs || 0) };
    const [into, key] = product.includes("+")
      ? ([loaded.byIngredients, setKey(product.split("+"))] as const)
      : ([loaded.byBrand, nameKey(product)] as const);
    into.set(key, [...(into.get(key) ?? []), row]);
  }
  return loaded;
}
