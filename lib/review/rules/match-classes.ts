import { nameKey } from "@/lib/terminology/drugs/name-key";
import type { ListedDrug } from "@/lib/review/facts/medications/listed-drugs";
import type { ClassRule, IngredientProfile } from "@/lib/review/facts/knowledge-index";
import { allowsRoute } from "@/lib/review/facts/medications/route";

/** A class that takes in an ingredient of a medication. */
export interface ClassMatch {
  readonly rule: ClassRule;
  readonly profile: IngredientProfile;
  readonly drug: ListedDrug;
}

/** Why a class that holds an ingredient does not take in this medication. */
export type NotMatched = "route" | "alone" | "replaced";

/** All classes of a medication's ingredients, with what keeps one from counting (null where it counts). */
export function classesOf(
  drug: ListedDrug,
  list: readonly ListedDrug[],
): { match: ClassMatch; not: NotMatched | null }[] {
  const tried = drug.profiles.flatMap((profile) =>
    profile.classes.map((rule) => ({ match: { rule, profile, drug }, not: whyNot(rule, drug, list) })),
  );
  const replaced = new Map<string, Set<string>>();
  for (const { match, not } of tried) {
    if (not !== null) continue;
    const ids = replaced.get(match.profile.key) ?? new Set<string>();
    replaced.set(match.profile.key, ids);
    for (const id of match.rule.drugClass.replaces) ids.add(id);
  }
  return tried.map(({ match, not }) => ({
    match,
    not: not ?? (replaced.get(match.profile.key)?.has(match.rule.drugClass.id) === true ? "replaced" : null),
  }));
}

/** The classes that count for a medication. */
export function matchingClasses(drug: ListedDrug, list: readonly ListedDrug[]): ClassMatch[] {
  return classesOf(drug, list)
    .filter(({ not }) => not === null)
    .map(({ match }) => match);
}

function whyNot(rule: ClassRule, drug: ListedDrug, list: readonly ListedDrug[]): NotMatched | null {
  if (!allowsRoute([rule.drugClass.routes], drug.route)) return "route";
  const together = rule.drugClass.together;
  if (together === undefined) return null;
  const partners = partnersOf(together);
  const holds = (other: ListedDrug) =>
    other.medication.ingredients.some(
      (ingredient) =>
        partners.has(nameKey(ingredient.name)) ||
        together.members.some((member) => member.rxcui !== null && member.rxcui === ingredient.rxcui),
    );
  return holds(drug) || (together.across && list.some(holds)) ? null : "alone";
}

type Together = NonNullable<ClassRule["drugClass"]["together"]>;
const partnerKeys = new WeakMap<Together, ReadonlySet<string>>();

/** Name keys of the drugs that a class asks for beside its own; made once for each class. */
function partnersOf(together: Together): ReadonlySet<string> {
  const known = partnerKeys.get(together);
  if (known !== undefined) return known;
  const keys = new Set(together.members.map((member) => nameKey(member.name)));
  partnerKeys.set(together, keys);
  return keys;
}

const ownMechanisms = new WeakMap<IngredientProfile, Map<ClassRule, readonly string[]>>();

/** The mechanisms by which an ingredient acts as a member of a class: its own where the content gives them, else the class's. */
export function mechanismsOf({ rule, profile }: Pick<ClassMatch, "rule" | "profile">): readonly string[] {
  if (!rule.ownMechanisms) return rule.drugClass.mechanisms;
  const known = ownMechanisms.get(profile) ?? new Map<ClassRule, readonly string[]>();
  ownMechanisms.set(profile, known);
  const before = known.get(rule);
  if (before !== undefined) return before;
  const own = nameKey(profile.name);
  const member = rule.drugClass.members.find(
    ({ rxcui, name }) => (rxcui !== null && rxcui === profile.key) || nameKey(name) === own,
  );
  const mechanisms = member?.mechanisms ?? rule.drugClass.mechanisms;
  known.set(rule, mechanisms);
  return mechanisms;
}
