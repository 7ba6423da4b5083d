import { displayDate } from "@/lib/domain/display-date";
import type { ClockReset } from "./onset-reset";
import {
  anchorOf,
  interpretChallenge,
  type ChallengeVerdict,
  type DoseEvent,
} from "@/lib/review/facts/medications/dose-history";
import { isOver, describeStart, type ListedDrug } from "@/lib/review/facts/medications/listed-drugs";
import type { Facts } from "@/lib/review/facts/facts";
import type { MatchedInteraction } from "./match-interactions";
import type { ClassMatch } from "./match-classes";
import type { DayRange } from "@/lib/review/facts/day-range";
import { drugName } from "@/lib/review/format";
import { judgeTiming, LATE_MECHANISM_DAYS, timingRank, type TimingVerdict } from "./onset-window";

/** How a medication stands in time to the cramps, with what stopping it told. */
export interface DrugTiming extends TimingVerdict {
  readonly challenge: ChallengeVerdict;
  /** The drug with its dose, its history and the verdict: one reason of its finding. */
  readonly reason: string;
}

/** Judges one medication by the window of one of its classes. */
export function judgeDrugTiming(
  match: ClassMatch,
  rows: readonly MatchedInteraction[],
  facts: Facts,
  reset: ClockReset | null,
): DrugTiming {
  const { rule, profile, drug } = match;
  const window = rule.drugClass.onset;
  const ownEvents = withStop(drug, window.anchor);
  const partners = window.anchor === "start-increase-or-interaction" ? partnersOf(drug, profile.name, rows) : [];
  const anchor = latestAnchor(ownEvents, partners, window, facts.onset);
  const partner = partners.find(({ event }) => event === anchor) ?? null;
  const own = judgeTiming(window, anchor?.day ?? null, facts.onset, anchor?.kind);
  const challenge = interpretChallenge(drug.medication, profile.name, rule.drugClass.outlastsStoppingDays !== null);
  const verdict = withChallenge(withReset(own, match, facts, reset), challenge);
  const told = isOver(drug)
    ? stoppedInWords(drug, facts)
    : [drug.words, historyInWords(drug, { anchor, partner }, verdict.words)].join(", ");
  return { ...verdict, challenge, reason: told };
}

/** The start of an interacting drug, which begins the clock of a drug of long standing again. */
interface PartnerStart {
  readonly name: string;
  readonly event: DoseEvent;
}

/**
 * What the first cramp is compared with: what happened to the drug itself, or the start of a partner before the cramps. A partner
 * that came after them says nothing of the drug: where its own start is not known the time is not known either.
 */
function latestAnchor(
  own: readonly DoseEvent[],
  partners: readonly PartnerStart[],
  window: ClassMatch["rule"]["drugClass"]["onset"],
  onset: DayRange | null,
): DoseEvent | null {
  const counting =
    onset === null ? partners : partners.filter(({ event }) => event.day !== null && event.day.from <= onset.to);
  const events = [...own, ...counting.map(({ event }) => event)].sort(
    (a, b) => (a.day?.from ?? Infinity) - (b.day?.from ?? Infinity) || 0,
  );
  return anchorOf(events, window.anchor, onset);
}

/** The history with the verdict behind the event that it is about; a partner's start is named as the partner's. */
function historyInWords(
  drug: ListedDrug,
  { anchor, partner }: { anchor: DoseEvent | null; partner: PartnerStart | null },
  verdict: string | null,
): string {
  if (verdict === null) return describeStart(drug);
  if (partner !== null)
    return `${describeStart(drug)}; ${drugName(partner.name)} beside it ${partner.event.words}, ${verdict}`;
  const at = anchor === null ? -1 : drug.events.indexOf(anchor);
  if (at < 0) return `${describeStart(drug)}, ${verdict}`;
  const parts = drug.events.map(({ words }, place) => (place === at ? `${words}, ${verdict}` : words));
  return [parts.slice(0, at + 1).join(", "), ...parts.slice(at + 1)].join("; ");
}

/** For a class whose clock starts again with an interacting drug: the starts of its partners. */
function partnersOf(drug: ListedDrug, ingredient: string, rows: readonly MatchedInteraction[]): PartnerStart[] {
  return rows
    .filter(
      ({ slots, severity }) =>
        slots.length > 1 &&
        severity !== "minor" &&
        slots.some((slot) => slot.some(({ profile }) => profile.name === ingredient)),
    )
    .flatMap(({ slots }) =>
      slots.flat().filter(({ profile, drug: other }) => profile.name !== ingredient && other !== drug),
    )
    .flatMap((partner) =>
      partner.drug.events
        .filter(({ kind }) => kind === "started")
        .map((event) => ({ name: partner.profile.name, event })),
    );
}

/** A fall of the dose counts from the stop as well; so does an injection or infusion whose last dose is told as its stop. */
function withStop(drug: ListedDrug, anchor: ClassMatch["rule"]["drugClass"]["onset"]["anchor"]): readonly DoseEvent[] {
  const { stop } = drug.medication;
  if (stop === null || drug.stop === null || (anchor !== "each-dose" && !(anchor === "dose-fall" && isOver(drug))))
    return drug.events;
  return [
    ...drug.events,
    {
      kind: anchor === "dose-fall" ? "stopped" : "restarted",
      day: drug.stop,
      words: `last taken ${displayDate(stop)}`,
    },
  ];
}

/** Illness, heat or a fall of kidney function starts the clock of a drug of long standing again. */
function withReset(own: TimingVerdict, { rule }: ClassMatch, facts: Facts, reset: ClockReset | null): TimingVerdict {
  const window = rule.drugClass.onset;
  const isLate = own.inside === false && own.words !== null && own.late === true;
  if (
    reset === null ||
    !isLate ||
    (window.typicalFromDays ?? 0) >= LATE_MECHANISM_DAYS ||
    window.anchor === "dose-fall"
  )
    return own;
  const again = judgeTiming(window, reset.day, facts.onset);
  if (timingRank(again.timing) >= timingRank(own.timing)) return own;
  return { ...again, words: `${own.words ?? ""}; the clock starts again with ${reset.words}` };
}

function withChallenge(verdict: TimingVerdict, { supports, returned, refuted }: ChallengeVerdict): TimingVerdict {
  const words = [verdict.words, ...supports].filter((part) => part !== null).join("; ");
  const told = words === "" ? null : words;
  if (refuted)
    return {
      ...verdict,
      words: told,
      timing: verdict.timing === "plausible" ? "possible" : verdict.timing,
      inside: false,
    };
  if (returned) return { ...verdict, words: told, timing: "plausible", inside: true };
  if (supports.length === 0) return verdict;
  return {
    ...verdict,
    words: told,
    timing: timingRank(verdict.timing) > timingRank("possible") ? "possible" : verdict.timing,
  };
}

/** "prednisolone 30 mg: stopped 2 Nov 2026; its effect may still last". */
export function stoppedInWords(drug: ListedDrug, facts: Facts): string {
  const verb = drug.medication.use === "held" ? "held" : "stopped";
  if (drug.medication.stop === null || drug.stop === null)
    return `${drug.words}: ${verb}, date not given; its effect may still last`;
  const ago = facts.today - drug.stop.to;
  return `${drug.words}: ${verb} ${displayDate(drug.medication.stop)}${ago >= 0 ? "; its effect may still last" : ""}`;
}
