import type { Ingredient } from "@/lib/domain/medication";
import { nameKey } from "./name-key";
import { readTable } from "./read-table";

/** Every ingredient the tables know, each as one shared object under its canonical (RxNorm base) name. */
export type IngredientIndex = {
  /** By position in `ingredients.tsv`, as the other tables refer to it. */
  at(position: number): Ingredient | null;
  /** By canonical name or by the name of the source ("vitamin b12" finds cyanocobalamin). Case and punctuation do not matter. */
  byName(name: string): Ingredient | null;
  byRxcui(rxcui: string): Ingredient | null;
  /** Every ingredient once, in the order of the table. */
  all(): readonly Ingredient[];
};

let loaded: IngredientIndex | null = null;

/** The ingredients, loaded once per process. */
export function ingredientIndex(): IngredientIndex {
  loaded ??= load();
  return loaded;
}

function load(): IngredientIndex {
  const canonical = new Map(readTable("curated/ingredient-names.tsv").map(([from = "", to = ""]) => [nameKey(from), to]));
  const rows = readTable("ingredients.tsv").map(([rxcui = "", name = ""]) => ({ rxcui, name }));
  const added = readTable("curated/ingredients.tsv").map(([name = "", rxcui = ""]) => ({ rxcui, name }));
  const sourceRxcui = new Map([...rows, ...added].map((row) => [nameKey(row.name), row.rxcui]));
  const byName = new Map<string, Ingredient>();
  const byRxcui = new Map<string, Ingredient>();

  const positions = [...rows, ...added].map((row) => {
    const name = canonical.get(nameKey(row.name)) ?? row.name;
    const key = nameKey(name);
    const rxcui = sourceRxcui.get(key) || row.rxcui || null;
    const ingredient = byName.get(key) ?? { rxcui, name };
    if (ingredient.rxcui === null && rxcui !== null) ingredient.rxcui = rxcui;
    byName.set(key, ingredient);
    byName.set(nameKey(row.name), ingredient);
    if (row.rxcui !== "") byRxcui.set(row.rxcui, ingredient);
    return ingredient;
  });
  const all = [...new Set(positions)];
  return {
    at: (position) => positions[position] ?? null,
    byName: (name) => byName.get(nameKey(name)) ?? null,
    byRxcui: (rxcui) => byRxcui.get(rxcui) ?? null,
    all: () => all,
  };
}
