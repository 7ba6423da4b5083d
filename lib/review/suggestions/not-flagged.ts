import type { PatientCase } from "@/lib/domain/case";
import type { DrugClass, Knowledge } from "@/lib/knowledge/schema";
import { presentConditions } from "@/lib/review/rules/present-conditions";
import type { ListedDrug } from "@/lib/review/facts/medications/listed-drugs";
import { readFacts, type Facts } from "@/lib/review/facts/facts";
import { indexOf, type IngredientProfile } from "@/lib/review/facts/knowledge-index";
import { isContradicted } from "@/lib/review/findings/medication-findings";
import { classesOf } from "@/lib/review/rules/match-classes";
import { MatchingResults } from "@/lib/review/rules/mechanism-evidence";
import { byText, capitalised, formatOn, unique } from "@/lib/review/format";

/** Why an ingredient that was recognised has no finding of its own. */
export interface NotFlagged {
  /** Ingredient name in lower case. */
  readonly ingredient: string;
  /** The medication as the list names it. */
  readonly medication: string;
  readonly reason: string;
}

/** Why each ingredient of one medication on the list has no finding of its own; nothing for an ingredient that has one. */
export type WhyNotFlagged = (drug: ListedDrug) => NotFlagged[];

/** The one answer to “why is this not flagged?” for a patient: the page's and that of every test. */
export function whyNotFlaggedIn(facts: Facts): WhyNotFlagged {
  const results = new MatchingResults(facts);
  return (drug) => {
    const taken = drug.medication.use === "current" || drug.medication.use === "uncertain";
    return drug.profiles.flatMap((profile) =>
      taken
        ? reasonsFor(profile, drug, facts.drugs.current, results)
        : [{ ingredient: profile.name, medication: drug.medication.name, reason: notCurrent(drug) }],
    );
  };
}

/**
 * Every recognised ingredient without a medication finding, with the reason: not in the knowledge base, a form that acts
 * where it is put, a class that is listed on request only, or not taken.
 */
export function notFlagged(patientCase: PatientCase, knowledge: Knowledge): NotFlagged[] {
  const read = readFacts(patientCase, indexOf(knowledge));
  const whyNot = whyNotFlaggedIn({ ...read, conditions: presentConditions(patientCase, read) });
  const { current, uncertain, stopped, notTaken } = read.drugs;
  const entries = [...current, ...uncertain, ...stopped, ...notTaken].flatMap(whyNot);
  const seen = new Map(entries.map((entry) => [`${entry.ingredient}|${entry.medication}|${entry.reason}`, entry]));
  return [...seen.values()].sort(
    (a, b) => byText(a.ingredient, b.ingredient) || byText(a.medication, b.medication) || byText(a.reason, b.reason),
  );
}

const USE_LABELS = {
  current: "taken",
  uncertain: "not clear whether it is taken",
  stopped: "recorded as stopped",
  held: "recorded as held",
  allergy: "recorded as an allergy",
  planned: "planned, not yet taken",
} as const;

/** "Not judged as current: recorded as stopped on 1 Jan 2020." */
function notCurrent({ medication }: ListedDrug): string {
  const { use, useReason, stop } = medication;
  const isOver = use === "stopped" || use === "held";
  const when = isOver && stop !== null ? formatOn(stop) : "";
  const words = useReason === null || useReason.includes("“") ? (useReason ?? "") : `“${useReason}”`;
  return `Not judged as current: ${USE_LABELS[use]}${when}${words === "" ? "" : ` (${words})`}${isOver ? "; it is told as a finding where its effect may outlast it" : ""}.`;
}

/** Why a class that only product information names is not listed, by its own headline where the content gives one. */
function keptOffTheList({ name, headline, mechanismText }: DrugClass): string {
  const said = capitalised(headline ?? "named in product information at most");
  return `${name}: looked at and not listed. ${said}.${/^(not known|varies)\.?$/i.test(mechanismText) ? "" : ` ${mechanismText}`}`;
}

function reasonsFor(
  profile: IngredientProfile,
  drug: ListedDrug,
  list: readonly ListedDrug[],
  results: MatchingResults,
): NotFlagged[] {
  const own = classesOf(drug, list).filter(({ match }) => match.profile === profile);
  const entry = (reason: string): NotFlagged => ({
    ingredient: profile.name,
    medication: drug.medication.name,
    reason,
  });
  if (own.length === 0)
    return [
      entry("Looked up: no association with cramps is in the knowledge base. Not being there does not mean no effect."),
    ];
  const counted = own.filter(({ not, match }) => not === null && !isContradicted(match, results));
  const contradicted = own.filter(({ not, match }) => not === null && isContradicted(match, results));
  if (counted.length === 0 && contradicted.length > 0)
    return contradicted.map(({ match }) =>
      entry(`${match.rule.drugClass.name}: the latest result lies on the other side of what it does.`),
    );
  if (counted.some(({ match }) => !match.rule.drugClass.unlisted || match.rule.drugClass.commissioned !== undefined))
    return [];
  if (counted.length > 0) return unique(counted.map(({ match }) => keptOffTheList(match.rule.drugClass))).map(entry);
  return unique(
    own
      .filter(({ not }) => not !== "replaced")
      .map(({ match, not }) =>
        not === "alone"
          ? `${match.rule.drugClass.name}: counts only together with its partner drug.`
          : `${match.rule.drugClass.name}: the association is with another form; this one is ${drug.route ?? "of a form that is not given"}.`,
      ),
  ).map(entry);
}
