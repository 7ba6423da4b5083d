/** The days that a date may mean, as whole days since 1970-01-01 (UTC), first and last included. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

const MS_PER_DAY = 86_400_000;

/** Day number of a full ISO date. */
export function dayOf(isoDate: string): number {
  return Math.floor(Date.parse(`${isoDate}T00:00:00Z`) / MS_PER_DAY);
}

/** Ranges of dates met before: a case asks for the same few dates a hundred times. */
const ranges = new Map<string, DayRange | null>();
const MOST_RANGES = 5_000;

/** `2026-04` means any day of that month, `2026` any day of that year. Null where the text is no date. */
export function dayRangeOf(date: string | null): DayRange | null {
  if (date === null) return null;
  const known = ranges.get(date);
  if (known !== undefined) return known;
  if (ranges.size >= MOST_RANGES) ranges.clear();
  const range = rangeOf(date);
  ranges.set(date, range);
  return range;
}

function rangeOf(date: string): DayRange | null {
  const [year, month, day] = date.split("-").map(Number);
  if (year === undefined || !Number.isFinite(year)) return null;
  const first = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  const endOfMonth = month === undefined ? Date.UTC(year, 11, 31) : Date.UTC(year, month, 0);
  const last = day === undefined ? endOfMonth : first;
  return Number.isFinite(first) ? { from: Math.floor(first / MS_PER_DAY), to: Math.floor(last / MS_PER_DAY) } : null;
}

/** Days from one date to another, as the least and the most that it can be. */
export function daysBetween(earlier: DayRange, later: DayRange): { least: number; most: number } {
  return { least: later.from - earlier.to, most: later.to - earlier.from };
}
