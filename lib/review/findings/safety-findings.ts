import { inWords, judgedFinding, type FindingDraft } from "./finding-draft";
import { explain } from "@/lib/review/rules/explain-predicate";
import type { Facts } from "@/lib/review/facts/facts";
import { capBreachedFor, type MatchedInteraction } from "@/lib/review/rules/match-interactions";
import { isFor } from "@/lib/review/facts/knowledge-index";
import { mechanismsOf, type ClassMatch } from "@/lib/review/rules/match-classes";
import { evaluate, type Subject } from "@/lib/review/rules/evaluate-predicate";
import { ADULT_AGE, isChild } from "@/lib/review/facts/patient";
import { byText, joinWords, formatNumber, unique } from "@/lib/review/format";

/** Safety flags of classes (boxed warnings, high-dose B6): `review` whatever the strength of the association. */
export function judgeSafety(
  matches: readonly ClassMatch[],
  rows: readonly MatchedInteraction[],
  facts: Facts,
): FindingDraft[] {
  const flags = new Map<string, { match: ClassMatch; at: number; names: string[]; reasons: string[] }>();
  for (const match of matches) {
    match.rule.drugClass.safety.forEach((flag, at) => {
      if (!isFor({ onlyFor: flag.members }, [match.profile.name])) return;
      const subject: Subject = {
        drug: match.drug,
        ingredient: match.profile.name,
        capBreached: capBreachedFor(match.profile.name, rows),
        startedInsideWindow: null,
      };
      if (flag.when !== undefined && evaluate(flag.when, facts, subject) !== true) return;
      const key = `${match.rule.drugClass.id}/${flag.id}`;
      const entry = flags.get(key) ?? { match, at, names: [], reasons: [] };
      flags.set(key, entry);
      entry.names.push(match.profile.name);
      entry.reasons.push(match.drug.words, ...(flag.when === undefined ? [] : explain(flag.when, facts, subject)));
    });
  }
  return [...flags.values()].flatMap(({ match, at, names, reasons }) => {
    const { drugClass } = match.rule;
    const flag = drugClass.safety[at];
    if (flag === undefined) return [];
    const ingredients = unique(names).sort(byText);
    const made = judgedFinding({
      id: `safety:${flag.id}`,
      kind: "safety",
      priority: "review",
      ingredients,
      mechanisms: [...mechanismsOf(match)],
      ruleId: drugClass.ruleId,
    });
    const tell = inWords(() => ({
      mechanism: flag.text,
      title: flag.title,
      reasons: [
        ...unique(reasons).sort(byText),
        flag.text,
        "Shown at this level as a safety flag, whatever the association with cramps",
      ],
      options: [...flag.options],
      sources: facts.index.references(flag.sources),
    }));
    return [
      {
        finding: made,
        words: tell,
        problems: [flag.problem],
        role: () => "safety flag",
        rank: [match.rule.order, at],
        asks:
          flag.labs.length === 0
            ? null
            : { labs: flag.labs, reason: () => `${joinWords(ingredients)}: ${flag.title}`, essentials: 4 },
      },
    ];
  });
}

/** The banner of a patient under 18: evidence and ranges are for adults. */
export function judgeScope(facts: Facts): FindingDraft[] {
  if (!isChild(facts.patient) || facts.context.ageYears === null) return [];
  const { ageYears } = facts.context;
  const made = judgedFinding({ id: "safety:under-18", kind: "safety", priority: "info", ruleId: "SCOPE-AGE" });
  const tell = inWords(() => ({
    title: `Under ${ADULT_AGE}: the evidence and the ranges here are for adults`,
    reasons: [
      `${formatNumber(ageYears)} years old`,
      "Results are read as low or high only by the laboratory's own range, and no eGFR is computed",
      "Red flags, critical results and facts about drugs are shown; where the source has a stricter limit for the young, by that",
    ],
    options: ["Consider paediatric advice."],
  }));
  return [{ finding: made, words: tell, rank: [0], asks: null }];
}
