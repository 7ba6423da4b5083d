import { phraseTable } from "@/lib/reading/medications/text/phrase-table";
import type { Token } from "@/lib/reading/medications/text/tokens";
import { FREQUENCIES, WEEKDAYS } from "@/lib/reading/medications/vocabulary/frequencies";
import { isSupplyWord } from "@/lib/reading/medications/vocabulary/supply-words";
import { isUnit, quantityAt, rangeAt, type Quantity } from "./quantities";
import { TIMES_OF_DAY } from "./times-of-day";

/** One amount that is taken: how much, at which time of the day, on how many days of the week (0: on the others). */
export type Part = { quantity: Quantity; time: string | null; days: number | null; from: number; end: number };

/** The token of the strength (-1 without one), and its mg where it is one amount of mg. */
export type StrengthAt = { at: number; mg: number | null };

const FREQUENCY_WORDS = phraseTable(FREQUENCIES.map(([words]) => [words, true] as const));
const words = (list: string): ReadonlySet<string> => new Set(list.split(","));

/** Words that begin what is taken at once. */
const LEADS = words(
  "take,takes,taken,taking,give,given,gives,inhale,inject,chew,swallow,dose,use,uses,dissolve,apply,administer,tk",
);
/** Before an amount these make it one that is not taken now, or not every time. */
const NOT_TAKEN = words(
  "max,maximum,exceed,exceeding,from,was,were,previously,formerly,than,by,to,reach,reaching,target,goal,total,mitte,mits,qty,quantity,disp,#,remaining,refill,refills,previous,prior,old,instead,not,increase,increased,decrease,decreased,reduced",
);
/** "Max daily amount: 4 tablets": the most that may be taken, with a few words between. */
const MOST_WORDS = words("max,maximum,exceed");
/** Words between an amount and its time. */
const BETWEEN = words("po,in,the,at,by,mouth,every,each,(,-,=,orally,oral,on,once,per,os,with,before");
/** A number behind these counts hours, days, times or the clock. */
const NO_COUNT_BEHIND = words(
  "/,every,q,times,at,:,x,for,day,week,of,-,over,+,before,after,by,until,around,about,since",
);
/** Without a word for the tablet no more than so many are meant. */
const MOST_COUNTED = 6;
/** More tablets than these are a pack, unless a verb or a frequency stands beside them. */
const MOST_WITHOUT_VERB = 8;

/** Every amount that is taken, with the time or the days behind it (or the time before it: "Morning: 1 tablet"). */
export function partsOf(tokens: readonly Token[], from: number, to: number, strength: StrengthAt): Part[] {
  const parts: Part[] = [];
  let named = false;
  for (let at = from; at < to;) {
    const quantity = startsAmount(tokens, at) ? quantityOf(tokens, at, to, strength) : null;
    if (quantity === null || !isTaken(tokens, at, from)) {
      at += quantity?.length ?? 1;
      continue;
    }
    const end = at + quantity.length;
    const days = daysBehind(tokens, end, to, named);
    named ||= days !== null;
    const time = timeBehind(tokens, end, to) ?? timeBefore(tokens, at, from);
    const dated = days !== null || time !== null || at === strength.at;
    if (
      quantity.of === "unit" ? isAtOnce(tokens, at, end, to, quantity) : dated || isDose(tokens, at, end, to, strength)
    )
      parts.push({ quantity, time, days, from: at, end });
    at = end;
  }
  return parts;
}

/** The "5 mL" of "250 mg/5 mL" and the "25 mg" of "10-320-25 mg" belong to the strength. */
function startsAmount(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before?.text === "/" || before?.text === "per") return false;
  if (before?.text === "-" && !before.gap && tokens[at]?.gap === false && tokens[at - 2]?.kind === "number")
    return false;
  return !(tokens[at]?.gap === false && before?.kind === "number");
}

function quantityOf(tokens: readonly Token[], at: number, to: number, strength: StrengthAt): Quantity | null {
  const found = quantityAt(tokens, at, to);
  if (found !== null) return found;
  if (at === strength.at)
    return strength.mg === null ? null : { of: "mg", low: strength.mg, high: strength.mg, length: 1 };
  const before = tokens[at - 1]?.text ?? "";
  const multiplied = multipliedStrength(tokens, at, to, strength);
  if (multiplied !== null) return multiplied;
  const led = LEADS.has(before);
  const timed = timeBefore(tokens, at, Math.max(0, at - 4)) !== null;
  const counted =
    strength.at >= 0 &&
    at > strength.at &&
    (tokens[at]?.gap === true || before === "(") &&
    !NO_COUNT_BEHIND.has(before);
  if (!(led || timed || counted)) return null;
  const number = rangeAt(tokens, at, to);
  if (number === null || FREQUENCY_WORDS.at(tokens, at, to) !== null) return null;
  const end = at + number.length;
  const ends = end >= to || [",", ";", "."].includes(tokens[end]?.text ?? "");
  const cycle = tokens[end]?.text === "on" && tokens[end + 2]?.text === "off";
  if (cycle || !(often(tokens, end, to) || ((led || timed) && ends))) return null;
  const { low, high, length } = number;
  // "20 in the morning and 10 in the afternoon" are amounts; so many tablets are written with their word.
  if (high > MOST_COUNTED) return strength.mg === null ? null : { of: "mg", low, high, length };
  return { of: "unit", low, high, length };
}

/** Behind these a number is how often or how long, not how many. */
const NOT_MANY = words("/,a,per,times,time,daily,day,days,week,weeks,month,months,d,w,wk,wks,hours,h,doses,%,mg,ml,-");

/** "10 mg x 4 nocte", "300 mg x2": so many of the strength at once. */
function multipliedStrength(tokens: readonly Token[], at: number, to: number, strength: StrengthAt): Quantity | null {
  const [cross, number] = [tokens[at - 1], tokens[at]];
  const count = Number(number?.text);
  if (cross?.text !== "x" || strength.at < 0 || at <= strength.at || at - strength.at > 3) return null;
  if (!Number.isInteger(count) || count < 2 || count > MOST_COUNTED || NOT_MANY.has(tokens[at + 1]?.text ?? ""))
    return null;
  if (FREQUENCY_WORDS.at(tokens, at - 1, to) !== null) return null;
  return { of: "unit", low: count, high: count, length: 1 };
}

function often(tokens: readonly Token[], at: number, to: number): boolean {
  return FREQUENCY_WORDS.at(tokens, at, to) !== null || TIMES_OF_DAY.at(tokens, at, to) !== null;
}

function isTaken(tokens: readonly Token[], at: number, from: number): boolean {
  for (let before = at - 1; before >= Math.max(from, at - 2); before -= 1) {
    const text = tokens[before]?.text ?? "";
    if (text === "," || text === ";") break;
    if (NOT_TAKEN.has(text) || isSupplyWord(text)) return false;
  }
  for (let before = at - 3; before >= Math.max(from, at - 5); before -= 1)
    if (MOST_WORDS.has(tokens[before]?.text ?? "")) return false;
  return true;
}

/** "28 tablets" is a pack, also in "28 tablet - one a day"; "10 tablets once a week" is not. */
function isAtOnce(tokens: readonly Token[], at: number, end: number, to: number, quantity: Quantity): boolean {
  if (quantity.high <= MOST_WITHOUT_VERB || LEADS.has(tokens[at - 1]?.text ?? "")) return true;
  return tokens[end]?.kind === "word" && often(tokens, skip(tokens, end, to), to);
}

/** An amount in mg is a dose behind "take", behind "then", or right before how often, behind a comma or the form. */
function isDose(tokens: readonly Token[], at: number, end: number, to: number, strength: StrengthAt): boolean {
  if (at <= strength.at || strength.at < 0) return false;
  const before = tokens[at - 1]?.text ?? "";
  if (LEADS.has(before) || (before === ":" && LEADS.has(tokens[at - 2]?.text ?? ""))) return true;
  if (before === "then" || tokens[at - 2]?.text === "then") return true;
  const opens = [",", ":", "-", ";", ".", "and", "plus", "&", "+"].includes(before) || isUnit(tokens, at - 1, at);
  return opens && often(tokens, skip(tokens, end, to), to);
}

function skip(tokens: readonly Token[], from: number, to: number): number {
  let at = from;
  while (at < to && at < from + 4 && BETWEEN.has(tokens[at]?.text ?? "") && !often(tokens, at, to)) at += 1;
  return at;
}

function timeBehind(tokens: readonly Token[], end: number, to: number): string | null {
  return TIMES_OF_DAY.at(tokens, skip(tokens, end, to), to)?.value ?? null;
}

/** "Morning: 1 tablet", "Night – 0". */
function timeBefore(tokens: readonly Token[], at: number, from: number): string | null {
  const mark = tokens[at - 1]?.text ?? "";
  if ((mark !== ":" && mark !== "=" && mark !== "-") || at - 2 < from) return null;
  return TIMES_OF_DAY.at(tokens, at - 2, at - 1)?.value ?? null;
}

const REST = words("other,others,remaining,rest,remainder");
const BEFORE_DAYS = words("on,daily,once,od,every,po,nocte,mane,all,the,(,:,-");

/** The days of the week that an amount is for, as so many of seven; "other days" takes what is left. */
function daysBehind(tokens: readonly Token[], end: number, to: number, named: boolean): number | null {
  let at = end;
  while (at < to && at < end + 4 && BEFORE_DAYS.has(tokens[at]?.text ?? "")) at += 1;
  if (named && at < to && REST.has(tokens[at]?.text ?? "")) return 0;
  const days = new Set<string>();
  while (at < to) {
    const text = tokens[at]?.text ?? "";
    const day = WEEKDAYS.get(text);
    const tied =
      days.size > 0 && [",", "/", "and", "&", "-"].includes(text) && WEEKDAYS.has(tokens[at + 1]?.text ?? "");
    if (day !== undefined) days.add(day);
    else if (!tied) break;
    at += 1;
  }
  return days.size === 0 ? null : days.size;
}
