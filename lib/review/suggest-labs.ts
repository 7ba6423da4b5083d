import type { LabSuggestion } from "@/lib/domain/review";
import type { Priority } from "@/lib/domain/vocabulary";
import type { LabTest } from "@/lib/knowledge/schema";
import { louder, loudness, type Draft } from "./draft";
import type { Facts } from "./facts";
import { isAbnormal, resultInWords, type JudgedResult } from "./lab-values";
import { holds } from "./predicate";
import { byText, unique } from "./wording";

/** Tests that are computed from another: that one is asked for instead. */
const COMPUTED_FROM: Readonly<Record<string, string>> = { egfr: "creatinine" };

/** So many tests a case are asked for without an urgent reason; more help nobody (docs/method.md). */
const CALM_TESTS = 6;
const MOST_REASONS = 5;

interface Request {
  priority: Priority;
  /** Sum over the findings that ask, so that a test asked for by many stands before one asked for by one. */
  weight: number;
  essential: boolean;
  readonly reasons: { readonly text: string; readonly loudness: number; readonly place: number }[];
}

/**
 * The tests that the findings ask for, merged: each with its reasons, whether a result already answers it, and when to repeat.
 * A finding asks for its most telling tests only; a test that no finding needs is not asked for. Loudest first.
 */
export function suggestLabs(drafts: readonly Draft[], facts: Facts): LabSuggestion[] {
  const requests = collect(drafts, facts);
  const wanted = [...requests].filter(([, request]) => request.essential).sort(([a, left], [b, right]) =>
    loudness(left.priority) - loudness(right.priority) || right.weight - left.weight || (facts.index.labOrder.get(a) ?? 0) - (facts.index.labOrder.get(b) ?? 0),
  );
  let open = 0;
  return wanted.flatMap(([id, request]) => {
    const lab = facts.index.labs.get(id);
    if (lab === undefined) return [];
    const suggestion = suggest(lab, request, facts);
    if (suggestion.answeredBy !== null) return [suggestion];
    if (open >= CALM_TESTS && loudness(request.priority) > loudness("act-now")) return [];
    open += 1;
    return [suggestion];
  });
}

function collect(drafts: readonly Draft[], facts: Facts): Map<string, Request> {
  const requests = new Map<string, Request>();
  for (const { asks, finding } of drafts) {
    if (asks === null) continue;
    const ids = unique(asks.labs.map((id) => COMPUTED_FROM[id] ?? id)).filter((id) => facts.index.labs.has(id));
    ids.forEach((id, place) => {
      const essential = place < asks.essentials;
      const request = requests.get(id) ?? { priority: finding.priority, weight: 0, essential: false, reasons: [] };
      requests.set(id, request);
      if (essential) request.priority = request.essential ? louder(request.priority, finding.priority) : finding.priority;
      request.essential ||= essential;
      request.weight += (4 - loudness(finding.priority)) / (place + 1);
      request.reasons.push({ text: asks.reason, loudness: loudness(finding.priority), place });
    });
  }
  return requests;
}

function suggest(lab: LabTest, request: Request, facts: Facts): LabSuggestion {
  const judged = facts.labs.latest.get(lab.id);
  const answered = judged !== undefined && answers(lab, judged, facts);
  const reasons = unique(request.reasons.sort((a, b) => a.loudness - b.loudness || a.place - b.place || byText(a.text, b.text)).map(({ text }) => text)).slice(0, MOST_REASONS);
  if (judged !== undefined && !answered) reasons.push(notAnswering(judged));
  return {
    id: lab.id,
    name: lab.name,
    loinc: lab.loinc[0]?.code ?? null,
    priority: request.priority,
    reasons,
    answeredBy: answered ? judged.result : null,
    repeat: repeatOf(lab, judged, facts),
    leftOutOf: [...lab.leftOutOf],
  };
}

/** A dated, judged result of the last days counts; an undated or implausible one answers nothing. */
function answers(lab: LabTest, judged: JudgedResult, facts: Facts): boolean {
  if (judged.day === null || judged.notJudged === "implausible") return false;
  const ago = facts.today - judged.day.from;
  return ago >= 0 && ago <= lab.answersForDays;
}

function notAnswering(judged: JudgedResult): string {
  const words = resultInWords(judged.lab, judged.result);
  if (judged.notJudged === "implausible") return `${words} is not plausible and answers nothing`;
  return judged.result.date === null ? `${words} has no date and answers nothing` : `${words} is too old to answer it`;
}

/** When to repeat: after an abnormal result, and where the content gives an interval for what is taken. */
function repeatOf(lab: LabTest, judged: JudgedResult | undefined, facts: Facts): string | null {
  const rules = lab.repeat.filter(({ when }) => when === undefined || holds(when, facts) === true).map(({ text }) => text);
  const abnormal = judged !== undefined && isAbnormal(judged);
  if (!abnormal && rules.length === 0) return null;
  const because = abnormal && judged !== undefined ? [`Repeat after any change, by local policy: ${[resultInWords(lab, judged.result), judged.against].filter((part) => part !== null).join(", ")}.`] : [];
  return [...because, ...rules].join(" ");
}
