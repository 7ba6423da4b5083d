import type { LabPiece, ReadLabResult } from "@/lib/domain/lab";
import type { Jurisdiction } from "@/lib/domain/vocabulary";
import { findAnalytes, type AnalyteMention } from "./find-analytes";
import { findDate } from "@/lib/reading/dates/lab-dates";
import type { Analyte, LabUnit } from "./lab-vocabulary";
import { readRangeAndFlag } from "./read-range";
import { analyteInContext } from "./specimen";
import { readUnit, readValue, type ReadValue } from "./read-value";

export interface ReadLabsOptions {
  /** The day of the review (ISO date): a date without a year is the last such day before it. */
  asOf: string;
  /** Where the text itself does not show it, `12/02/25` is read the way of this country; default US. */
  jurisdiction?: Jurisdiction;
}

/** British habits in the text: dates are day first. */
const DAY_FIRST =
  /\bU\s*(?:&|\+|and)\s*Es?\b|\bFBC\b|\bLFTs?\b|\bhaem|\bcalcium adj|\badj(?:usted)? ca|\bmicromol|\b[µμu]mol\/l|\bbone profile\b/i;
/** Two tests named side by side without a value are a salt: "potassium chloride", "calcium carbonate". */
const SALT_AFTER =
  /^\s*(?:chloride|citrate|carbonate|bicarbonate|gluconate|oxide|sulfate|sulphate|phosphate|acetate|lactate|aspartate|glycinate|hydroxide|fumarate|supplement|supplements|tablets?|sparing|replacement)\b/i;
/** The words of a table's head. Each stands for itself and a figure or tie is one sign, so that a text is read in one way only. */
const HEADING =
  /^(?:labs?|bloods?|results?|investigations?|test|name|units?|value|reference|range|flag|date|collected|u\s*(?:&|\+)\s*es?|fbc|cbc|bmp|cmp|lfts?|tfts?|bone profile|renal (?:panel|function)|electrolytes|chemistry|[\d/.: -]|ref(?= interval)|interval|component|latest|on|of|and|from)+$/iu;
/** Signs around a head: "** Results **". */
const EDGE_BEFORE = /^[\s\p{P}]+/u;
const EDGE_AFTER = /(?<![\s\p{P}])[\s\p{P}]+$/u;
const RULE = /[/.: -]/;

/** Whether a line without a result is the head of a table, a date alone or a rule of dashes. */
function isHeading(line: string): boolean {
  const words = line.replace(EDGE_BEFORE, "").replace(EDGE_AFTER, "");
  return words === "" ? RULE.test(line) : HEADING.test(words);
}

function codeFor(analyte: Analyte, unit: LabUnit | null, value: number | string): string | null {
  const only = analyte.codes.get("any");
  if (only !== undefined) return only;
  if (unit !== null) {
    const family = unit.unit === "mEq/L" ? "mol" : unit.family;
    return analyte.codes.get(family) ?? [...analyte.codes.values()][0] ?? null;
  }
  const { bare } = analyte;
  const inBare = bare !== null && typeof value === "number" && value < bare.limit;
  const other = [...analyte.codes].find(([family]) => family !== bare?.family)?.[1];
  return (inBare && bare !== null ? analyte.codes.get(bare.family) : other) ?? [...analyte.codes.values()][0] ?? null;
}

function toResult(
  analyte: Analyte,
  read: ReadValue,
  beside: ReturnType<typeof readRangeAndFlag>,
  date: string | null,
): ReadLabResult {
  return {
    loinc: codeFor(analyte, read.unit, read.value),
    name: analyte.name,
    value: read.value,
    unit: read.unit?.unit ?? analyte.fixedUnit,
    comparator: read.comparator,
    date,
    flag: beside.flag,
    referenceLow: beside.low,
    referenceHigh: beside.high,
  };
}

/** "Ca 1.9, Mg 0.5, 3 Nov 2026": a date that closes the line, and is the only one in it, dates all of it. */
function withClosingDate(results: readonly ReadLabResult[]): ReadLabResult[] {
  const closing = results.at(-1)?.date ?? null;
  const onlyLast = results.slice(0, -1).every((result) => result.date === null);
  return onlyLast ? results.map((result) => ({ ...result, date: closing })) : [...results];
}

/** What stands between a test's name and the next one that has a value of its own. */
function stretch(line: string, mentions: readonly AnalyteMention[], index: number): string {
  const mention = mentions[index];
  return mention === undefined ? "" : line.slice(mention.end, mentions[index + 1]?.start ?? line.length);
}

/** Two names with nothing but a slash between them. */
function joinedNames(line: string, left: AnalyteMention | undefined, right: AnalyteMention | undefined): boolean {
  return left !== undefined && right !== undefined && /^\s*\/\s*$/.test(line.slice(left.end, right.start));
}

/**
 * "Na/K 138/3.2": names and values both joined by slashes belong together in order. Gives each of the names its own value as text;
 * where there are not as many values as names, none. Null for a name that is not joined to another.
 */
function pairedValues(line: string, mentions: readonly AnalyteMention[]): (string | null)[] {
  const paired: (string | null)[] = mentions.map(() => null);
  let first = 0;
  while (first < mentions.length) {
    let last = first;
    while (joinedNames(line, mentions[last], mentions[last + 1])) last += 1;
    if (last > first) {
      const values =
        /^[\s:=]*(\d+(?:\.\d+)?(?:\s*\/\s*\d+(?:\.\d+)?)+)/.exec(stretch(line, mentions, last))?.[1]?.split("/") ?? [];
      const matching = values.length === last - first + 1;
      for (let at = first; at <= last; at += 1) paired[at] = matching ? (values[at - first] ?? "").trim() : "";
    }
    first = last + 1;
  }
  return paired;
}

function readLine(
  line: string,
  standingDate: string | null,
  dayFirst: boolean,
  asOf: string,
): { results: ReadLabResult[]; date: string | null } {
  const mentions = findAnalytes(line);
  const heading = findDate(line.slice(0, mentions[0]?.start ?? line.length), dayFirst, asOf)?.date ?? null;
  const paired = pairedValues(line, mentions);
  const results: ReadLabResult[] = [];
  mentions.forEach(({ analyte, start, end }, index) => {
    const after = paired[index] ?? stretch(line, mentions, index);
    const previous = mentions[index - 1];
    const isSalt =
      SALT_AFTER.test(line.slice(end)) ||
      (previous !== undefined &&
        SALT_AFTER.test(line.slice(previous.end)) &&
        line.slice(previous.end, start).trim() === "");
    const read = isSalt ? null : readValue(after);
    if (read === null) return;
    const rest = after.slice(read.end);
    const meant = analyteInContext(analyte, {
      before: line.slice(previous?.end ?? 0, start).slice(-40),
      between: after.slice(0, read.start),
      after: rest,
    });
    if (meant === null) return;
    const beside = readRangeAndFlag(rest);
    const unit =
      read.unit ??
      (beside.low === null && beside.high === null ? null : readUnit(rest.slice(beside.end))?.unit) ??
      null;
    results.push(
      toResult(meant, { ...read, unit }, beside, findDate(rest, dayFirst, asOf)?.date ?? heading ?? standingDate),
    );
  });
  return { results: withClosingDate(results), date: mentions.length === 0 ? heading : null };
}

/**
 * Reads laboratory results out of free text, tables pasted from record systems and lists. Each non-blank line is a piece;
 * a line with a date alone dates what stands below it.
 */
export function readLabs(text: string, { asOf, jurisdiction = "US" }: ReadLabsOptions): LabPiece[] {
  const dayFirst = jurisdiction === "UK" || DAY_FIRST.test(text.slice(0, 20_000));
  const pieces: LabPiece[] = [];
  let standingDate: string | null = null;
  let offset = 0;
  for (const line of text.split("\n")) {
    const trimmed = line.trim();
    if (trimmed !== "") {
      const start = offset + line.indexOf(trimmed);
      const { results, date } = readLine(
        trimmed.normalize("NFKC").length === trimmed.length ? trimmed.normalize("NFKC") : trimmed,
        standingDate,
        dayFirst,
        asOf,
      );
      if (date !== null) standingDate = date;
      const status = results.length > 0 ? "recognised" : isHeading(trimmed) ? "not-lab" : "unrecognised";
      pieces.push({ text: trimmed, start, end: start + trimmed.length, status, results });
    }
    offset += line.length + 1;
  }
  return pieces;
}
