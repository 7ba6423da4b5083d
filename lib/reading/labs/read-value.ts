import { type LabUnit, labVocabulary, unitKey } from "./lab-vocabulary";

/** A value with what stands beside it; `end` is the offset after it in the text given. */
export interface ReadValue {
  value: number | string;
  comparator: "<" | ">" | "<=" | ">=" | null;
  unit: LabUnit | null;
  /** Where the number begins: what stands before it belongs to the name. */
  start: number;
  end: number;
}

/** Words between a test's name and its value that say nothing of the value. */
const FILLER =
  /^(?:(?:rose|risen|fell|fallen|went|increased|decreased|dropped|improved|changed|up|down)\s+from\s+[\d.,]+(?:\s*[a-zµμ%]{1,5}(?:\/[a-z]{1,4})?)?\s+to\b|peak(?:ed|ing)?(?:\s+at)?\b|\s|[:=\-–—|,*!~^)]|\((?=\s*\))|\b(?:24\s?-?h(?:r|our)?s?|of|was|is|were|at|level|levels|lvl|serum|plasma|blood|venous|urine|urinary|result|value|now|today|currently|repeat|total|measured|came back|as|to|the|a|fasting|random|conc|concentration|count|reading|in|approximately|about|approx|around|only|been|has|had|fell|rose|dropped|down|up|just|with|still|also|equal|equals)\b\.?|\((?:[a-z0-9 ,.-]{1,24})\)|\[[a-z ]{1,16}\])/i;
const RANGE_FIRST =
  /^\s*[([]\s*(?:(?:ref(?:erence)?(?: range)?|normal|range|n|nr|rr)\s*)?(?:[:=]\s*)?\d[\d.,]*\s*(?:-|–|to)\s*\d[\d.,]*(?:\s+[a-z/%µμ^0-9.]+|[a-z/%µμ^][a-z/%µμ^0-9.]*)?\s*[)\]]/i;
const COMPARATOR = /^(<=|>=|≤|≥|<|>|less than|greater than|more than|below|above|under|over)\s*/i;
const NUMBER = /^(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?|\.\d+)(?![\d])/;
const WORDS =
  /^(?:(?:significantly|markedly|severely|very|mildly|slightly|moderately|profoundly|critically)\s+)?(?:low|high|raised|elevated|increased|decreased|reduced|undetectable)\b(?!\s*(?:dose|dosage|risk|potency|strength|salt|sodium|diet|density|normal))/i;
/** A dose, not a result: the amount of a drug, without "per volume". */
const DOSE =
  /^\s*(?:(?:mg|mcg|µg|μg|micrograms?|g|gm|grams?|meq|mmols?|units?|iu|ml|tabs?|tablets?|caps?|capsules?|puffs?|drops?|sachets?)\b(?!\s*\/\s*(?:d?l|ml|litre|liter|mol|mmol|min|kg|g)\b)(?!%)|x\s*\d)/i;
/** A second number after a dash, and the two together. */
const SPAN = /^\s*(?:-|–|—|to)\s*\d/;
const SPAN_WHOLE = /^[\d.,]+\s*(?:-|–|—|to)\s*\d[\d.,]*\d|^[\d.,]+\s*(?:-|–|—|to)\s*\d/;
/** "2.4 -> 4.1": the later value is the one that counts. */
const LATER = /^\s*(?:[a-zµμ%]{1,6}(?:\/[a-z]{1,4})?\s*)?(?:-+>|→|⇒|=>|➔)\s*(?=[<>]?\d)/i;
/** Dates and clock times start like numbers. */
const DATE_LIKE =
  /^\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}|^\d{1,2}:\d{2}|^\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

const comparatorOf = (words: string): ReadValue["comparator"] => {
  const word = words.trim().toLowerCase();
  if (word === "<=" || word === "≤") return "<=";
  if (word === ">=" || word === "≥") return ">=";
  return ["<", "less than", "below", "under"].includes(word) ? "<" : ">";
};

/** `11,200` is a thousand mark; `3,1` a decimal comma. */
function toNumber(written: string): number {
  if (/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(written)) return Number(written.replace(/,/g, ""));
  return Number(written.replace(",", "."));
}

/** The longest known unit at the start of the text, and where it ends. */
export function readUnit(text: string): { unit: LabUnit; end: number } | null {
  const { units, longestUnit } = labVocabulary();
  const lead = /^\s*/.exec(text)?.[0].length ?? 0;
  let best: { unit: LabUnit; end: number } | null = null;
  for (let end = lead + 1; end <= Math.min(text.length, lead + longestUnit + 6); end += 1) {
    if (/\s/.test(text[end - 1] ?? "")) continue;
    const unit = units.get(unitKey(text.slice(lead, end)));
    const next = text[end];
    if (unit !== undefined && (next === undefined || !/\p{L}/u.test(next) || /\d/.test(text[end - 1] ?? "")))
      best = { unit, end };
  }
  return best;
}

/** A unit that stands with an earlier value in brackets ("156 (baseline 98 µmol/L)") is the unit of this one too. */
function borrowedUnit(text: string): LabUnit | null {
  const match = /^\s*\((?:baseline|previously|prev|was|from)\s*[\d.,]{1,12}\s{0,4}([^)\d]{2,14})\)/i.exec(text);
  return match?.[1] === undefined ? null : (readUnit(match[1])?.unit ?? null);
}

/** Skips what may stand between name and value: fillers, and a reference range in brackets. At most a dozen of them. */
function skipFillers(text: string): number {
  let at = 0;
  for (let count = 0; count < 40 && at < text.length; count += 1) {
    const rest = text.slice(at, at + 60);
    const skipped =
      RANGE_FIRST.exec(rest)?.[0].length ?? (COMPARATOR.test(rest) ? 0 : (FILLER.exec(rest)?.[0].length ?? 0));
    if (skipped === 0) break;
    at += skipped;
  }
  return at;
}

/** One step of reading. Offsets are into the whole text. */
interface Step {
  start: number;
  /** What is read here; null where it is no result. */
  own: ReadValue | null;
  /** Where a value may begin that counts instead of this one. */
  instead: number | null;
  /** The unit that stands here for a later value without one. */
  unit: LabUnit | null;
}

/**
 * Reads the value that follows a test's name. "2.4 -> 4.1 -> 4.4", "3.5-5.1 mmol/L 2.9", "low at 2.8": a later value counts
 * instead of the earlier ones. There may be any number of them, so this is a loop and never a call of itself.
 * @param text what stands after the name, up to the next name or the line's end
 * @returns null where no value follows, or what follows is a dose or a date
 */
export function readValue(text: string): ReadValue | null {
  const steps: Step[] = [];
  let from: number | null = 0;
  while (from !== null) {
    const step: Step = readStep(text, from);
    steps.push(step);
    from = step.instead;
  }
  return steps.reduceRight<ReadValue | null>(
    (read, { start, own, unit }) => (read === null ? own : { ...read, start, unit: read.unit ?? unit }),
    null,
  );
}

function readStep(text: string, from: number): Step {
  const start = from + skipFillers(text.slice(from));
  const compared = COMPARATOR.exec(text.slice(start));
  const at = start + (compared?.[0].length ?? 0);
  const rest = text.slice(at);
  const nothing: Step = { start: at, own: null, instead: null, unit: null };
  if (DATE_LIKE.test(rest)) return nothing;
  const number = NUMBER.exec(rest);
  if (number === null) return compared === null ? (wordStep(text, start) ?? nothing) : nothing;
  const end = at + number[0].length;
  const after = text.slice(end);
  if (SPAN.test(after)) return spanStep(rest, at);
  const later = LATER.exec(after);
  const unit = readUnit(after);
  const own: ReadValue = {
    start: at,
    value: toNumber(number[0]),
    comparator: compared?.[1] === undefined ? null : comparatorOf(compared[1]),
    unit: unit?.unit ?? borrowedUnit(after),
    end: end + (unit?.end ?? 0),
  };
  return {
    ...nothing,
    own: unit === null && DOSE.test(after) ? null : own,
    instead: later === null ? null : end + later[0].length,
  };
}

/** "low at 2.8": the number counts, the word is its flag and is found beside it. "low" alone is the value. */
function wordStep(text: string, start: number): Step | null {
  const words = WORDS.exec(text.slice(start));
  if (words === null) return null;
  const end = start + words[0].length;
  const number = /^[\s,(:=]*(?:(?:at|of)\s*)?(?=[<>]?\d)/i.exec(text.slice(end));
  return {
    start,
    own: { start, value: words[0].toLowerCase(), comparator: null, unit: null, end },
    instead: number === null ? null : end + number[0].length,
    unit: null,
  };
}

/** "3.5 - 5.1 mmol/L 2.9": a range before its value. "2.9-3.1": a value between two numbers, kept as the words of the report. */
function spanStep(rest: string, at: number): Step {
  const span = SPAN_WHOLE.exec(rest)?.[0] ?? "";
  const unit = readUnit(rest.slice(span.length));
  const end = span.length + (unit?.end ?? 0);
  const value = /^[\s|;]+(?=[<>]?\d)/.exec(rest.slice(end));
  return {
    start: at,
    own: {
      start: at,
      value: span.replace(/\s/g, ""),
      comparator: null,
      unit: unit?.unit ?? null,
      end: at + end,
    },
    instead: value === null ? null : at + end + value[0].length,
    unit: unit?.unit ?? null,
  };
}
