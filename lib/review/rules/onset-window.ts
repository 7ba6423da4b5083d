import type { OnsetWindow } from "@/lib/knowledge/schema";
import type { Timing } from "@/lib/domain/vocabulary";
import { daysBetween, type DayRange } from "@/lib/review/facts/day-range";
import type { Ternary } from "@/lib/review/facts/three-valued";
import { formatDuration } from "@/lib/review/format";

/** How a start stands to the first cramp, by the usual window of the class (docs/onset.md). */
export interface TimingVerdict {
  readonly timing: Timing;
  /** "9 weeks before the cramps began, inside the usual window"; null where nothing is dated. */
  readonly words: string | null;
  /** Started or raised inside the usual window. */
  readonly inside: Ternary;
  /** The cramps began after the usual window: long after what it is counted from. */
  readonly late?: boolean;
}

/** A window that begins as late as this many days makes an earlier cramp "too early for this mechanism" (docs/onset.md, rule 2). */
export const LATE_MECHANISM_DAYS = 30;

/**
 * Compares the anchor of a class (its start, its last dose where the dose fell) with the first cramp. Where a date is vague
 * the answer is the most plausible of what it may mean: windows rank, they never exclude.
 * @param anchor day of the start, or of the fall of the dose; null where not given
 * @param onset day of the first cramp; null where not entered
 * @param verb what happened on that day: started, restarted, increased
 */
export function judgeTiming(
  window: OnsetWindow,
  anchor: DayRange | null,
  onset: DayRange | null,
  verb = "started",
): TimingVerdict {
  if (window.anchor === "none" || anchor === null || onset === null)
    return { timing: "unknown", words: null, inside: null };
  const { least, most } = daysBetween(anchor, onset);
  const span = formatDuration(Math.max(0, Math.round((least + most) / 2)));
  const about = most > least ? "about " : "";
  const event = window.anchor === "dose-fall" ? "after the dose fell" : "";
  if (most < 0)
    return {
      timing: "unlikely",
      words:
        verb === "increased"
          ? "the cramps began before it was increased"
          : `the cramps began before it was ${verb}; consider asking whether it was ${verb} because of them`,
      inside: false,
    };
  const before = event === "" ? `${about}${span} before the cramps began` : `the cramps began ${about}${span} ${event}`;
  const from = window.typicalFromDays ?? 0;
  const typicalTo = window.typicalToDays ?? window.plausibleToDays ?? Infinity;
  const plausibleTo = window.plausibleToDays ?? Infinity;
  if (most >= from && least <= typicalTo)
    return { timing: "plausible", words: `${before}, inside the usual window`, inside: true };
  if (most < from) {
    const tooEarly = from >= LATE_MECHANISM_DAYS;
    return {
      timing: tooEarly ? "unlikely" : "possible",
      words: `${before}, ${tooEarly ? "too early for this mechanism" : "earlier than usual"}`,
      inside: false,
    };
  }
  if (least <= plausibleTo)
    return { timing: "possible", words: `${before}, later than usual but possible`, inside: false, late: true };
  return { timing: "unlikely", words: `${before}, longer than the usual window`, inside: false, late: true };
}

const BEST_FIRST: readonly Timing[] = ["plausible", "possible", "unknown", "unlikely"];

/** 0 for plausible; an unknown date stands before an unlikely one. */
export function timingRank(timing: Timing): number {
  return BEST_FIRST.indexOf(timing);
}
