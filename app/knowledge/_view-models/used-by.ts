import type { DrugClass, DrugSelector, Knowledge } from "@/lib/knowledge/schema";
import { referencesOf, type ReferenceTarget } from "@/lib/knowledge/references";
import {
  classHref,
  conditionHref,
  interactionHref,
  labHref,
  redFlagHref,
  treatmentHref,
} from "@/app/_view-models/knowledge-href";

/** An entry of the content that names another one. */
export type Use = { id: string; ruleId: string | null; title: string; kind: string; href: string | null };

type Uses = { named: ReadonlyMap<string, readonly Use[]>; byDrug: ReadonlyMap<string, readonly Use[]> };

const usesOf = new WeakMap<Knowledge, Uses>();

/** The entries that name this one: the rules that use it, and what asks for it. */
export function usedBy(knowledge: Knowledge, to: ReferenceTarget, id: string): readonly Use[] {
  return uses(knowledge).named.get(`${to} ${id}`) ?? [];
}

/** The rules that use a class: by its id, through a set that holds one of its members, or by a member's name. */
export function rulesOfClass(knowledge: Knowledge, drugClass: DrugClass): Use[] {
  const names = new Set(drugClass.members.map((member) => member.name));
  const sets = knowledge.drugSets.filter((set) => set.members.some((member) => names.has(member.name)));
  const { byDrug } = uses(knowledge);
  const found = [
    ...usedBy(knowledge, "class", drugClass.id),
    ...usedBy(knowledge, "drug", drugClass.id),
    ...sets.flatMap((set) => [...usedBy(knowledge, "set", set.id), ...usedBy(knowledge, "drug", set.id)]),
    ...[...names].flatMap((name) => [...(byDrug.get(name) ?? []), ...usedBy(knowledge, "drug", name)]),
  ];
  return [...new Set(found)].filter((use) => use.id !== drugClass.id).sort(byRule);
}

function byRule(a: Use, b: Use): number {
  return (
    a.kind.localeCompare(b.kind) || (a.ruleId ?? "").localeCompare(b.ruleId ?? "") || a.title.localeCompare(b.title)
  );
}

function uses(knowledge: Knowledge): Uses {
  const known = usesOf.get(knowledge);
  if (known !== undefined) return known;
  const entries = new Map<object, Use>([
    ...knowledge.classes.map((one): [object, Use] => [
      one,
      { id: one.id, ruleId: one.ruleId, title: one.name, kind: "Class", href: classHref(one.id) },
    ]),
    ...knowledge.interactions.map((one): [object, Use] => [
      one,
      { id: one.id, ruleId: one.ruleId, title: one.title, kind: "Interaction", href: interactionHref(one.id) },
    ]),
    ...knowledge.conditions.map((one): [object, Use] => [
      one,
      { id: one.id, ruleId: one.ruleId, title: one.name, kind: "Condition", href: conditionHref(one.id) },
    ]),
    ...knowledge.redFlags.map((one): [object, Use] => [
      one,
      { id: one.id, ruleId: one.ruleId, title: one.title, kind: "Red flag", href: redFlagHref(one.id) },
    ]),
    ...knowledge.mechanisms.map((one): [object, Use] => [
      one,
      { id: one.id, ruleId: null, title: one.name, kind: "Mechanism", href: null },
    ]),
    ...knowledge.labs.map((one): [object, Use] => [
      one,
      { id: one.id, ruleId: null, title: one.name, kind: "Laboratory test", href: labHref(one.id) },
    ]),
    ...knowledge.treatments.map((one): [object, Use] => [
      one,
      { id: one.id, ruleId: null, title: one.name, kind: "Treatment", href: treatmentHref(one.id) },
    ]),
    ...knowledge.hints.map((one): [object, Use] => [
      one,
      { id: one.id, ruleId: null, title: one.question, kind: "Question", href: null },
    ]),
  ]);
  const named = new Map<string, Use[]>();
  const byDrug = new Map<string, Use[]>();
  for (const { from, to, id } of referencesOf({ knowledge })) {
    const use = entries.get(from);
    if (use !== undefined && use.id !== id) add(named, `${to} ${id}`, use);
  }
  const selectors: (readonly [object, DrugSelector])[] = [
    ...knowledge.interactions.flatMap((one) => one.drugs.map((drugs) => [one, drugs] as const)),
    ...knowledge.hints.map((one) => [one, one.drugs] as const),
    ...knowledge.treatments.flatMap((one) => (one.drugs ? [[one, one.drugs] as const] : [])),
  ];
  for (const [from, { ingredients }] of selectors) {
    const use = entries.get(from);
    if (use !== undefined) ingredients.forEach((name) => add(byDrug, name, use));
  }
  const result = { named, byDrug };
  usesOf.set(knowledge, result);
  return result;
}

function add(map: Map<string, Use[]>, key: string, use: Use): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [use]);
  else if (!list.includes(use)) list.push(use);
}
