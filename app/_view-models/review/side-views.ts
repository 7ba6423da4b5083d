import { displayDate } from "@/lib/domain/display-date";
import type { PatientCase } from "@/lib/domain/case";
import type { ReadLabResult } from "@/lib/domain/lab";
import type { LabSuggestion, Review } from "@/lib/domain/review";
import type { Knowledge } from "@/lib/knowledge/schema";
import { INTERPRETATION_LABELS } from "@/lib/report/timeline/result-lanes";
import type { Facts } from "@/lib/review/facts/facts";
import type { InterpretedResult } from "@/lib/review/facts/results/interpret-result";
import { joinWords, lowered } from "@/lib/review/format";
import { markDrugs } from "@/app/_view-models/drug-runs";
import { formatValue } from "./lab-view";
import type { CauseView, ResultView, TestView } from "./review-view";
import type { SourceNumbers } from "./source-numbers";

/** A suggested test with what asks for it and what is known already. */
export function testView(
  lab: LabSuggestion,
  names: readonly string[],
  facts: Pick<Facts, "labs">,
  problems: Review["problems"] = undefined,
): TestView {
  const latest = facts.labs.latest.get(lab.id);
  const last = lab.answeredBy ?? latest?.result ?? null;
  return {
    id: lab.id,
    name: lab.name,
    priority: lab.priority,
    askedBy: markDrugs(problemsThatAsk(lab, problems) ?? askedBy(lab.reasons), names),
    reasons: lab.reasons.map((reason) => markDrugs(reason, names)),
    answered:
      lab.answeredBy !== null && lab.repeat === null
        ? `answered ${lab.answeredBy.date === null ? "" : displayDate(lab.answeredBy.date)}, ${formatValue(lab.answeredBy)}`
        : null,
    repeat: lab.repeat,
    leftOutOf: lab.leftOutOf,
    last:
      last === null
        ? "not measured"
        : `last ${formatValue(last)}${last.date === null ? ", date not given" : ` on ${displayDate(last.date)}`}`,
  };
}

/** The problems that ask for a test, in a few words; null for a review of before problems were grouped. */
function problemsThatAsk({ problemIds }: LabSuggestion, problems: Review["problems"]): string | null {
  if (problems === undefined || problemIds === undefined) return null;
  const titles = problems.filter(({ id }) => problemIds.includes(id)).map(({ title }) => lowered(title));
  return titles.length === 0 ? null : `for ${joinWords(titles.slice(0, MOST_NAMED))}`;
}

const withoutBrackets = (reason: string): string => reason.replace(/ \([^()]*\)/g, "");

/** So many of what asks for a test stand beside it; the rest is one click away under “Why”. */
const MOST_NAMED = 2;

/** What asks for a test, each once and short: the name before the colon, a result without what it is compared with. */
function askedBy(reasons: readonly string[]): string {
  const names = [
    ...new Set(
      reasons.map((reason) =>
        (withoutBrackets(reason).split(": ")[0] ?? reason).replace(/, (at or|below|above|marked|as reported).*/s, ""),
      ),
    ),
  ];
  const told = names.filter((name) => !names.some((other) => other !== name && other.includes(name)));
  const more = told.length - MOST_NAMED;
  return told.slice(0, MOST_NAMED).join("; ") + (more > 0 ? `; ${more} more under “Why”` : "");
}

const FROM_WORDS = { list: "entered", result: "from a result", context: "from the context" } as const;

/** Other possible causes: conditions that are present, and questions that a drug on the list raises. */
export function causeViews(
  review: Review,
  facts: Pick<Facts, "conditions">,
  knowledge: Knowledge,
  numbers: SourceNumbers,
): CauseView[] {
  return review.findings.flatMap((finding) => {
    const question = finding.kind === "missing-information" && finding.conditionId !== undefined;
    if (finding.conditionId === undefined || (finding.kind !== "condition" && !question)) return [];
    const condition = knowledge.conditions.find((one) => one.id === finding.conditionId);
    const present = facts.conditions.get(finding.conditionId);
    const from = present === undefined ? "from what was entered" : FROM_WORDS[present.from];
    return [
      {
        id: finding.id,
        findingId: finding.id,
        cause: condition?.name ?? finding.title,
        from: question ? `hint from ${finding.ingredients.join(", ")}` : from,
        why: question ? finding.title : (condition?.why ?? finding.reasons[0] ?? ""),
        tellsApart: condition?.tellsApart ?? "not given in our sources",
        sources: finding.sources.map((source) => numbers.number(source)),
        question,
      },
    ];
  });
}

const NOT_JUDGED_WORDS: Readonly<Record<NonNullable<InterpretedResult["notInterpretedBecause"]>, string>> = {
  implausible: "not judged: outside what can be measured in life",
  "unit-missing": "not judged: unit not given",
  "unit-unknown": "not judged: unit not known",
  child: "not judged: our ranges are for adults",
  "sex-not-entered": "not judged: sex not entered",
  "no-range": "not judged: no range in our sources",
  words: "not judged: reported in words",
  bound: "not judged: only a bound is given",
};

function whyNotJudged(verdict: InterpretedResult | undefined): string {
  const why = verdict?.notInterpretedBecause ?? null;
  return why === null ? "not judged: a test we hold no range for" : NOT_JUDGED_WORDS[why];
}

/** Every result that was read, newest first; those of tests that the knowledge base does not hold are shown unjudged. */
export function resultViews(
  patientCase: PatientCase,
  facts: Pick<Facts, "labs">,
  newSince: ReadonlySet<ReadLabResult> = new Set(),
): ResultView[] {
  const judged = new Map(facts.labs.all.map((one) => [one.result, one]));
  const all = patientCase.labs.filter((piece) => piece.status === "recognised").flatMap((piece) => piece.results);
  const rows = all.map((result, index): ResultView & { sort: string } => {
    const verdict = judged.get(result);
    const reading = verdict?.interpretation ?? null;
    return {
      id: String(index),
      test: result.name.charAt(0).toUpperCase() + result.name.slice(1),
      value: formatValue({ ...result, unit: null }),
      unit: result.unit ?? "not given",
      reference: verdict?.against ?? (verdict === undefined ? "no range in our list" : "none applied"),
      date: result.date === null ? "not given" : displayDate(result.date),
      reading: reading === null ? whyNotJudged(verdict) : INTERPRETATION_LABELS[reading],
      abnormal: reading !== null && reading !== "normal",
      isNew: newSince.has(result),
      sort: result.date ?? "",
    };
  });
  return rows.sort((a, b) => Number(a.sort < b.sort) - Number(a.sort > b.sort)).map(({ sort: _sort, ...row }) => row);
}
