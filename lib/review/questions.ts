import type { LabSuggestion } from "@/lib/domain/review";
import { loudness, type Draft } from "./draft";
import type { ListedDrug } from "./drugs-on-list";
import type { Facts } from "./facts";
import type { FiredRow } from "./interaction-rows";
import type { ClassMatch } from "./match-class";
import { symptomsIn } from "./predicate-parts";
import { SYMPTOM_NAMES } from "./symptom-words";
import { byText, joinWords, sayNumber, unique } from "./wording";

const MOST_QUESTIONS = 3;

interface Candidate {
  readonly text: string;
  readonly weight: number;
}

/**
 * The two or three answers that would change the ranking most, the most telling first: a unit, the first cramp, a start date,
 * an alarm symptom, a result. None where nothing is found that they could change.
 */
export function askQuestions(drafts: readonly Draft[], matches: readonly ClassMatch[], labs: readonly LabSuggestion[], rows: readonly FiredRow[], facts: Facts): string[] {
  const candidates = [...units(drafts), ...doses(rows), ...onset(matches, facts), ...starts(matches, facts), ...symptoms(drafts, matches, facts), ...results(matches, labs)];
  return unique(candidates.sort((a, b) => b.weight - a.weight || byText(a.text, b.text)).map(({ text }) => text)).slice(0, MOST_QUESTIONS);
}

function units(drafts: readonly Draft[]): Candidate[] {
  return drafts
    .filter(({ finding }) => finding.kind === "missing-information" && finding.labId !== undefined && finding.priority !== "info")
    .map(({ finding }) => ({ text: `What are the value and the unit of the result? ${finding.title}.`, weight: 100 }));
}

/** A dose that was not read and that a limit of the label hangs on. */
function doses(rows: readonly FiredRow[]): Candidate[] {
  return rows.flatMap(({ unreadDoses }) => unreadDoses.map(({ ingredient, maxDailyMg }) => ({ text: `How much ${ingredient} is taken a day? The label limits it to ${sayNumber(maxDailyMg)} mg a day in this combination.`, weight: 95 })));
}

/** The drugs whose finding a date could raise or lower. */
function datable(matches: readonly ClassMatch[]): ClassMatch[] {
  return matches.filter(({ rule }) => (rule.drugClass.strength === "strong" || rule.drugClass.strength === "moderate") && rule.drugClass.onset.anchor !== "none");
}

function onset(matches: readonly ClassMatch[], facts: Facts): Candidate[] {
  const names = unique(datable(matches).map(({ profile }) => profile.name)).sort(byText);
  if (facts.onset !== null || names.length === 0) return [];
  return [{ text: `When did the cramps begin? The month is enough; it can be compared with the start of ${joinWords(names, "or")}.`, weight: 90 }];
}

function starts(matches: readonly ClassMatch[], facts: Facts): Candidate[] {
  const open = datable(matches).filter(({ drug }) => drug.start === null);
  const strongest = open.sort((a, b) => weightOf(b) - weightOf(a) || byText(a.profile.name, b.profile.name))[0];
  if (strongest === undefined) return [];
  return [{ text: `When was ${strongest.profile.name} started, or its dose last raised?`, weight: (facts.onset === null ? 70 : 85) + weightOf(strongest) }];
}

function weightOf({ rule }: { rule: ClassMatch["rule"]; drug: ListedDrug }): number {
  return rule.drugClass.strength === "strong" ? 2 : 1;
}

/** Alarm symptoms that a listed condition asks about, and those that could turn a finding into a red flag. */
function symptoms(drafts: readonly Draft[], matches: readonly ClassMatch[], facts: Facts): Candidate[] {
  const about = drafts.filter(({ finding }) => finding.kind !== "unread" && finding.kind !== "check-failed" && finding.kind !== "missing-information");
  if (about.every(({ finding }) => loudness(finding.priority) > loudness("consider"))) return [];
  const open = (id: string) => (facts.symptoms.answers.get(id) ?? "unknown") === "unknown";
  const ofConditions = [...facts.conditions.values()].filter(({ condition }) => condition.redFlag === "conditional").flatMap(({ condition }) => condition.askFor).filter(open);
  const ofDrugs = matches.flatMap(({ rule }) => rule.drugClass.raisedTo.flatMap(({ when }) => symptomsIn(when))).filter(open);
  const myopathy = matches.some(({ rule }) => rule.drugClass.mechanisms.includes("myopathy")) && open("darkUrine") ? ["darkUrine"] : [];
  const ids = unique([...myopathy, ...ofDrugs.sort(byText), ...ofConditions.sort(byText), ...["weakness", "oneSidedSwelling"].filter(open)]).slice(0, 3);
  return ids.length === 0 ? [] : [{ text: `${ids[0] === "palpitations" ? "Are" : "Is"} there ${joinWords(ids.map((id) => SYMPTOM_NAMES[id] ?? id), "or")}?`, weight: 80 }];
}

/** The most wanted test without an answer, where a drug on the list could explain its result. */
function results(matches: readonly ClassMatch[], labs: readonly LabSuggestion[]): Candidate[] {
  const first = labs.find(({ answeredBy, priority }) => answeredBy === null && loudness(priority) <= loudness("consider"));
  const names = unique(matches.filter(({ rule }) => first !== undefined && rule.drugClass.labs.includes(first.id)).map(({ profile }) => profile.name)).sort(byText);
  if (first === undefined || names.length === 0) return [];
  return [{ text: `Is there a recent, dated result for ${first.name.split(/[,(]/)[0]?.trim().toLowerCase() ?? first.name}? It bears on ${joinWords(names)}.`, weight: 75 }];
}
