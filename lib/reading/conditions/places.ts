/** Places in a line, found once and then looked up, so that a line with many cues is not searched again from each of them. */

/**
 * Every offset at which the pattern matches, in order, those inside an earlier match too.
 * @param pattern a global pattern that looks ahead and consumes nothing
 */
export function startsOf(pattern: RegExp, line: string): number[] {
  return [...line.matchAll(pattern)].map(({ index }) => index);
}

/** The position of the first element that passes; all after it pass too. The list's length where none does. */
function firstPosition<Element>(sorted: readonly Element[], passes: (element: Element) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const element = sorted[middle];
    if (element !== undefined && passes(element)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The first of the sorted offsets at or behind `from`, or null. */
export function firstFrom(sorted: readonly number[], from: number): number | null {
  return sorted[firstPosition(sorted, (offset) => offset >= from)] ?? null;
}

/** The last of the sorted offsets at or before `to`, or null. */
export function lastUpTo(sorted: readonly number[], to: number): number | null {
  return sorted[firstPosition(sorted, (offset) => offset > to) - 1] ?? null;
}

/** A stretch of a line; `end` is exclusive. */
export interface Stretch {
  start: number;
  end: number;
}

/** Stretches that touch each other made one; sorted and apart from each other. */
export function joined(stretches: readonly Stretch[]): Stretch[] {
  const apart: Stretch[] = [];
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start)) {
    const last = apart.at(-1);
    if (last === undefined || start > last.end) apart.push({ start, end });
    else last.end = Math.max(last.end, end);
  }
  return apart;
}

/** Whether one of the joined stretches overlaps with this one. */
export function overlaps(apart: readonly Stretch[], { start, end }: Stretch): boolean {
  const next = apart[firstPosition(apart, (stretch) => stretch.end > start)];
  return next !== undefined && next.start < end;
}
