import type { Ingredient } from "@/lib/domain/medication";
import { ingredientIndex } from "./ingredients";
import { readTable } from "./read-table";

let strengthsOf: Map<Ingredient, Set<string>> | null = null;

/**
 * Whether an ingredient is sold alone in this strength ("40 mg", "0.05 g", "100 micrograms"); null where that is not known:
 * combinations, ingredients without a table, strengths that are not a plain amount. A hint for ranking, not a dose check.
 */
export function hasStrength(ingredients: readonly Ingredient[], strength: string): boolean | null {
  strengthsOf ??= load();
  const [only, ...more] = ingredients;
  const known = only === undefined || more.length > 0 ? undefined : strengthsOf.get(only);
  const wanted = normalised(strength);
  return known === undefined || wanted === null ? null : known.has(wanted);
}

function load(): Map<Ingredient, Set<string>> {
  const index = ingredientIndex();
  const found = new Map<Ingredient, Set<string>>();
  for (const [position = "", list = ""] of readTable("strengths.tsv")) {
    const ingredient = index.at(Number(position));
    if (ingredient === null) continue;
    const known = found.get(ingredient) ?? new Set<string>();
    for (const strength of list.split("|")) known.add(normalised(strength) ?? strength);
    found.set(ingredient, known);
  }
  return found;
}

const IN_MG: Readonly<Record<string, number>> = { mg: 1, g: 1000, mcg: 0.001, microgram: 0.001, micrograms: 0.001, ug: 0.001, "µg": 0.001 };

/** `0.05 g`, `50 mg` and `50,000 mcg` are one; other units stay as they are. */
function normalised(strength: string): string | null {
  const [, amount = "", unit = ""] = /^([\d.,]+)\s*([a-zµμ]+)\b\.?$/i.exec(strength.trim()) ?? [];
  const value = Number(amount.replaceAll(",", ""));
  if (amount === "" || !Number.isFinite(value)) return null;
  const factor = IN_MG[unit.toLowerCase().replace("μ", "µ")];
  return factor === undefined ? `${value} ${unit.toLowerCase().replace(/^units?$/, "unt")}` : `${Number((value * factor).toPrecision(6))} mg`;
}
