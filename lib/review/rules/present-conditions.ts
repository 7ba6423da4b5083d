import type { PatientCase } from "@/lib/domain/case";
import type { KnownCondition } from "@/lib/knowledge/schema";
import { explain } from "./explain-predicate";
import { isHistoryCode, type FactsBeforeConditions, type PresentCondition } from "@/lib/review/facts/facts";
import {
  isHigh,
  isLow,
  describeInterpretation,
  type InterpretedResult,
} from "@/lib/review/facts/results/interpret-result";
import { byText, unique } from "@/lib/review/format";

/**
 * The conditions of the knowledge base that the patient has: stated as present on the list, meant by a result, or told by
 * the context. Negated, past, uncertain and family conditions are none.
 */
export function presentConditions(
  patientCase: PatientCase,
  facts: FactsBeforeConditions,
): ReadonlyMap<string, PresentCondition> {
  const found = new Map<
    string,
    { condition: KnownCondition; from: PresentCondition["from"]; reasons: string[]; names: string[] }
  >();
  const add = (
    condition: KnownCondition | undefined,
    from: PresentCondition["from"],
    reason: string,
    name?: string,
  ) => {
    if (condition === undefined) return;
    const known = found.get(condition.id);
    if (known === undefined)
      found.set(condition.id, { condition, from, reasons: [reason], names: name === undefined ? [] : [name] });
    else {
      known.reasons.push(reason);
      if (name !== undefined) known.names.push(name);
    }
  };
  for (const piece of patientCase.conditions) {
    if (piece.status !== "recognised" || piece.polarity !== "present") continue;
    const codes = piece.codes.filter(({ code }) => !isHistoryCode(code));
    for (const { code, display } of codes)
      for (const condition of facts.index.conditionsOfCode(code))
        add(condition, "list", `${display} (${code}) is on the condition list`, piece.text.trim());
    const named =
      piece.conditionId === null || (codes.length === 0 && piece.codes.length > 0)
        ? undefined
        : facts.index.conditions.get(piece.conditionId);
    if (named !== undefined && !found.has(named.id))
      add(named, "list", `“${piece.text.trim()}” is on the condition list`, piece.text.trim());
  }
  for (const judged of facts.labs.latest.values()) {
    const means = meaningOf(judged);
    if (means !== null) add(facts.index.conditions.get(means), "result", describeInterpretation(judged));
  }
  for (const condition of facts.index.knowledge.conditions) {
    if (condition.when === undefined) continue;
    for (const words of explain(condition.when, { ...facts, conditions: found })) add(condition, "context", words);
  }
  for (const entry of found.values()) entry.reasons = unique(entry.reasons).sort(byText);
  return found;
}

/** The condition that a low or high result means, by the content of its test. */
export function meaningOf(judged: InterpretedResult): string | null {
  if (isLow(judged)) return judged.lab.lowMeans ?? null;
  return isHigh(judged) ? (judged.lab.highMeans ?? null) : null;
}
