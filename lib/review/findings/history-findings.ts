import type { PatientCase } from "@/lib/domain/case";
import { inWords, judgedFinding, type FindingDraft } from "./finding-draft";
import { isHistoryCode, plainCode, type Facts } from "@/lib/review/facts/facts";
import { byText, unique } from "@/lib/review/format";

/** What was and is over, by a code of personal history (Z86.718): context, never an alarm. */
export function judgeHistory(patientCase: PatientCase, facts: Facts): FindingDraft[] {
  const codes = patientCase.conditions
    .filter(({ status, polarity }) => status === "recognised" && polarity !== "negated" && polarity !== "family")
    .flatMap((piece) => piece.codes)
    .filter(({ code }) => isHistoryCode(code));
  return facts.index.knowledge.conditions.flatMap((condition) => {
    const named = codes.filter(({ code }) =>
      condition.historyCodes.some((prefix) => plainCode(code).startsWith(plainCode(prefix))),
    );
    if (named.length === 0 || facts.conditions.has(condition.id)) return [];
    const made = judgedFinding({
      id: `condition:history-${condition.id}`,
      kind: "condition",
      priority: "info",
      conditionId: condition.id,
      ruleId: condition.ruleId,
    });
    const tell = inWords(() => ({
      title: `In the past: ${condition.name}`,
      reasons: unique(named.map(({ code, display }) => `${display} (${code}) is on the condition list`)).sort(byText),
      options: ["Consider it as context; it is not judged as present."],
    }));
    return [{ finding: made, words: tell, rank: [3], asks: null }];
  });
}

/** Where nothing at all was read there is nothing that a review could find, and that is said. */
export function judgeNothingRead(patientCase: PatientCase): FindingDraft[] {
  const { medications, conditions, labs, context } = patientCase;
  const read = [...medications, ...conditions, ...labs].some(({ status }) => status === "recognised");
  if (read || Object.keys(context.symptoms).length > 0 || (context.symptomText ?? "").trim() !== "") return [];
  const made = judgedFinding({
    id: "missing-information:nothing-read",
    kind: "missing-information",
    priority: "review",
    ruleId: "NOTHING-READ",
  });
  const tell = inWords(() => ({
    title: "Nothing was read: no medication, condition, result or symptom",
    reasons: ["An empty review says nothing about the patient"],
    options: ["Consider entering the medication list, or checking what was not read."],
  }));
  return [{ finding: made, words: tell, rank: [0], asks: null }];
}
