import type { NameGroup, Span } from "@/lib/reading/medications/text/list-parts";
import { phraseTable } from "@/lib/reading/medications/text/phrase-table";
import type { Token } from "@/lib/reading/medications/text/tokens";
import { FORMS } from "@/lib/reading/medications/vocabulary/forms";
import { FREQUENCIES, NUMBER_WORDS, TIME_UNITS } from "@/lib/reading/medications/vocabulary/frequencies";
import { DOSE_UNITS, LABORATORY_PER, PER_UNITS } from "@/lib/reading/medications/vocabulary/units";

const FORM_WORDS = phraseTable(FORMS.map(([words]) => [words, true] as const));
const FREQUENCY_WORDS = phraseTable(FREQUENCIES.map(([words]) => [words, true] as const));
const COUNTED = new Set([
  "x",
  "times",
  "time",
  "by",
  "puff",
  "puffs",
  "at",
  "in",
  "to",
  "po",
  "spray",
  "sprays",
  "application",
  "with",
  "every",
  "q",
  "per",
  "on",
  "under",
  "sl",
  "each",
  "or",
  "of",
]);

/** What a pack holds: "(200 actuations)" is no strength. */
const PACK_COUNTS = new Set([
  "actuation",
  "actuations",
  "actuat",
  "doses",
  "inhalations",
  "count",
  "ct",
  "each",
  "sprays",
  "pieces",
]);

export type Strength = { text: string; unitGiven: boolean; at: number };

/** The strength of a medication as written, tidied; the first one behind the name, else one before it. */
export function readStrength(tokens: readonly Token[], span: Span, group: NameGroup): Strength | null {
  if (group.combined) {
    const parts = partStrengths(tokens, group);
    if (parts !== null) return parts;
  }
  return (
    inStretch(tokens, group.to, span.to, true) ??
    betweenNames(tokens, group) ??
    insideName(tokens, group) ??
    inStretch(tokens, span.from, group.from, false)
  );
}

/** "A 10 MG / B 25 MG": one strength a name, in the order of the names. */
function partStrengths(tokens: readonly Token[], group: NameGroup): Strength | null {
  const all = new Set(
    group.hits.flatMap((hit) => hit.entries.flatMap((entry) => entry.ingredients.map((one) => one.name))),
  );
  const own = group.hits.filter((hit) => !hit.entries.some((entry) => entry.ingredients.length === all.size));
  const parts = own.map((hit, index) => {
    const end = own[index + 1]?.from ?? hit.to + 6;
    return strengthAt(tokens, hit.to, Math.min(end, tokens.length));
  });
  if (parts.length === 0 || parts.some((part) => part === null || !part.unitGiven)) return null;
  return { text: parts.map((part) => part?.text).join(" / "), unitGiven: true, at: parts[0]?.at ?? group.to };
}

function inStretch(tokens: readonly Token[], from: number, to: number, afterName: boolean): Strength | null {
  let bare: Strength | null = null;
  for (let at = from; at < to; at += 1) {
    if (tokens[at]?.kind !== "number" || tokens[at - 1]?.text === "from") continue;
    const found = strengthAt(tokens, at, to);
    if (found?.unitGiven === true) return bare ?? found;
    if (found !== null && afterName && bare === null && at - from <= 1) bare = found;
    while (tokens[at + 1]?.kind === "number" || tokens[at + 1]?.text === "/") at += 1;
  }
  return bare;
}

/** "hydrocodone-acetaminophen 5-325 mg (NORCO)": the strength stands between generic and brand. */
function betweenNames(tokens: readonly Token[], group: NameGroup): Strength | null {
  const first = group.hits[0];
  return first === undefined ? null : inStretch(tokens, first.to, group.to, true);
}

/** "Advair Diskus 250/50": the table's name holds the strength. */
function insideName(tokens: readonly Token[], group: NameGroup): Strength | null {
  for (const hit of group.hits) {
    for (let at = hit.from + 1; at < hit.to; at += 1) {
      if (
        tokens[at]?.kind === "number" &&
        tokens[at + 1]?.text === "/" &&
        tokens[at + 2]?.kind === "number" &&
        Number(tokens[at]?.text) >= 20
      ) {
        return { text: `${tokens[at]?.text}/${tokens[at + 2]?.text}`, unitGiven: false, at };
      }
    }
  }
  return null;
}

/** Numbers and ties of the strength of a product with four ingredients; more is no strength, and bounds the work. */
const MOST_PARTS = 8;

/** Reads "40 mg", "49/51 mg", "100 micrograms/dose", "8.6-50 mg", "250 mcg-50 mcg/dose", "1 to 2 g" at a number. */
function strengthAt(tokens: readonly Token[], from: number, to: number): Strength | null {
  let at = from;
  const parts: string[] = [];
  let unit = "";
  let unitGiven = false;
  for (;;) {
    const number = tokens[at];
    if (number?.kind !== "number" || at >= to || parts.length > MOST_PARTS) break;
    at += 1;
    if (
      tokens[at]?.text === "base" ||
      (tokens[at]?.text === "-" && tokens[at + 1]?.kind === "word" && DOSE_UNITS.has(tokens[at + 1]?.text ?? ""))
    )
      at += 1;
    const own = at < to ? DOSE_UNITS.get(tokens[at]?.text ?? "") : undefined;
    if (own !== undefined) {
      at += 1;
      unitGiven = true;
      unit = own;
    }
    parts.push(own === undefined ? tidy(number.text) : `${tidy(number.text)} ${own}`);
    const tie = tokens[at]?.text;
    const following = tokens[at + 1];
    if (
      (tie === "/" || tie === "-" || tie === "to") &&
      following?.kind === "number" &&
      at + 1 < to &&
      (own === undefined || goesOn(tokens, at, to))
    ) {
      const short = tie === "-" && unitLess(parts) ? "-" : "/";
      parts.push(tie === "to" ? " to " : short);
      at += 1;
    } else break;
  }
  if (parts.length === 0) return null;
  if (!unitGiven) return bareNumber(tokens, from, at, to, parts);
  const per = perUnit(tokens, at, to);
  if (per === "laboratory") return null;
  return { text: joinParts(parts, unit) + (per ?? ""), unitGiven: true, at: from };
}

/** After a unit only a number with a unit of its own goes on with the strength: "250 mg/5 mL", not "2.5 mg - 2 tablets". */
function goesOn(tokens: readonly Token[], tie: number, to: number): boolean {
  if (tie + 2 >= to || !DOSE_UNITS.has(tokens[tie + 2]?.text ?? "")) return false;
  return tokens[tie]?.text !== "-" || tokens[tie]?.gap === false;
}

function unitLess(parts: readonly string[]): boolean {
  return !/[a-z%]/i.test(parts.at(-1) ?? "");
}

function joinParts(parts: readonly string[], unit: string): string {
  const same = parts.filter((part) => part.endsWith(` ${unit}`)).length > 1;
  if (!same) return parts.join("").replace("-", unit === "" ? "-" : "-");
  return parts.join("");
}

function perUnit(tokens: readonly Token[], at: number, to: number): string | "laboratory" | null {
  const slash = tokens[at]?.text;
  if ((slash !== "/" && slash !== "per") || at + 1 >= to) return null;
  const next = tokens[at + 1];
  if (next?.kind === "number") {
    const unit = DOSE_UNITS.get(tokens[at + 2]?.text ?? "") ?? PER_UNITS.get(tokens[at + 2]?.text ?? "");
    if (unit === "hour" || unit === "day" || unit === "week") return ` per ${tidy(next.text)} ${unit}s`;
    return unit === undefined ? null : `/${tidy(next.text)} ${unit}`;
  }
  if (next?.kind !== "word") return null;
  if (LABORATORY_PER.has(next.text)) return "laboratory";
  const per = PER_UNITS.get(next.text);
  if (per === undefined) return null;
  return per === "mL" || per === "g" || per === "mg" ? `/${per}` : ` per ${per}`;
}

/** A number without unit right behind the name is a strength, unless it counts tablets, times or days. */
function bareNumber(
  tokens: readonly Token[],
  from: number,
  at: number,
  to: number,
  parts: readonly string[],
): Strength | null {
  const next = at < to ? tokens[at] : undefined;
  const value = Number(tokens[from]?.text);
  if (isDate(tokens, from, at)) return null;
  // "1+0+1": so many in the morning, at noon, in the evening.
  if (next?.text === "+" && tokens[at + 1]?.kind === "number" && tokens[at + 2]?.text === "+") return null;
  if (parts.length >= 3)
    return value >= 5 || (value >= 1 && parts[1] === "/" && !countsSomething(tokens, at, to))
      ? { text: parts.join(""), unitGiven: false, at: from }
      : null;
  if (
    next !== undefined &&
    (next.text === "." || next.text === ")") &&
    from > 0 &&
    tokens[at + 1]?.gap === true &&
    at + 1 < to
  )
    return null;
  if (countsSomething(tokens, at, to) && value < 10) return null;
  if (next !== undefined && PACK_COUNTS.has(next.text)) return null;
  if (
    value < 3 &&
    next !== undefined &&
    !Number.isInteger(value) === false &&
    FREQUENCY_WORDS.at(tokens, at, to) !== null
  )
    return null;
  if (
    next !== undefined &&
    (TIME_UNITS.has(next.text) || next.text === "x" || next.text === "times" || next.text === ":")
  )
    return null;
  return { text: parts.join(""), unitGiven: false, at: from };
}

const MONTH_NAME = /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]{2,7})?$/;
const DATE_WORDS = new Set([
  "started",
  "start",
  "since",
  "stopped",
  "stop",
  "begun",
  "began",
  "commenced",
  "on",
  "until",
  "till",
  "ended",
  "given",
  "issued",
  "filled",
  "restarted",
  "dispensed",
  "prescribed",
  "date",
]);

/** "started 2026-11-17", "17/11/2026", "since 3/24": three numbers with a year among them, or a run of numbers behind a word of time. */
function isDate(tokens: readonly Token[], from: number, at: number): boolean {
  const numbers = tokens.slice(from, at).filter((token) => token.kind === "number");
  const year = numbers.some((token) => /^(?:19|20)\d\d$/.test(token.text));
  if (numbers.length === 1 && isYear(tokens, from)) return true;
  return numbers.length >= 2 && ((numbers.length === 3 && year) || DATE_WORDS.has(tokens[from - 1]?.text ?? ""));
}

/** "June 2026", or a year of our time alone: no drug is sold by such a number ("vitamin D 2000" is one that is). */
function isYear(tokens: readonly Token[], at: number): boolean {
  const value = Number(tokens[at]?.text);
  return (
    (MONTH_NAME.test(tokens[at - 1]?.text ?? "") && value >= 1950 && value <= 2099) ||
    (Number.isInteger(value) && value >= 2005 && value <= 2045)
  );
}

function countsSomething(tokens: readonly Token[], at: number, to: number): boolean {
  const next = tokens[at];
  if (next === undefined || at >= to) return false;
  return COUNTED.has(next.text) || NUMBER_WORDS.has(next.text) || FORM_WORDS.at(tokens, at, to) !== null;
}

/** Leading zero, no trailing zero, comma from 1,000. */
function tidy(number: string): string {
  const [whole = "0", fraction = ""] = number.split(".");
  const kept = fraction.replace(/(?<!0)0+$/, "");
  const grouped = whole.length > 3 && kept === "" ? Number(whole).toLocaleString("en-GB") : whole;
  return kept === "" ? grouped : `${whole}.${kept}`;
}
