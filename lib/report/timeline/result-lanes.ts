import { displayDate } from "@/lib/domain/display-date";
import type { PatientCase } from "@/lib/domain/case";
import type { ReadLabResult } from "@/lib/domain/lab";
import { dayRangeOf } from "@/lib/review/facts/day-range";
import type { LabResults } from "@/lib/review/facts/results/collect-results";
import type { Interpretation } from "@/lib/review/facts/results/interpret-result";
import type { TimelineAxis } from "./axis";

/** A mark with its words. `level` is the line on which the words stand, so that none covers another; null where there is no room. */
export interface TimelineMark {
  readonly x: number;
  readonly words: string;
  readonly level: number | null;
  readonly abnormal: boolean;
  readonly date: string;
}

/** The results of one test. */
export interface TimelineLane {
  readonly id: string;
  /** “Potassium, mmol/L”. */
  readonly name: string;
  readonly marks: readonly TimelineMark[];
  /** Lines of words that the lane needs. */
  readonly levels: number;
}

export const INTERPRETATION_LABELS: Readonly<Record<Interpretation, string>> = {
  low: "low",
  high: "high",
  normal: "within range",
  "critical-low": "critically low",
  "critical-high": "critically high",
  abnormal: "abnormal",
};

/** More lanes would push the drugs out of sight; all results stand in their table. */
const MOST_LANES = 6;
const MOST_LEVELS = 3;
/** Fraction of the axis that a letter of a mark's words takes at the narrowest width at which the strip is drawn. */
const LETTER = 0.011;

/** Dated results inside the axis, one lane for each test, abnormal tests first. */
export function timelineResults(
  patientCase: PatientCase,
  judged: LabResults | null,
  axis: TimelineAxis,
): { lanes: TimelineLane[]; notDrawn: number } {
  const readings = new Map(judged?.all.map((one) => [one.result, one.interpretation]) ?? []);
  const results = patientCase.labs.filter((piece) => piece.status === "recognised").flatMap((piece) => piece.results);
  const byTest = new Map<string, { result: ReadLabResult; day: number; reading: Interpretation | null }[]>();
  for (const result of results) {
    const range = dayRangeOf(result.date);
    if (range === null || range.to < axis.from || range.from > axis.today) continue;
    const name = laneName(result);
    byTest.set(name, [...(byTest.get(name) ?? []), { result, day: range.from, reading: readings.get(result) ?? null }]);
  }
  const lanes = [...byTest].map(([name, own]): TimelineLane => {
    const marks = spreadLabels(
      own
        .sort((a, b) => a.day - b.day)
        .map(({ result, day, reading }) => ({
          x: axis.at(day),
          words: formatValue(result, reading),
          abnormal: reading !== null && reading !== "normal",
          date: displayDate(result.date ?? ""),
        })),
    );
    return { id: name, name, marks, levels: levelsOf(marks) };
  });
  lanes.sort(
    (a, b) =>
      Number(b.marks.some((mark) => mark.abnormal)) - Number(a.marks.some((mark) => mark.abnormal)) ||
      (a.name < b.name ? -1 : 1),
  );
  const drawn = lanes.slice(0, MOST_LANES);
  return { lanes: drawn, notDrawn: results.length - drawn.reduce((sum, lane) => sum + lane.marks.length, 0) };
}

/** Gives each mark's words the first line that is free at its place. Marks come from left to right. */
export function spreadLabels(marks: readonly Omit<TimelineMark, "level">[]): TimelineMark[] {
  const takenTo: number[] = [];
  return marks.map((mark) => {
    const width = mark.words.length * LETTER + 0.02;
    const from = mark.x + width > 1 ? mark.x - width : mark.x;
    const level =
      Array.from({ length: MOST_LEVELS }, (_, line) => line).find((line) => (takenTo[line] ?? -Infinity) <= from) ??
      null;
    if (level !== null) takenTo[level] = mark.x + width > 1 ? mark.x : mark.x + width;
    return { ...mark, level };
  });
}

/** Lines of words that marks need; at least one. */
export function levelsOf(marks: readonly TimelineMark[]): number {
  return Math.max(1, ...marks.map((mark) => (mark.level ?? 0) + 1));
}

function laneName({ name, unit, value }: ReadLabResult): string {
  const written = name.charAt(0).toUpperCase() + name.slice(1);
  return unit === null || typeof value !== "number" ? written : `${written}, ${unit}`;
}

const COMPARATOR_WORDS = { "<": "below ", ">": "above ", "<=": "at most ", ">=": "at least " } as const;

function formatValue({ value, comparator }: ReadLabResult, reading: Interpretation | null): string {
  const number = `${comparator === null ? "" : COMPARATOR_WORDS[comparator]}${value}`;
  return reading === null || reading === "normal" ? number : `${number} ${INTERPRETATION_LABELS[reading]}`;
}
