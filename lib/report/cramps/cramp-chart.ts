import { scaleLinear } from "d3-scale";
import type { PatientCase } from "@/lib/domain/case";
import type { CrampWeek } from "@/lib/domain/context";
import { displayDate } from "@/lib/domain/display-date";
import { dayOf } from "@/lib/review/facts/day-range";
import { changesOf } from "./dated-changes";
import { beforeAndAfter, crampCaption, type Comparison, type ToldCramps } from "./before-and-after";
import { formatAxisDay, monthTicks, type TimelineTick } from "@/lib/report/timeline/axis";

/** A mark of the chart: `x` from 0 (left) to 1, `y` from 0 (no cramps) to 1 (top of the axis). */
export interface CrampDot {
  readonly x: number;
  readonly y: number;
  readonly count: number;
  /** “16 Nov 2026”. */
  readonly date: string;
  /** Fewer than seven days were written down: drawn hollow. */
  readonly days: number;
}

export interface CrampChange {
  readonly number: number;
  readonly x: number;
  readonly width: number;
  readonly date: string;
  readonly words: string;
}

/** Cramps a week over a chain of reviews: what a diary counted and what was told, with the changes made meanwhile. */
export interface CrampChart {
  readonly words: string;
  readonly ticks: readonly TimelineTick[];
  readonly levels: readonly { readonly y: number; readonly value: number }[];
  readonly weeks: readonly CrampDot[];
  readonly told: readonly (CrampDot & { readonly reference: string })[];
  readonly changes: readonly CrampChange[];
  /** The medians before and after one change, each over the weeks that it is of. */
  readonly medians: readonly {
    readonly x: number;
    readonly width: number;
    readonly y: number;
    readonly value: number;
    readonly words: "before" | "after";
  }[];
  readonly caption: string;
}

const WEEK = 7;
/** Room at both ends, so that no mark stands on the edge. */
const ROOM = 5;

/**
 * Lays out the chart for the reviews of one patient, the first one first. Null where there is nothing to compare: fewer than
 * two counts.
 */
export function crampChartOf(
  cases: readonly { readonly reference: string; readonly patientCase: PatientCase }[],
): CrampChart | null {
  const told = cases.flatMap(({ reference, patientCase: { context } }): ToldCramps[] =>
    context.cramps.perWeek === null ? [] : [{ date: context.asOf, perWeek: context.cramps.perWeek, reference }],
  );
  const weeks = [
    ...new Map(
      cases
        .flatMap(({ patientCase }) => patientCase.context.cramps.diary ?? [])
        .map((week): [string, CrampWeek] => [week.weekOf, week]),
    ).values(),
  ].sort((a, b) => (a.weekOf < b.weekOf ? -1 : 1));
  if (told.length + weeks.length < 2) return null;
  const days = [
    ...told.map(({ date }) => dayOf(date)),
    ...weeks.flatMap(({ weekOf }) => [dayOf(weekOf), dayOf(weekOf) + WEEK - 1]),
  ];
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const latest = cases.at(-1)?.patientCase;
  const changes = (latest === undefined ? [] : changesOf(latest)).filter(
    ({ day }) => day.to >= first && day.from <= last,
  );
  const x = scaleLinear([first - ROOM, last + ROOM], [0, 1]).clamp(true);
  const y = scaleLinear(
    [0, Math.max(1, ...told.map(({ perWeek }) => perWeek), ...weeks.map(({ count }) => count))],
    [0, 1],
  ).nice(4);
  const comparison = beforeAndAfter(weeks, changes);
  return {
    words: `${formatAxisDay(first)} to ${formatAxisDay(last)}`,
    ticks: monthTicks(first - ROOM, last + ROOM, (day) => x(day)),
    levels: y
      .ticks(4)
      .filter(Number.isInteger)
      .map((value) => ({ y: y(value), value })),
    weeks: weeks.map((week) => ({
      x: x(dayOf(week.weekOf) + WEEK / 2),
      y: y(week.count),
      count: week.count,
      date: displayDate(week.weekOf),
      days: week.days ?? WEEK,
    })),
    told: told.map(({ date, perWeek, reference }) => ({
      x: x(dayOf(date)),
      y: y(perWeek),
      count: perWeek,
      date: displayDate(date),
      days: WEEK,
      reference,
    })),
    changes: changes.map((change, index) => ({
      number: index + 1,
      x: x(change.day.from),
      width: x(change.day.to) - x(change.day.from),
      date: displayDate(change.date),
      words: change.words,
    })),
    medians:
      comparison === null
        ? []
        : mediansOf(
            comparison,
            (day) => x(day),
            (value) => y(value),
          ),
    caption: crampCaption({ told, weeks, changes, comparison }),
  };
}

function mediansOf(
  { before, after }: Comparison,
  x: (day: number) => number,
  y: (value: number) => number,
): CrampChart["medians"] {
  return (
    [
      ["before", before],
      ["after", after],
    ] as const
  ).map(([words, { median, span }]) => ({
    x: x(span.from),
    width: x(span.to) - x(span.from),
    y: y(median),
    value: median,
    words,
  }));
}
