import type { Ingredient } from "@/lib/domain/medication";
import type { Knowledge } from "@/lib/knowledge/schema";

/** Name of the class that the knowledge base files a drug under, in lower case as in running text; null where it knows none. */
export function classNameOf(knowledge: Pick<Knowledge, "classes">, ingredients: readonly Ingredient[]): string | null {
  const found = knowledge.classes.find((drugClass) =>
    drugClass.members.some((member) =>
      ingredients.some((one) => (one.rxcui !== null && one.rxcui === member.rxcui) || one.name === member.name),
    ),
  );
  return found ? lowerFirst(found.name) : null;
}

/** Keeps abbreviations (“SGLT2 inhibitors”) as they are. */
function lowerFirst(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
