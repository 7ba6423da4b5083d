import type { ReadLabResult } from "@/lib/domain/lab";
import type { LabTest } from "@/lib/knowledge/schema";
import { dayRangeOf, type DayRange } from "@/lib/review/facts/day-range";
import { fromFirstUnit, inFirst, labUnit, onlyPlausibleUnit, toFirstUnit, unitsOfBare } from "./units";
import { readWords, type WordReading } from "./worded-values";
import { isChild, type Patient } from "@/lib/review/facts/patient";
import { capitalised, formatNumber, formatOn } from "@/lib/review/format";

export type Interpretation = WordReading;

/** Why a result was not judged. */
export type NotInterpretedReason =
  "implausible" | "unit-missing" | "unit-unknown" | "child" | "sex-not-entered" | "no-range" | "words" | "bound";

/** A result with what it says, or with the reason why it was not judged. */
export interface InterpretedResult {
  readonly lab: LabTest;
  readonly result: ReadLabResult;
  /** In the first unit of the test; null where the value is words or the unit is not sure. */
  readonly value: number | null;
  readonly interpretation: Interpretation | null;
  /** "below 3.5", "at or below the critical limit of 2.5", "marked low by the laboratory". */
  readonly against: string | null;
  readonly notInterpretedBecause: NotInterpretedReason | null;
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
export function formatResult(lab: LabTest, result: ReadLabResult): string {
  const name = measuredName(lab, result);
  const value =
    typeof result.value === "number"
      ? ` ${result.comparator === null ? "" : COMPARATOR_WORDS[result.comparator]}${formatNumber(result.value)}${result.unit === null ? "" : ` ${result.unit}`}`
      : ` reported as “${result.value}”`;
  return `${name}${value}${result.date === null ? " (no date)" : formatOn(result.date)}`;
}

const COMPARATOR_WORDS = { "<": "below ", "<=": "at most ", ">": "above ", ">=": "at least " } as const;

/**
 * Judges one result: the laboratory's own range and flag first, else our range for sex, age and pregnancy; critical and
 * marked limits at every age, whoever's range is used. What cannot be judged says why.
 */
export function interpretResult(
  lab: LabTest,
  result: ReadLabResult,
  patient: Patient,
  remarks: readonly string[] = [],
): InterpretedResult {
  const base = {
    lab,
    result,
    value: null,
    interpretation: null,
    against: null,
    notInterpretedBecause: null,
    source: null,
    remarks,
    doubts: [],
    day: dayRangeOf(result.date),
  };
  if (typeof result.value !== "number") return interpretWords(base, `${result.value} ${result.flag ?? ""}`);
  const unit =
    result.unit ??
    (result.referenceLow === null && result.referenceHigh === null ? onlyPlausibleUnit(lab, result.value) : null);
  const value = unit === null ? null : toFirstUnit(lab, result.value, unit);
  if (isImplausible(lab, result, value)) return { ...base, value, notInterpretedBecause: "implausible" };
  const assumed =
    result.unit === null && unit !== null && unitsOfBare(lab).length > 1
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

function interpretWords(base: InterpretedResult, words: string): InterpretedResult {
  const reading = readWords(words);
  return reading === null ? { ...base, notInterpretedBecause: "words" } : { ...base, interpretation: reading };
}

function isImplausible(lab: LabTest, result: ReadLabResult, value: number | null): boolean {
  if (lab.plausible === null) return false;
  const { low, high } = lab.plausible;
  if (value !== null) return value < low || value > high;
  if (result.unit !== null || typeof result.value !== "number") return false;
  const bare = result.value;
  const units = unitsOfBare(lab);
  return units.length > 0 && units.every((unit) => inFirst(unit, bare) < low || inFirst(unit, bare) > high);
}

/** A result at a critical limit counts. */
function critical(judged: InterpretedResult, patient: Patient): InterpretedResult | null {
  for (const limit of limitsFor(judged.lab.critical, patient)) {
    const side = beyond(judged, limit, atMost);
    if (side === null) continue;
    const words = `${side.side === "low" ? "below" : "above"} the critical limit of ${formatLimit(judged, side.limit, limit.unit)}`;
    return { ...judged, interpretation: `critical-${side.side}`, source: limit.source, against: `at or ${words}` };
  }
  return null;
}

/** A result beyond a marked limit; the limit itself does not count. */
function marked(judged: InterpretedResult, patient: Patient): InterpretedResult | null {
  for (const limit of limitsFor(judged.lab.marked, patient)) {
    const side = beyond(judged, limit, (value, against) => value < against - EPSILON);
    if (side === null) continue;
    const words = `markedly ${side.side}, ${side.side === "low" ? "below" : "above"} ${formatLimit(judged, side.limit, limit.unit)}`;
    return { ...judged, interpretation: side.side, source: limit.source, against: words, marked: true };
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
  { lab, value, result: { comparator } }: InterpretedResult,
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

function byFlag(judged: InterpretedResult): InterpretedResult | null {
  const reading = judged.result.flag === null ? null : readWords(judged.result.flag);
  return reading === null
    ? null
    : { ...judged, interpretation: reading, against: `marked “${judged.result.flag ?? ""}” by the laboratory` };
}

function byOwnRange(judged: InterpretedResult, value: number): InterpretedResult | null {
  const { referenceLow: low, referenceHigh: high } = judged.result;
  return low === null && high === null
    ? null
    : against(judged, value, { low, high, unit: null, whose: "the laboratory's own limit of", source: null });
}

function byOurRange(judged: InterpretedResult, patient: Patient, unitGiven: boolean): InterpretedResult {
  if (isChild(patient)) return { ...judged, notInterpretedBecause: "child" };
  if (judged.value === null)
    return unitGiven
      ? { ...judged, notInterpretedBecause: "unit-unknown" }
      : (inEveryUnit(judged, patient) ?? { ...judged, notInterpretedBecause: "unit-missing" });
  const value = judged.value;
  const ranges = rangesFor(judged, patient);
  const readings = ranges.map((limits) => against(judged, value, limits));
  const [first] = readings;
  if (first === undefined)
    return {
      ...judged,
      notInterpretedBecause:
        judged.lab.ranges.some((range) => range.sex !== undefined) && patient.sex === null
          ? "sex-not-entered"
          : "no-range",
    };
  return readings.every((other) => other.interpretation === first.interpretation)
    ? first
    : { ...judged, notInterpretedBecause: "sex-not-entered" };
}

/** A bare number that is low, or high, in every unit that it can be in says so without one: a magnesium of 0.62. Null where the units differ. */
function inEveryUnit(judged: InterpretedResult, patient: Patient): InterpretedResult | null {
  const { lab, result } = judged;
  if (typeof result.value !== "number") return null;
  const bare = result.value;
  const readings = unitsOfBare(lab)
    .filter(
      (unit) =>
        lab.plausible === null ||
        (inFirst(unit, bare) >= lab.plausible.low && inFirst(unit, bare) <= lab.plausible.high),
    )
    .map(({ unit }) => interpretResult(lab, { ...result, unit }, patient));
  const side = (one: InterpretedResult) => {
    if (isLow(one)) return "low" as const;
    return isHigh(one) ? ("high" as const) : null;
  };
  const [first] = readings.map(side);
  if (
    first === undefined ||
    first === null ||
    readings.some((one) => one.notInterpretedBecause !== null || side(one) !== first)
  )
    return null;
  const critical = readings.every(isCritical);
  return {
    ...judged,
    interpretation: critical ? `critical-${first}` : first,
    against: `${critical ? "critically " : ""}${first} in every unit that it can be in; unit not given`,
  };
}

/** Our ranges that hold for the patient, in the test's first unit; those of both sexes where the sex is not entered. */
function rangesFor(judged: InterpretedResult, patient: Patient): Limits[] {
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

function against(judged: InterpretedResult, value: number, limits: Limits): InterpretedResult {
  const { comparator } = judged.result;
  const { source } = limits;
  const say = (limit: number) =>
    [
      limits.whose,
      limits.unit === null
        ? [formatNumber(limit), judged.result.unit ?? ""].join(" ").trim()
        : formatLimit(judged, limit, limits.unit),
    ]
      .filter((part) => part !== "")
      .join(" ");
  const below = comparator === "<" || comparator === "<=";
  const above = comparator === ">" || comparator === ">=";
  if (limits.low !== null && (value < limits.low - EPSILON || (comparator === "<" && atMost(value, limits.low)))) {
    return above
      ? { ...judged, notInterpretedBecause: "bound" }
      : { ...judged, interpretation: "low", source, against: `below ${say(limits.low)}` };
  }
  if (limits.high !== null && (value > limits.high + EPSILON || (comparator === ">" && atMost(limits.high, value)))) {
    return below
      ? { ...judged, notInterpretedBecause: "bound" }
      : { ...judged, interpretation: "high", source, against: `above ${say(limits.high)}` };
  }
  if ((below && limits.low !== null) || (above && limits.high !== null))
    return { ...judged, notInterpretedBecause: "bound" };
  return {
    ...judged,
    interpretation: "normal",
    source,
    against: limits.whose === "" ? "within the range of adults" : "within the laboratory's own range",
  };
}

/** A limit in the unit of the result or the one it was read in, so that the two can be compared; in its own where there is neither. */
function formatLimit(judged: InterpretedResult, limitInFirstUnit: number, ownUnit: string): string {
  const { lab } = judged;
  const unit = judged.result.unit ?? judged.readIn ?? null;
  const [own, given] = [labUnit(lab, ownUnit), unit === null ? null : labUnit(lab, unit)];
  const inOwn = fromFirstUnit(lab, limitInFirstUnit, ownUnit) ?? limitInFirstUnit;
  if (unit === null || given === null) return `${formatNumber(inOwn)} ${ownUnit}`;
  if (given.toFirst === own?.toFirst && given.plus === own.plus) return `${formatNumber(inOwn)} ${unit}`;
  return `${formatNumber(Number((fromFirstUnit(lab, limitInFirstUnit, unit) ?? limitInFirstUnit).toPrecision(3)))} ${unit}`;
}

/**
 * The value that was probably meant by one that cannot be: the decimal point moved, or another unit of the test. Null where
 * nothing near it would be an ordinary value.
 */
export function likelySlip({ lab, result }: InterpretedResult, patient: Patient): string | null {
  if (typeof result.value !== "number") return null;
  const { value } = result;
  const moved = [10, 0.1, 100, 0.01].map((times) => ({
    value: Number((value * times).toPrecision(6)),
    unit: result.unit,
    how: "decimal point",
  }));
  const others = result.unit === null ? [] : lab.units.map(({ unit }) => ({ value, unit, how: "unit" }));
  const ordinary = [...others, ...moved].find(({ value: tried, unit }) => {
    const judged = interpretResult(lab, { ...result, value: tried, unit, flag: null }, patient);
    return judged.notInterpretedBecause === null && !isCritical(judged);
  });
  return ordinary === undefined
    ? null
    : `${formatNumber(ordinary.value)}${ordinary.unit === null ? "" : ` ${ordinary.unit}`} (${ordinary.how})`;
}

const EPSILON = 1e-9;

function atMost(value: number, limit: number): boolean {
  return value <= limit + EPSILON;
}

/** Outside its range, by number or by words. */
export function isAbnormal(judged: InterpretedResult): boolean {
  return judged.interpretation !== null && judged.interpretation !== "normal";
}

export function isLow(judged: InterpretedResult): boolean {
  return judged.interpretation === "low" || judged.interpretation === "critical-low";
}

export function isHigh(judged: InterpretedResult): boolean {
  return judged.interpretation === "high" || judged.interpretation === "critical-high";
}

export function isCritical(judged: InterpretedResult): boolean {
  return judged.interpretation === "critical-low" || judged.interpretation === "critical-high";
}

/** The result and what it stands against: "Potassium 3.1 mmol/L on 20 Nov 2026, below 3.5 mmol/L". */
export function describeInterpretation(judged: InterpretedResult): string {
  const words = formatResult(judged.lab, judged.result);
  return judged.against === null ? words : `${words}, ${judged.against}`;
}
