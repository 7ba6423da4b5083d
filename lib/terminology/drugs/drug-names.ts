import type { Ingredient } from "@/lib/domain/medication";
import { compiledNames, type CompiledNames, type CompiledRow } from "./compiled-names";
import { ingredientIndex, type IngredientIndex } from "./ingredients";
import { nameKey } from "./name-key";
import { readTable } from "@/lib/terminology/read-table";

const KINDS = ["ingredient", "brand", "synonym", "salt", "abbreviation", "multi-ingredient"] as const;
export type DrugNameKind = (typeof KINDS)[number];

/** A name and the ingredients it stands for; a combination is all of its ingredients. */
export type DrugNameEntry = {
  name: string;
  kind: DrugNameKind;
  ingredients: readonly Ingredient[];
  /** Where the name comes from: a source tag of PROVENANCE.md, or `curated`. */
  source: string;
  /** Set where one name is a different product in the two countries ("Gaviscon"). */
  country?: "US" | "UK";
};

export type DrugNameIndex = {
  /** Every product of that name, by `nameKey`; a brand of several products gives several entries. Exact only. */
  lookup(key: string): readonly DrugNameEntry[];
  maxKeyLength: number;
  maxWords: number;
  ingredientByName(name: string): Ingredient | null;
  ingredientByRxcui(rxcui: string): Ingredient | null;
  /** Every name key, for the spelling index. */
  keys(): IterableIterator<string>;
};

/** Curated tables replace what the sources say of the same name; a later table replaces an earlier one. */
const CURATED = ["names-elsewhere", "names-new", "names-uk", "names-us", "names-otc", "names-general"].map(
  (name) => `curated/${name}.tsv`,
);
const NONE: readonly DrugNameEntry[] = [];

/** Entries of one key, or the place in the compiled table that holds them: read when first asked for, which keeps the start quick. */
type Slot = readonly DrugNameEntry[] | number;

let loaded: DrugNameIndex | null = null;

/** The drug names, loaded once per process from lib/terminology/data. */
export function drugNames(): DrugNameIndex {
  loaded ??= load();
  return loaded;
}

function load(): DrugNameIndex {
  const ingredients = ingredientIndex();
  const compiled = compiledNames();
  const slots: Map<string, Slot> = compiled.starts;
  const entriesOf = (key: string): readonly DrugNameEntry[] => {
    const slot = slots.get(key);
    if (slot === undefined) return NONE;
    if (typeof slot !== "number") return slot;
    const entries = compiled.rowsAt(slot).map((row) => compiledEntry(row, ingredients));
    const distinct = entries.filter((entry, at) => entries.findIndex((other) => sameIngredients(entry, other)) === at);
    slots.set(key, distinct);
    return distinct;
  };
  for (const [ingredient, key] of ingredients.all()) addIngredient(slots, compiled, ingredient, key);
  for (const table of CURATED) replaceFrom(table, slots, entriesOf, ingredients);
  for (const [word = ""] of readTable("curated/never-names.tsv")) slots.delete(nameKey(word));

  let maxKeyLength = 0;
  for (const key of slots.keys()) maxKeyLength = Math.max(maxKeyLength, key.length);
  return {
    lookup: entriesOf,
    maxKeyLength,
    maxWords: 11,
    ingredientByName: (name) => ingredients.byName(name) ?? genericOf(entriesOf(nameKey(name))),
    ingredientByRxcui: (rxcui) => ingredients.byRxcui(rxcui),
    keys: () => slots.keys(),
  };
}

function compiledEntry({ name, kind, positions, source }: CompiledRow, ingredients: IngredientIndex): DrugNameEntry {
  const found = positions.map((position) => ingredients.at(position)).filter((one) => one !== null);
  return { name, kind: kindOf(kind), ingredients: [...new Set(found)], source };
}

/** The one ingredient that a synonym, salt or abbreviation stands for ("salbutamol"); null for brands and combinations. */
function genericOf(entries: readonly DrugNameEntry[]): Ingredient | null {
  const [entry, ...more] = entries;
  if (entry === undefined || more.length > 0 || entry.kind === "brand" || entry.ingredients.length !== 1) return null;
  return entry.ingredients[0] ?? null;
}

/** Every ingredient is a name of itself; a brand or synonym of the same spelling gives way to it. */
function addIngredient(slots: Map<string, Slot>, compiled: CompiledNames, ingredient: Ingredient, key: string): void {
  const known = slots.get(key);
  const generic = typeof known === "number" && compiled.kindAt(known).endsWith("ingredient");
  if (generic || key.length > 80 || key.length < 2) return;
  slots.set(key, [{ name: ingredient.name, kind: "ingredient", ingredients: [ingredient], source: "rxnorm2025" }]);
}

/** A row of a curated table: name, kind, ingredients, note. The note `UK` or `US` keeps the other country's product beside it. */
function replaceFrom(
  table: string,
  slots: Map<string, Slot>,
  entriesOf: DrugNameIndex["lookup"],
  ingredients: IngredientIndex,
): void {
  const own = new Map<string, DrugNameEntry[]>();
  for (const [name = "", kind = "", list = "", note = ""] of readTable(table)) {
    const key = nameKey(name);
    const members = list.split("|").map((member) => ingredients.byName(member) ?? { rxcui: null, name: member });
    const entry: DrugNameEntry = { name, kind: kindOf(kind), ingredients: members, source: "curated" };
    const same = own.get(key) ?? [];
    if (note === "UK" || note === "US") {
      const other = note === "UK" ? "US" : "UK";
      const foreign = entriesOf(key).map(
        (known) => ({ ...known, country: known.country ?? other }) satisfies DrugNameEntry,
      );
      own.set(key, [...same, { ...entry, country: note }, ...foreign]);
    } else own.set(key, [...same, entry]);
  }
  for (const [key, entries] of own) slots.set(key, entries);
}

function sameIngredients(a: DrugNameEntry, b: DrugNameEntry): boolean {
  return a.ingredients.length === b.ingredients.length && a.ingredients.every((one) => b.ingredients.includes(one));
}

function kindOf(text: string): DrugNameKind {
  return KINDS.find((kind) => kind === text) ?? "synonym";
}
