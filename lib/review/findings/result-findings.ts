import type { ReadLabResult } from "@/lib/domain/lab";
import { inWords, judgedFinding, type FindingDraft } from "./finding-draft";
import { ageInDays, isRecent } from "@/lib/review/facts/results/collect-results";
import { readWords } from "@/lib/review/facts/results/worded-values";
import { MOST_SOURCES } from "./sources";
import type { Facts } from "@/lib/review/facts/facts";
import { clusterMembers } from "@/lib/review/rules/mechanism-members";
import {
  isAbnormal,
  isCritical,
  likelySlip,
  describeInterpretation,
  formatResult,
  shortName,
  type InterpretedResult,
  type NotInterpretedReason,
} from "@/lib/review/facts/results/interpret-result";
import { alarmSymptoms, conditionParts } from "./condition-findings";
import { meaningOf } from "@/lib/review/rules/present-conditions";
import { symptomInWords } from "@/lib/review/rules/explain-predicate";
import { SYMPTOM_NAMES } from "@/lib/review/facts/symptoms/symptom-names";
import type { ClassMatch } from "@/lib/review/rules/match-classes";
import { evaluate } from "@/lib/review/rules/evaluate-predicate";
import { labsIn } from "@/lib/review/predicate-parts";
import { resultPriority } from "./priority";
import { capitalised, drugName, joinWords, formatDuration, formatNumber, formatOn, unique } from "@/lib/review/format";

/** Findings about results: one for each test whose latest result is outside its range or could not be judged. */
export function resultFindings(facts: Facts, matches: readonly ClassMatch[]): FindingDraft[] {
  const { latest, old, undated, unknown } = facts.labs;
  return [
    ...[...latest.values()].flatMap((judged) => {
      if (judged.notInterpretedBecause !== null) return [notJudgedDraft(judged, facts)];
      return isAbnormal(judged) ? [abnormalDraft(judged, facts, matches)] : [];
    }),
    ...[...old.values()]
      .filter((judged) => isAbnormal(judged) || judged.notInterpretedBecause !== null)
      .map((judged) => oldDraft(judged, facts)),
    ...undated.map(undatedDraft),
    ...unknownDrafts(unknown),
  ];
}

/** A result of more than a year ago judges nothing and is still told. */
function oldDraft(judged: InterpretedResult, facts: Facts): FindingDraft {
  const words = describeInterpretation(judged);
  const critical = isCritical(judged);
  const made = judgedFinding({
    id: `lab-result:${judged.lab.id}`,
    kind: "lab-result",
    priority: "info",
    labId: judged.lab.id,
    ruleId: `LAB-${judged.lab.id}`,
  });
  const tell = inWords(() => ({
    title: `${words}: ${formatDuration(ageInDays(judged, facts.context.asOf) ?? 0)} old, not judged by`,
    reasons: [words, "Results of more than a year ago are told and not judged by"],
    options: [
      `Consider repeating ${shortName(judged.lab).toLowerCase()}${critical ? ", which was critical then" : ""}.`,
    ],
    sources: judged.source === null ? [] : facts.index.references([judged.source]),
  }));
  return {
    finding: made,
    words: tell,
    rank: [2, facts.index.labOrder.get(judged.lab.id) ?? 0],
    asks: critical ? { labs: [judged.lab.id], reason: () => words, essentials: 1 } : null,
  };
}

/** An abnormal result without a date, where a dated one was used: it may be the newer one. */
function undatedDraft(judged: InterpretedResult): FindingDraft {
  const words = describeInterpretation(judged);
  const made = judgedFinding({
    id: `missing-information:undated-${judged.lab.id}-${judged.result.value}`,
    kind: "missing-information",
    priority: isCritical(judged) ? "review" : "info",
    labId: judged.lab.id,
    ruleId: "LAB-undated",
  });
  const tell = inWords(() => ({
    title: `${words}: a dated result of the same test was used instead`,
    reasons: [words],
    options: ["Consider entering its date; the latest dated result is judged by."],
  }));
  return { finding: made, words: tell, rank: [1], asks: null };
}

/** Results of tests that are not held: the laboratory's own flag counts, the others are named together. */
function unknownDrafts(unknown: readonly ReadLabResult[]): FindingDraft[] {
  if (unknown.length === 0) return [];
  const words = unknown.map(unknownInWords);
  const flagged = unknown.filter(({ flag, value }) =>
    [flag, typeof value === "string" ? value : null].some(
      (said) => said !== null && (readWords(said) ?? "normal") !== "normal",
    ),
  );
  const made = judgedFinding({
    id: "missing-information:results-not-held",
    kind: "missing-information",
    priority: flagged.length > 0 ? "consider" : "info",
    ruleId: "LAB-not-held",
  });
  const tell = inWords(() => ({
    title: `Not judged, because no range is held here: ${joinWords(unique(words))}`,
    reasons: [
      ...unique(words),
      ...(flagged.length === 0
        ? []
        : [`Marked outside the range: ${joinWords(unique(flagged.map(({ name }) => name)))}`]),
    ],
    options: ["Consider comparing with the range of the laboratory that reported it."],
  }));
  return [{ finding: made, words: tell, rank: [1], asks: null }];
}

function unknownInWords({ name, value, unit, date, flag }: ReadLabResult): string {
  return `${name} ${typeof value === "number" ? formatNumber(value) : `“${value}”`}${unit === null ? "" : ` ${unit}`}${formatOn(date)}${flag === null ? "" : ` (marked ${flag})`}`;
}

function abnormalDraft(judged: InterpretedResult, facts: Facts, matches: readonly ClassMatch[]): FindingDraft {
  const { lab } = judged;
  const conditionId = meaningOf(judged);
  const present = conditionId === null ? undefined : facts.conditions.get(conditionId);
  const mechanisms = (facts.index.mechanismsOfLab.get(lab.id) ?? []).filter((mechanism) =>
    mechanism.matchingResults.some(
      (predicate) => labsIn(predicate).includes(lab.id) && evaluate(predicate, facts) === true,
    ),
  );
  const members = mechanisms
    .filter((mechanism) => mechanism.clusterWords !== null)
    .map((mechanism) => ({ mechanism, names: clusterMembers(mechanism.id, matches) }))
    .filter(({ names }) => names.length > 0);
  const critical = isCritical(judged);
  const condition = present?.condition;
  const parts = condition === undefined ? null : conditionParts(condition, facts);
  const alarms = condition === undefined ? [] : alarmSymptoms(condition, facts);
  const own = lab.optionsWhen.filter(
    ({ when, unless }) => evaluate(when, facts) === true && (unless === undefined || evaluate(unless, facts) !== true),
  );
  const fallback = `Consider ${shortName(lab).toLowerCase()} together with the medications and conditions listed.`;
  const recent = isRecent(judged, facts.context.asOf);
  const age = ageInDays(judged, facts.context.asOf) ?? 0;
  const { priority, because } = resultPriority({
    critical,
    recent,
    alarmSymptom: alarms.length > 0,
    marked: judged.marked === true,
    namesCause: condition?.role === "cause" || mechanisms.length > 0,
  });
  const words = formatResult(lab, judged.result);
  const made = judgedFinding({
    id: `lab-result:${lab.id}`,
    kind: "lab-result",
    priority,
    ingredients: unique(members.flatMap(({ names }) => names)),
    mechanisms: mechanisms.map((mechanism) => mechanism.id),
    labId: lab.id,
    ruleId: condition?.ruleId ?? `LAB-${lab.id}`,
  });
  const tell = inWords(() => ({
    mechanism: condition?.why ?? null,
    general: parts?.why ?? [],
    title: `${words}${judged.against === null ? "" : `: ${judged.against}`}${recent ? "" : `; ${formatDuration(age)} old`}`,
    reasons: [
      describeInterpretation(judged),
      ...judged.remarks.map(capitalised),
      ...alarms.map((id) => symptomInWords(id, facts)),
      ...members.map(
        ({ mechanism, names }) => `${capitalised(joinWords(names.map(drugName)))} ${mechanism.clusterWords ?? ""}`,
      ),
      ...(present === undefined ? [] : present.reasons.filter((reason) => reason.includes("condition list"))),
      ...(parts?.why ?? []),
      ...(priority === "act-now" && condition !== undefined && condition.urgency !== null
        ? [`How soon: ${condition.urgency}`]
        : []),
      `Shown at this level as ${because}`,
    ],
    effects: parts?.effects ?? [],
    against: [...judged.doubts, ...(condition?.against.map(({ text }) => text) ?? [])],
    options: [
      ...(recent
        ? []
        : [`Consider repeating ${shortName(lab).toLowerCase()}: this result is ${formatDuration(age)} old.`]),
      ...(priority === "act-now" ? ["Urgent assessment today is usual; follow your local pathway."] : []),
      ...(parts?.options ?? (own.length > 0 ? own.map(({ text }) => text) : [fallback])),
    ],
    sources: facts.index
      .references([...(judged.source === null ? [] : [judged.source]), ...(parts?.sources ?? [])])
      .slice(0, MOST_SOURCES),
  }));
  if (conditionId !== null && present !== undefined) made.conditionId = conditionId;
  const labs = unique([lab.id, ...(condition?.labs ?? []), ...mechanisms.flatMap((mechanism) => mechanism.labs)]);
  return {
    finding: made,
    words: tell,
    seen: alarms.map((id) => SYMPTOM_NAMES[id] ?? id),
    role: (ingredient) =>
      members.find(({ names }) => names.includes(ingredient))?.mechanism.clusterWords ?? "may bear on the result",
    rank: [critical ? 0 : 1, facts.index.labOrder.get(lab.id) ?? 0],
    asks:
      priority === "info"
        ? null
        : { labs, reason: () => describeInterpretation(judged), essentials: ESSENTIALS[priority] },
  };
}

const ESSENTIALS = { "act-now": 5, review: 4, consider: 3 } as const;

const QUESTIONS: Readonly<
  Record<NotInterpretedReason, { priority: "review" | "consider" | "info"; words: string; option: string }>
> = {
  implausible: {
    priority: "review",
    words: "is outside what can be measured in life, so it was not judged",
    option: "Check the value and the unit in the report, and consider repeating the test.",
  },
  "unit-missing": {
    priority: "consider",
    words: "has no unit and two units are plausible, so it was not judged",
    option: "Consider entering the unit of the report.",
  },
  "unit-unknown": {
    priority: "consider",
    words: "is in a unit that is not known for this test, so it was not judged",
    option: "Consider entering it in another unit.",
  },
  "sex-not-entered": {
    priority: "info",
    words: "was not judged: the range depends on sex, which was not entered",
    option: "Consider entering the sex.",
  },
  child: {
    priority: "info",
    words:
      "is not critical, and was not judged otherwise: under 18 by the laboratory's own range alone, which was not given",
    option: "Consider the range of the laboratory for the patient's age.",
  },
  words: {
    priority: "info",
    words: "could not be read as low, normal or high",
    option: "Consider entering the number.",
  },
  bound: {
    priority: "info",
    words: "is given as a bound only, so it was not judged",
    option: "Consider entering the number.",
  },
  "no-range": {
    priority: "info",
    words: "was not judged: no range is held for it here",
    option: "Consider comparing it with the range of the laboratory that reported it.",
  },
};

function notJudgedDraft(judged: InterpretedResult, facts: Facts): FindingDraft {
  const question = QUESTIONS[judged.notInterpretedBecause ?? "no-range"];
  const { lab } = judged;
  const words = formatResult(lab, judged.result);
  const slip = judged.notInterpretedBecause === "implausible" ? likelySlip(judged, facts.patient) : null;
  const held = lab.ranges.length > 0 || lab.critical.length > 0 || judged.notInterpretedBecause === "implausible";
  const limits = lab.ranges.slice(0, 2).map(rangeInWords);
  const made = judgedFinding({
    id: `missing-information:result-${lab.id}`,
    kind: "missing-information",
    priority: held ? question.priority : "info",
    labId: lab.id,
    ruleId: `LAB-${judged.notInterpretedBecause ?? ""}`,
  });
  const tell = inWords(() => ({
    title: `${words} ${question.words}`,
    reasons: [
      `${words} as entered`,
      ...(slip === null ? [] : [`It may be a slip for ${slip}`]),
      ...(limits.length === 0 ? [] : [`To compare with, for adults: ${limits.join("; ")}`]),
    ],
    options: [question.option],
    sources: facts.index.references(lab.ranges.slice(0, 2).map(({ source }) => source)),
  }));
  return {
    finding: made,
    words: tell,
    rank: [1],
    asks:
      judged.notInterpretedBecause === "implausible"
        ? { labs: [lab.id], reason: () => `${words} is not plausible`, essentials: 1 }
        : null,
  };
}

function rangeInWords({
  low,
  high,
  unit,
  sex,
}: {
  low: number | null;
  high: number | null;
  unit: string;
  sex?: string | undefined;
}): string {
  const limits = formatLimits(low, high);
  return `${limits} ${unit}${sex === undefined ? "" : ` (${sex})`}`;
}

function formatLimits(low: number | null, high: number | null): string {
  if (low === null) return `${formatNumber(high ?? 0)} or less`;
  return high === null ? `${formatNumber(low)} or more` : `${formatNumber(low)} to ${formatNumber(high)}`;
}
