import type { Ingredient } from "@/lib/domain/medication";
import { nameKey } from "./name-key";
import { readTable } from "@/lib/terminology/read-table";

/** Every ingredient the tables know, each as one shared object under its canonical (RxNorm base) name. */
export type IngredientIndex = {
  /** By position in `ingredients.tsv`, as the other tables refer to it. */
  at(position: number): Ingredient | null;
  /** By canonical name or by the name of the source ("vitamin b12" finds cyanocobalamin). Case and punctuation do not matter. */
  byName(name: string): Ingredient | null;
  byRxcui(rxcui: string): Ingredient | null;
  /** Every ingredient once, in the order of the table, with its `nameKey`. */
  all(): ReadonlyMap<Ingredient, string>;
};

let loaded: IngredientIndex | null = null;

/** The ingredients, loaded once per process. */
export function ingredientIndex(): IngredientIndex {
  loaded ??= load();
  return loaded;
}

function load(): IngredientIndex {
  const canonical = new Map(
    readTable("curated/ingredient-names.tsv").map(([from = "", to = ""]) => [nameKey(from), to]),
  );
  const compiled = readTable("ingredients.tsv").map(([rxcui = "", name = ""]) => ({ rxcui, name, key: nameKey(name) }));
  const added = readTable("curated/ingredients.tsv").map(([name = "", rxcui = ""]) => ({
    rxcui,
    name,
    key: nameKey(name),
  }));
  const rows = compiled.concat(added);
  const sourceRxcui = new Map(rows.map((row) => [row.key, row.rxcui]));
  const byName = new Map<string, Ingredient>();
  const byRxcui = new Map<string, Ingredient>();
  const all = new Map<Ingredient, string>();

  const positions = rows.map((row) => {
    const renamed = canonical.get(row.key);
    const key = renamed === undefined ? row.key : nameKey(renamed);
    const rxcui = sourceRxcui.get(key) || row.rxcui || null;
    const ingredient = byName.get(key) ?? { rxcui, name: renamed ?? row.name };
    if (ingredient.rxcui === null && rxcui !== null) ingredient.rxcui = rxcui;
    if (!all.has(ingredient)) all.set(ingredient, nameKey(ingredient.name));
    byName.set(key, ingredient);
    byName.set(row.key, ingredient);
    if (row.rxcui !== "") byRxcui.set(row.rxcui, ingredient);
    return ingredient;
  });
  return {
    at: (position) => positions[position] ?? null,
    byName: (name) => byName.get(nameKey(name)) ?? null,
    byRxcui: (rxcui) => byRxcui.get(rxcui) ?? null,
    all: () => all,
  };
}
