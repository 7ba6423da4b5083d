import { displayDate } from "@/lib/domain/display-date";
import type { PatientCase } from "@/lib/domain/case";
import type { ReadLabResult } from "@/lib/domain/lab";
import type { Medication } from "@/lib/domain/medication";
import { dayOf, dayRangeOf } from "@/lib/review/facts/day-range";

/** What became of a drug. `no-longer-listed` is not "stopped": the list does not say so. */
export type MedicationChange =
  | "started"
  | "newly-listed"
  | "restarted"
  | "stopped"
  | "no-longer-listed"
  | "dose-changed"
  | "use-changed"
  | "unchanged";

export interface MedicationDifference {
  readonly change: MedicationChange;
  readonly before: Medication | null;
  readonly after: Medication | null;
  /** “started 3 Dec 2026”, “dose changed: 2.5 mg daily to 5 mg daily”; “unchanged” where nothing did. */
  readonly words: string;
}

export interface CaseComparison {
  /** The day of the earlier case, which the words count from. */
  readonly since: string;
  /** Every medication of either case once: those of the later in their order, then those that are no longer listed. */
  readonly medications: readonly MedicationDifference[];
  /** Results of the later case that the earlier did not hold. */
  readonly newResults: readonly ReadLabResult[];
  readonly newConditions: readonly string[];
  readonly goneConditions: readonly string[];
  /** Cramps a week; null where either is not entered. */
  readonly crampsPerWeek: { readonly before: number; readonly after: number } | null;
}

/** What changed between two cases of one patient, as they were entered. Says nothing of why. */
export function compareCases(before: PatientCase, after: PatientCase): CaseComparison {
  const since = before.context.asOf;
  const [was, is] = [medicationsOf(before), medicationsOf(after)];
  const pairs = paired(was, is);
  const matched = new Set(pairs.values());
  const known = new Set(resultsOf(before).map(resultKey));
  const [wasConditions, isConditions] = [conditionsOf(before), conditionsOf(after)];
  const [perWeekBefore, perWeekAfter] = [before.context.cramps.perWeek, after.context.cramps.perWeek];
  return {
    since,
    medications: [
      ...is.map((medication) => difference(pairs.get(medication) ?? null, medication, since)),
      ...was
        .filter((medication) => !matched.has(medication))
        .map((medication): MedicationDifference => ({
          change: "no-longer-listed",
          before: medication,
          after: null,
          words: "no longer on the list",
        })),
    ],
    newResults: resultsOf(after).filter((result) => !known.has(resultKey(result))),
    newConditions: isConditions.filter((condition) => !wasConditions.includes(condition)),
    goneConditions: wasConditions.filter((condition) => !isConditions.includes(condition)),
    crampsPerWeek:
      perWeekBefore === null || perWeekAfter === null ? null : { before: perWeekBefore, after: perWeekAfter },
  };
}

function medicationsOf(patientCase: PatientCase): Medication[] {
  return patientCase.medications.filter((piece) => piece.status === "recognised").flatMap((piece) => piece.medications);
}

function resultsOf(patientCase: PatientCase): ReadLabResult[] {
  return patientCase.labs.filter((piece) => piece.status === "recognised").flatMap((piece) => piece.results);
}

function conditionsOf(patientCase: PatientCase): string[] {
  return [
    ...new Set(
      patientCase.conditions
        .filter(({ status, polarity }) => status !== "not-condition" && polarity === "present")
        .map((piece) => piece.codes.map(({ display }) => display).join(", ") || piece.text.trim()),
    ),
  ];
}

/**
 * The earlier medication of each later one: of the same ingredients, and where a drug is listed more than once the one most
 * like it, so that two strengths of one drug are not taken for changes of each other.
 */
function paired(was: readonly Medication[], is: readonly Medication[]): Map<Medication, Medication> {
  const pairs = new Map<Medication, Medication>();
  const taken = new Set<Medication>();
  for (const least of [3, 2, 1, 0]) {
    for (const medication of is) {
      if (pairs.has(medication)) continue;
      const match = was.find(
        (one) =>
          !taken.has(one) && ingredientKey(one) === ingredientKey(medication) && likeness(one, medication) >= least,
      );
      if (match === undefined) continue;
      pairs.set(medication, match);
      taken.add(match);
    }
  }
  return pairs;
}

function ingredientKey(medication: Medication): string {
  return medication.ingredients
    .map(({ rxcui, name }) => rxcui ?? name)
    .sort()
    .join("+");
}

/** How many of route, strength and start two entries of one drug share. */
function likeness(one: Medication, other: Medication): number {
  return (
    Number(one.route === other.route) + Number(one.strength === other.strength) + Number(one.start === other.start)
  );
}

const isTaken = ({ use }: Medication): boolean => use === "current" || use === "uncertain";

function difference(before: Medication | null, after: Medication, since: string): MedicationDifference {
  const say = (change: MedicationChange, words: string): MedicationDifference => ({ change, before, after, words });
  if (before === null)
    return isTaken(after)
      ? describeStarted(after, since, say)
      : say("newly-listed", `newly listed, ${USE_LABELS[after.use]}`);
  if (isTaken(before) && !isTaken(after)) {
    const stopped = after.use === "stopped" || after.use === "held";
    return say(
      stopped ? "stopped" : "use-changed",
      `${USE_LABELS[after.use]}${after.stop === null ? "" : ` ${displayDate(after.stop)}`}`,
    );
  }
  if (!isTaken(before) && isTaken(after)) {
    const again = before.use === "stopped" || before.use === "held";
    return say(again ? "restarted" : "started", `${again ? "restarted" : "started"}${dateSince(after.start, since)}`);
  }
  const [old, now] = [formatDose(before), formatDose(after)];
  if (old !== now) return say("dose-changed", `dose changed: ${old} to ${now}`);
  return before.use === after.use
    ? say("unchanged", "unchanged")
    : say("use-changed", `now ${USE_LABELS[after.use]}, before ${USE_LABELS[before.use]}`);
}

function describeStarted(
  after: Medication,
  since: string,
  say: (change: MedicationChange, words: string) => MedicationDifference,
): MedicationDifference {
  const start = dayRangeOf(after.start);
  if (start === null) return say("newly-listed", "newly listed, start not given");
  return start.to >= dayOf(since)
    ? say("started", `started ${displayDate(after.start ?? "")}`)
    : say("newly-listed", `newly listed, started ${displayDate(after.start ?? "")}`);
}

/** The date of a start that lies after the earlier case; an older one is of the first time. */
function dateSince(date: string | null, since: string): string {
  const range = dayRangeOf(date);
  return date === null || range === null || range.to < dayOf(since) ? ", date not given" : ` ${displayDate(date)}`;
}

const USE_LABELS: Readonly<Record<Medication["use"], string>> = {
  current: "taken",
  stopped: "stopped",
  held: "held",
  allergy: "listed as an allergy",
  planned: "planned",
  uncertain: "unclear whether taken",
};

/** Strength and frequency as written; “dose not given” where there is neither. */
function formatDose({ strength, frequency, asNeeded }: Medication): string {
  const parts = [
    strength,
    frequency,
    asNeeded && frequency?.includes("as needed") !== true ? "as needed" : null,
  ].filter((part) => part !== null && part !== "");
  return parts.length === 0 ? "dose not given" : parts.join(" ");
}

/** The same result entered again, with the same value and date, is not new. */
function resultKey({ loinc, name, value, unit, comparator, date }: ReadLabResult): string {
  return JSON.stringify([loinc ?? name.toLowerCase(), value, unit?.toLowerCase() ?? null, comparator, date]);
}
