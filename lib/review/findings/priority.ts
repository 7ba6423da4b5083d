import type { Priority, Strength } from "@/lib/domain/vocabulary";
import type { Interaction } from "@/lib/knowledge/schema";
import { priorityRank, lessUrgent } from "./finding-draft";
import type { Ternary } from "@/lib/review/facts/three-valued";

/** How loud a finding is, with the row of DESIGN's table that made it so. */
export interface PriorityDecision {
  readonly priority: Priority;
  /** Named on the finding: "a strong association that started inside its usual window". */
  readonly because: string;
  /** At `consider` by the floor of the commissioned groups alone. */
  readonly byFloor: boolean;
  /** At `consider` by that floor, though a result may speak for it. */
  readonly floor?: true;
}

/** What loudness of a medication finding depends on. */
export interface MedicationPriorityInput {
  readonly strength: Strength;
  readonly ceiling: Priority;
  readonly commissioned: boolean;
  /** `loudOnlyWhen` of the class; true where it has none. */
  readonly gate: Ternary;
  readonly gateWords: string | null;
  readonly startedInsideWindow: Ternary;
  /** A result that the mechanism explains: "potassium 3.1 mmol/L, below 3.5". */
  readonly matchingResult: boolean;
  /** A result that one of the two mechanisms named first explains: a low magnesium or calcium for an acid suppressant, not a low potassium. */
  readonly mainResult: boolean;
  /** The cramps came back when it was taken again. */
  readonly returned: boolean;
  /** Stopped or held, and no date is given. */
  readonly undatedStop: boolean;
  readonly use: "current" | "uncertain" | "stopped";
}

const byStrength: Readonly<Record<Strength, Priority>> = {
  strong: "consider",
  moderate: "consider",
  weak: "info",
  "label-only": "info",
};

/**
 * The table of DESIGN for one class of drugs: strong started inside its window, or strong or moderate with a matching
 * abnormal result or whose cramps came back on taking it again, is `review`; strong or moderate otherwise `consider`; weak and label-only `info`; the commissioned groups
 * at least `consider`; a drug that is stopped or whose use is not clear at most `consider`.
 */
export function medicationPriority(given: MedicationPriorityInput): PriorityDecision {
  const own = ownLoudness(given);
  const capped = { ...own, priority: lessUrgent(own.priority, given.ceiling) };
  if (given.use === "stopped" && given.undatedStop && !given.mainResult)
    return { priority: "info", because: "no longer taken, and when it was stopped is not given", byFloor: false };
  if (given.use !== "current") {
    const priority = lessUrgent(capped.priority, "consider");
    const because =
      given.use === "stopped"
        ? "no longer taken, and its effect may outlast it"
        : "not clear whether it is taken; judged at most as one to consider";
    return { priority, because, byFloor: false };
  }
  if (!given.commissioned || priorityRank(capped.priority) <= priorityRank("consider"))
    return { ...capped, byFloor: false };
  return {
    priority: "consider",
    because: `${capped.because}; one of the four groups that are always shown`,
    byFloor: !given.matchingResult,
    floor: true,
  };
}

/** Before ceiling, use and floor. */
function ownLoudness({
  strength,
  gate,
  gateWords,
  startedInsideWindow,
  matchingResult,
  mainResult,
  returned,
}: MedicationPriorityInput): Omit<PriorityDecision, "byFloor"> {
  const name = strength === "label-only" ? "named in product information only" : `${strength} association`;
  const good = strength === "strong" || strength === "moderate";
  // What is not known keeps it quiet, unless a result already speaks for the drug.
  if (gate === false || (gate === null && !(good && mainResult)))
    return { priority: "info", because: gateWords ?? name };
  if (good && matchingResult) return { priority: "review", because: `${name} with a matching abnormal result` };
  if (good && returned)
    return { priority: "review", because: `${name}, and the cramps came back when it was taken again` };
  if (strength === "strong" && startedInsideWindow === true)
    return { priority: "review", because: "strong association, started or raised inside its usual window" };
  return { priority: byStrength[strength], because: name };
}

const bySeverity: Readonly<Record<Interaction["severity"], Priority>> = {
  contraindicated: "act-now",
  major: "review",
  moderate: "consider",
  minor: "info",
};

/** An interaction by its severity: contraindicated, major, moderate, minor. */
export function interactionPriority(severity: Interaction["severity"]): Priority {
  return bySeverity[severity];
}

/**
 * Two or more drugs of one mechanism: `review` with a matching abnormal result, else `consider`. Drugs that are only named in
 * product information are never the reason for an alert (docs/grading.md), so a cluster of them alone stays at `info`; so does
 * one whose latest result is abnormal on the other side (a high potassium where the drugs lower it).
 */
export function clusterPriority(given: {
  matchingResult: boolean;
  contraryResult: boolean;
  labelOnlyAlone: boolean;
}): PriorityDecision {
  if (given.matchingResult)
    return {
      priority: "review",
      because: "two or more drugs of one mechanism with a matching abnormal result",
      byFloor: false,
    };
  if (given.contraryResult)
    return {
      priority: "info",
      because: "two or more drugs of one mechanism, and the latest result lies on the other side",
      byFloor: false,
    };
  if (given.labelOnlyAlone)
    return {
      priority: "info",
      because: "two or more drugs of one mechanism, each named in product information only",
      byFloor: false,
    };
  return { priority: "consider", because: "two or more drugs of one mechanism", byFloor: false };
}

/** What the loudness of a present condition depends on. */
export interface ConditionPriorityInput {
  readonly role: "cause" | "mimic" | "risk-context";
  readonly redFlag: "yes" | "conditional" | "no";
  readonly stated: boolean;
  readonly alarmSymptom: boolean;
  /** A drug that is taken for it stands on the list, and no symptom of it was answered yes. */
  readonly known: boolean;
  /** Its own picture was reported: pain on walking, an urge to move the legs. */
  readonly pictured: boolean;
}

/** A condition that is an emergency when new is `act-now`; a cause is to be considered, and so is a mimic that can become an emergency (a narrowed artery) and whose picture was reported; other mimics and risk contexts are told. */
export function conditionPriority({
  role,
  redFlag,
  stated,
  alarmSymptom,
  known,
  pictured,
}: ConditionPriorityInput): PriorityDecision {
  if (redFlag === "yes" && stated && known)
    return {
      priority: "consider",
      because: "a condition that is known and treated, without a new symptom of it",
      byFloor: false,
    };
  if (redFlag === "yes" && stated)
    return { priority: "act-now", because: "a condition that needs urgent assessment when new", byFloor: false };
  if (redFlag === "conditional" && alarmSymptom)
    return { priority: "act-now", because: "a condition with an alarm symptom that was answered yes", byFloor: false };
  if (role === "cause") return { priority: "consider", because: "a present secondary cause", byFloor: false };
  if (role === "mimic" && redFlag === "conditional" && pictured)
    return { priority: "consider", because: "can be mistaken for cramp, and its picture was reported", byFloor: false };
  return {
    priority: "info",
    because: role === "mimic" ? "can be mistaken for cramp" : "a risk context",
    byFloor: false,
  };
}

/**
 * A result: critical, or with an alarm symptom of the condition that it means, is `act-now`; a marked one `review`; one that names a cause, or that a
 * mechanism of drugs explains, is to be considered.
 */
export function resultPriority(given: {
  critical: boolean;
  recent: boolean;
  alarmSymptom: boolean;
  marked: boolean;
  namesCause: boolean;
}): PriorityDecision {
  if (given.critical && !given.recent)
    return { priority: "review", because: "a result that was critical more than 30 days ago", byFloor: false };
  if (given.critical) return { priority: "act-now", because: "a critical result", byFloor: false };
  if (given.alarmSymptom && given.recent)
    return {
      priority: "act-now",
      because: "an abnormal result with an alarm symptom that was answered yes",
      byFloor: false,
    };
  if (given.marked && given.recent)
    return { priority: "review", because: "a markedly abnormal result, between abnormal and critical", byFloor: false };
  if (given.namesCause)
    return { priority: "consider", because: "an abnormal result that names a cause", byFloor: false };
  return { priority: "info", because: "an abnormal result", byFloor: false };
}
