import type { Medication, NameSuggestion } from "@/lib/domain/medication";
import { isDirectionWord } from "@/lib/reading/medications/names/find-names";
import type { ResolvedName } from "@/lib/reading/medications/names/resolve-names";
import type { Suggester } from "@/lib/reading/medications/names/suggest-names";
import { isEnglishWord } from "@/lib/reading/medications/text/english-words";
import type { NameGroup, Span } from "@/lib/reading/medications/text/list-parts";
import type { Token } from "@/lib/reading/medications/text/tokens";
import { GENERAL_NAMES } from "@/lib/reading/medications/vocabulary/name-context";
import { CLINICAL_WORDS } from "@/lib/reading/medications/vocabulary/sig-words";
import { brandsElsewhere } from "@/lib/terminology/drugs/brands-elsewhere";
import { combinationsWith } from "@/lib/terminology/drugs/combinations-with";

/** "Urex 40 mg", "Cartia 100 mg": where another country's drug of that name is sold in the strength, it is offered. */
export function otherCountry(resolved: ResolvedName, { strength }: Medication): NameSuggestion[] {
  if (strength === null) return [];
  return brandsElsewhere(resolved.name)
    .filter(({ strengths }) => strengths.includes(strength))
    .map(({ ingredient, country }) => ({
      name: ingredient.name,
      ingredients: [{ ...ingredient }],
      why: `sold under this name in ${country}, and ${strength} exists for it`,
    }));
}

/** "Oxycodone 5/325": two amounts of a drug of one ingredient are those of a combination, whose partner is not named. */
export function productOfParts(resolved: ResolvedName, { strength }: Medication): NameSuggestion[] {
  const [only, ...more] = resolved.ingredients;
  const parts = /^([\d.]+)([/-])([\d.]+)(?: mg)?$/.exec(strength ?? "");
  if (only === undefined || more.length > 0 || parts === null) return [];
  // "40-50 mg" may be a range; only amounts of a known product make it two.
  const amounts: [number, number] = [Number(parts[1]), Number(parts[3])];
  return combinationsWith(only, amounts, parts[2] === "/").map((ingredients) => ({
    name: ingredients.map(({ name }) => name).join(" / "),
    ingredients: ingredients.map((ingredient) => ({ ...ingredient })),
    why: `two amounts were given, and ${ingredients.length} ingredients are sold together`,
  }));
}

/** A slash or plus beside the names, with a word beyond it that is no name and no direction: a part of the combination was not read. */
export function unreadPart(tokens: readonly Token[], span: Span, group: NameGroup, near: Suggester): string | null {
  const behind = tokens[group.to + 1];
  if (isPlus(tokens, group.to) && behind?.kind === "word" && group.to + 1 < span.to) {
    if (near.isLikelySlip(behind.text) || isUnknownPart(behind.text)) return behind.text;
  }
  const before = tokens[group.from - 2];
  if (!isPlus(tokens, group.from - 1) || before?.kind !== "word" || group.from - 2 < span.from) return null;
  return near.isLikelySlip(before.text) || isUnknownPart(before.text) ? before.text : null;
}

function isPlus(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === "/" || tokens[at]?.text === "+";
}

function isUnknownPart(word: string): boolean {
  return word.length >= 5 && !isEnglishWord(word) && !isDirectionWord(word) && !CLINICAL_WORDS.has(word);
}

/** "Insulin glulisne", "magnesium oxid": behind a name that only says the sort, a word that is a slip away from the rest of a name. */
export function unreadKind(tokens: readonly Token[], span: Span, group: NameGroup, near: Suggester): NameSuggestion[] {
  const entry = group.hits.at(-1)?.entries[0];
  const word = tokens[group.to];
  if (entry === undefined || entry.ingredients.length !== 1 || !GENERAL_NAMES.has(entry.ingredients[0]?.name ?? ""))
    return [];
  if (
    word?.kind !== "word" ||
    !word.gap ||
    word.text.length < 4 ||
    group.to >= span.to ||
    isDirectionWord(word.text) ||
    isEnglishWord(word.text)
  )
    return [];
  const sort = entry.ingredients[0]?.name ?? "";
  return near
    .near([`${sort} ${word.text}`], null, null)
    .filter(({ name }) => name.toLowerCase().startsWith(sort) && name.length > sort.length);
}
