import type { DoseChange, Medication } from "@/lib/domain/medication";
import { displayDate } from "@/lib/domain/display-date";
import type { OnsetWindow } from "@/lib/knowledge/schema";
import { dayRangeOf, type DayRange } from "@/lib/review/facts/day-range";
import { capitalised } from "@/lib/review/format";

/** Something that happened to the dose of a medication: its start, and each change that was told. */
export interface DoseEvent {
  readonly kind: "started" | DoseChange["kind"];
  /** Null where the list tells of it without a date. */
  readonly day: DayRange | null;
  /** "started 2 Feb 2026", "increased from 5 mg to 10 mg on 1 Nov 2026". */
  readonly words: string;
}

/** What happened to the dose, the earliest first; what is not dated comes last, in the order of the list. */
export function historyOf({ start, changes = [] }: Pick<Medication, "start" | "changes">): DoseEvent[] {
  const started: DoseEvent[] =
    start === null ? [] : [{ kind: "started", day: dayRangeOf(start), words: `started ${displayDate(start)}` }];
  return [...started, ...changes.map(eventOf)].sort(
    (a, b) => (a.day?.from ?? Infinity) - (b.day?.from ?? Infinity) || 0,
  );
}

function eventOf({ kind, date, from, to }: DoseChange): DoseEvent {
  const amounts = [from === null ? "" : ` from ${from}`, to === null ? "" : ` to ${to}`].join("");
  const when = date === null ? ", date not given" : ` ${date.length === 10 ? "on" : "in"} ${displayDate(date)}`;
  return { kind, day: dayRangeOf(date), words: `${kind}${amounts}${when}` };
}

type Kinds = ReadonlySet<DoseEvent["kind"]>;
const BEGINNINGS: Kinds = new Set(["started", "restarted"]);
const RISES: Kinds = new Set(["started", "restarted", "increased"]);
const FALLS: Kinds = new Set(["stopped", "decreased"]);

/** The kinds of event from which the window of a class is counted (docs/onset.md, rule 1). */
const ANCHORS: Readonly<Record<OnsetWindow["anchor"], Kinds>> = {
  start: BEGINNINGS,
  exposure: BEGINNINGS,
  use: BEGINNINGS,
  "each-dose": BEGINNINGS,
  "start-or-increase": RISES,
  "start-increase-or-interaction": RISES,
  "dose-fall": FALLS,
  none: new Set(),
};

/**
 * The event that the first cramp is compared with: the latest before it, since each start, restart and increase begins the clock
 * anew; where all came after it, the earliest. Null where none is dated.
 */
export function anchorOf(
  events: readonly DoseEvent[],
  anchor: OnsetWindow["anchor"],
  onset: DayRange | null,
): DoseEvent | null {
  const dated = events.filter((event) => event.day !== null && ANCHORS[anchor].has(event.kind));
  const before = onset === null ? dated : dated.filter(({ day }) => day !== null && day.from <= onset.to);
  return before.at(-1) ?? dated[0] ?? null;
}

/** Days on which the dose fell, or it was stopped; null among them stands for a fall without a date. */
export function fallsOf(events: readonly DoseEvent[]): (DayRange | null)[] {
  return events.filter(({ kind }) => FALLS.has(kind)).map(({ day }) => day);
}

/** The first day on which it is known to have been taken. */
export function takenSince(events: readonly DoseEvent[]): DayRange | null {
  return events[0]?.day ?? null;
}

/** What stopping and taking again told, and which way it points. */
export interface ChallengeVerdict {
  /** 0 speaks for the drug, 1 says nothing, 2 speaks against it. */
  readonly rank: 0 | 1 | 2;
  readonly supports: readonly string[];
  readonly against: readonly string[];
  /** The cramps came back when it was taken again. */
  readonly returned: boolean;
  /** The cramps stayed away on taking it again, or went on without it although its effect does not outlast it. */
  readonly refuted: boolean;
}

/**
 * Dechallenge and rechallenge as they were told (docs/onset.md, rule 7).
 * @param outlasts the effect of the class outlasts it, so that cramps that go on say little
 */
export function interpretChallenge(
  { dechallenge, rechallenge }: Pick<Medication, "dechallenge" | "rechallenge">,
  name: string,
  outlasts: boolean,
): ChallengeVerdict {
  const supports = [
    ...(dechallenge === "better" ? [`the cramps got better when ${name} was stopped or lowered`] : []),
    ...(rechallenge === "returned" ? [`the cramps came back when ${name} was taken or raised again`] : []),
  ];
  const against = [
    ...(dechallenge === "unchanged"
      ? [
          `The cramps did not change when ${name} was stopped or lowered${outlasts ? "; its effect can outlast it, so this says little at first" : ""}.`,
        ]
      : []),
    ...(rechallenge === "not-returned" ? [`The cramps did not come back when ${name} was taken again.`] : []),
  ];
  const refuted =
    rechallenge === "not-returned" || (dechallenge === "unchanged" && !outlasts && rechallenge !== "returned");
  const open = supports.length > 0 ? 0 : 1;
  const rank = refuted ? 2 : open;
  return { rank, supports, against: against.map(capitalised), returned: rechallenge === "returned", refuted };
}
