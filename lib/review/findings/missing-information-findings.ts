import { inWords, judgedFinding, type FindingDraft } from "./finding-draft";
import type { Facts } from "@/lib/review/facts/facts";
import { SYMPTOM_NAMES } from "@/lib/review/facts/symptoms/symptom-names";
import { byText, joinWords, unique } from "@/lib/review/format";

/** What could not be computed or judged because something was not entered. */
export function judgeMissing(facts: Facts): FindingDraft[] {
  const computed = facts.labs.notComputed.map((words) =>
    draft(
      `missing-information:${words.startsWith("eGFR") ? "egfr" : "computed"}`,
      words,
      ["A creatinine was given"],
      "Consider entering what is missing.",
    ),
  );
  const uncertain = unique(facts.drugs.uncertain.map(({ words }) => words)).sort(byText);
  const unsure =
    uncertain.length === 0
      ? []
      : [
          draft(
            "missing-information:use",
            `Not clear whether taken: ${joinWords(unique(facts.drugs.uncertain.flatMap(({ profiles }) => profiles.map(({ name }) => name))).sort(byText))}`,
            uncertain,
            "Consider asking whether it is taken now; its own finding is at most one to consider, and what could be dangerous is told as “if it is taken”.",
          ),
        ];
  return [...computed, ...unsure, ...contradictions(facts), ...setAside(facts)];
}

/** A symptom that was ticked one way and told the other way is asked; until then what says yes is taken. */
function contradictions(facts: Facts): FindingDraft[] {
  const found = facts.symptoms.contradictions;
  if (found.length === 0) return [];
  const names = unique(found.map(({ id }) => SYMPTOM_NAMES[id] ?? id)).sort(byText);
  return [
    draft(
      "missing-information:symptoms-contradict",
      `Answered one way and told the other: ${joinWords(names)}`,
      found
        .map(({ id, ticked, quote }) => `${SYMPTOM_NAMES[id] ?? id}: answered ${ticked}, the words say “${quote}”`)
        .sort(byText),
      "Consider asking which is right; what says yes is taken until then.",
    ),
  ].map((one) => ({ ...one, finding: { ...one.finding, priority: "review" as const } }));
}

const WHY_SET_ASIDE = {
  "other-person": "of another person",
  past: "of the past",
  hypothetical: "as what to look out for",
  "long-standing": "as long-standing",
  uncertain: "as not sure",
} as const;

/** Symptoms that the free words name and that were not judged as symptoms of now: told, so that a misreading is seen. */
function setAside(facts: Facts): FindingDraft[] {
  const read = facts.symptoms.setAside;
  if (read.length === 0) return [];
  const names = unique(read.map(({ id }) => SYMPTOM_NAMES[id] ?? id)).sort(byText);
  return [
    draft(
      "missing-information:symptoms-set-aside",
      `Not judged as present now: ${joinWords(names)}`,
      unique(read.map(({ quote, why }) => `“${quote}” was read ${WHY_SET_ASIDE[why]}`)).sort(byText),
      "Consider answering the symptom by name if it is present now.",
    ),
  ];
}

function draft(id: string, title: string, reasons: string[], option: string): FindingDraft {
  return {
    finding: judgedFinding({ id, kind: "missing-information", priority: "info", ruleId: "MISSING" }),
    words: inWords(() => ({ title, reasons, options: [option] })),
    rank: [0],
    asks: null,
  };
}
