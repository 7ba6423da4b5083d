import type { ClassMatch } from "./match-class";
import { byText, unique } from "./wording";

/** Ingredients of the list whose classes act by a mechanism, in alphabetical order. */
export function clusterMembers(mechanismId: string, matches: readonly ClassMatch[]): string[] {
  return unique(matches.filter(({ rule }) => rule.drugClass.mechanisms.includes(mechanismId)).map(({ profile }) => profile.name)).sort(byText);
}
