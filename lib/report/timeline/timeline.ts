import { displayDate } from "@/lib/domain/display-date";
import type { PatientCase } from "@/lib/domain/case";
import type { Medication } from "@/lib/domain/medication";
import type { Review } from "@/lib/domain/review";
import { PRIORITIES, type Priority, type Timing } from "@/lib/domain/vocabulary";
import type { DrugClass, Knowledge } from "@/lib/knowledge/schema";
import { dayOf, dayRangeOf, type DayRange } from "@/lib/review/facts/day-range";
import { readFacts, type FactsBeforeConditions } from "@/lib/review/facts/facts";
import { indexOf } from "@/lib/review/facts/knowledge-index";
import { matchingClasses } from "@/lib/review/rules/match-classes";
import { timelineAxis, type TimelineAxis } from "./axis";
import { timelineCaption } from "./caption";
import { timelineDrug, type TimelineDrug } from "./drug-bars";
import { levelsOf, spreadLabels, timelineResults, type TimelineLane, type TimelineMark } from "./result-lanes";

/** Something of the record itself that stands on the axis: an earlier review, a decision. */
export interface TimelineEvent {
  /** ISO date. */
  readonly date: string;
  readonly words: string;
}

export interface TimelineGroup {
  readonly id: "before" | "after" | "older" | "undated";
  readonly title: string;
  readonly drugs: readonly TimelineDrug[];
}

/** What changed before the cramps began, as fractions of an axis of time: the page and the report draw the same. */
export interface Timeline {
  readonly axis: TimelineAxis;
  /** A line (`width` 0) or, where the onset is vague, a band of its true width; null where it is not entered. */
  readonly onset: { readonly x: number; readonly width: number; readonly words: string } | null;
  readonly groups: readonly TimelineGroup[];
  readonly results: { readonly lanes: readonly TimelineLane[]; readonly notDrawn: number };
  readonly events: { readonly marks: readonly TimelineMark[]; readonly levels: number };
  /** One sentence or two that say what the drawing shows. */
  readonly caption: string;
}

/** A timeline as it is drawn and kept: its places are numbers already, and nothing more is placed on it. */
export type DrawnTimeline = Omit<Timeline, "axis"> & { readonly axis: Omit<TimelineAxis, "at"> };

/** The timeline without the function that places things on it: plain data, which can be kept and sent to another thread. */
export function drawnTimeline({ axis, ...timeline }: Timeline): DrawnTimeline {
  const { from, today, ticks, words } = axis;
  return { ...timeline, axis: { from, today, ticks, words } };
}

export interface TimelineInput {
  readonly patientCase: PatientCase;
  readonly review: Review;
  /** For the usual windows and the reading of results; null leaves these out (a signed report must not change with the knowledge base). */
  readonly knowledge: Knowledge | null;
  readonly events?: readonly TimelineEvent[];
}

/** Lays out the timeline of a case. Pure: the same input gives the same places. */
export function timelineOf({ patientCase, review, knowledge, events = [] }: TimelineInput): Timeline {
  const facts = knowledge === null ? null : readFacts(patientCase, indexOf(knowledge));
  const onset = onsetOf(patientCase);
  const axis = timelineAxis(onset, dayOf(patientCase.context.asOf));
  const classes = classesOfDrugs(facts);
  const drugs = takenDrugs(patientCase).map((medication, index) =>
    timelineDrug(String(index), medication, {
      axis,
      onset,
      window: classes.get(medication)?.onset ?? null,
      priority: priorityOf(medication, review),
      timing: timingOf(medication, classes.get(medication) ?? null, review),
    }),
  );
  const marks = spreadLabels(eventMarks(events, axis));
  return {
    axis,
    onset:
      onset === null
        ? null
        : { x: axis.at(onset.from), width: axis.at(onset.to) - axis.at(onset.from), words: describeOnset(patientCase) },
    groups: groupsOf(drugs, onset),
    results: timelineResults(patientCase, facts?.labs ?? null, axis),
    events: { marks, levels: levelsOf(marks) },
    caption: timelineCaption(drugs, onset),
  };
}

/** The days in which the cramps may have begun; an onset after today is read as today's. */
function onsetOf(patientCase: PatientCase): DayRange | null {
  const range = dayRangeOf(patientCase.context.cramps.onset);
  const today = dayOf(patientCase.context.asOf);
  return range === null ? null : { from: Math.min(range.from, today), to: Math.min(range.to, today) };
}

function describeOnset(patientCase: PatientCase): string {
  const onset = patientCase.context.cramps.onset ?? "";
  return `cramps began ${onset.length === 10 ? "" : "about "}${displayDate(onset)}`;
}

/** What is or was taken, in the order of the list. Planned drugs and allergies have no time on a drug. */
function takenDrugs(patientCase: PatientCase): Medication[] {
  return patientCase.medications
    .filter((piece) => piece.status === "recognised")
    .flatMap((piece) => piece.medications)
    .filter(({ use }) => use !== "planned" && use !== "allergy");
}

/** The first class that counts a drug. */
function classesOfDrugs(facts: FactsBeforeConditions | null): Map<Medication, DrugClass> {
  const drugs = facts === null ? [] : [...facts.drugs.current, ...facts.drugs.uncertain, ...facts.drugs.stopped];
  return new Map(
    drugs.flatMap((drug): [Medication, DrugClass][] => {
      const [first] = matchingClasses(drug, facts?.drugs.current ?? []);
      return first === undefined ? [] : [[drug.medication, first.rule.drugClass]];
    }),
  );
}

/** The timing that the review gave the drug as a member of its class. */
function timingOf(medication: Medication, drugClass: DrugClass | null, review: Review): Timing | null {
  if (drugClass !== null && !isDated(medication)) return "unknown";
  const { ingredients } = medication;
  const names = new Set(ingredients.map((ingredient) => ingredient.name));
  const own = review.findings.find(
    ({ kind, ruleId, ingredients: named }) =>
      kind === "medication" && ruleId === drugClass?.ruleId && named.some((name) => names.has(name)),
  );
  return own === undefined || own.timing === "unknown" ? null : own.timing;
}

/** Whether anything about its time was told: the timing of its class may be that of another drug or of a partner. */
function isDated({ start, stop, changes = [], dechallenge, rechallenge }: Medication): boolean {
  return (
    start !== null ||
    stop !== null ||
    changes.some(({ date }) => date !== null) ||
    dechallenge !== undefined ||
    rechallenge !== undefined
  );
}

/** The loudest finding about the drug itself or a pair that it belongs to; a result or red flag is of the patient. */
function priorityOf(medication: Medication, review: Review): Priority | null {
  const names = new Set(medication.ingredients.map((ingredient) => ingredient.name));
  const own = review.findings.filter(
    ({ kind, ingredients }) =>
      (kind === "medication" || kind === "interaction" || kind === "safety") &&
      ingredients.some((name) => names.has(name)),
  );
  return PRIORITIES.find((level) => own.some((finding) => finding.priority === level)) ?? null;
}

const YEAR = 365;

function groupsOf(drugs: readonly TimelineDrug[], onset: DayRange | null): TimelineGroup[] {
  const groups: Record<TimelineGroup["id"], TimelineDrug[]> = { before: [], after: [], older: [], undated: [] };
  for (const drug of drugs) groups[groupOf(drug, onset)].push(drug);
  const undated = groups.undated;
  const help = undated
    .filter(({ priority }) => priority !== null && priority !== "info")
    .sort((a, b) => rank(a) - rank(b))[0];
  const titles: Record<TimelineGroup["id"], string> = {
    before:
      onset === null ? "Dated; the onset of the cramps is not entered" : "Started or changed in the 12 months before",
    after: "Started after",
    older: "Older",
    undated: `No date (${undated.length})${help === undefined ? "" : `: which would help most: ${namesOf(help)}`}`,
  };
  return (["before", "after", "older", "undated"] as const)
    .filter((id) => groups[id].length > 0)
    .map((id) => ({
      id,
      title: titles[id],
      drugs: groups[id].sort((a, b) => distance(a, onset) - distance(b, onset) || rank(a) - rank(b)),
    }));
}

/** A change in the year before the onset counts for more than what came later. */
function groupOf({ events }: TimelineDrug, onset: DayRange | null): TimelineGroup["id"] {
  if (events.length === 0) return "undated";
  if (onset === null || events.some((day) => day.from <= onset.to && day.to >= onset.from - YEAR)) return "before";
  return events.some((day) => day.from > onset.to) && events.every((day) => day.from > onset.to) ? "after" : "older";
}

/** Days between the onset and the nearest thing that happened to a drug; without an onset the latest stands first. */
function distance({ events }: TimelineDrug, onset: DayRange | null): number {
  if (events.length === 0) return 0;
  if (onset === null) return -Math.max(...events.map((day) => day.to));
  return Math.min(...events.map((day) => Math.abs(onset.from - day.from)));
}

function rank({ priority }: TimelineDrug): number {
  return priority === null ? PRIORITIES.length : PRIORITIES.indexOf(priority);
}

function namesOf({ medication }: TimelineDrug): string {
  return medication.ingredients.map((ingredient) => ingredient.name).join(" and ");
}

/** Newest events win the room for words; they are drawn from left to right. */
function eventMarks(events: readonly TimelineEvent[], axis: TimelineAxis): Omit<TimelineMark, "level">[] {
  return events
    .flatMap(({ date, words }) => {
      const day = dayRangeOf(date);
      return day === null || day.to < axis.from || day.from > axis.today
        ? []
        : [{ x: axis.at(day.from), words, abnormal: false, date: displayDate(date) }];
    })
    .sort((a, b) => a.x - b.x);
}
