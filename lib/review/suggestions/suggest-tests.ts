import type { LabResult } from "@/lib/domain/lab";
import type { LabSuggestion } from "@/lib/domain/review";
import type { Priority } from "@/lib/domain/vocabulary";
import type { LabTest } from "@/lib/knowledge/schema";
import { moreUrgent, priorityRank, lessUrgent, type FindingDraft } from "@/lib/review/findings/finding-draft";
import type { Facts } from "@/lib/review/facts/facts";
import {
  isAbnormal,
  describeInterpretation,
  formatResult,
  type InterpretedResult,
} from "@/lib/review/facts/results/interpret-result";
import { evaluate } from "@/lib/review/rules/evaluate-predicate";
import { byText, unique } from "@/lib/review/format";

/** Tests that another stands for at first: what is computed from it, reported with it, or asked for only when it is abnormal. */
const COVERED_BY: Readonly<Record<string, string>> = {
  egfr: "creatinine",
  "calcium-ionised": "calcium-adj",
  platelets: "fbc",
  ft4: "tsh",
};

/** Tests that another answers better where both are asked for and neither is an emergency. */
const ANSWERED_BETTER_BY: Readonly<Record<string, string>> = { glucose: "hba1c" };

/** So many tests a case are asked for by what the findings need most; an emergency may ask for more. */
const MOST_TESTS = 7;
/** Up to so many, tests that are further down a finding's list are added where there is a cause to look for. */
const FILL_UP_TO = 5;
const MOST_REASONS = 5;

interface Request {
  priority: Priority;
  /** Sum over the findings that ask, so that a test asked for by many stands before one asked for by one. */
  weight: number;
  essential: boolean;
  readonly reasons: {
    readonly text: () => string;
    readonly priorityRank: number;
    readonly place: number;
    readonly findingId: string;
  }[];
}

/** A test that the findings ask for, before a word is said of it. */
export interface JudgedTest {
  readonly lab: LabTest;
  readonly priority: Priority;
  /** Whether a dated, judged result of the last days answers it. */
  readonly answered: boolean;
  /** The latest result of the test, where there is one. */
  readonly latest: InterpretedResult | undefined;
  /** Who asks: written when it is told. */
  readonly reasons: Request["reasons"];
}

/**
 * The tests that the findings ask for, merged: each with its reasons, whether a result already answers it, and when to repeat.
 * A finding asks for its most telling tests only; a test that no finding needs is not asked for. Loudest first.
 */
export function judgeTests(drafts: readonly FindingDraft[], facts: Facts): JudgedTest[] {
  const requests = collect(drafts, facts);
  for (const [id, better] of Object.entries(ANSWERED_BETTER_BY)) {
    const own = requests.get(id);
    const other = requests.get(better);
    if (own !== undefined && other !== undefined && priorityRank(other.priority) <= priorityRank(own.priority))
      requests.delete(id);
  }
  const place = (id: string) => facts.index.labOrder.get(id) ?? 0;
  const essential = [...requests]
    .filter(([, request]) => request.essential)
    .sort(
      ([a, left], [b, right]) =>
        priorityRank(left.priority) - priorityRank(right.priority) || right.weight - left.weight || place(a) - place(b),
    );
  // What only rounds a finding off is never as urgent as the finding.
  const supplementary = hasCauseToExplain(drafts)
    ? [...requests]
        .filter(([, request]) => !request.essential)
        .map(
          ([id, request]) =>
            [id, { ...request, priority: lessUrgent(request.priority, "consider") }] as [string, Request],
        )
        .sort(([a], [b]) => place(a) - place(b))
    : [];
  let open = 0;
  const take = ([id, request]: [string, Request], most: number): JudgedTest[] => {
    const lab = facts.index.labs.get(id);
    if (lab === undefined) return [];
    const latest = facts.labs.latest.get(lab.id);
    const answered = latest !== undefined && answers(lab, latest, facts);
    if (!answered && open >= most && (most === FILL_UP_TO || request.priority !== "act-now")) return [];
    if (!answered) open += 1;
    return [{ lab, priority: request.priority, answered, latest, reasons: request.reasons }];
  };
  const suggested = [
    ...essential.flatMap((entry) => take(entry, MOST_TESTS)),
    ...supplementary.flatMap((entry) => take(entry, FILL_UP_TO)),
  ];
  return suggested.sort((a, b) => priorityRank(a.priority) - priorityRank(b.priority));
}

/** Whether there is a cause to look for, beyond drugs that stand at the floor of their group alone. */
function hasCauseToExplain(drafts: readonly FindingDraft[]): boolean {
  return drafts.some(
    ({ asks, finding }) =>
      asks !== null && finding.byFloor !== true && priorityRank(finding.priority) <= priorityRank("consider"),
  );
}

function collect(drafts: readonly FindingDraft[], facts: Facts): Map<string, Request> {
  const requests = new Map<string, Request>();
  for (const { asks, finding } of drafts) {
    if (asks === null) continue;
    const ids = unique(asks.labs.map((id) => COVERED_BY[id] ?? id)).filter((id) => facts.index.labs.has(id));
    ids.forEach((id, place) => {
      const essential = place < asks.essentials;
      const request = requests.get(id) ?? { priority: finding.priority, weight: 0, essential: false, reasons: [] };
      requests.set(id, request);
      if (essential)
        request.priority = request.essential ? moreUrgent(request.priority, finding.priority) : finding.priority;
      request.essential ||= essential;
      request.weight += (4 - priorityRank(finding.priority)) / (place + 1);
      request.reasons.push({
        text: asks.reason,
        findingId: finding.id,
        priorityRank: priorityRank(finding.priority),
        place,
      });
    });
  }
  return requests;
}

/** The tests in words: who asks for each, what answers it, and when to repeat it. */
export function tellTests(tests: readonly JudgedTest[], facts: Facts): LabSuggestion[] {
  return tests.map((test) => tellTest(test, facts));
}

function tellTest({ lab, priority, answered, latest, reasons: asking }: JudgedTest, facts: Facts): LabSuggestion {
  const reasons = unique(
    asking
      .map(({ text, ...order }) => ({ ...order, text: text() }))
      .sort((a, b) => a.priorityRank - b.priorityRank || a.place - b.place || byText(a.text, b.text))
      .map(({ text }) => text),
  ).slice(0, MOST_REASONS);
  if (latest !== undefined && !answered) reasons.push(notAnswering(latest));
  return {
    id: lab.id,
    name: lab.name,
    loinc: lab.loinc[0]?.code ?? null,
    priority,
    reasons,
    answeredBy: answered && latest !== undefined ? reported(latest.result) : null,
    repeat: repeatOf(lab, latest, facts),
    leftOutOf: [...lab.leftOutOf],
    ...repeatSourcesOf(lab, facts),
  };
}

function repeatSourcesOf(lab: LabTest, facts: Facts): Pick<LabSuggestion, "repeatSources"> {
  const sources = facts.index.references(
    lab.repeat.filter((rule) => applies(rule, facts)).flatMap((rule) => rule.sources),
  );
  return sources.length === 0 ? {} : { repeatSources: sources };
}

function applies({ when }: LabTest["repeat"][number], facts: Facts): boolean {
  return when === undefined || evaluate(when, facts) === true;
}

/** The result as reported, without the range that came with it. */
function reported({ loinc, name, value, unit, comparator, date, flag }: LabResult): LabResult {
  return { loinc, name, value, unit, comparator, date, flag };
}

/** A dated, judged result of the last days counts; an undated or implausible one answers nothing. */
function answers(lab: LabTest, judged: InterpretedResult, facts: Facts): boolean {
  if (judged.day === null || judged.notInterpretedBecause === "implausible") return false;
  const ago = facts.today - judged.day.from;
  return ago >= 0 && ago <= lab.answersForDays;
}

function notAnswering(judged: InterpretedResult): string {
  const words = formatResult(judged.lab, judged.result);
  if (judged.notInterpretedBecause === "implausible")
    return `${words} is not plausible and does not count as the answer`;
  return judged.result.date === null ? `${words} does not count as the answer` : `${words} is too old to answer it`;
}

/** When to repeat: after an abnormal result, and where the content gives an interval for what is taken. */
function repeatOf(lab: LabTest, judged: InterpretedResult | undefined, facts: Facts): string | null {
  const rules = lab.repeat.filter((rule) => applies(rule, facts)).map(({ text }) => text);
  const abnormal = judged !== undefined && isAbnormal(judged);
  if (!abnormal && rules.length === 0) return null;
  const because =
    abnormal && judged !== undefined
      ? [`Repeat after any change, by local policy: ${describeInterpretation(judged)}.`]
      : [];
  return [...because, ...rules].join(" ");
}
