import type { Predicate } from "@/lib/knowledge/predicates/predicate-schema";
import type { KnowledgeIndex } from "@/lib/review/facts/knowledge-index";
import { describeInterpretation } from "@/lib/review/facts/results/interpret-result";
import { evaluate, signsTold, type PredicateFacts, type Subject } from "./evaluate-predicate";
import { SYMPTOM_NAMES } from "@/lib/review/facts/symptoms/symptom-names";
import { byText, joinWords, formatNumber, unique } from "@/lib/review/format";

type ExplainFacts = PredicateFacts & { readonly index: KnowledgeIndex };

/** The facts of this patient that make a predicate true, in words; empty where it does not hold. */
export function explain(predicate: Predicate, facts: ExplainFacts, subject: Subject | null = null): string[] {
  if (evaluate(predicate, facts, subject) !== true) return [];
  if ("all" in predicate) return unique(predicate.all.flatMap((part) => explain(part, facts, subject)));
  if ("any" in predicate) return unique(predicate.any.flatMap((part) => explain(part, facts, subject)));
  const words = leafInWords(predicate, facts, subject);
  return words === null ? [] : [words];
}

function leafInWords(predicate: Predicate, facts: ExplainFacts, subject: Subject | null): string | null {
  if ("symptom" in predicate) return symptomInWords(predicate.symptom, facts);
  if ("ticked" in predicate) return symptomInWords(predicate.ticked, facts);
  if ("sign" in predicate) {
    const quotes = unique(signsTold(predicate, facts.symptoms.signs).map(({ quote }) => `“${quote}”`));
    return quotes.length === 0 ? null : `reported: ${joinWords(quotes)}`;
  }
  if ("stopped" in predicate) {
    const drugs = facts.drugs.stopped.flatMap(({ profiles }) =>
      profiles.filter(({ names }) => predicate.stopped.some((name) => names.has(name))).map(({ name }) => name),
    );
    return `stopped: ${unique(drugs).sort(byText).join(", ")}`;
  }
  if ("condition" in predicate)
    return `${facts.index.conditions.get(predicate.condition)?.name ?? predicate.condition} is present`;
  if ("icd10cm" in predicate) {
    const codes = predicate.icd10cm.filter((prefix) =>
      facts.codes.some((code) => code.startsWith(prefix.replace(".", ""))),
    );
    return `${joinWords(codes)} ${codes.length === 1 ? "is" : "are"} on the condition list`;
  }
  if ("lab" in predicate) {
    const judged = facts.labs.latest.get(predicate.lab);
    return judged === undefined ? null : describeInterpretation(judged);
  }
  if ("egfrBelow" in predicate) return facts.labs.egfr?.words ?? (facts.dialysis === true ? "on dialysis" : null);
  if ("ageAtLeast" in predicate || "ageBelow" in predicate)
    return facts.context.ageYears === null ? null : `${formatNumber(facts.context.ageYears)} years old`;
  if ("sex" in predicate) return predicate.sex;
  if ("pregnant" in predicate) return "pregnant";
  if ("dialysis" in predicate) return "on dialysis";
  if ("alcoholUnitsAbove" in predicate)
    return facts.context.alcoholUnitsPerWeek === null
      ? null
      : `${formatNumber(facts.context.alcoholUnitsPerWeek)} units of alcohol a week`;
  if ("drug" in predicate) return drugsNamed(predicate.drug, facts);
  return subject === null ? null : aboutSubject(predicate, subject);
}

function aboutSubject(predicate: Predicate, subject: Subject): string | null {
  if ("overuse" in predicate) return `${subject.ingredient} is used a lot, as the list says`;
  if ("capBreached" in predicate) return `${subject.ingredient}: above the label's limit in this combination`;
  if ("dailyDoseAbove" in predicate)
    return `${subject.ingredient}: more than ${formatNumber(predicate.dailyDoseAbove)} ${predicate.unit} a day in total`;
  if ("takenForDays" in predicate)
    return `${subject.ingredient} was taken for at least ${formatNumber(predicate.takenForDays)} days`;
  if ("doseFellWithinDays" in predicate)
    return `the dose of ${subject.ingredient} fell, or it was stopped, within ${formatNumber(predicate.doseFellWithinDays)} days`;
  return null;
}

/** A symptom that was answered yes, or as the free words say it. */
export function symptomInWords(id: string, facts: Pick<PredicateFacts, "symptoms">): string {
  const quote = facts.symptoms.quotes.get(id);
  return quote === undefined ? `${SYMPTOM_NAMES[id] ?? id}: answered yes` : `reported: “${quote}”`;
}

function drugsNamed(names: readonly string[], facts: ExplainFacts): string {
  const drugs = facts.drugs.current.flatMap((drug) =>
    drug.profiles.filter((profile) => names.some((name) => profile.names.has(name))).map((profile) => profile.name),
  );
  return unique(drugs).sort(byText).join(", ");
}
