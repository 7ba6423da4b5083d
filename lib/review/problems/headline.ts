import { HOW_SOON_WORDS } from "@/lib/domain/priority-words";
import type { ProblemDrug, ProblemResult } from "@/lib/domain/review";
import { displayDate } from "@/lib/domain/display-date";
import type { Facts } from "@/lib/review/facts/facts";
import { isHigh, isLow, shortName } from "@/lib/review/facts/results/interpret-result";
import { priorityRank, type FindingDraft } from "@/lib/review/findings/finding-draft";
import { byText, drugName, formatNumber, joinWords, lowered, unique } from "@/lib/review/format";
import type { JudgedProblem } from "./judge-problems";

/** So many words a headline has at most. */
export const MOST_HEADLINE_WORDS = 30;

/**
 * One sentence of at most 30 words from facts of this patient: what it may be and how soon, the signs and results that say so, the
 * drugs that bear on it. What does not fit is left to the lines under it, the least telling first; act-now findings come first.
 */
export function headlineOf(judged: JudgedProblem, title: string, facts: Facts): string {
  const parts = [
    ...signsOf(judged),
    ...resultsOf(judged, facts),
    ...drugParts(judged, facts),
    ...kidneyOf(judged, facts),
  ];
  const lead = leadOf(judged, title);
  if (parts.length === 0)
    parts.push(...judged.drafts.slice(0, 1).map((draft) => lowered(draft.words().title).replace(/[.?]$/, "")));
  const kept: string[] = [];
  let words = countWords(lead);
  for (const part of unique(parts)) {
    if (words + countWords(part) > MOST_HEADLINE_WORDS) continue;
    kept.push(part);
    words += countWords(part);
  }
  return kept.length === 0 ? `${lead}.` : `${lead}: ${kept.join("; ")}.`;
}

/** What it may be, as loud as it is: to be acted on, to be excluded, or only named. */
function leadOf({ problem, priority, howSoon, results }: JudgedProblem, title: string): string {
  if (priority !== "act-now") return title;
  const soon = howSoon === null ? "" : ` ${HOW_SOON_WORDS[howSoon]}`;
  const established =
    problem.establishedByResult === true &&
    results.some(({ band }) => band === "critical" || band === "marked" || band === "low" || band === "high");
  return problem.suspected === undefined || established
    ? `${title}, to act on${soon}`
    : `${problem.suspected}, to exclude${soon}`;
}

function signsOf({ drafts }: JudgedProblem): string[] {
  const loud = drafts.filter(isLoud);
  const signs = unique((loud.length > 0 ? loud : drafts).flatMap(({ seen }) => seen ?? []));
  return signs.length === 0 ? [] : [joinWords(signs.slice(0, 4))];
}

function isLoud({ finding }: FindingDraft): boolean {
  return priorityRank(finding.priority) <= priorityRank("consider");
}

/** "creatine kinase 890 U/L (20 Nov 2026)": abnormal ones on the side of the problem, or the normal one of what it is about. */
function resultsOf(judged: JudgedProblem, facts: Facts): string[] {
  const { results, problem, joined, drafts } = judged;
  const sides = [problem, ...(joined === null ? [] : [joined])].flatMap(({ covers }) => covers.labs);
  const named = new Set([...drafts.flatMap(({ finding }) => finding.labId ?? []), ...problem.shows]);
  const counts = ({ labId }: ProblemResult) => {
    const judgedResult = facts.labs.latest.get(labId);
    return (
      named.has(labId) ||
      (judgedResult !== undefined &&
        sides.some(({ lab, is }) => lab === labId && (is === "low" ? isLow(judgedResult) : isHigh(judgedResult))))
    );
  };
  const abnormal = results.filter((result) => !["normal", "not-interpreted"].includes(result.band) && counts(result));
  const shown = abnormal.length > 0 ? abnormal : results.filter(({ band }) => band === "normal").slice(0, 1);
  const words = shown.slice(0, 3).map((result) => resultText(result, facts));
  return words.length === 0 ? [] : [words.join(", ")];
}

function resultText({ labId, value, unit, date, band }: ProblemResult, { index }: Facts): string {
  const lab = index.labs.get(labId);
  const name = lab === undefined ? labId : lowered(shortName(lab));
  const number = typeof value === "number" ? formatNumber(value) : `“${value}”`;
  const said = [number, unit].filter((part) => part !== null).join(" ");
  const about = [band === "critical" ? "critical" : null, band === "normal" ? "normal" : null, dateOf(date)];
  const note = about.filter((part) => part !== null).join(", ");
  return `${name} ${said}${note === "" ? "" : ` (${note})`}`;
}

function dateOf(date: string | null): string | null {
  return date === null ? null : displayDate(date);
}

/** The drugs with their dose; pairs that share a drug are told by it: "atorvastatin 80 mg with clarithromycin and diltiazem". */
function drugParts({ problem, drugs, drafts }: JudgedProblem, facts: Facts): string[] {
  const pairs = drafts.filter(
    ({ finding, cluster }) =>
      finding.kind === "interaction" &&
      cluster !== true &&
      finding.ingredients.length > 1 &&
      finding.foldedInto === undefined &&
      priorityRank(finding.priority) <= priorityRank("review"),
  );
  const own = new Set(
    facts.drugs.current.flatMap(({ profiles }) =>
      profiles
        .filter(({ classes }) =>
          classes.some(({ drugClass }) => drugClass.mechanisms.some((id) => problem.covers.mechanisms.includes(id))),
        )
        .map(({ name }) => name),
    ),
  );
  const partnersOf = new Map<string, string[]>();
  for (const { finding } of pairs) {
    const [centre = "", ...partners] = centreFirst(finding.ingredients, pairs, own);
    partnersOf.set(centre, unique([...(partnersOf.get(centre) ?? []), ...partners]));
  }
  const parts = [...partnersOf].map(
    ([centre, partners]) => `${withDose(centre, drugs)} with ${joinWords(partners.map(drugName))}`,
  );
  const told = new Set([...partnersOf].flat(2));
  const rest = unique(drugs.map(({ ingredient }) => ingredient)).filter((name) => !told.has(name));
  const shown = rest.slice(0, MOST_DRUGS).map((name) => withDose(name, drugs));
  const more = rest.length - shown.length;
  if (shown.length > 0) parts.push(joinWords(more > 0 ? [...shown, `${more} more`] : shown));
  return parts;
}

const MOST_DRUGS = 4;

/** The ingredient that stands in most of the pairs first, then the one that the problem tells of by itself: the statin, not its inhibitor. */
function centreFirst(names: readonly string[], pairs: readonly FindingDraft[], own: ReadonlySet<string>): string[] {
  const times = (name: string) => pairs.filter(({ finding }) => finding.ingredients.includes(name)).length;
  return names.toSorted((a, b) => times(b) - times(a) || Number(own.has(b)) - Number(own.has(a)));
}

const USE_NOTES: Readonly<Record<ProblemDrug["use"], string>> = {
  current: "",
  uncertain: " (if taken)",
  stopped: " (stopped)",
};

function withDose(name: string, drugs: readonly ProblemDrug[]): string {
  // Of several lines the first by its words, so that the order of entry changes nothing.
  const [line] = drugs
    .filter(({ ingredient }) => ingredient === name)
    .sort((a, b) => Number(a.dose === null) - Number(b.dose === null) || byText(a.dose ?? "", b.dose ?? ""));
  // What the patient takes says more than what a tablet holds.
  const taken = /\(([\d.,]+ ?(?:mg|micrograms?|mcg|g|units?|mmol)(?: a day)?)\)/.exec(line?.dose ?? "")?.[1];
  const strength = taken ?? /^[\d.,]+ ?(?:mg|micrograms?|mcg|g|units?|mmol|%)(?![\w/])/.exec(line?.dose ?? "")?.[0];
  const over = USE_NOTES[line?.use ?? "current"];
  return `${drugName(name)}${strength === undefined ? "" : ` ${strength}`}${over}`;
}

/** The kidney function where drugs build up with it. */
function kidneyOf({ problem, drugs }: JudgedProblem, { labs }: Facts): string[] {
  const { egfr } = labs;
  if (egfr === null || egfr.value >= 45 || drugs.length === 0 || problem.withKidney !== true) return [];
  return [`eGFR ${formatNumber(egfr.value)}`];
}

/** Words as a reader counts them. */
function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== "").length;
}
