import type { Member } from "@/lib/knowledge/schema";
import { drugNames } from "@/lib/terminology/drugs/drug-names";
import { nameKey } from "@/lib/terminology/drugs/name-key";

/** What is wrong with a member against the terminology: an RxCUI that is another drug's, a name that nobody would find. */
export function memberProblem(member: Member): string | null {
  const names = drugNames();
  const other = member.also === undefined ? null : names.lookup(nameKey(member.also));
  if (
    other !== null &&
    !other.some((entry) =>
      entry.ingredients.some(
        (one) => nameKey(one.name) === nameKey(names.ingredientByName(member.name)?.name ?? member.name),
      ),
    )
  ) {
    return `a list with ${member.also ?? ""} would not be read as ${member.name}`;
  }
  if (member.rxcui === null) {
    const known = names.ingredientByName(member.name);
    return known?.rxcui ? `${member.name} has an RxCUI, ${known.rxcui}` : null;
  }
  const byCode = names.ingredientByRxcui(member.rxcui);
  if (!byCode) return `RxCUI ${member.rxcui} (${member.name}) is no ingredient that the terminology knows`;
  if (nameKey(byCode.name) === nameKey(member.name)) return null;
  const byName = names.ingredientByName(member.name);
  if (byName?.rxcui === member.rxcui) return null;
  return `RxCUI ${member.rxcui} is ${byCode.name} in the terminology, not ${member.name}`;
}

/** Whether a name that the content uses by itself is one that a list can be read to. */
export function ingredientIsKnown(name: string): boolean {
  return drugNames().ingredientByName(name) !== null || drugNames().lookup(nameKey(name)).length > 0;
}
