import type { ReadLabResult } from "@/lib/domain/lab";
import type { LabTest } from "@/lib/knowledge/schema";
import { dayRangeOf, type DayRange } from "@/lib/review/facts/day-range";
import { fromFirstUnit, inFirst, labUnit, onlyPlausibleUnit, toFirstUnit } from "./units";
import { readWords, type WordReading } from "./worded-values";
import { isChild, type Patient } from "@/lib/review/facts/patient";
import { capitalised, sayNumber, sayOn } from "@/lib/review/format";

export type Reading = WordReading;

/** Why a result was not judged. */
export type NotJudged =
  "implausible" | "unit-missing" | "unit-unknown" | "child" | "sex-not-entered" | "no-range" | "words" | "bound";

/** A result with what it says, or with the reason why it was not judged. */
export interface JudgedResult {
  readonly lab: LabTest;
  readonly result: ReadLabResult;
  /** In the first unit of the test; null where the value is words or the unit is not sure. */
  readonly value: number | null;
  readonly reading: Reading | null;
  /** "below 3.5", "at or below the critical limit of 2.5", "marked low by the laboratory". */
  readonly against: string | null;
  readonly notJudged: NotJudged | null;
  /** Source of the range or critical limit that it was judged by; null where the laboratory's own was used. */
  readonly source: string | null;
  readonly remarks: readonly string[];
  /** What speaks against the value itself: "the sample is said to be haemolysed, and reads too high then". */
  readonly doubts: readonly string[];
  readonly day: DayRange | null;
  /** Between abnormal and critical: what laboratories telephone, or a guideline calls severe. */
  readonly marked?: true;
  /** The unit that a bare number was read in. */
  readonly readIn?: string;
}

interface Limits {
  low: number | null;
  high: number | null;
  unit: string | null;
  whose: string;
  source: string | null;
}

/** What follows the comma of a name and only says what was sampled, or which form is meant where there is no other. */
const SPECIMEN = /serum|plasma|blood|total|inorganic|intact|spot|9 am|12 h/i;

/** The name of a test as it stands in a sentence: "Potassium" of "Potassium, serum/plasma", "ionised calcium" of "Calcium, ionised". */
export function shortName(lab: Pick<LabTest, "name">): string {
  const known = shortNames.get(lab) ?? makeShortName(lab);
  shortNames.set(lab, known);
  return known;
}

const shortNames = new WeakMap<object, string>();

function makeShortName(lab: Pick<LabTest, "name">): string {
  const [first = lab.name, second] = lab.name.replace(/(?<!\s)\s*\([^()]*\)/, "").split(", ");
  return second === undefined || SPECIMEN.test(second) ? first : capitalised(`${second} ${first.toLowerCase()}`);
}

/** What of a count or panel was measured: a haemoglobin is not a "full blood count 8.7". */
function measuredName(lab: LabTest, result: ReadLabResult): string {
  const measured =
    lab.loinc[0]?.unit === null
      ? lab.loinc.find(({ code, unit }) => code === result.loinc && unit !== null)?.note
      : undefined;
  return measured === undefined ? shortName(lab) : capitalised(measured);
}

/** "potassium 3.1 mmol/L on 20 Nov 2026", or the words of the report. */
export function resultInWords(lab: LabTest, result: ReadLabResult): string {
  const name = measuredName(lab, result);
  const value =
    typeof result.value === "number"
      ? ` ${result.comparator === null ? "" : COMPARATOR_WORDS[result.comparator]}${sayNumber(result.value)}${result.unit === null ? "" : ` ${result.unit}`}`
      : ` reported as “${result.value}”`;
  return `${name}${value}${result.date === null ? " (no date)" : sayOn(result.date)}`;
}

const COMPARATOR_WORDS = { "<": "below ", "<=": "at most ", ">": "above ", ">=": "at least " } as const;

/**
 * Judges one result: the laboratory's own range and flag first, else our range for sex, age and pregnancy; critical and
 * marked limits at every age, whoever's range is used. What cannot be judged says why.
 */
export function judgeResult(
  lab: LabTest,
  result: ReadLabResult,
  patient: Patient,
  remarks: readonly string[] = [],
): JudgedResult {
  const base = {
    lab,
    result,
    value: null,
    reading: null,
    against: null,
    notJudged: null,
    source: null,
    remarks,
    doubts: [],
    day: dayRangeOf(result.date),
  };
  if (typeof result.value !== "number") return judgeWords(base, `${result.value} ${result.flag ?? ""}`);
  const unit =
    result.unit ??
    (result.referenceLow === null && result.referenceHigh === null ? onlyPlausibleUnit(lab, result.value) : null);
  const value = unit === null ? null : toFirstUnit(lab, result.value, unit);
  if (isImplausible(lab, result, value)) return { ...base, value, notJudged: "implausible" };
  const assumed =
    result.unit === null && unit !== null && lab.units.length > 1
      ? [`unit not given; read as ${unit}, the only plausible one`]
      : [];
  const known = {
    ...base,
    value,
    remarks: [...remarks, ...assumed],
    ...(result.unit === null && unit !== null ? { readIn: unit } : {}),
  };
  const beyond = critical(known, patient);
  if (beyond !== null) return beyond;
  const judged = byFlag(known) ?? byOwnRange(known, result.value) ?? byOurRange(known, patient, result.unit !== null);
  // A laboratory that calls its own result critical knows better.
  return isCritical(judged) ? judged : (marked(known, patient) ?? judged);
}

function judgeWords(base: JudgedResult, words: string): JudgedResult {
  const reading = readWords(words);
  return reading === null ? { ...base, notJudged: "words" } : { ...base, reading };
}

function isImplausible(lab: LabTest, result: ReadLabResult, value: number | null): boolean {
  if (lab.plausible === null) return false;
  const { low, high } = lab.plausible;
  if (value !== null) return value < low || value > high;
  if (result.unit !== null || typeof result.value !== "number") return false;
  const bare = result.value;
  return lab.units.length > 0 && lab.units.every((unit) => inFirst(unit, bare) < low || inFirst(unit, bare) > high);
}

/** A result at a critical limit counts. */
function critical(judged: JudgedResult, patient: Patient): JudgedResult | null {
  for (const limit of limitsFor(judged.lab.critical, patient)) {
    const side = beyond(judged, limit, atMost);
    if (side === null) continue;
    const words = `${side.side === "low" ? "below" : "above"} the critical limit of ${sayLimit(judged, side.limit, limit.unit)}`;
    return { ...judged, reading: `critical-${side.side}`, source: limit.source, against: `at or ${words}` };
  }
  return null;
}

/** A result beyond a marked limit; the limit itself does not count. */
function marked(judged: JudgedResult, patient: Patient): JudgedResult | null {
  for (const limit of limitsFor(judged.lab.marked, patient)) {
    const side = beyond(judged, limit, (value, against) => value < against - EPSILON);
    if (side === null) continue;
    const words = `markedly ${side.side}, ${side.side === "low" ? "below" : "above"} ${sayLimit(judged, side.limit, limit.unit)}`;
    return { ...judged, reading: side.side, source: limit.source, against: words, marked: true };
  }
  return null;
}

type Limit = LabTest["critical"][number];

function limitsFor(limits: readonly Limit[], patient: Patient): Limit[] {
  return limits.filter(
    ({ jurisdiction, ageBelow, notOnDialysis }) =>
      (jurisdiction === undefined || jurisdiction === patient.jurisdiction) &&
      (ageBelow === undefined || (patient.ageYears !== null && patient.ageYears < ageBelow)) &&
      (notOnDialysis === undefined || patient.dialysis !== true),
  );
}

/** On which side of a limit a result lies, with the limit in the test's first unit; null where on neither, or where a bound leaves it open. */
function beyond(
  { lab, value, result: { comparator } }: JudgedResult,
  { low, high, unit }: Limit,
  isBeyond: (value: number, limit: number) => boolean,
): { side: "low" | "high"; limit: number } | null {
  if (value === null) return null;
  const lowest = low === null ? null : toFirstUnit(lab, low, unit);
  const highest = high === null ? null : toFirstUnit(lab, high, unit);
  const [below, above] = [comparator === "<" || comparator === "<=", comparator === ">" || comparator === ">="];
  // "< 2.8" lies beyond a limit of 2.8, although the number itself does not.
  if (lowest !== null && !above && (isBeyond(value, lowest) || (below && atMost(value, lowest))))
    return { side: "low", limit: lowest };
  if (highest !== null && !below && (isBeyond(highest, value) || (above && atMost(highest, value))))
    return { side: "high", limit: highest };
  return null;
}

function byFlag(judged: JudgedResult): JudgedResult | null {
  const reading = judged.result.flag === null ? null : readWords(judged.result.flag);
  return reading === null
    ? null
    : { ...judged, reading, against: `marked “${judged.result.flag ?? ""}” by the laboratory` };
}

function byOwnRange(judged: JudgedResult, value: number): JudgedResult | null {
  const { referenceLow: low, referenceHigh: high } = judged.result;
  return low === null && high === null
    ? null
    : against(judged, value, { low, high, unit: null, whose: "the laboratory's own limit of", source: null });
}

function byOurRange(judged: JudgedResult, patient: Patient, unitGiven: boolean): JudgedResult {
  if (isChild(patient)) return { ...judged, notJudged: "child" };
  if (judged.value === null)
    return unitGiven
      ? { ...judged, notJudged: "unit-unknown" }
      : (inEveryUnit(judged, patient) ?? { ...judged, notJudged: "unit-missing" });
  const value = judged.value;
  const ranges = rangesFor(judged, patient);
  const readings = ranges.map((limits) => against(judged, value, limits));
  const [first] = readings;
  if (first === undefined)
    return {
      ...judged,
      notJudged:
        judged.lab.ranges.some((range) => range.sex !== undefined) && patient.sex === null
          ? "sex-not-entered"
          : "no-range",
    };
  return readings.every((other) => other.reading === first.reading)
    ? first
    : { ...judged, notJudged: "sex-not-entered" };
}

/** A bare number that is low, or high, in every unit that it can be in says so without one: a magnesium of 0.62. Null where the units differ. */
function inEveryUnit(judged: JudgedResult, patient: Patient): JudgedResult | null {
  const { lab, result } = judged;
  if (typeof result.value !== "number") return null;
  const bare = result.value;
  const readings = lab.units
    .filter(
      (unit) =>
        lab.plausible === null ||
        (inFirst(unit, bare) >= lab.plausible.low && inFirst(unit, bare) <= lab.plausible.high),
    )
    .map(({ unit }) => judgeResult(lab, { ...result, unit }, patient));
  const side = (one: JudgedResult) => {
    if (isLow(one)) return "low" as const;
    return isHigh(one) ? ("high" as const) : null;
  };
  const [first] = readings.map(side);
  if (first === undefined || first === null || readings.some((one) => one.notJudged !== null || side(one) !== first))
    return null;
  const critical = readings.every(isCritical);
  return {
    ...judged,
    reading: critical ? `critical-${first}` : first,
    against: `${critical ? "critically " : ""}${first} in every unit that it can be in; unit not given`,
  };
}

/** Our ranges that hold for the patient, in the test's first unit; those of both sexes where the sex is not entered. */
function rangesFor(judged: JudgedResult, patient: Patient): Limits[] {
  const { lab, result } = judged;
  const fitting = lab.ranges.filter(
    (range) =>
      (range.sex === undefined || patient.sex === null || range.sex === patient.sex) &&
      (range.ageFrom === undefined || (patient.ageYears !== null && patient.ageYears >= range.ageFrom)) &&
      (range.ageTo === undefined || (patient.ageYears !== null && patient.ageYears <= range.ageTo)) &&
      (range.pregnant === undefined || patient.pregnant === true),
  );
  const pregnant = fitting.filter((range) => range.pregnant === true);
  const pool = pregnant.length > 0 ? pregnant : fitting.filter((range) => range.pregnant === undefined);
  const sameUnit = pool.filter(
    (range) =>
      result.unit !== null &&
      labUnit(lab, range.unit) !== null &&
      range.unit.toLowerCase() === result.unit.toLowerCase(),
  );
  const chosen = sameUnit.length > 0 ? sameUnit : pool.filter((range) => range.unit === pool[0]?.unit);
  const bySex = chosen.filter((range) => range.sex !== undefined);
  return (patient.sex === null && bySex.length > 0 ? bySex : chosen.slice(0, 1))
    .filter((range) => labUnit(lab, range.unit) !== null)
    .map((range) => {
      const inFirstUnit = (limit: number | null) => (limit === null ? null : toFirstUnit(lab, limit, range.unit));
      return {
        low: inFirstUnit(range.low),
        high: inFirstUnit(range.high),
        unit: range.unit,
        whose: "",
        source: range.source,
      };
    });
}

function against(judged: JudgedResult, value: number, limits: Limits): JudgedResult {
  const { comparator } = judged.result;
  const { source } = limits;
  const say = (limit: number) =>
    [
      limits.whose,
      limits.unit === null
        ? [sayNumber(limit), judged.result.unit ?? ""].join(" ").trim()
        : sayLimit(judged, limit, limits.unit),
    ]
      .filter((part) => part !== "")
      .join(" ");
  const below = comparator === "<" || comparator === "<=";
  const above = comparator === ">" || comparator === ">=";
  if (limits.low !== null && (value < limits.low - EPSILON || (comparator === "<" && atMost(value, limits.low)))) {
    return above
      ? { ...judged, notJudged: "bound" }
      : { ...judged, reading: "low", source, against: `below ${say(limits.low)}` };
  }
  if (limits.high !== null && (value > limits.high + EPSILON || (comparator === ">" && atMost(limits.high, value)))) {
    return below
      ? { ...judged, notJudged: "bound" }
      : { ...judged, reading: "high", source, against: `above ${say(limits.high)}` };
  }
  if ((below && limits.low !== null) || (above && limits.high !== null)) return { ...judged, notJudged: "bound" };
  return {
    ...judged,
    reading: "normal",
    source,
    against: limits.whose === "" ? "within the range of adults" : "within the laboratory's own range",
  };
}

/** A limit in the unit of the result or the one it was read in, so that the two can be compared; in its own where there is neither. */
function sayLimit(judged: JudgedResult, limitInFirstUnit: number, ownUnit: string): string {
  const { lab } = judged;
  const unit = judged.result.unit ?? judged.readIn ?? null;
  const [own, given] = [labUnit(lab, ownUnit), unit === null ? null : labUnit(lab, unit)];
  const inOwn = fromFirstUnit(lab, limitInFirstUnit, ownUnit) ?? limitInFirstUnit;
  if (unit === null || given === null) return `${sayNumber(inOwn)} ${ownUnit}`;
  if (given.toFirst === own?.toFirst && given.plus === own.plus) return `${sayNumber(inOwn)} ${unit}`;
  return `${sayNumber(Number((fromFirstUnit(lab, limitInFirstUnit, unit) ?? limitInFirstUnit).toPrecision(3)))} ${unit}`;
}

/**
 * The value that was probably meant by one that cannot be: the decimal point moved, or another unit of the test. Null where
 * nothing near it would be an ordinary value.
 */
export function likelySlip({ lab, result }: JudgedResult, patient: Patient): string | null {
  if (typeof result.value !== "number") return null;
  const { value } = result;
  const moved = [10, 0.1, 100, 0.01].map((times) => ({
    value: Number((value * times).toPrecision(6)),
    unit: result.unit,
    how: "decimal point",
  }));
  const others = result.unit === null ? [] : lab.units.map(({ unit }) => ({ value, unit, how: "unit" }));
  const ordinary = [...others, ...moved].find(({ value: tried, unit }) => {
    const judged = judgeResult(lab, { ...result, value: tried, unit, flag: null }, patient);
    return judged.notJudged === null && !isCritical(judged);
  });
  return ordinary === undefined
    ? null
    : `${sayNumber(ordinary.value)}${ordinary.unit === null ? "" : ` ${ordinary.unit}`} (${ordinary.how})`;
}

const EPSILON = 1e-9;

function atMost(value: number, limit: number): boolean {
  return value <= limit + EPSILON;
}

/** Outside its range, by number or by words. */
export function isAbnormal(judged: JudgedResult): boolean {
  return judged.reading !== null && judged.reading !== "normal";
}

export function isLow(judged: JudgedResult): boolean {
  return judged.reading === "low" || judged.reading === "critical-low";
}

export function isHigh(judged: JudgedResult): boolean {
  return judged.reading === "high" || judged.reading === "critical-high";
}

export function isCritical(judged: JudgedResult): boolean {
  return judged.reading === "critical-low" || judged.reading === "critical-high";
}

/** The result and what it stands against: "Potassium 3.1 mmol/L on 20 Nov 2026, below 3.5 mmol/L". */
export function readingInWords(judged: JudgedResult): string {
  const words = resultInWords(judged.lab, judged.result);
  return judged.against === null ? words : `${words}, ${judged.against}`;
}
