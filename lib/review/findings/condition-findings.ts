import type { Effect } from "@/lib/domain/review";
import type { ConditionalText, KnownCondition } from "@/lib/knowledge/schema";
import { nameKey } from "@/lib/terminology/drugs/name-key";
import { conditionSources } from "./sources";
import { inWords, judgedFinding, type FindingDraft } from "./finding-draft";
import { symptomInWords } from "@/lib/review/rules/explain-predicate";
import type { Facts, PresentCondition } from "@/lib/review/facts/facts";
import { effectOf } from "@/lib/review/facts/knowledge-index";
import { evaluate } from "@/lib/review/rules/evaluate-predicate";
import { conditionPriority } from "./priority";
import { SYMPTOM_NAMES } from "@/lib/review/facts/symptoms/symptom-names";
import { byText, joinWords, lowered, unique } from "@/lib/review/format";

/**
 * Findings about present conditions. Those that a red flag or an abnormal result already stands for are left to it, so that
 * one cause is one finding.
 * @param taken ids of the conditions that other findings stand for
 * @param told symptoms that a red flag tells of: they do not raise every condition that asks for them as well
 */
export function judgeConditions(facts: Facts, taken: ReadonlySet<string>, told: ReadonlySet<string>): FindingDraft[] {
  return [...facts.conditions.values()]
    .filter((present) => !taken.has(present.condition.id))
    .map((present) => conditionDraft(present, facts, told));
}

function conditionDraft(
  { condition, from, reasons, names }: PresentCondition,
  facts: Facts,
  told: ReadonlySet<string>,
): FindingDraft {
  const alarms = alarmSymptoms(condition, facts);
  const verdict = conditionPriority({
    role: condition.role,
    redFlag: condition.redFlag,
    stated: from !== "result",
    alarmSymptom: alarms.some((id) => !told.has(id)),
    known: isTreated(condition, facts),
    pictured: condition.when !== undefined && evaluate(condition.when, facts) === true,
  });
  const open =
    condition.redFlag === "conditional"
      ? condition.askFor.filter((id) => !facts.symptoms.answers.has(id) || facts.symptoms.answers.get(id) === "unknown")
      : [];
  const parts = conditionParts(condition, facts);
  const urgent = verdict.priority === "act-now";
  const made = judgedFinding({
    id: `condition:${condition.id}`,
    kind: "condition",
    priority: verdict.priority,
    conditionId: condition.id,
    ruleId: condition.ruleId,
  });
  const tell = inWords(() => ({
    mechanism: condition.why,
    general: parts.why,
    title: condition.name,
    reasons: unique([
      ...reasons,
      ...alarms.map((id) => `${symptomInWords(id, facts)}${told.has(id) ? " (told as a red flag)" : ""}`),
      ...parts.why,
      ...((urgent || alarms.length > 0) && condition.urgency !== null ? [`How soon: ${condition.urgency}`] : []),
      ...(alarms.length === 0 && open.length > 0
        ? [`Not answered: ${joinWords(open.map((id) => SYMPTOM_NAMES[id] ?? id))}`]
        : []),
      `Shown at this level as ${verdict.because}`,
    ]),
    effects: parts.effects,
    against: [
      ...(condition.tellsApart === null ? [] : [condition.tellsApart]),
      ...condition.against.map(({ text }) => text),
    ],
    options: [
      ...parts.options,
      ...(condition.otherTests === null ? [] : [`Other tests to consider: ${condition.otherTests}`]),
    ],
    sources: facts.index.references(parts.sources),
  }));
  const labs = condition.labs;
  // What can be mistaken for cramp is told apart by more than one test (creatine kinase and an inflammation marker).
  const quiet = condition.role === "mimic" ? 2 : 1;
  const calm = verdict.priority === "consider" ? 3 : quiet;
  const essentials = urgent ? 4 : calm;
  return {
    finding: made,
    words: tell,
    seen: from === "result" ? [] : conditionNames({ condition, names }),
    rank: [ROLE_RANK[condition.role], from === "list" ? 0 : 1],
    asks:
      labs.length === 0 ? null : { labs, reason: () => `${condition.name}: ${reasons[0] ?? "present"}`, essentials },
  };
}

/** A condition as the list names it, short names first; by ours where it is not on the list or told by a code alone. */
export function conditionNames({ condition, names }: Pick<PresentCondition, "condition" | "names">): string[] {
  const [first] = unique(names)
    .filter((name) => !/^[A-Z]\d/.test(name) && name.length <= LONGEST_NAME)
    .sort((a, b) => a.length - b.length || byText(a, b));
  return [lowered(first ?? condition.name)];
}

const LONGEST_NAME = 60;

/** Whether a drug that is taken for it stands on the list, and nothing that it asks for was answered yes. */
function isTreated(condition: KnownCondition, facts: Facts): boolean {
  const treated = condition.treatedBy?.some((name) => facts.drugNames.has(nameKey(name)));
  return treated === true && condition.askFor.every((id) => facts.symptoms.answers.get(id) !== "yes");
}

/** What a condition says of this patient: its words, figures and options, with those that hold only when something else does. */
export function conditionParts(
  condition: KnownCondition,
  facts: Facts,
): { why: string[]; effects: Effect[]; options: string[]; sources: string[] } {
  const figures = condition.figures.filter(({ when }) => when === undefined || evaluate(when, facts) === true);
  const added = (texts: readonly ConditionalText[] | undefined) =>
    (texts ?? [])
      .filter(
        ({ when, unless }) =>
          evaluate(when, facts) === true && (unless === undefined || evaluate(unless, facts) !== true),
      )
      .map(({ text }) => text);
  return {
    why: [condition.why, ...added(condition.whyWhen)],
    effects: figures.map(effectOf),
    options: [...condition.options, ...added(condition.optionsWhen)],
    sources: conditionSources({ figures, against: condition.against, sources: condition.sources }),
  };
}

/** Symptoms answered yes that make a chronic condition an alarm; none where the condition is not of that kind. */
export function alarmSymptoms(condition: KnownCondition, facts: Pick<Facts, "symptoms">): string[] {
  return condition.redFlag === "conditional"
    ? condition.askFor.filter((id) => facts.symptoms.answers.get(id) === "yes")
    : [];
}

const ROLE_RANK = { cause: 0, mimic: 1, "risk-context": 2 } as const;
