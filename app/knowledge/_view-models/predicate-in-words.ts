import { wordsOfPredicate } from "@/lib/knowledge/predicates/predicate-text";
import type { Predicate } from "@/lib/knowledge/predicates/predicate-schema";
import type { Knowledge } from "@/lib/knowledge/schema";

/** A condition of the content in words, with the names of what it speaks of in place of their ids. */
export function describePredicate(knowledge: Knowledge, predicate: Predicate): string {
  return wordsOfPredicate(withNames(knowledge, predicate));
}

function withNames(knowledge: Knowledge, predicate: Predicate): Predicate {
  if ("all" in predicate) return { all: predicate.all.map((part) => withNames(knowledge, part)) };
  if ("any" in predicate) return { any: predicate.any.map((part) => withNames(knowledge, part)) };
  if ("not" in predicate) return { not: withNames(knowledge, predicate.not) };
  if ("condition" in predicate)
    return {
      ...predicate,
      condition: lowerFirst(
        knowledge.conditions.find((one) => one.id === predicate.condition)?.name ?? predicate.condition,
      ),
    };
  if ("lab" in predicate)
    return {
      ...predicate,
      lab: lowerFirst(knowledge.labs.find((one) => one.id === predicate.lab)?.name ?? predicate.lab),
    };
  if ("drug" in predicate) return { ...predicate, drug: predicate.drug.map((id) => drugGroupName(knowledge, id)) };
  return predicate;
}

/** Class or set by its name; an ingredient's name as it is. */
export function drugGroupName(knowledge: Knowledge, id: string): string {
  const group = knowledge.classes.find((one) => one.id === id) ?? knowledge.drugSets.find((one) => one.id === id);
  return group === undefined ? id : lowerFirst(group.name);
}

/** Keeps abbreviations (“SGLT2 inhibitors”, “ACE inhibitors”) as they are. */
function lowerFirst(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
