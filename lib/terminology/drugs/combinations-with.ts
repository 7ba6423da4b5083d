import type { Ingredient } from "@/lib/domain/medication";
import { drugNames } from "./drug-names";
import { hasStrength } from "./strengths";

let pairs: Map<string, Map<string, readonly Ingredient[]>> | null = null;
const MOST = 5;

/**
 * The combinations of two ingredients that hold a drug and in which two amounts fit: "5/325" of oxycodone is with acetaminophen or with
 * aspirin. Where none fits, none, or with `orAny` all that there are, up to five.
 */
export function combinationsWith(
  ingredient: Ingredient,
  [first, second]: readonly [number, number],
  orAny: boolean,
): (readonly Ingredient[])[] {
  pairs ??= load();
  const all = [...(pairs.get(ingredient.name)?.values() ?? [])];
  const sold = (one: Ingredient, amount: number) => hasStrength([one], `${amount} mg`) === true;
  const fits = all.filter((parts) => {
    const other = parts.find(({ name }) => name !== ingredient.name);
    if (other === undefined) return false;
    return (sold(ingredient, first) && sold(other, second)) || (sold(ingredient, second) && sold(other, first));
  });
  return (fits.length > 0 || !orAny ? fits : all).slice(0, MOST);
}

function load(): Map<string, Map<string, readonly Ingredient[]>> {
  const names = drugNames();
  const found = new Map<string, Map<string, readonly Ingredient[]>>();
  for (const key of names.keys()) {
    for (const { ingredients } of names.lookup(key)) {
      const [a, b, ...more] = ingredients;
      if (a === undefined || b === undefined || more.length > 0 || a.name === b.name) continue;
      for (const one of [a, b]) {
        const own = found.get(one.name) ?? new Map<string, readonly Ingredient[]>();
        found.set(one.name, own);
        own.set([a.name, b.name].sort().join("+"), ingredients);
      }
    }
  }
  return found;
}
