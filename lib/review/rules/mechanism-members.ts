import { mechanismsOf, type ClassMatch } from "./match-classes";
import { byText, unique } from "@/lib/review/format";

/** Ingredients of the list whose classes act by a mechanism, in alphabetical order. */
export function clusterMembers(mechanismId: string, matches: readonly ClassMatch[]): string[] {
  return unique(
    matches.filter((match) => mechanismsOf(match).includes(mechanismId)).map(({ profile }) => profile.name),
  ).sort(byText);
}
