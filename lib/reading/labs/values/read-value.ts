import type { LabUnit } from "@/lib/reading/labs/lab-vocabulary";
import { readNumber } from "./read-number";
import { readBracketedUnit, readUnit, readUnknownUnit } from "./read-unit";

/** A value with what stands beside it; `end` is the offset after it in the text given. */
export interface ReadValue {
  value: number | string;
  comparator: "<" | ">" | "<=" | ">=" | null;
  unit: LabUnit | null;
  /** Where the number begins: what stands before it belongs to the name. */
  start: number;
  end: number;
  /** It can be read as another number, so that it is asked about. */
  doubtful: boolean;
}

/** Words between a test's name and its value that say nothing of the value. */
const FILLER =
  /^(?:(?:rose|risen|fell|fallen|went|increased|decreased|dropped|improved|changed|up|down)\s+from\s+[\d.,]+(?:\s*[a-zµμ%]{1,5}(?:\/[a-z]{1,4})?)?\s+to\b|peak(?:ed|ing)?(?:\s+at)?\b|(?:high|low|ultra)[ -]?sens(?:itivity|itive)?\b|(?:high|low)[ -]density\b|\s|[:=\-–—|,*!~^)]|\((?=\s*\))|\b(?:24\s?-?h(?:r|our)?s?|of|was|is|were|at|level|levels|lvl|serum|plasma|blood|venous|urine|urinary|result|value|now|today|currently|repeat|total|measured|came back|as|to|the|a|fasting|random|conc|concentration|count|reading|in|approximately|about|approx|around|only|been|has|had|fell|rose|dropped|down|up|just|with|still|also|equal|equals)\b\.?|\([a-z][a-z0-9 ,.-]{0,23}\)|\((?=\s{0,3}[<>]?\d{1,6}(?:\.\d+)?\s{0,3}[)a-zµμ%])|\[[a-z ]{1,16}\])/i;
const RANGE_FIRST =
  /^\s*[([]\s*(?:(?:ref(?:erence)?(?: range)?|normal|range|n|nr|rr)\s*)?(?:[:=]\s*)?\d[\d.,]*\s*(?:-|–|to)\s*\d[\d.,]*(?:\s+[a-z/%µμ^0-9.]+|[a-z/%µμ^][a-z/%µμ^0-9.]*)?\s*[)\]]/i;
const COMPARATOR = /^(<=|>=|≤|≥|<|>|less than|greater than|more than|below|above|under|over)\s*/i;
const WORDS =
  /^(?:(?:significantly|markedly|severely|very|mildly|slightly|moderately|profoundly|critically)\s+)?(?:low|high|raised|elevated|increased|decreased|reduced|undetectable)\b(?!\s*(?:dose|dosage|risk|potency|strength|salt|sodium|diet|density|normal|sens))/i;
/** A dose, not a result: the amount of a drug, without "per volume". */
const DOSE =
  /^\s*(?:(?:mg|mcg|µg|μg|micrograms?|g|gm|grams?|meq|mmols?|units?|iu|ml|tabs?|tablets?|caps?|capsules?|puffs?|drops?|sachets?)\b(?!\s*\/\s*(?:d?l|ml|litre|liter|mol|mmol|min|kg|g)\b)(?!%)|x\s*\d)/i;
/** A length of time, not a result: "ferritin 3 weeks ago 18". */
const TIME =
  /^(?:-?[dwyh](?![\p{L}/])|\s*-?(?:(?:days?|wks?|weeks?|mths?|months?|yrs?|years?|hrs?|[Hh]ours?|mins?|minutes?)(?![\p{L}])(?!\s*\/)|[ap]m(?!\p{L})))/u;
const TIME_SPAN =
  /^\d{1,3}\s*-?(?:days?|wks?|weeks?|mths?|months?|yrs?|years?|hrs?|hours?)(?:\s+(?:ago|back|earlier|later|post|after|before))?\b/i;
/** A second number after a dash, and the two together. */
const SPAN = /^\s*(?:-|–|—|to)\s*\d/;
const SPAN_WHOLE = /^[\d.,]+\s*(?:-|–|—|to)\s*\d[\d.,]*/;
/** "2.4 -> 4.1": the later value is the one that counts. */
const LATER = /^\s*(?:[a-zµμ%]{1,6}(?:\/[a-z]{1,4})?\s*)?(?:-{1,3}>|→|⇒|=>|➔)\s*(?=[<>]?\d)/i;
/** Dates and clock times start like numbers. */
const DATE_LIKE =
  /^\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}|^\d{1,2}:\d{2}|^\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;
/** How far behind its name a value is looked for. */
const REACH = 600;

const comparatorOf = (words: string): ReadValue["comparator"] => {
  const word = words.trim().toLowerCase();
  if (word === "<=" || word === "≤") return "<=";
  if (word === ">=" || word === "≥") return ">=";
  return ["<", "less than", "below", "under"].includes(word) ? "<" : ">";
};

/** A unit that stands with an earlier value in brackets ("156 (baseline 98 µmol/L)") is the unit of this one too. */
function borrowedUnit(text: string): LabUnit | null {
  const match = /^\s*\((?:baseline|previously|prev|was|from)\s*[\d.,]{1,12}\s{0,4}([^)\d]{2,14})\)/i.exec(
    text.slice(0, 80),
  );
  return match?.[1] === undefined ? null : (readUnit(match[1])?.unit ?? null);
}

/** Skips what may stand between name and value: fillers, a reference range in brackets, a unit. */
function skipFillers(text: string, from: number): { at: number; unit: LabUnit | null } {
  let at = from;
  let unit: LabUnit | null = null;
  for (let count = 0; count < 40 && at < text.length; count += 1) {
    const rest = text.slice(at, at + 60);
    const bracketed = readBracketedUnit(rest);
    if (bracketed !== null) unit = bracketed.unit;
    const skipped =
      bracketed?.end ??
      RANGE_FIRST.exec(rest)?.[0].length ??
      TIME_SPAN.exec(rest)?.[0].length ??
      (COMPARATOR.test(rest) ? 0 : (FILLER.exec(rest)?.[0].length ?? 0));
    if (skipped === 0) {
      // "Potassium mmol/L 2.1": the unit stands in a column before the value.
      const bare: { unit: LabUnit; end: number } | null = unit === null && count > 0 ? readUnit(rest) : null;
      if (bare === null || !/^\s*(?:[:|=]+\s*)?[<>]?\d/.test(rest.slice(bare.end))) break;
      unit = bare.unit;
      at += bare.end;
      continue;
    }
    at += skipped;
  }
  return { at, unit };
}

/** "low at 2.8": the number counts, the word is its flag and is found beside it. "low" alone is the value. */
function readWords(text: string, start: number, runsToThousands: boolean): ReadValue | null {
  const words = WORDS.exec(text.slice(start, start + 40));
  if (words === null) return null;
  const end = start + words[0].length;
  const lead = /^[\s,(:=]{0,6}(?:at|of)?\s{0,6}(?=[<>]?\d)/i.exec(text.slice(end, end + 20));
  const read = lead === null ? null : readOne(text, end + lead[0].length, runsToThousands);
  if (read !== null && typeof read.value === "number") return { ...read, start };
  return { start, value: words[0].toLowerCase(), comparator: null, unit: null, end, doubtful: false };
}

/** "2.9-3.1": a value between two numbers, kept as the words of the report. */
function readSpan(rest: string, at: number): ReadValue {
  const span = SPAN_WHOLE.exec(rest);
  const end = span?.[0].length ?? 0;
  const unit = readUnit(rest.slice(end));
  return {
    start: at,
    value: (span?.[0] ?? "").replace(/\s/g, ""),
    comparator: null,
    unit: unit?.unit ?? null,
    end: at + end + (unit?.end ?? 0),
    doubtful: false,
  };
}

/** "Potassium; 3.1; mmol/L", "K | 3.1 | mmol/L". */
function unitInNextColumn(text: string): { unit: LabUnit; end: number } | null {
  const lead = /^\s{0,4}[;|]\s{0,4}/.exec(text)?.[0].length ?? 0;
  const unit = lead === 0 ? null : readUnit(text.slice(lead));
  return unit === null ? null : { unit: unit.unit, end: lead + unit.end };
}

/**
 * The unit of a number: behind it, before it, or with an earlier value; as it is written where no table has it. Null where a dose or a
 * time stands there, so that the number is no result.
 */
function unitBehind(after: string, before: LabUnit | null): { unit: LabUnit | null; end: number } | null {
  const unit = readUnit(after) ?? unitInNextColumn(after);
  if (unit !== null) return unit;
  if (DOSE.test(after) || TIME.test(after)) return null;
  const elsewhere = before ?? borrowedUnit(after);
  return elsewhere === null ? (readUnknownUnit(after) ?? { unit: null, end: 0 }) : { unit: elsewhere, end: 0 };
}

/** One value at or after `from`, without what follows it. */
function readOne(text: string, from: number, runsToThousands: boolean): ReadValue | null {
  const { at: start, unit: before } = skipFillers(text, from);
  const compared = COMPARATOR.exec(text.slice(start, start + 20));
  const at = start + (compared?.[0].length ?? 0);
  const rest = text.slice(at);
  if (DATE_LIKE.test(rest)) return null;
  const number = readNumber(rest, runsToThousands);
  if (number === null) return compared === null && from === 0 ? readWords(text, start, runsToThousands) : null;
  const after = rest.slice(number.end);
  if (SPAN.test(after)) return readSpan(rest, at);
  const unit = unitBehind(after, before);
  if (unit === null) return null;
  return {
    start: at,
    value: number.value,
    comparator: compared?.[1] === undefined ? null : comparatorOf(compared[1]),
    unit: unit.unit,
    end: at + number.end + unit.end,
    doubtful: number.doubtful,
  };
}

/**
 * Reads the value that follows a test's name. Of values joined by arrows the last counts; of a range and a value, the value.
 * @param text what stands after the name, up to the next name or the line's end; only its first 600 characters are looked at
 * @param runsToThousands whether a blank between figures is a mark of thousands for this test
 * @returns null where no value follows, or what follows is a dose, a time or a date
 */
export function readValue(text: string, runsToThousands = false): ReadValue | null {
  const reach = text.slice(0, REACH);
  let read = readOne(reach, 0, runsToThousands);
  if (read === null) return null;
  const { start } = read;
  for (let next: ReadValue | null = read; next !== null;) {
    const after: string = reach.slice(next.end);
    const later = LATER.exec(after);
    // "3.5 - 5.1 mmol/L 2.9": a range before its value.
    const behindRange: RegExpExecArray | null =
      typeof next.value === "string" && /\d/.test(next.value) ? /^[\s|;]+(?=[<>]?\d)/.exec(after) : null;
    const lead: RegExpExecArray | null = later ?? behindRange;
    const found: ReadValue | null = lead === null ? null : readOne(reach, next.end + lead[0].length, runsToThousands);
    if (found !== null) read = { ...found, start, unit: found.unit ?? (behindRange === null ? null : next.unit) };
    next = found;
  }
  return read;
}
