import type { CrampWeek } from "@/lib/domain/context";
import { displayDate } from "@/lib/domain/display-date";
import { dayOf, type DayRange } from "@/lib/review/facts/day-range";
import type { DatedChange } from "./dated-changes";

/** What was told at a review. */
export interface ToldCramps {
  readonly date: string;
  readonly perWeek: number;
  readonly reference: string;
}

/** Some weeks on one side of a change. */
export interface Side {
  readonly median: number;
  readonly weeks: number;
  readonly span: DayRange;
}

export interface Comparison {
  /** From 1, as the key of the chart numbers it. */
  readonly number: number;
  readonly change: DatedChange;
  readonly before: Side;
  readonly after: Side;
  /** Other changes in the weeks that are compared. */
  readonly others: number;
}

/** So many weeks at most are compared on each side. */
const WEEKS = 4;
const LAST_DAY = 6;

/**
 * The medians of the full weeks before and after the change that has most weeks on its shorter side; the earlier of equals.
 * Null where no change has a full week on both sides. Weeks with missing days are left out: they count too few.
 */
export function beforeAndAfter(weeks: readonly CrampWeek[], changes: readonly DatedChange[]): Comparison | null {
  const full = weeks.filter(({ days }) => days === undefined || days === LAST_DAY + 1);
  const all = changes.flatMap((change, index): Comparison[] => {
    const before = sideOf(full.filter(({ weekOf }) => dayOf(weekOf) + LAST_DAY < change.day.from).slice(-WEEKS));
    const after = sideOf(full.filter(({ weekOf }) => dayOf(weekOf) >= change.day.to).slice(0, WEEKS));
    if (before === null || after === null) return [];
    const others = changes.filter(
      (other) => other !== change && other.day.to >= before.span.from && other.day.from <= after.span.to,
    ).length;
    return [{ number: index + 1, change, before, after, others }];
  });
  const shorter = ({ before, after }: Comparison) => Math.min(before.weeks, after.weeks);
  return all.reduce<Comparison | null>(
    (best, one) => (best === null || shorter(one) > shorter(best) ? one : best),
    null,
  );
}

function sideOf(weeks: readonly CrampWeek[]): Side | null {
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (first === undefined || last === undefined) return null;
  return {
    median: medianOf(weeks.map(({ count }) => count)),
    weeks: weeks.length,
    span: { from: dayOf(first.weekOf), to: dayOf(last.weekOf) + LAST_DAY },
  };
}

/** The middle value; between the two middle ones of an even number. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [
    sorted[Math.floor((sorted.length - 1) / 2)] ?? 0,
    sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0,
  ];
  return (low + high) / 2;
}

const VARIES = "Cramps also vary by themselves.";

/** What the chart shows, in words: numbers and what else changed, never that one thing made the other. */
export function crampCaption({
  told,
  weeks,
  changes,
  comparison,
}: {
  told: readonly ToldCramps[];
  weeks: readonly CrampWeek[];
  changes: readonly DatedChange[];
  comparison: Comparison | null;
}): string {
  if (comparison !== null) {
    const { before, after, number, change, others } = comparison;
    return `Median ${before.median} a week in ${inWeeks(before.weeks)} before, ${after.median} in ${inWeeks(after.weeks)} after change ${number} (${change.words}). ${fell(others, "other change", "in the same time")}${partly(weeks)}${VARIES}`;
  }
  const counts = told.map(({ perWeek, date }) => `${perWeek} a week on ${displayDate(date)}`).join(", ");
  const diary =
    weeks.length === 0
      ? ""
      : `${weeks.length} ${weeks.length === 1 ? "week" : "weeks"} of a diary, with no full week on both sides of a change. `;
  return `${counts === "" ? "" : `${counts}, as told at ${told.length === 1 ? "the review" : "each review"}. `}${diary}${fell(changes.length, "change", "in this time")}${VARIES}`;
}

function inWeeks(weeks: number): string {
  return `${weeks} ${weeks === 1 ? "week" : "weeks"}`;
}

function fell(amount: number, noun: string, when: string): string {
  return `${amount === 0 ? "No" : amount} ${noun}${amount === 1 ? "" : "s"} fell ${when}. `;
}

function partly(weeks: readonly CrampWeek[]): string {
  const missing = weeks.filter(({ days }) => days !== undefined && days <= LAST_DAY).length;
  return missing === 0
    ? ""
    : `${inWeeks(missing)} with missing days ${missing === 1 ? "is" : "are"} drawn hollow and not counted. `;
}
