import type { Intake } from "@/lib/domain/medication";
import type { Token } from "@/lib/reading/medications/text/tokens";
import { quantityAt } from "./quantities";
import { partsOf, type Part, type StrengthAt } from "./intake-parts";
import { scheduleIn } from "./intake-schedule";

/** What the directions say of the amount, and where they say two things that cannot both hold. */
export type ReadIntake = {
  intake: Intake | null;
  /** The times of a schedule ("1-0-1"), where no words name them. */
  frequency: string | null;
  /** The strengths that would fit: "40 mg … take 2 tablets (40 mg)" is of 20 mg or of 40 mg. */
  strengths: readonly number[];
};

const NOTHING: ReadIntake = { intake: null, frequency: null, strengths: [] };

/**
 * How much is taken by the directions: "take 2 tablets", "half a tablet", "1-0-1", "2 mane 1 nocte", "40 mg on Monday, 20 mg on other
 * days", "40 mg for 3 days, then 30 mg". Without an intake where they say no more than the strength.
 * @param strength the token of the strength, behind which an amount is a dose and not the strength itself (-1 without one), and its mg
 */
export function readIntake(
  tokens: readonly Token[],
  span: { from: number; to: number },
  strength: StrengthAt,
): ReadIntake {
  const { from, to } = span;
  const schedule = scheduleIn(tokens, from, to);
  if (schedule !== null) return { ...schedule, strengths: [] };
  const actual = actualAmount(tokens, from, to, strength);
  if (actual !== null) return { ...NOTHING, intake: actual };
  const stepped = saysThen(tokens, from, to);
  const all = partsOf(tokens, from, to, strength);
  const added = stepped ? null : addedTo(tokens, all, strength.at);
  if (added !== null) return { ...NOTHING, intake: added };
  const parts = ownPart(all, strength.at, stepped);
  const [first] = parts;
  if (first === undefined) return NOTHING;
  const same = parts.filter(({ quantity }) => quantity.of === first.quantity.of);
  if (same.some(({ days }) => days !== null))
    return { ...NOTHING, intake: byDays(same, saysPlus(tokens, first.end, to)) };
  if (same.length > 1 && stepped) return { ...NOTHING, intake: { ...ends(same), per: "dose" } };
  const timed = same.filter(({ time }) => time !== null);
  if (timed.length > 1 && new Set(timed.map(({ time }) => time)).size === timed.length)
    return { ...NOTHING, intake: { ...sum(timed), per: "day" } };
  const highs = new Set(same.map(({ quantity }) => quantity.high));
  if (timed.length === 0 && first.quantity.of === "unit" && highs.size > 1)
    return { ...NOTHING, intake: { ...ends(same), per: "dose" } };
  // "7 tablets (17.5 mg)": what stands in the place of a strength is what they come to.
  if (first.quantity.of === "unit" && strength.mg !== null && strength.at === first.end + 1)
    return { ...NOTHING, intake: { of: "mg", low: strength.mg, high: strength.mg, per: "dose" } };
  return { ...NOTHING, intake: told(first), strengths: strengthsOf(tokens, first, to, strength.mg) };
}

const TAKING = new Set(["takes", "taking", "took"]);
const ABOUT = new Set(["only", "about", "actually", "really", "just", "currently", "now"]);
/** A smaller bare number counts tablets. */
const LEAST_AMOUNT = 5;

/** Behind an amount: it is taken at times, beside the regular dose. */
const AT_TIMES = new Set(["when", "if", "as", "on", "every", "extra"]);

/** "20 mg nocte (patient takes 40)", "actually taking 10 mg": what is taken, where that is another amount than the one written. */
function actualAmount(tokens: readonly Token[], from: number, to: number, strength: StrengthAt): Intake | null {
  if (strength.mg === null || strength.at < 0) return null;
  for (let at = Math.max(from, strength.at + 1); at < to; at += 1) {
    if (!TAKING.has(tokens[at]?.text ?? "")) continue;
    const mg = amountIn(tokens, ABOUT.has(tokens[at + 1]?.text ?? "") ? at + 2 : at + 1, to);
    if (mg !== null && mg !== strength.mg) return { of: "mg", low: mg, high: mg, per: "dose" };
  }
  return null;
}

function amountIn(tokens: readonly Token[], at: number, to: number): number | null {
  const [number, behind] = [tokens[at], tokens[at + 1]];
  if (number?.kind !== "number" || at >= to || AT_TIMES.has(tokens[at + 2]?.text ?? "")) return null;
  const amount = Number(number.text);
  const isBare = at + 1 >= to || behind === undefined || behind.kind === "mark" || behind.kind === "newline";
  if (!Number.isFinite(amount) || amount <= 0) return null;
  return behind?.text === "mg" || (isBare && amount >= LEAST_AMOUNT) ? amount : null;
}

/** "1 tablet" at once is what everybody takes; it is told only where it says more than the strength does. */
function told({ quantity: { of, low, high } }: Part): Intake | null {
  return of === "unit" && low === 1 && high === 1 ? null : { of, low, high, per: "dose" };
}

/** The strength itself is what is taken only where it has a time or days of its own, beside such days, or as the first of steps. */
function ownPart(parts: Part[], strengthAt: number, stepped: boolean): Part[] {
  const strength = parts.find(({ from, quantity }) => from === strengthAt && quantity.of === "mg");
  const others = parts.filter((part) => part !== strength);
  if (strength === undefined) return parts;
  if (others.length === 0 || others.some(({ quantity }) => quantity.of !== "mg")) return others;
  const counts =
    stepped || strength.time !== null || others.some(({ days }) => days !== null) || strength.days !== null;
  return counts ? parts : others;
}

/** "5 mg daily and 10 mg every other day": on some days both, on none less than the first. */
function addedTo(tokens: readonly Token[], parts: readonly Part[], strengthAt: number): Intake | null {
  const [first, second] = parts;
  if (first?.from !== strengthAt || second === undefined || parts.length > 2) return null;
  if ([first, second].some(({ quantity, time, days }) => quantity.of !== "mg" || time !== null || days !== null))
    return null;
  if (!PLUS.has(tokens[second.from - 1]?.text ?? "")) return null;
  return { of: "mg", low: first.quantity.low, high: first.quantity.high + second.quantity.high, per: "day" };
}

/** "Take 2 tablets (40 mg)" of a strength that does not come to it leaves both open. */
function strengthsOf(tokens: readonly Token[], part: Part, to: number, mg: number | null): number[] {
  const { quantity, end } = part;
  const opens = ["(", "=", "[", ",", "-"].includes(tokens[end]?.text ?? "");
  const total = opens ? quantityAt(tokens, end + 1, to) : null;
  if (
    mg === null ||
    quantity.of !== "unit" ||
    total?.of !== "mg" ||
    quantity.low !== quantity.high ||
    quantity.high === 0
  )
    return [];
  const own = total.high / quantity.high;
  return total.low !== total.high || Math.abs(own - mg) < mg / 100 ? [] : [mg, own];
}

/** Amounts for days of the week: the most and the least on one day, and the mean of a week. */
function byDays(parts: readonly Part[], added: boolean): Intake {
  const every = parts.filter(({ days }) => days === null);
  const named = parts.reduce((all, { days }) => all + (days ?? 0), 0);
  const base = every.reduce((all, { quantity }) => all + quantity.high, 0);
  const week = parts.reduce((all, { days, quantity }) => all + quantity.high * daysOf(days, named), 0);
  const { of, low, high } = ends(parts);
  const mean = (week + base * (added ? 7 : Math.max(0, 7 - named))) / 7;
  return {
    of,
    low,
    high:
      added && base > 0
        ? base + Math.max(...parts.filter(({ days }) => days !== null).map(({ quantity }) => quantity.high))
        : high,
    per: "day",
    mean,
  };
}

/** 0 stands for "other days": what the named ones leave of the week. */
function daysOf(days: number | null, named: number): number {
  if (days === null) return 0;
  return days === 0 ? Math.max(0, 7 - named) : days;
}

function sum(parts: readonly Part[]): Pick<Intake, "of" | "low" | "high"> {
  const add = (end: "low" | "high") => parts.reduce((all, { quantity }) => all + quantity[end], 0);
  return { of: parts[0]?.quantity.of ?? "unit", low: add("low"), high: add("high") };
}

function ends(parts: readonly Part[]): Pick<Intake, "of" | "low" | "high"> {
  return {
    of: parts[0]?.quantity.of ?? "unit",
    low: Math.min(...parts.map(({ quantity }) => quantity.low)),
    high: Math.max(...parts.map(({ quantity }) => quantity.high)),
  };
}

const THEN: ReadonlySet<string> = new Set([
  "then",
  "→",
  "thereafter",
  "followed",
  "taper",
  "tapering",
  "reducing",
  "weaning",
]);
const PLUS: ReadonlySet<string> = new Set(["plus", "+", "extra", "additional", "and"]);

const says = (words: ReadonlySet<string>) => (tokens: readonly Token[], from: number, to: number) => {
  for (let at = from; at < to; at += 1) if (words.has(tokens[at]?.text ?? "")) return true;
  return false;
};
const saysThen = says(THEN);
const saysPlus = says(PLUS);
