import type { Finding } from "@/lib/domain/review";
import { finding, type Draft } from "./draft";
import type { Facts } from "./facts";
import { clusterMembers } from "./mechanism-members";
import { isAbnormal, isCritical, readingInWords, resultInWords, shortName, type JudgedResult, type NotJudged } from "./lab-values";
import { alarmSymptoms } from "./condition-findings";
import { meaningOf } from "./conditions";
import { symptomInWords } from "./explain";
import type { ClassMatch } from "./match-class";
import { holds } from "./predicate";
import { labsIn } from "./predicate-parts";
import { resultPriority } from "./priority";
import { capitalised, joinWords, unique } from "./wording";

/** Findings about results: one for each test whose latest result is outside its range or could not be judged. */
export function judgeResults(facts: Facts, matches: readonly ClassMatch[]): Draft[] {
  return [...facts.labs.latest.values()].flatMap((judged) => {
    if (judged.notJudged !== null) return notJudgedDraft(judged) ?? [];
    return isAbnormal(judged) ? [abnormalDraft(judged, facts, matches)] : [];
  });
}

function abnormalDraft(judged: JudgedResult, facts: Facts, matches: readonly ClassMatch[]): Draft {
  const { lab } = judged;
  const conditionId = meaningOf(judged);
  const present = conditionId === null ? undefined : facts.conditions.get(conditionId);
  const mechanisms = (facts.index.mechanismsOfLab.get(lab.id) ?? []).filter((mechanism) => mechanism.matchingResults.some((predicate) => labsIn(predicate).includes(lab.id) && holds(predicate, facts) === true));
  const members = mechanisms.filter((mechanism) => mechanism.clusterWords !== null).map((mechanism) => ({ mechanism, names: clusterMembers(mechanism.id, matches) })).filter(({ names }) => names.length > 0);
  const critical = isCritical(judged);
  const condition = present?.condition;
  const alarms = condition === undefined ? [] : alarmSymptoms(condition, facts);
  const { priority, because } = resultPriority({ critical, alarmSymptom: alarms.length > 0, namesCause: condition?.role === "cause" || mechanisms.length > 0 });
  const words = resultInWords(lab, judged.result);
  const made: Finding = finding({
    id: `lab-result:${lab.id}`,
    kind: "lab-result",
    priority,
    title: `${words}${judged.against === null ? "" : `: ${judged.against}`}`,
    ingredients: unique(members.flatMap(({ names }) => names)),
    mechanisms: mechanisms.map((mechanism) => mechanism.id),
    labId: lab.id,
    reasons: [
      readingInWords(judged),
      ...judged.remarks.map(capitalised),
      ...alarms.map((id) => symptomInWords(id, facts)),
      ...members.map(({ mechanism, names }) => `${capitalised(joinWords(names))} ${mechanism.clusterWords ?? ""}`),
      ...(present === undefined ? [] : present.reasons.filter((reason) => reason.includes("condition list"))),
      ...(condition === undefined ? [] : [condition.why]),
      ...(priority === "act-now" && condition !== undefined && condition.urgency !== null ? [`How soon: ${condition.urgency}`] : []),
      `Shown at this level as ${because}`,
    ],
    effects: condition === undefined ? [] : [...facts.index.statics(condition).effects],
    against: condition?.against.map(({ text }) => text) ?? [],
    options: [...(priority === "act-now" ? ["Urgent assessment today is usual; follow your local pathway."] : []), ...(condition?.options ?? [`Consider ${shortName(lab).toLowerCase()} together with the medications and conditions listed.`])],
    sources: facts.index.references([...(critical ? lab.critical.map(({ source }) => source) : lab.ranges.map(({ source }) => source)), ...(condition?.sources ?? []), ...lab.sources]),
    ruleId: condition?.ruleId ?? `LAB-${lab.id}`,
  });
  if (conditionId !== null && present !== undefined) made.conditionId = conditionId;
  const labs = unique([lab.id, ...mechanisms.flatMap((mechanism) => mechanism.labs), ...(condition?.labs ?? [])]);
  return { finding: made, rank: [critical ? 0 : 1, facts.index.labOrder.get(lab.id) ?? 0], asks: priority === "info" ? null : { labs, reason: readingInWords(judged), essentials: priority === "act-now" ? 4 : 3 } };
}

const QUESTIONS: Readonly<Partial<Record<NotJudged, { priority: "review" | "consider" | "info"; words: string; option: string }>>> = {
  implausible: { priority: "review", words: "is outside what can be measured in life, so it was not judged", option: "Check the value and the unit in the report." },
  "unit-missing": { priority: "consider", words: "has no unit and two units are plausible, so it was not judged", option: "Consider entering the unit of the report." },
  "unit-unknown": { priority: "consider", words: "is in a unit that is not known for this test, so it was not judged", option: "Consider entering it in another unit." },
  "sex-not-entered": { priority: "info", words: "was not judged: the range depends on sex, which was not entered", option: "Consider entering the sex." },
  child: { priority: "info", words: "was not judged: the patient is under 18 and the laboratory's own range was not given", option: "Consider the range of the laboratory for the patient's age." },
  words: { priority: "info", words: "could not be read as low, normal or high", option: "Consider entering the number." },
  bound: { priority: "info", words: "is given as a bound only, so it was not judged", option: "Consider entering the number." },
};

function notJudgedDraft(judged: JudgedResult): Draft[] | null {
  const question = judged.notJudged === null ? undefined : QUESTIONS[judged.notJudged];
  const { lab } = judged;
  const unitMatters = lab.ranges.length > 0 || lab.critical.length > 0;
  if (question === undefined || (!unitMatters && judged.notJudged !== "implausible")) return null;
  const words = resultInWords(lab, judged.result);
  const made = finding({
    id: `missing-information:result-${lab.id}`,
    kind: "missing-information",
    priority: question.priority,
    title: `${words} ${question.words}`,
    labId: lab.id,
    reasons: [`${words} as entered`],
    options: [question.option],
    ruleId: `LAB-${judged.notJudged ?? ""}`,
  });
  return [{ finding: made, rank: [1], asks: null }];
}
