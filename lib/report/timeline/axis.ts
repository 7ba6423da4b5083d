import { scaleLinear } from "d3-scale";
import { displayDate } from "@/lib/domain/display-date";
import type { DayRange } from "@/lib/review/facts/day-range";

const MS_PER_DAY = 86_400_000;
/** So many ticks at most; more would touch each other on paper. */
const MOST_TICKS = 14;
/** Months between two ticks, from the finest. */
const STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600] as const;

/** A month on the axis. `year` is set where a year begins and on the first tick: it is printed in bold. */
export interface TimelineTick {
  readonly x: number;
  readonly month: string;
  readonly year: string | null;
}

/** The axis of time: every place on it is a fraction from 0 (left edge) to 1 (today). */
export interface TimelineAxis {
  readonly from: number;
  readonly today: number;
  readonly ticks: readonly TimelineTick[];
  /** “1 Apr 2025 to 22 Nov 2026”. */
  readonly words: string;
  /** Fraction of a day's beginning; clipped to the axis, since nothing is drawn before it or after today. */
  readonly at: (day: number) => number;
}

/**
 * An axis from the first of the month twelve months before the onset to today. Without an onset it goes back twelve months
 * from today.
 * @param today day number since 1970-01-01
 */
export function timelineAxis(onset: DayRange | null, today: number): TimelineAxis {
  const anchor = new Date(Math.min(onset?.from ?? today, today) * MS_PER_DAY);
  const from = Date.UTC(anchor.getUTCFullYear() - 1, anchor.getUTCMonth(), 1) / MS_PER_DAY;
  const scale = scaleLinear([from, today], [0, 1]).clamp(true);
  return {
    from,
    today,
    ticks: monthTicks(from, today, scale),
    words: `${formatAxisDay(from)} to ${formatAxisDay(today)}`,
    at: (day) => scale(day),
  };
}

/** A day number as the product prints dates. */
export function formatAxisDay(day: number): string {
  return displayDate(new Date(day * MS_PER_DAY).toISOString().slice(0, 10));
}

/** Firsts of months between two days, so many that they do not touch; a year stands at its first tick. */
export function monthTicks(from: number, today: number, at: (day: number) => number): TimelineTick[] {
  const first = new Date(from * MS_PER_DAY);
  const last = new Date(today * MS_PER_DAY);
  const months = (last.getUTCFullYear() - first.getUTCFullYear()) * 12 + last.getUTCMonth() - first.getUTCMonth() + 1;
  const step = STEPS.find((one) => months / one <= MOST_TICKS) ?? 1200;
  const ticks: TimelineTick[] = [];
  let year: number | null = null;
  for (let index = 0; index < months; index += 1) {
    const date = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + index, 1));
    if (!isOnStep(date, step) || date.getTime() / MS_PER_DAY < from) continue;
    const newYear = date.getUTCFullYear() !== year;
    year = date.getUTCFullYear();
    ticks.push({
      x: at(date.getTime() / MS_PER_DAY),
      month: displayDate(date.toISOString().slice(0, 7)).slice(0, 3),
      year: newYear ? String(year) : null,
    });
  }
  return ticks;
}

/** Steps of whole years stand on January, so that the year is read off where it begins. */
function isOnStep(month: Date, step: number): boolean {
  if (step < 12) return month.getUTCMonth() % step === 0;
  return month.getUTCMonth() === 0 && month.getUTCFullYear() % (step / 12) === 0;
}
