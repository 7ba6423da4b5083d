import { distanceFrom, LONGEST_WORD } from "@/lib/terminology/spelling/edit-distance";
import { lookAlikesOf } from "@/lib/terminology/drugs/tall-man";
import { nameKey } from "@/lib/terminology/drugs/name-key";

/** A name of the sources with one ingredient, reduced to its key. */
export type Spelling = { key: string; ingredient: string };

const MOST_EDITS = 2;
/** How near a name that is known to be confused with the ingredient must be for a slip to be able to mean it. */
const LOOK_ALIKE_REACH = 4;

/** How other languages and older British usage write what English names write; each is used throughout a name or not at all. */
const FOLDS: readonly (readonly [RegExp, string])[] = [
  [/ph/g, "f"],
  [/th/g, "t"],
  [/rh/g, "r"],
  [/y/g, "i"],
  [/ae|oe/g, "e"],
  [/ch(?=[lr])/g, "c"],
  [/ks/g, "x"],
  [/k/g, "c"],
  [/([b-df-hj-np-tv-z])\1/g, "$1"],
];
const ENDING = /(um|us|is|as|[aeio])$/;

/**
 * Whether a spelling is the name in another language (Latin "-um", Spanish "hidroxizina", German "Digitoxin"): the same stem
 * once letters are folded, and folded throughout. "Hydroxizine", which folds one y and keeps the other, is a slip.
 */
export function isForeignForm(key: string, ingredient: string): boolean {
  if (fold(key).replace(ENDING, "") !== fold(ingredient).replace(ENDING, "")) return false;
  return FOLDS.every(([written, to]) => {
    const inName = ingredient.match(written)?.length ?? 0;
    const inForm = key.match(written)?.length ?? 0;
    return inForm === inName || inForm === 0 || to === "$1";
  });
}

function fold(word: string): string {
  return FOLDS.reduce((text, [written, to]) => text.replace(written, to), word);
}

/**
 * The spellings that are only a slip or two away from their ingredient and that could as well be a slip for another drug:
 * one at the same distance, or a listed look-alike within reach. `known` are reviewed real names, which stay.
 */
export function doubtfulSpellings(
  spellings: readonly Spelling[],
  names: readonly Spelling[],
  known: ReadonlySet<string>,
): ReadonlySet<string> {
  const ingredientOf = new Map(names.map((name) => [name.key, name.ingredient]));
  return new Set(
    spellings
      .filter(({ key, ingredient }) => {
        if (
          known.has(key) ||
          key.length > LONGEST_WORD ||
          ingredient.length > LONGEST_WORD ||
          !/^[a-z]+$/.test(key + ingredient)
        )
          return false;
        const measure = distanceFrom(key);
        const edits = measure.to(ingredient, MOST_EDITS);
        const doubtful =
          edits > 0 &&
          edits <= MOST_EDITS &&
          !isForeignForm(key, ingredient) &&
          (lookAlikesOf(ingredient).some(
            (other) =>
              (ingredientOf.get(nameKey(other)) ?? ingredient) !== ingredient &&
              measure.to(nameKey(other), LOOK_ALIKE_REACH) <= LOOK_ALIKE_REACH,
          ) ||
            names.some(
              (other) =>
                other.ingredient !== ingredient &&
                Math.abs(other.key.length - key.length) <= edits &&
                measure.to(other.key, edits) <= edits,
            ));
        measure.done();
        return doubtful;
      })
      .map(({ key }) => key),
  );
}
