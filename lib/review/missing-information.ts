import { finding, type Draft } from "./draft";
import type { Facts } from "./facts";
import { byText, joinWords, unique } from "./wording";

/** What could not be computed or judged because something was not entered. */
export function judgeMissing(facts: Facts): Draft[] {
  const computed = facts.labs.notComputed.map((words) =>
    draft(`missing-information:${words.startsWith("eGFR") ? "egfr" : "computed"}`, words, ["A creatinine was given"], "Consider entering what is missing."),
  );
  const uncertain = unique(facts.drugs.uncertain.map(({ words }) => words)).sort(byText);
  const unsure = uncertain.length === 0 ? [] : [draft("missing-information:use", `Not clear whether taken: ${joinWords(unique(facts.drugs.uncertain.flatMap(({ profiles }) => profiles.map(({ name }) => name))).sort(byText))}`, uncertain, "Consider asking whether it is taken now; it is judged at most as one to consider.")];
  return [...computed, ...unsure];
}

function draft(id: string, title: string, reasons: string[], option: string): Draft {
  return { finding: finding({ id, kind: "missing-information", priority: "info", title, reasons, options: [option], ruleId: "MISSING" }), rank: [0], asks: null };
}
