import type { Token } from "@/lib/reading/medications/text/tokens";
import { NUMBER_WORDS } from "@/lib/reading/medications/vocabulary/frequencies";
import { DOSE_UNITS } from "@/lib/reading/medications/vocabulary/units";

/** So many tablets (or puffs, …), or so much of the drug in mg or mL; a range has two ends. */
export type Quantity = { of: "unit" | "mg" | "mL"; low: number; high: number; length: number };

/** What is counted one by one, and carries the strength. */
const UNITS: ReadonlySet<string> = new Set(
  "tablet,tablets,tab,tabs,tbl,tabls,tb,capsule,capsules,cap,caps,caplet,caplets,pill,pills,puff,puffs,spray,sprays,inhalation,inhalations,sachet,sachets,lozenge,lozenges,suppository,suppositories,patch,patches,ampoule,ampoules,vial,vials,gummy,gummies,softgel,softgels,scoop,scoops".split(
    ",",
  ),
);

const MG: Readonly<Record<string, number>> = { kg: 1_000_000, g: 1000, mg: 1, micrograms: 0.001, nanograms: 0.000_001 };
/** More at once is a pack and no dose. */
const MOST_AT_ONCE = 40;

/** Reads "2 tablets", "one-half tab", "1 to 2 capsules", "40 mg", "10 mL", "two (2) 20 mg tablets" at a token. */
export function quantityAt(tokens: readonly Token[], from: number, to: number): Quantity | null {
  const number = rangeAt(tokens, from, to);
  if (number === null) return null;
  let at = from + number.length;
  const unit = DOSE_UNITS.get(tokens[at]?.text ?? "");
  if (at < to && unit !== undefined) {
    if (tokens[at + 1]?.text === "/" || tokens[at + 1]?.text === "per") return null;
    const factor = MG[unit];
    if (factor !== undefined)
      return { of: "mg", low: number.low * factor, high: number.high * factor, length: at + 1 - from };
    return unit === "mL" ? { of: "mL", low: number.low, high: number.high, length: at + 1 - from } : null;
  }
  const times = ownStrength(tokens, at, to);
  if (times !== null)
    return { of: "mg", low: number.low * times.mg, high: number.high * times.mg, length: times.end - from };
  while (at < to && FILLERS.has(tokens[at]?.text ?? "")) at += 1;
  if (at < to && UNITS.has(tokens[at]?.text ?? "") && number.high <= MOST_AT_ONCE)
    return { of: "unit", low: number.low, high: number.high, length: at + 1 - from };
  return null;
}

/** "2 x 20 mg", "two 20 mg tablets", "1 of the 5 mg tablets": so many of a strength that is said again. */
function ownStrength(tokens: readonly Token[], from: number, to: number): { mg: number; end: number } | null {
  let at = from;
  while (at < to && FILLERS.has(tokens[at]?.text ?? "")) at += 1;
  const times = tokens.slice(from, at).some(({ text }) => text === "x");
  const number = tokens[at];
  const factor = MG[DOSE_UNITS.get(tokens[at + 1]?.text ?? "") ?? ""];
  if (number?.kind !== "number" || factor === undefined || at + 1 >= to) return null;
  const unit = isUnit(tokens, at + 2, to);
  return times || unit ? { mg: Number(number.text) * factor, end: at + (unit ? 3 : 2) } : null;
}

/** Whether a word for what is counted stands here: "tablet", "capsules", "puff". */
export function isUnit(tokens: readonly Token[], at: number, to: number): boolean {
  return at < to && UNITS.has(tokens[at]?.text ?? "");
}

const FILLERS: ReadonlySet<string> = new Set([
  "x",
  "of",
  "the",
  "a",
  "an",
  "oral",
  "whole",
  "-",
  "ec",
  "sr",
  "mr",
  "er",
]);

export type Range = { low: number; high: number; length: number };

/** "2", "two (2)", "1-2", "1 to 2", "one or two", "1/2", "1 and 1/2", "one-half". */
export function rangeAt(tokens: readonly Token[], from: number, to: number): Range | null {
  const first = countAt(tokens, from, to);
  if (first === null) return null;
  let at = from + first.length;
  const tie = tokens[at]?.text;
  const second = at < to && (tie === "-" || tie === "to" || tie === "or") ? countAt(tokens, at + 1, to) : null;
  if (second === null || second.value < first.value) return { low: first.value, high: first.value, length: at - from };
  at += 1 + second.length;
  return { low: first.value, high: second.value, length: at - from };
}

type Count = { value: number; length: number };

function countAt(tokens: readonly Token[], from: number, to: number): Count | null {
  const whole = simpleCount(tokens, from, to);
  if (whole === null) return null;
  let at = from + whole.length;
  let value = whole.value;
  const added = and(tokens, at);
  const part = fractionAt(tokens, at + added, to);
  if (part !== null && Number.isInteger(value) && value > 0) {
    value += part.value;
    at += added + part.length;
  }
  if (
    tokens[at]?.text === "(" &&
    tokens[at + 2]?.text === ")" &&
    (tokens[at + 1]?.kind === "number" || NUMBER_WORDS.has(tokens[at + 1]?.text ?? ""))
  )
    at += 3;
  return { value, length: at - from };
}

const and = (tokens: readonly Token[], at: number): number =>
  ["and", "&", "-"].includes(tokens[at]?.text ?? "") ? 1 : 0;

function simpleCount(tokens: readonly Token[], from: number, to: number): Count | null {
  const fraction = fractionAt(tokens, from, to);
  if (fraction !== null) return fraction;
  const token = tokens[from];
  if (from >= to || token === undefined) return null;
  if (token.kind === "number") return { value: Number(token.text), length: 1 };
  const value = NUMBER_WORDS.get(token.text);
  return value === undefined || value <= 0 || token.text === "a" || token.text === "an" ? null : { value, length: 1 };
}

/** "1/2", "one-half", "half", "half a", "0.5" behind a whole number ("1½" is 1 and .5), "a quarter". */
function fractionAt(tokens: readonly Token[], from: number, to: number): Count | null {
  const [token, tie, third] = [tokens[from], tokens[from + 1], tokens[from + 2]];
  if (from >= to || token === undefined) return null;
  if (token.kind === "number" && tie?.text === "/" && third?.kind === "number" && !tie.gap && !third.gap) {
    const value = Number(token.text) / Number(third.text);
    return ["2", "3", "4"].includes(third.text) && value < 1 && value > 0 ? { value, length: 3 } : null;
  }
  if (token.kind === "number" && Number(token.text) < 1 && Number(token.text) > 0)
    return { value: Number(token.text), length: 1 };
  if (token.text === "half" || token.text === "quarter")
    return { value: PART[token.text] ?? 0.5, length: 1 + article(tokens, from + 1) };
  const led = token.text === "one" || token.text === "a";
  const at = led ? from + 1 + (tie?.text === "-" ? 1 : 0) : from;
  const word = tokens[at]?.text ?? "";
  return led && at < to && PART[word] !== undefined ? { value: PART[word] ?? 0.5, length: at + 1 - from } : null;
}

const PART: Readonly<Record<string, number>> = { half: 0.5, quarter: 0.25 };
const article = (tokens: readonly Token[], at: number): number =>
  ["a", "of"].includes(tokens[at]?.text ?? "") ? 1 : 0;
