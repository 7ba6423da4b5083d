import type { NameSuggestion } from "@/lib/domain/medication";
import { drugNames } from "@/lib/terminology/drugs/drug-names";
import { nearNames } from "@/lib/terminology/spelling/near-names";
import type { DrugClass } from "@/lib/reading/medications/vocabulary/drug-classes";

/** Words looked up for near names in one text; beyond it words stay unread without suggestions, so that junk costs no minutes. */
const MOST_LOOKUPS = 400;
const AT_LEAST = 5;
/** The share of a word that may be written differently for the name to be a likely slip and not a chance resemblance. */
const LIKELY_SHARE = 0.34;

export type Suggester = {
  /** Names near to a word of the text, best first. */
  near(words: readonly string[], strength: string | null, form: string | null): NameSuggestion[];
  /** Whether a word is so near to a name that it is probably that name, misspelt. */
  isLikelySlip(word: string): boolean;
  /** Whether a word is one letter away from a name. */
  isCloseSlip(word: string): boolean;
};

/** A suggester for one reading; it remembers what it has looked up. */
export function suggester(): Suggester {
  const known = new Map<string, ReturnType<typeof nearNames>>();
  const lookUp = (word: string, strength: string | null, form: string | null): ReturnType<typeof nearNames> => {
    const key = `${word}|${strength ?? ""}|${form ?? ""}`;
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    const found =
      known.size < MOST_LOOKUPS && word.length >= 3 && word.length <= 40
        ? nearNames(word, { limit: 8, strength, form })
        : [];
    known.set(key, found);
    return found;
  };
  return {
    near: (words, strength, form) => merged(words.slice(0, 4).map((word) => lookUp(word, strength, form))),
    isCloseSlip: (word) => word.length >= 5 && (lookUp(word, null, null)[0]?.distance ?? MOST_LOOKUPS) <= 1,
    isLikelySlip: (word) => {
      const best = word.length < 5 ? undefined : lookUp(word, null, null)[0];
      return best !== undefined && best.distance <= Math.max(1, word.length * LIKELY_SHARE) && best.distance <= 3;
    },
  };
}

function merged(lists: readonly ReturnType<typeof nearNames>[]): NameSuggestion[] {
  const seen = new Set<string>();
  const all = lists.flat().sort((a, b) => b.score - a.score);
  const suggestions: NameSuggestion[] = [];
  for (const one of all) {
    if (seen.has(one.entry.name)) continue;
    seen.add(one.entry.name);
    suggestions.push({
      name: one.entry.name,
      ingredients: one.entry.ingredients.map((ingredient) => ({ ...ingredient })),
      why: one.why,
    });
  }
  return suggestions.slice(0, Math.max(AT_LEAST, 8));
}

/** The members of a class that was written instead of a name. */
export function suggestMembers(drugClass: DrugClass): NameSuggestion[] {
  const names = drugNames();
  return drugClass.members.flatMap((member) => {
    const ingredient = names.ingredientByName(member);
    return ingredient === null
      ? []
      : [
          {
            name: ingredient.name,
            ingredients: [{ ...ingredient }],
            why: drugClass.says.startsWith("the regimen")
              ? `part of ${drugClass.says}`
              : `“${drugClass.says.replace(/^an? /, "")}” names a kind of medicine; this is one of them`,
          },
        ];
  });
}
