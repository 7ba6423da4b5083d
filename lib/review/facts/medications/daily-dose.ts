import type { Ingredient, Medication } from "@/lib/domain/medication";
import { ingredientIndex } from "@/lib/terminology/drugs/ingredients";
import { hasStrength } from "@/lib/terminology/drugs/strengths";
import { oftenOf } from "./times-per-day";

/**
 * What a list says of the daily amount: `known` (by strength, count and frequency), `at-least` (one dose is this much), or nothing.
 */
export interface DailyDose {
  /** On average over the days; of a range the most that the directions allow. */
  readonly mg: number;
  readonly certainty: "known" | "at-least";
  /** On one day of taking, where it is not taken every day or not as much every day; a limit of so much a day is about this. */
  readonly most?: number;
  /** The directions allow less: "1 to 2 tablets". */
  readonly upTo?: boolean;
  /** The list gives a number without a unit. */
  readonly unitAssumed?: boolean;
}

const MG_PER_UNIT: Readonly<Record<string, number>> = {
  kg: 1_000_000,
  g: 1000,
  gram: 1000,
  grams: 1000,
  mg: 1,
  milligram: 1,
  milligrams: 1,
  microgram: 0.001,
  micrograms: 0.001,
  mcg: 0.001,
  ug: 0.001,
  µg: 0.001,
  μg: 0.001,
};

const AMOUNT = /(?<!\d|\d,)(\d+(?:,\d{3}){0,4}(?:\.\d+)?)\s*(kg|grams?|g|milligrams?|mg|micrograms?|mcg|ug|µg|μg)\b/gi;

/** The amount of one unit (tablet, capsule) in mg; null where the strength is no single amount of mass. */
export function strengthInMg(strength: string | null): number | null {
  if (strength === null) return null;
  const amounts = [...strength.matchAll(AMOUNT)];
  const [amount] = amounts;
  if (amount === undefined || amounts.length > 1) return null;
  if (/\/\s*(?:[\d.]+\s*)?(ml|hour|hr|h|actuation)\b/i.test(strength)) return null;
  const factor = MG_PER_UNIT[(amount[2] ?? "").toLowerCase()];
  return factor === undefined ? null : Number((amount[1] ?? "").replaceAll(",", "")) * factor;
}

const NUMBER_WORDS: Readonly<Record<string, number>> = { half: 0.5, one: 1, two: 2, three: 3, four: 4, a: 1, an: 1 };
const UNITS =
  /((?<!\d)\d+(?:\.\d+)?|half|one|two|three|four|an?)\s*(?:(?:-|–|to)\s*(\d+|two|three|four)\s*)?(?:tab(?:let)?s?|caps?(?:ule)?s?|puffs?|pills?|sprays?|doses?|inhalations?)\b/i;

/** How many units are taken at once, one where it is not said. */
function unitsAtOnce(directions: string): number {
  const match = UNITS.exec(directions);
  if (match === null) return 1;
  const word = (match[2] ?? match[1] ?? "1").toLowerCase();
  return NUMBER_WORDS[word] ?? Number(word);
}

/**
 * The daily amount of one ingredient that the list gives for a medication, in mg. A strength of a combination ("10-40",
 * "10 mg/320 mg") is shared out in the order of the ingredients, or in the only order in which each is sold. A number without a
 * unit is taken as mg where the drug is sold in so many mg, and says so.
 */
export function dailyDoseOf(
  medication: Medication,
  ingredient = medication.ingredients[0]?.name ?? "",
): DailyDose | null {
  const { intake, doubts, frequency, asNeeded } = medication;
  if (doubts.some(({ field }) => field === "strength")) return null;
  const amount = amountOf(medication, ingredient);
  const one = atOnce(medication, amount);
  if (one === null || one.high === 0) return null;
  const marks = {
    ...(one.low < one.high && intake?.mean === undefined ? { upTo: true } : {}),
    ...(amount?.unitAssumed === true ? { unitAssumed: true } : {}),
  };
  // A doubted frequency is worth no more than one that was not read.
  const often = doubts.some(({ field }) => field === "frequency") ? null : oftenOf(frequency);
  const perDay = intake?.per === "day";
  if ((often === null && !perDay) || asNeeded) return { mg: one.high, certainty: "at-least", ...marks };
  const day = perDay ? one.high : one.high * (often?.times ?? 1);
  const mean = intake?.mean === undefined ? day * (often?.share ?? 1) : one.mean;
  return { mg: mean, certainty: "known", ...(mean < day ? { most: day } : {}), ...marks };
}

/** How much is taken at once (or in a day, where the intake is added up), in mg. */
function atOnce(
  { intake, ingredients, strength, frequency }: Medication,
  amount: Amount | null,
): { low: number; high: number; mean: number } | null {
  const of = (factor: number) => ({
    low: (intake?.low ?? 1) * factor,
    high: (intake?.high ?? 1) * factor,
    mean: (intake?.mean ?? 1) * factor,
  });
  if (intake?.of === "mg") return ingredients.length > 1 ? null : of(1);
  if (intake?.of === "mL") {
    const perMl = ingredients.length > 1 ? null : mgPerMl(strength);
    return perMl === null ? null : of(perMl);
  }
  if (amount === null) return null;
  return intake === undefined ? of(amount.mg * unitsAtOnce(frequency ?? "")) : of(amount.mg);
}

/** "250 mg/5 mL" is 50 mg in each mL. */
function mgPerMl(strength: string | null): number | null {
  const match = /^(\d+(?:,\d{3})*(?:\.\d+)?) (mg|g|micrograms)\/(\d+(?:\.\d+)?)? ?mL$/.exec(strength ?? "");
  const factor = MG_PER_UNIT[match?.[2] ?? ""];
  if (match?.[1] === undefined || factor === undefined) return null;
  return (Number(match[1].replaceAll(",", "")) * factor) / Number(match[3] ?? 1);
}

interface Amount {
  readonly mg: number;
  readonly unitAssumed: boolean;
}

function amountOf({ strength, ingredients }: Medication, ingredient: string): Amount | null {
  if (strength === null) return null;
  const place = ingredients.findIndex(({ name }) => name === ingredient);
  if (ingredients.length > 1) return place < 0 ? null : (shareOut(strength, ingredients)?.[place] ?? null);
  const mg = strengthInMg(strength);
  return mg === null ? bareNumber(strength, ingredient) : { mg, unitAssumed: false };
}

/** "40": so many mg, where the drug is sold in it and not in as many micrograms. */
function bareNumber(strength: string, ingredient: string): Amount | null {
  const number = /^\s*(\d+(?:\.\d+)?)\s*$/.exec(strength)?.[1];
  if (number === undefined) return null;
  return soldIn(ingredient, `${number} mg`) === true && soldIn(ingredient, `${number} mcg`) !== true
    ? { mg: Number(number), unitAssumed: true }
    : null;
}

const PART = /^(\d+(?:,\d{3})*(?:\.\d+)?)\s*([a-zµμ]+)?$/i;

/** The amounts of a combination by ingredient; null where they cannot be told apart. */
function shareOut(strength: string, ingredients: readonly Ingredient[]): Amount[] | null {
  const parts = strength.split(/[/+–-]/).map((part) => PART.exec(part.trim()));
  if (parts.length !== ingredients.length || parts.length > MOST_PARTS) return null;
  const unitGiven = parts.findLast((part) => part?.[2] !== undefined)?.[2];
  const amounts = parts.flatMap((part) => {
    const factor = MG_PER_UNIT[(part?.[2] ?? unitGiven ?? "mg").toLowerCase()];
    return part?.[1] === undefined || factor === undefined
      ? []
      : [{ mg: Number(part[1].replaceAll(",", "")) * factor, unitAssumed: unitGiven === undefined }];
  });
  if (amounts.length !== ingredients.length) return null;
  const fits = (order: readonly Amount[]) =>
    order.every(({ mg }, at) => soldIn(ingredients[at]?.name ?? "", `${mg} mg`) !== false);
  if (fits(amounts)) return amounts;
  const orders = permutations(amounts).filter(fits);
  const [first] = orders;
  if (first === undefined) return null;
  return orders.every((order) => order.every(({ mg }, at) => mg === first[at]?.mg)) ? first : null;
}

/** Products hold four ingredients at most; more have no strength worth sharing out. */
const MOST_PARTS = 4;

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, at) =>
    permutations([...items.slice(0, at), ...items.slice(at + 1)]).map((rest) => [item, ...rest]),
  );
}

/** By name, because a stored case holds ingredients that are no longer the objects of the table. */
function soldIn(ingredient: string, strength: string): boolean | null {
  const known = ingredientIndex().byName(ingredient);
  return known === null ? null : hasStrength([known], strength);
}
