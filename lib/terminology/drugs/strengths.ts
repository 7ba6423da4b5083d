import type { Ingredient } from "@/lib/domain/medication";
import { ingredientIndex } from "./ingredients";
import { readTable } from "@/lib/terminology/read-table";

/** As written in the tables at first (`50 mg|0.1 g`), as a set of one spelling once an ingredient was asked for. */
let strengthsOf: Map<Ingredient, string | Set<string>> | null = null;

/**
 * Whether an ingredient is sold alone in this strength ("40 mg", "0.05 g", "100 micrograms"); null where that is not known:
 * combinations, ingredients without a table, strengths that are not a plain amount. A hint for ranking, not a dose check.
 */
export function hasStrength(ingredients: readonly Ingredient[], strength: string): boolean | null {
  const [only, ...more] = ingredients;
  const known = only === undefined || more.length > 0 ? undefined : strengthsIn(only);
  const wanted = normalised(strength);
  return known === undefined || wanted === null ? null : known.has(wanted);
}

/**
 * The units that a bare amount can be in: each in which it is sold ("amlodipine 10": mg; "fluticasone 250": micrograms), of one of
 * the ingredients where there are several. Milligrams where no product has the amount and all are sold in milligrams about as
 * strong. Empty where the table does not know.
 */
export function unitsOfAmount(ingredients: readonly Ingredient[], amount: number): readonly string[] {
  const known = ingredients.flatMap(
    ({ name }) => strengthsIn(ingredientIndex().byName(name) ?? { rxcui: null, name }) ?? [],
  );
  if (known.length === 0 || !Number.isFinite(amount) || amount <= 0) return [];
  const sold = AMOUNT_UNITS.filter(({ per, unit }) =>
    known.some((strengths) => strengths.has(`${Number((amount * per).toPrecision(6))} ${unit}`)),
  ).map(({ shown }) => shown);
  return sold.length === 0 &&
    ingredients.length === 1 &&
    known.every((strengths) => withinMilligrams(strengths, amount))
    ? ["mg"]
    : sold;
}

/**
 * Whether an amount is of the size of the products of an ingredient (an eighth of the least to four of the greatest), and whether halves
 * and quarters of them make it. The tables hold American products, so that the second alone says little. Null where fewer than two
 * amounts in mg are known: one may be a concentration.
 */
export function canBeMade(ingredient: Ingredient, mg: number): { size: boolean; exact: boolean } | null {
  const sold = soldInMg(ingredient);
  if (sold.length < 2) return null;
  // The ends of the list may be concentrations of an injection, so that one in five at either end is left out.
  const ordered = [...sold].sort((a, b) => a - b);
  const [least, most] = [
    ordered[Math.floor(sold.length / 5)] ?? mg,
    ordered[sold.length - 1 - Math.floor(sold.length / 5)] ?? mg,
  ];
  const size = mg >= least / 8 && mg <= Math.min(most * 40, (ordered.at(-1) ?? most) * MOST_TIMES);
  const exact = sold.some((one) => {
    const quarters = (mg / one) * 4;
    return quarters > 0.99 && quarters <= 4 * MOST_AT_ONCE && Math.abs(quarters - Math.round(quarters)) < 0.01;
  });
  return { size, exact };
}

/** The strengths of an ingredient in mg, nearest to an amount first. */
export function nearestStrengths(ingredient: Ingredient, mg: number): readonly number[] {
  return [...soldInMg(ingredient)].sort((a, b) => Math.abs(Math.log(a / mg)) - Math.abs(Math.log(b / mg)));
}

const MOST_AT_ONCE = 20;
/** As many of the strongest tablet as an amount may be; ten times is a slip of the decimal point. */
const MOST_TIMES = 4;

function soldInMg(ingredient: Ingredient): number[] {
  const known = strengthsIn(ingredientIndex().byName(ingredient.name) ?? ingredient);
  return [...(known ?? [])]
    .filter((strength) => strength.endsWith(" mg"))
    .map((strength) => Number.parseFloat(strength));
}

/** No product has the amount, but all are in whole milligrams about as strong: "amlodipine 15" is one and a half tablets. */
function withinMilligrams(strengths: ReadonlySet<string>, amount: number): boolean {
  const amounts = [...strengths].map((strength) => (strength.endsWith(" mg") ? Number.parseFloat(strength) : 0));
  const least = Math.min(...amounts);
  return least >= 1 && amount >= least / 2 && amount <= 3 * Math.max(...amounts);
}

/** A unit as shown, and how the table writes it. */
const AMOUNT_UNITS = [
  { shown: "mg", unit: "mg", per: 1 },
  { shown: "micrograms", unit: "mg", per: 0.001 },
  { shown: "g", unit: "mg", per: 1000 },
  { shown: "units", unit: "unt", per: 1 },
  { shown: "mEq", unit: "meq", per: 1 },
] as const;

function strengthsIn(ingredient: Ingredient): ReadonlySet<string> | undefined {
  strengthsOf ??= load();
  const known = strengthsOf.get(ingredient);
  if (typeof known !== "string") return known;
  const strengths = new Set(known.split("|").map((strength) => normalised(strength) ?? strength));
  strengthsOf.set(ingredient, strengths);
  return strengths;
}

function load(): Map<Ingredient, string | Set<string>> {
  const index = ingredientIndex();
  const found = new Map<Ingredient, string | Set<string>>();
  const add = (ingredient: Ingredient | null, list: string): void => {
    if (ingredient === null) return;
    const before = found.get(ingredient);
    found.set(ingredient, typeof before === "string" ? `${before}|${list}` : list);
  };
  for (const [position = "", list = ""] of readTable("strengths.tsv")) add(index.at(Number(position)), list);
  for (const [name = "", list = ""] of readTable("curated/strengths.tsv")) add(index.byName(name), list);
  return found;
}

const IN_MG: Readonly<Record<string, number>> = {
  mg: 1,
  g: 1000,
  mcg: 0.001,
  microgram: 0.001,
  micrograms: 0.001,
  ug: 0.001,
  µg: 0.001,
};

/** `0.05 g`, `50 mg` and `50,000 mcg` are one; other units stay as they are. */
function normalised(strength: string): string | null {
  const [, amount = "", unit = ""] = /^([\d.,]+)\s*([a-zµμ]+)\b\.?$/i.exec(strength.trim()) ?? [];
  const value = Number(amount.replaceAll(",", ""));
  if (amount === "" || !Number.isFinite(value)) return null;
  const factor = IN_MG[unit.toLowerCase().replace("μ", "µ")];
  return factor === undefined
    ? `${value} ${unit.toLowerCase().replace(/^units?$/, "unt")}`
    : `${Number((value * factor).toPrecision(6))} mg`;
}
