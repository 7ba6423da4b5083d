import type { Ingredient } from "@/lib/domain/medication";
import { ingredientIndex, type IngredientIndex } from "./ingredients";
import { nameKey } from "./name-key";
import { readTable } from "./read-table";

const KINDS = ["ingredient", "brand", "synonym", "salt", "abbreviation", "multi-ingredient"] as const;
export type DrugNameKind = (typeof KINDS)[number];

/** A name and the ingredients it stands for; a combination is all of its ingredients. */
export type DrugNameEntry = {
  name: string;
  kind: DrugNameKind;
  ingredients: readonly Ingredient[];
  /** Where the name comes from: a source tag of PROVENANCE.md, or `curated`. */
  source: string;
};

export type DrugNameIndex = {
  /** Every product of that name, by `nameKey`; a brand of several products gives several entries. Exact only. */
  lookup(key: string): readonly DrugNameEntry[];
  maxKeyLength: number;
  maxWords: number;
  ingredientByName(name: string): Ingredient | null;
  ingredientByRxcui(rxcui: string): Ingredient | null;
  /** Every name key with its entries, for the spelling index. */
  entries(): IterableIterator<[string, readonly DrugNameEntry[]]>;
};

/** Curated tables replace what the sources say of the same name. A later table replaces an earlier one. */
const CURATED = ["names-general", "names-uk", "names-us", "names-otc"].map((name) => `curated/${name}.tsv`);
const NONE: readonly DrugNameEntry[] = [];

let loaded: DrugNameIndex | null = null;

/** The drug names, loaded once per process from lib/terminology/data. */
export function drugNames(): DrugNameIndex {
  loaded ??= load();
  return loaded;
}

function load(): DrugNameIndex {
  const ingredients = ingredientIndex();
  const byKey = new Map<string, DrugNameEntry[]>();
  for (const [name = "", kind = "", positions = "", source = ""] of readTable("drug-names.tsv")) {
    const found = positions.split(",").map((position) => ingredients.at(Number(position))).filter((one) => one !== null);
    add(byKey, { name, kind: kindOf(kind), ingredients: unique(found), source });
  }
  for (const ingredient of ingredients.all()) addIngredient(byKey, ingredient);
  for (const table of CURATED) replaceFrom(table, byKey, ingredients);
  for (const [word = ""] of readTable("curated/never-names.tsv")) byKey.delete(nameKey(word));

  const keys = [...byKey.keys()];
  return {
    lookup: (key) => byKey.get(key) ?? NONE,
    maxKeyLength: Math.max(...keys.map((key) => key.length)),
    maxWords: Math.max(...[...byKey.values()].map(([first]) => (first?.name ?? "").split(/[\s/-]+/).length)),
    ingredientByName: (name) => ingredients.byName(name),
    ingredientByRxcui: (rxcui) => ingredients.byRxcui(rxcui),
    entries: () => byKey.entries(),
  };
}

/** Every ingredient is a name of itself, unless a table says more of that name. */
function addIngredient(byKey: Map<string, DrugNameEntry[]>, ingredient: Ingredient): void {
  const key = nameKey(ingredient.name);
  const known = byKey.get(key);
  if (known !== undefined && known.some((entry) => entry.kind === "ingredient")) return;
  if (key.length > 80 || key.length < 2) return;
  byKey.set(key, [{ name: ingredient.name, kind: "ingredient", ingredients: [ingredient], source: "rxnorm2025" }]);
}

function replaceFrom(table: string, byKey: Map<string, DrugNameEntry[]>, ingredients: IngredientIndex): void {
  const fresh = new Set<string>();
  for (const [name = "", kind = "", list = "", note = ""] of readTable(table)) {
    const key = nameKey(name);
    if (!fresh.has(key)) byKey.set(key, []);
    fresh.add(key);
    const members = list.split("|").map((member) => ingredients.byName(member) ?? { rxcui: null, name: member });
    add(byKey, { name, kind: kindOf(kind), ingredients: members, source: note === "" ? "curated" : `curated: ${note}` });
  }
}

function add(byKey: Map<string, DrugNameEntry[]>, entry: DrugNameEntry): void {
  const key = nameKey(entry.name);
  const known = byKey.get(key);
  if (known === undefined) byKey.set(key, [entry]);
  else if (!known.some((other) => sameIngredients(other, entry))) known.push(entry);
}

function sameIngredients(a: DrugNameEntry, b: DrugNameEntry): boolean {
  return a.ingredients.length === b.ingredients.length && a.ingredients.every((one) => b.ingredients.includes(one));
}

function unique(ingredients: Ingredient[]): Ingredient[] {
  return ingredients.length === 1 ? ingredients : [...new Set(ingredients)];
}

function kindOf(text: string): DrugNameKind {
  return KINDS.find((kind) => kind === text) ?? "synonym";
}
