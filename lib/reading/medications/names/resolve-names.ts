import type { Ingredient, NameSuggestion } from "@/lib/domain/medication";
import type { MatchKind } from "@/lib/domain/vocabulary";
import type { DrugNameEntry } from "@/lib/terminology/drugs/drug-names";
import { lookAlikesOf } from "@/lib/terminology/drugs/tall-man";
import type { NameGroup } from "@/lib/reading/medications/text/list-parts";
import type { Token } from "@/lib/reading/medications/text/tokens";
import { MAKERS } from "@/lib/reading/medications/vocabulary/makers";
import { SUFFIXES_WITH_INGREDIENT } from "@/lib/reading/medications/vocabulary/name-context";

export type ResolvedName = {
  name: string;
  match: MatchKind;
  ingredients: Ingredient[];
  /** Set where the clinician has to say which product is meant. */
  doubtful: boolean;
  others: NameSuggestion[];
};

const MATCH: Readonly<Record<DrugNameEntry["kind"], MatchKind>> = {
  ingredient: "exact",
  "multi-ingredient": "exact",
  brand: "brand",
  synonym: "synonym",
  salt: "salt",
  abbreviation: "abbreviation",
};

/** What the names of one medication stand for: all ingredients together, and whether a choice is open. */
export function resolveNames(tokens: readonly Token[], group: NameGroup): ResolvedName {
  const known = group.hits
    .filter((hit) => hit.entries.length === 1)
    .flatMap((hit) => hit.entries[0]?.ingredients ?? []);
  const chosen = group.hits.map((hit) => choose(hit.entries, known));
  const entries = chosen.flatMap((choice) => choice.entry ?? []);
  const whole = wholeCombination(entries);
  const either = group.combined && whole === undefined ? lookAlikeChoice(entries) : null;
  if (either !== null) return either;
  const written = group.combined && whole === undefined;
  const unwritten = whole === undefined ? mostSpecific(entries) : [whole];
  const specific = written ? entries : unwritten;
  const ingredients = uniqueIngredients(specific);
  const first = written ? null : (specific[0] ?? entries[0]);
  const open = group.hits.filter((_, index) => chosen[index]?.open === true);
  const everyday = group.hits.every((hit) => hit.everyday);
  const suffix = suffixDoubt(tokens, group);
  return {
    name: first === null || first === undefined ? entries.map((entry) => entry.name).join(" / ") : first.name,
    match: first === null || first === undefined ? weakest(entries) : MATCH[first.kind],
    ingredients,
    doubtful: open.length > 0 || everyday || suffix !== null || makersBrand(tokens, group),
    others: open.flatMap((hit) =>
      hit.entries.slice(1).map((entry) => ({
        name: entry.name === hit.entries[0]?.name ? entry.ingredients.map(({ name }) => name).join(" / ") : entry.name,
        ingredients: [...entry.ingredients],
        why: "sold under the same name",
      })),
    ),
  };
}

/** "Hydroxyzine/hydralazine 25": no product holds both, and the two are often confused; which one is meant is a question. */
function lookAlikeChoice(entries: readonly DrugNameEntry[]): ResolvedName | null {
  const [first, ...others] = entries;
  if (first === undefined || others.length === 0 || !others.every((other) => areLookAlikes(first, other))) return null;
  return {
    name: first.name,
    match: MATCH[first.kind],
    ingredients: uniqueIngredients([first]),
    doubtful: true,
    others: others.map((entry) => ({
      name: entry.name,
      ingredients: [...entry.ingredients],
      why: "both names stand there, and the two are often confused",
    })),
  };
}

function areLookAlikes(a: DrugNameEntry, b: DrugNameEntry): boolean {
  const listed = lookAlikesOf(a.name).map((name) => name.toLowerCase());
  return (
    listed.includes(b.name.toLowerCase()) ||
    lookAlikesOf(b.name).some((name) => name.toLowerCase() === a.name.toLowerCase())
  );
}

/** Of several products of one name, the one whose ingredients the text names; else the first, as an open question. */
function choose(
  entries: readonly DrugNameEntry[],
  known: readonly Ingredient[],
): { entry: DrugNameEntry | undefined; open: boolean } {
  if (entries.length === 1) return { entry: entries[0], open: false };
  const named = entries.filter(
    (entry) =>
      known.length > 0 &&
      entry.ingredients.length === known.length &&
      entry.ingredients.every((one) => known.some((other) => other.name === one.name)),
  );
  if (named.length === 1) return { entry: named[0], open: false };
  return { entry: entries[0], open: true };
}

/** Brand beside generic: the name with the most ingredients, a bare "insulin" giving way to its kind. */
function mostSpecific(entries: readonly DrugNameEntry[]): DrugNameEntry[] {
  const sorted = [...entries].sort(
    (a, b) => b.ingredients.length - a.ingredients.length || Number(isGeneralInsulin(a)) - Number(isGeneralInsulin(b)),
  );
  return sorted.slice(0, 1);
}

/** The brand that is the whole combination: "amlodipine 5 MG / atorvastatin 20 MG [Caduet]". */
function wholeCombination(entries: readonly DrugNameEntry[]): DrugNameEntry | undefined {
  const all = uniqueIngredients(entries);
  return all.length < 2 ? undefined : entries.find((entry) => uniqueIngredients([entry]).length === all.length);
}

function isGeneralInsulin(entry: DrugNameEntry): boolean {
  return entry.ingredients.length === 1 && entry.ingredients[0]?.name === "insulin";
}

function uniqueIngredients(entries: readonly DrugNameEntry[]): Ingredient[] {
  const byName = new Map<string, Ingredient>();
  for (const entry of entries)
    for (const ingredient of entry.ingredients)
      byName.set(ingredient.name.toLowerCase(), {
        rxcui: ingredient.rxcui,
        name: ingredient.name.toLowerCase() === ingredient.name ? ingredient.name : ingredient.name.toLowerCase(),
      });
  return [...byName.values()];
}

function weakest(entries: readonly DrugNameEntry[]): MatchKind {
  const order: MatchKind[] = ["abbreviation", "synonym", "salt", "brand", "exact"];
  const kinds = new Set(entries.map((entry) => MATCH[entry.kind]));
  return order.find((kind) => kinds.has(kind)) ?? "exact";
}

/** "Apo-Hydro": a maker's name is put before a generic one; before anything else the two are a brand that was not read. */
function makersBrand(tokens: readonly Token[], group: NameGroup): boolean {
  const [maker, hyphen, name] = [tokens[group.from - 2], tokens[group.from - 1], tokens[group.from]];
  if (hyphen?.text !== "-" || hyphen.gap || name?.gap !== false || !MAKERS.has(maker?.text ?? "")) return false;
  return group.hits[0]?.entries.every(({ kind }) => kind === "brand" || kind === "abbreviation") ?? false;
}

/** "Tylenol PM" read as Tylenol would lose an ingredient: the suffix makes it a question. */
const JOINED_SUFFIXES: ReadonlySet<string> = new Set(["h", "hc", "t", "lc", "gp", "mf", "at", "ct", "dsr", "ah"]);

function suffixDoubt(tokens: readonly Token[], group: NameGroup): string | null {
  const last = group.hits.at(-1);
  if (last === undefined || last.entries.every((entry) => entry.kind !== "brand")) return null;
  const tie = tokens[last.to]?.text === "-" ? 1 : 0;
  const next = tokens[last.to + tie];
  if (next?.kind !== "word" || (tie === 1 && next.gap)) return null;
  // "Telma-H": joined by a hyphen, a single letter says a diuretic or a partner.
  if (tie === 1 && !next.gap && JOINED_SUFFIXES.has(next.text)) return next.text;
  if (!SUFFIXES_WITH_INGREDIENT.has(next.text)) return null;
  const following = tokens[last.to + tie + 1];
  return (next.text === "ac" || next.text === "pm" || next.text === "am" || next.text === "hc") &&
    following?.kind === "mark"
    ? null
    : next.text;
}
