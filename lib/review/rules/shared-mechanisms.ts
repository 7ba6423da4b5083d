import type { Mechanism } from "@/lib/knowledge/schema";
import type { KnowledgeIndex } from "@/lib/review/facts/knowledge-index";
import { mechanismsOf, type ClassMatch } from "./match-classes";

/** Two or more current drugs that act by one mechanism. */
export interface SharedMechanism {
  readonly mechanism: Mechanism;
  /** Ingredient names, each once, in alphabetical order. */
  readonly ingredients: readonly string[];
  /** Every member is only named in product information. */
  readonly labelOnlyAlone: boolean;
}

/** The clusters of a list, in the order of the content; linear in the number of drugs. */
export function clustersOf(matches: readonly ClassMatch[], index: KnowledgeIndex): SharedMechanism[] {
  const members = new Map<string, Map<string, { name: string; labelOnly: boolean }>>();
  for (const match of matches) {
    const { rule, profile } = match;
    const labelOnly = rule.drugClass.strength === "label-only";
    for (const mechanism of mechanismsOf(match)) {
      const drugs = members.get(mechanism) ?? new Map<string, { name: string; labelOnly: boolean }>();
      members.set(mechanism, drugs);
      const known = drugs.get(profile.key);
      drugs.set(profile.key, { name: profile.name, labelOnly: labelOnly && (known?.labelOnly ?? true) });
    }
  }
  return index.knowledge.mechanisms.flatMap((mechanism) => {
    const drugs = [...(members.get(mechanism.id)?.values() ?? [])];
    if (mechanism.clusterWords === null || drugs.length < 2) return [];
    return [
      {
        mechanism,
        ingredients: drugs.map((drug) => drug.name).sort(),
        labelOnlyAlone: drugs.every((drug) => drug.labelOnly),
      },
    ];
  });
}
