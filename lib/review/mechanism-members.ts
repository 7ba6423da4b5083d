import { mechanismsOf, type ClassMatch } from "./match-class";
import { byText, unique } from "./wording";

/** Ingredients of the list whose classes act by a mechanism, in alphabetical order. */
export function clusterMembers(mechanismId: string, matches: readonly ClassMatch[]): string[] {
  return unique(matches.filter((match) => mechanismsOf(match).includes(mechanismId)).map(({ profile }) => profile.name)).sort(byText);
}
