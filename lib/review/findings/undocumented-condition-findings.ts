import { inWords, judgedFinding, type FindingDraft } from "./finding-draft";
import type { Facts } from "@/lib/review/facts/facts";
import { allowsRoute } from "@/lib/review/facts/medications/route";
import { byText, joinWords, unique } from "@/lib/review/format";

/** A medication that hints at a condition not on the list: always a question, never a fact. */
export function judgeHints(facts: Facts): FindingDraft[] {
  const names = new Map<string, string[]>();
  for (const drug of facts.drugs.current) {
    for (const profile of drug.profiles) {
      for (const { row, routes } of profile.hits) {
        if ("severity" in row || !allowsRoute(routes, drug.route)) continue;
        names.set(row.id, [...(names.get(row.id) ?? []), profile.name]);
      }
    }
  }
  return facts.index.knowledge.hints.flatMap((hint) => {
    const drugs = names.get(hint.id);
    if (drugs === undefined || [hint.conditionId, ...hint.unlessConditions].some((id) => facts.conditions.has(id)))
      return [];
    const ingredients = unique(drugs).sort(byText);
    const made = judgedFinding({
      id: `missing-information:hint-${hint.id}`,
      kind: "missing-information",
      priority: "info",
      ingredients,
      conditionId: hint.conditionId,
      ruleId: `HINT-${hint.id}`,
    });
    const tell = inWords(() => ({
      title: hint.question,
      reasons: [
        `${joinWords(ingredients)} ${ingredients.length === 1 ? "is" : "are"} listed, and no condition on the list explains it`,
      ],
      options: ["Consider adding the condition, or answering that it is not present."],
      sources: facts.index.references(hint.sources),
    }));
    return [{ finding: made, words: tell, rank: [2], asks: null }];
  });
}
