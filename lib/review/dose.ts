import type { Medication } from "@/lib/domain/medication";

/** What a list says of the daily amount: `known` (strength × frequency), `at-least` (one dose is this much), or nothing. */
export interface DailyDose {
  readonly mg: number;
  readonly certainty: "known" | "at-least";
}

const MG_PER_UNIT: Readonly<Record<string, number>> = { kg: 1_000_000, g: 1000, gram: 1000, grams: 1000, mg: 1, milligram: 1, milligrams: 1, microgram: 0.001, micrograms: 0.001, mcg: 0.001, ug: 0.001, µg: 0.001, μg: 0.001 };

const AMOUNT = /(\d+(?:,\d{3})*(?:\.\d+)?)\s*(kg|grams?|g|milligrams?|mg|micrograms?|mcg|ug|µg|μg)\b/gi;

/** The amount of one unit (tablet, capsule) in mg; null where the strength is no single amount of mass. */
export function strengthInMg(strength: string | null): number | null {
  if (strength === null) return null;
  const amounts = [...strength.matchAll(AMOUNT)];
  const [amount] = amounts;
  if (amount === undefined || amounts.length > 1) return null;
  if (/\/\s*[\d.]*\s*(ml|hour|hr|h|actuation)\b/i.test(strength)) return null;
  const factor = MG_PER_UNIT[(amount[2] ?? "").toLowerCase()];
  return factor === undefined ? null : Number((amount[1] ?? "").replaceAll(",", "")) * factor;
}

const NUMBER_WORDS: Readonly<Record<string, number>> = { half: 0.5, one: 1, two: 2, three: 3, four: 4, a: 1, an: 1 };
const UNITS = /(\d+(?:\.\d+)?|half|one|two|three|four|an?)\s*(?:(?:-|–|to)\s*(\d+|two|three|four)\s*)?(?:tab(?:let)?s?|caps?(?:ule)?s?|puffs?|pills?|sprays?|doses?|inhalations?)\b/i;

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
  [/\b(two|2) times (a|per|each|every)? ?(day|daily)\b|\btwice (a |per |each )?(day|daily)\b|\bbid\b|\bbd\b|\b2x\/?d|\bmorning and (night|evening|bedtime)\b/i, 2],
  [/\bonce (a |per |each )?(day|daily)\b|\bdaily\b|\b(every|each|a|per) (day|night|morning|evening)\b|\bat (bedtime|night)\b|\bin the (morning|evening)\b|\bnightly\b|\bqd\b|\bod\b|\bqhs\b|\bhs\b|\bom\b|\bon\b|\bmane\b|\bnocte\b|\bmorning\b|\bbedtime\b|\bnight\b/i, 1],
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
  const many = /\b(\d+)\s*(?:times|x)\s*(?:a|per|each|\/)?\s*(?:day|daily)\b/i.exec(frequency);
  if (many?.[1] !== undefined) return Number(many[1]);
  return TIMES.find(([pattern]) => pattern.test(frequency))?.[1] ?? null;
}

/**
 * The daily amount that the list gives for a medication of one ingredient, in mg. A combination has an amount for each
 * ingredient, which the strength does not tell apart, so its dose counts as not read.
 */
export function dailyDoseOf(medication: Medication): DailyDose | null {
  if (medication.ingredients.length !== 1 || medication.doubts.some((doubt) => doubt.field === "strength")) return null;
  const mg = strengthInMg(medication.strength);
  if (mg === null) return null;
  const perDay = timesPerDay(medication.frequency);
  if (perDay === null || medication.asNeeded) return { mg, certainty: "at-least" };
  return { mg: mg * perDay * unitsAtOnce(medication.frequency ?? ""), certainty: "known" };
}
