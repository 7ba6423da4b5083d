import type { Interaction } from "@/lib/knowledge/schema";
import { severityRank, type MatchedInteraction, type Participant } from "./match-interactions";
import { byText, unique } from "@/lib/review/format";

/** A row after the loudest of each pair was chosen, with the partners that it still speaks for. */
export interface ReportedInteraction extends MatchedInteraction {
  /** Ingredient names, in alphabetical order. */
  readonly ingredients: readonly string[];
}

/**
 * One alert a pair: the most severe row wins; where two are alike, the one of more drugs and then the one that stands first in
 * the content. A row that is replaced by another loses the pairs of that other, however severe it is. Rows about one drug
 * (with a condition or a result) have no pair and all stay.
 */
export function oneInteractionPerPair(
  fired: readonly MatchedInteraction[],
  order: ReadonlyMap<Interaction, number>,
): ReportedInteraction[] {
  const ranked = [...fired].sort(
    (a, b) =>
      severityRank(a.severity) - severityRank(b.severity) ||
      b.slots.length - a.slots.length ||
      Number(b.row.verified) - Number(a.row.verified) ||
      (order.get(a.row) ?? 0) - (order.get(b.row) ?? 0),
  );
  const replacedPairs = new Map<string, Set<string>>();
  for (const { row, slots } of ranked) {
    for (const replaced of row.replaces) {
      const pairs = replacedPairs.get(replaced) ?? new Set<string>();
      replacedPairs.set(replaced, pairs);
      for (const { key } of pairsOf(slots)) pairs.add(key);
    }
  }
  const taken = new Set<string>();
  return ranked.flatMap((row) => {
    if (row.slots.length === 1) return [{ ...row, ingredients: namesOf(row.slots[0] ?? []) }];
    const replaced = replacedPairs.get(row.row.id);
    const own = pairsOf(row.slots).filter(({ key }) => !taken.has(key) && replaced?.has(key) !== true);
    if (own.length === 0) return [];
    for (const { key } of own) taken.add(key);
    return [
      {
        ...row,
        ingredients: namesOf(row.slots.length > 2 ? row.slots.flat() : own.flatMap(({ partners }) => partners)),
      },
    ];
  });
}

function namesOf(partners: readonly Participant[]): string[] {
  return unique(partners.map(({ profile }) => profile.name)).sort(byText);
}

/** Pairs of different ingredients from different places of a row. */
function pairsOf(slots: readonly (readonly Participant[])[]): { key: string; partners: [Participant, Participant] }[] {
  const pairs = new Map<string, [Participant, Participant]>();
  slots.forEach((partners, slot) => {
    for (const other of slots.slice(slot + 1)) {
      for (const a of partners) {
        for (const b of other) {
          if (a.profile.key === b.profile.key) continue;
          const key =
            a.profile.key < b.profile.key ? `${a.profile.key}|${b.profile.key}` : `${b.profile.key}|${a.profile.key}`;
          if (!pairs.has(key)) pairs.set(key, [a, b]);
        }
      }
    }
  });
  return [...pairs].map(([key, partners]) => ({ key, partners }));
}
