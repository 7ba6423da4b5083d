import type { Ingredient, Medication } from "@/lib/domain/medication";
import { ingredientIndex } from "@/lib/terminology/drugs/ingredients";
import { hasStrength } from "@/lib/terminology/drugs/strengths";

/** What a list says of the daily amount: `known` (strength × frequency), `at-least` (one dose is this much), or nothing. */
export interface DailyDose {
  readonly mg: number;
  readonly certainty: "known" | "at-least";
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

const TIMES: readonly (readonly [RegExp, number])[] = [
  [/\bevery other day\b|\balternate days?\b|\bqod\b/i, 0.5],
  [/\b(four|4) times (a|per|each|every)? ?(day|daily)\b|\bqid\b|\bqds\b|\b4x\/?d|\b4 times daily\b/i, 4],
  [/\b(three|3) times (a|per|each|every)? ?(day|daily)\b|\btid\b|\btds\b|\b3x\/?d/i, 3],
  [
    /\b(two|2) times (a|per|each|every)? ?(day|daily)\b|\btwice (a |per |each )?(day|daily)\b|\bbid\b|\bbd\b|\b2x\/?d|\bmorning and (night|evening|bedtime)\b/i,
    2,
  ],
  [
    /\bonce (a |per |each )?(day|daily)\b|\bdaily\b|\b(every|each|a|per) (day|night|morning|evening)\b|\bat (bedtime|night)\b|\bin the (morning|evening)\b|\bnightly\b|\bqd\b|\bod\b|\bqhs\b|\bhs\b|\bom\b|\bon\b|\bmane\b|\bnocte\b|\bmorning\b|\bbedtime\b|\bnight\b/i,
    1,
  ],
];
const WEEKLY = /\b(once (a |per )?week(ly)?|weekly|(every|per|each) week)\b/i;
const MONTHLY = /\b(month(ly)?|every (4|four) weeks|year(ly)?|every (6|six|3|three) months)\b/i;

/** How often a day, or null where the list does not say. */
export function timesPerDay(frequency: string | null): number | null {
  if (frequency === null) return null;
  const hours = /\b(?:every|q)\s*(\d+)(?:\s*(?:-|to)\s*\d+)?\s*(?:hours?|hrs?|h)\b/i.exec(frequency);
  if (hours?.[1] !== undefined && Number(hours[1]) > 0) return 24 / Number(hours[1]);
  if (MONTHLY.test(frequency)) return 1 / 30;
  if (WEEKLY.test(frequency)) return 1 / 7;
  const many = /\b(\d+)\s*(?:times|x)\s*(?:(?:a|per|each|\/)\s*)?(?:day|daily)\b/i.exec(frequency);
  if (many?.[1] !== undefined) return Number(many[1]);
  return TIMES.find(([pattern]) => pattern.test(frequency))?.[1] ?? null;
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
  if (medication.doubts.some(({ field }) => field === "strength")) return null;
  const amount = amountOf(medication, ingredient);
  if (amount === null) return null;
  const unit = amount.unitAssumed ? { unitAssumed: true } : {};
  // A doubted frequency is worth no more than one that was not read.
  const doubted = medication.doubts.some(({ field }) => field === "frequency");
  const perDay = doubted ? null : timesPerDay(medication.frequency);
  if (perDay === null || medication.asNeeded) return { mg: amount.mg, certainty: "at-least", ...unit };
  return { mg: amount.mg * perDay * unitsAtOnce(medication.frequency ?? ""), certainty: "known", ...unit };
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
