import { displayDate } from "@/lib/domain/display-date";
import type { DoseChange, Medication } from "@/lib/domain/medication";
import type { Priority, Timing } from "@/lib/domain/vocabulary";
import type { OnsetWindow } from "@/lib/knowledge/schema";
import { dayRangeOf, daysBetween, type DayRange } from "@/lib/review/facts/day-range";
import { anchorOf, historyOf } from "@/lib/review/facts/medications/dose-history";
import { judgeTiming } from "@/lib/review/rules/onset-window";
import { formatDuration } from "@/lib/review/format";
import type { TimelineAxis } from "./axis";

/** A stretch of time on a drug. `vague`: the start lies somewhere in it, so it is drawn thinner. */
export interface TimelineBar {
  readonly x: number;
  readonly width: number;
  readonly vague: boolean;
}

export interface TimelineDose {
  readonly x: number;
  readonly direction: "up" | "down";
  /** “25 to 50 mg”, “raised”. */
  readonly words: string;
}

/** One drug, drawn and told. Every place is a fraction of the axis. */
export interface TimelineDrug {
  readonly id: string;
  readonly medication: Medication;
  readonly priority: Priority | null;
  readonly bars: readonly TimelineBar[];
  /** Began before the axis does: a break mark at the left edge, and since when. */
  readonly since: string | null;
  /** Where the box with the question mark stands; null where the start is known. */
  readonly unknownStart: number | null;
  /** `arrow`: taken today. `square`: stopped. Null where it ended before the axis begins or the end is not known. */
  readonly end: { readonly x: number; readonly kind: "arrow" | "square" } | null;
  readonly doses: readonly TimelineDose[];
  /** Usual window of the class that counts it; null where none does. */
  readonly usual: OnsetWindow | null;
  /** The same on the axis, only where a source was read for its days. */
  readonly window: { readonly x: number; readonly width: number } | null;
  /** The end of the row: “11 weeks before · inside the usual window”. */
  readonly words: string;
  readonly change: string;
  readonly beforeOnset: string;
  readonly timing: Timing | null;
  /** Days of everything dated that happened to it, for grouping and ordering. */
  readonly events: readonly DayRange[];
}

/** What the end of an ongoing or undated stretch takes of the axis: enough to be seen, too little to claim a length. */
const STUB = 0.03;

type Dated = DoseChange & { readonly day: DayRange };

/**
 * Draws one medication.
 * @param window usual window of its class; null where no class counts it
 * @param priority of the loudest finding about the drug itself
 * @param timing that the review gave, where it knows more than the dates (what stopping told, an illness in between)
 */
export function timelineDrug(
  id: string,
  medication: Medication,
  of: {
    axis: TimelineAxis;
    onset: DayRange | null;
    window: OnsetWindow | null;
    priority: Priority | null;
    timing?: Timing | null;
  },
): TimelineDrug {
  const { axis, onset, window, priority, timing = null } = of;
  const start = dayRangeOf(medication.start);
  const ended = medication.use === "stopped" || medication.use === "held";
  const stop = ended ? dayRangeOf(medication.stop) : null;
  const changes = datedChanges(medication);
  const spans = spansOf(start, stop, ended, changes, axis).filter(
    (span) => span.to >= axis.from && span.from <= axis.today,
  );
  const anchor = countedFrom(medication, window, stop, onset);
  const verdict = window === null ? null : judgeTiming(window, anchor, onset);
  const beforeOnset = describeBeforeOnset(anchor ?? start, onset);
  return {
    id,
    medication,
    priority,
    bars: spans.flatMap((span) => barsOf(span, axis)),
    since: start !== null && start.to < axis.from ? `since ${displayDate(medication.start ?? "")}` : null,
    unknownStart: start === null ? axis.at(spans[0]?.from ?? axis.from) : null,
    end: endOf(spans, ended, axis),
    doses: changes.filter((change) => onAxis(change.day, axis)).flatMap((change) => doseOf(change, axis)),
    usual: window,
    window: windowOf(window, anchor, axis),
    words: [beforeOnset, fitText(verdict?.words ?? null)].filter((part) => part !== null).join(" · "),
    change: describeChange(medication),
    beforeOnset,
    timing: timing ?? verdict?.timing ?? null,
    events: [start, ...changes.map((change) => change.day), stop].filter((day) => day !== null),
  };
}

function datedChanges(medication: Medication): Dated[] {
  return (medication.changes ?? [])
    .flatMap((change) => {
      const day = dayRangeOf(change.date);
      return day === null ? [] : [{ ...change, day }];
    })
    .sort((a, b) => a.day.from - b.day.from);
}

type Span = { from: number; to: number; vagueTo: number };

/**
 * Stretches on the drug: from the start, interrupted where it was stopped and restarted, to the stop or today. Where a start
 * or an end is not known, only a stub is drawn at what is known.
 */
function spansOf(
  start: DayRange | null,
  stop: DayRange | null,
  ended: boolean,
  changes: readonly Dated[],
  axis: TimelineAxis,
): Span[] {
  const stub = Math.round((axis.today - axis.from) * STUB);
  const spans: Span[] = [];
  let open: { from: number; vagueTo: number } | null =
    start === null ? knownFrom(changes, stop, ended, stub, axis) : { from: start.from, vagueTo: start.to };
  for (const { kind, day } of changes) {
    if (kind === "stopped" && open !== null) {
      spans.push({ ...open, to: day.to });
      open = null;
    } else if (kind === "restarted") open ??= { from: day.from, vagueTo: day.to };
  }
  if (open !== null) spans.push({ ...open, to: ended ? (stop?.to ?? open.vagueTo + stub) : axis.today });
  return spans.map((span) => ({ ...span, to: Math.min(span.to, axis.today) }));
}

/** From when a drug without a start date is known to be taken: a change of its dose, just before it was stopped, or just before today. */
function knownFrom(
  changes: readonly Dated[],
  stop: DayRange | null,
  ended: boolean,
  stub: number,
  axis: TimelineAxis,
): { from: number; vagueTo: number } | null {
  const first = changes[0];
  if (first?.kind === "restarted") return null;
  const end = stop === null ? null : stop.from - stub;
  const without = ended ? end : axis.today - stub;
  const known = first === undefined ? without : first.day.from - (first.kind === "stopped" ? stub : 0);
  return known === null ? null : { from: known, vagueTo: known };
}

function barsOf(span: Span, axis: TimelineAxis): TimelineBar[] {
  const [from, sure, to] = [axis.at(span.from), axis.at(Math.min(span.vagueTo, span.to)), axis.at(span.to)];
  return [
    { x: from, width: sure - from, vague: true },
    { x: sure, width: to - sure, vague: false },
  ].filter((bar) => bar.width > 0);
}

function endOf(spans: readonly Span[], ended: boolean, axis: TimelineAxis): TimelineDrug["end"] {
  if (!ended) return { x: 1, kind: "arrow" };
  const last = spans.at(-1);
  return last === undefined ? null : { x: axis.at(last.to), kind: "square" };
}

function doseOf(change: Dated, axis: TimelineAxis): TimelineDose[] {
  if (change.kind !== "increased" && change.kind !== "decreased") return [];
  return [
    {
      x: axis.at(middle(change.day)),
      direction: change.kind === "increased" ? "up" : "down",
      words: describeAmountChange(change),
    },
  ];
}

/** “25 to 50 mg”: the unit once where both have the same. */
function describeAmountChange({ kind, from, to }: DoseChange): string {
  if (to === null) return kind === "increased" ? "raised" : "lowered";
  if (from === null) return `to ${to}`;
  const unit = / \D.*/s.exec(to)?.[0] ?? "";
  return unit !== "" && from.endsWith(unit) ? `${from.slice(0, -unit.length)} to ${to}` : `${from} to ${to}`;
}

/** What the window counts from, as the review itself counts it; without a window the latest start or change before the cramps. */
function countedFrom(
  medication: Medication,
  window: OnsetWindow | null,
  stop: DayRange | null,
  onset: DayRange | null,
): DayRange | null {
  const history = historyOf(medication);
  const events =
    window?.anchor === "dose-fall" && stop !== null
      ? [...history, { kind: "stopped" as const, day: stop, words: "" }]
      : history;
  return anchorOf(events, window?.anchor ?? "start-or-increase", onset)?.day ?? null;
}

function windowOf(window: OnsetWindow | null, anchor: DayRange | null, axis: TimelineAxis): TimelineDrug["window"] {
  if (
    window === null ||
    !window.verified ||
    window.anchor === "none" ||
    anchor === null ||
    window.typicalToDays === null
  )
    return null;
  const [from, to] = [anchor.from + (window.typicalFromDays ?? 0), anchor.to + window.typicalToDays];
  if (to < axis.from || from > axis.today) return null;
  return { x: axis.at(from), width: axis.at(to) - axis.at(from) };
}

/** The part of a verdict after the time: “inside the usual window”. */
function fitText(words: string | null): string | null {
  const comma = words?.indexOf(", ") ?? -1;
  return words === null || comma === -1 || words.startsWith("the cramps began before") ? null : words.slice(comma + 2);
}

/** How long before the first cramp: “11 weeks before”, “about 3 months before”. */
function describeBeforeOnset(start: DayRange | null, onset: DayRange | null): string {
  if (onset === null) return "onset not entered";
  if (start === null) return "start not given";
  const { least, most } = daysBetween(start, onset);
  const about = most > least ? "about " : "";
  if (most < 0) return `${about}${formatDuration(Math.round(-(least + most) / 2))} after`;
  return `${about}${formatDuration(Math.max(0, Math.round((least + most) / 2)))} before`;
}

const CHANGE_WORDS: Readonly<Record<DoseChange["kind"], string>> = {
  increased: "dose raised",
  decreased: "dose lowered",
  stopped: "stopped",
  restarted: "restarted",
};

/** What stopping and taking again told of the cramps, where it was told. */
function describeChallenge({ dechallenge, rechallenge }: Medication): string[] {
  return [
    ...(dechallenge === undefined
      ? []
      : [
          dechallenge === "better"
            ? "cramps better when stopped or lowered"
            : "cramps unchanged when stopped or lowered",
        ]),
    ...(rechallenge === undefined
      ? []
      : [rechallenge === "returned" ? "cramps back when taken again" : "cramps not back when taken again"]),
  ];
}

/** Everything that happened to it, in words, dated or not. */
function describeChange(medication: Medication): string {
  const { start, stop, use } = medication;
  const changes = (medication.changes ?? []).map((change) => {
    const amount = change.kind === "increased" || change.kind === "decreased" ? describeAmountChange(change) : "";
    const told = amount === "raised" || amount === "lowered" ? "" : amount;
    return [CHANGE_WORDS[change.kind], told, change.date === null ? "date not given" : displayDate(change.date)]
      .filter((part) => part !== "")
      .join(" ");
  });
  const ended =
    use === "stopped" || use === "held"
      ? [`${use}${stop === null ? ", date not given" : ` ${displayDate(stop)}`}`]
      : [];
  return [
    start === null ? "start not given" : `started ${displayDate(start)}`,
    ...changes,
    ...ended,
    ...describeChallenge(medication),
  ].join("; ");
}

function middle(range: DayRange): number {
  return Math.round((range.from + range.to) / 2);
}

function onAxis(day: DayRange, axis: TimelineAxis): boolean {
  return day.to >= axis.from && day.from <= axis.today;
}
