import { displayDate } from "@/lib/domain/display-date";
import type { PatientCase } from "@/lib/domain/case";
import type { LabSuggestion, Review } from "@/lib/domain/review";
import type { Knowledge } from "@/lib/knowledge/schema";
import type { Facts } from "@/lib/review/facts";
import type { JudgedResult, Reading } from "@/lib/review/lab-values";
import { matchingClasses } from "@/lib/review/match-class";
import { judgeTiming } from "@/lib/review/timing";
import { markDrugs } from "@/app/_parts/drug-words";
import { windowWords } from "@/app/_parts/knowledge-of-rule";
import { valueWords } from "./lab-view";
import { nameWords } from "./medication-words";
import type { CauseView, ResultView, TestView, TimelineRow } from "./review-view";
import type { SourceNumbers } from "./source-numbers";

/** A suggested test with what asks for it and what is known already. */
export function testView(lab: LabSuggestion, names: readonly string[], facts: Pick<Facts, "labs">): TestView {
  const latest = facts.labs.latest.get(lab.id);
  const last = lab.answeredBy ?? latest?.result ?? null;
  return {
    id: lab.id,
    name: lab.name,
    priority: lab.priority,
    askedBy: markDrugs(askedBy(lab.reasons), names),
    reasons: lab.reasons.map((reason) => markDrugs(reason, names)),
    answered: lab.answeredBy !== null && lab.repeat === null ? `answered ${lab.answeredBy.date === null ? "" : displayDate(lab.answeredBy.date)}, ${valueWords(lab.answeredBy)}` : null,
    repeat: lab.repeat,
    leftOutOf: lab.leftOutOf,
    last: last === null ? "not measured" : `last ${valueWords(last)}${last.date === null ? ", date not given" : ` on ${displayDate(last.date)}`}`,
  };
}

const withoutBrackets = (reason: string): string => reason.replace(/ \([^)]*\)/g, "");

/** What asks for a test, each once and short: the name before the colon, a result without what it is compared with. */
function askedBy(reasons: readonly string[]): string {
  const names = [...new Set(reasons.map((reason) => (withoutBrackets(reason).split(": ")[0] ?? reason).replace(/, (at or|below|above|marked|as reported).*$/, "")))];
  return names.filter((name) => !names.some((other) => other !== name && other.includes(name))).join("; ");
}

const FROM_WORDS = { list: "entered", result: "from a result", context: "from the context" } as const;

/** Other possible causes: conditions that are present, and questions that a drug on the list raises. */
export function causeViews(review: Review, facts: Pick<Facts, "conditions">, knowledge: Knowledge, numbers: SourceNumbers): CauseView[] {
  return review.findings.flatMap((finding) => {
    const question = finding.kind === "missing-information" && finding.conditionId !== undefined;
    if (finding.conditionId === undefined || (finding.kind !== "condition" && !question)) return [];
    const condition = knowledge.conditions.find((one) => one.id === finding.conditionId);
    const present = facts.conditions.get(finding.conditionId);
    return [{
      id: finding.id,
      findingId: finding.id,
      cause: condition?.name ?? finding.title,
      from: question ? `hint from ${finding.ingredients.join(", ")}` : present === undefined ? "from what was entered" : FROM_WORDS[present.from],
      why: question ? finding.title : (condition?.why ?? finding.reasons[0] ?? ""),
      tellsApart: condition?.tellsApart ?? "not given in our sources",
      sources: finding.sources.map((source) => numbers.number(source)),
      question,
    }];
  });
}

const READING_WORDS: Readonly<Record<Reading, string>> = { low: "low", high: "high", normal: "within range", "critical-low": "critically low", "critical-high": "critically high", abnormal: "abnormal" };
const NOT_JUDGED_WORDS: Readonly<Record<NonNullable<JudgedResult["notJudged"]>, string>> = {
  implausible: "not judged: outside what can be measured in life",
  "unit-missing": "not judged: unit not given",
  "unit-unknown": "not judged: unit not known",
  child: "not judged: our ranges are for adults",
  "sex-not-entered": "not judged: sex not entered",
  "no-range": "not judged: no range in our sources",
  words: "not judged: reported in words",
  bound: "not judged: only a bound is given",
};

/** Every result that was read, newest first; those of tests that the knowledge base does not hold are shown unjudged. */
export function resultViews(patientCase: PatientCase, facts: Pick<Facts, "labs">): ResultView[] {
  const judged = new Map(facts.labs.all.map((one) => [one.result, one]));
  const all = patientCase.labs.filter((piece) => piece.status === "recognised").flatMap((piece) => piece.results);
  const rows = all.map((result, index): ResultView & { sort: string } => {
    const verdict = judged.get(result);
    const reading = verdict?.reading ?? null;
    return {
      id: String(index),
      test: result.name.charAt(0).toUpperCase() + result.name.slice(1),
      value: valueWords({ ...result, unit: null }),
      unit: result.unit ?? "not given",
      reference: verdict?.against ?? (verdict === undefined ? "no range in our list" : "none applied"),
      date: result.date === null ? "not given" : displayDate(result.date),
      reading: reading !== null ? READING_WORDS[reading] : verdict?.notJudged ? NOT_JUDGED_WORDS[verdict.notJudged] : "not judged: a test we hold no range for",
      abnormal: reading !== null && reading !== "normal",
      sort: result.date ?? "",
    };
  });
  return rows.sort((a, b) => (a.sort < b.sort ? 1 : a.sort > b.sort ? -1 : 0)).map(({ sort: _sort, ...row }) => row);
}

/** What started or stopped, nearest to the onset first: the timeline told as a table. */
export function timelineRows(facts: Pick<Facts, "drugs" | "onset">): TimelineRow[] {
  const drugs = [...facts.drugs.current, ...facts.drugs.uncertain, ...facts.drugs.stopped];
  const rows = drugs.map((drug, index) => {
    const match = matchingClasses(drug, facts.drugs.current)[0];
    const window = match?.rule.drugClass.onset ?? null;
    const verdict = window === null ? null : judgeTiming(window, window.anchor === "dose-fall" ? drug.stop : drug.start, facts.onset);
    const { start, stop, use } = drug.medication;
    const stopped = use === "stopped" || use === "held" ? [`${use}${stop === null ? ", date not given" : ` ${displayDate(stop)}`}`] : [];
    const distance = drug.start === null || facts.onset === null ? Infinity : Math.abs(facts.onset.from - drug.start.from);
    return {
      distance,
      row: {
        id: String(index),
        name: nameWords(drug.medication),
        change: [start === null ? "start not given" : `started ${displayDate(start)}`, ...stopped].join("; "),
        beforeOnset: beforeOnset(drug.start, facts.onset),
        usualWindow: window === null ? "no class of our list" : windowWords(window),
        reading: verdict === null ? "not judged" : verdict.timing === "unknown" ? "not known" : verdict.timing,
      },
    };
  });
  return rows.sort((a, b) => a.distance - b.distance).map(({ row }) => row);
}

function beforeOnset(start: Facts["onset"], onset: Facts["onset"]): string {
  if (onset === null) return "onset not entered";
  if (start === null) return "start not given";
  const days = Math.round((onset.from + onset.to) / 2 - (start.from + start.to) / 2);
  const about = start.from === start.to && onset.from === onset.to ? "" : "about ";
  if (days < 0) return "started after onset";
  return about + (days < 14 ? `${days} ${days === 1 ? "day" : "days"}` : days < 120 ? `${Math.round(days / 7)} weeks` : days < 730 ? `${Math.round(days / 30.44)} months` : `${Math.round(days / 365.25)} years`);
}

const NEAR_DAYS = 84;

/** “2 drugs started in the 12 weeks before onset.” */
export function timelineSentence(facts: Pick<Facts, "drugs" | "onset">): string {
  const { onset } = facts;
  const drugs = [...facts.drugs.current, ...facts.drugs.uncertain];
  const undated = drugs.filter((drug) => drug.start === null).length;
  const missing = undated === 0 ? "" : ` ${undated} ${undated === 1 ? "has" : "have"} no start date.`;
  if (onset === null) return `The onset of the cramps is not entered, so starts cannot be compared with it.${missing}`;
  const near = drugs.filter((drug) => drug.start !== null && onset.from - drug.start.to <= NEAR_DAYS && onset.to - drug.start.from >= 0).length;
  return `${near === 0 ? "No drug is known to have" : near === 1 ? "1 drug" : `${near} drugs`} started in the 12 weeks before onset.${missing}`;
}
