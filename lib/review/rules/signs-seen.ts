import type { Predicate } from "@/lib/knowledge/predicates/predicate-schema";
import { SYMPTOM_NAMES } from "@/lib/review/facts/symptoms/symptom-names";
import { unique } from "@/lib/review/format";
import { evaluate, signsTold, type PredicateFacts } from "./evaluate-predicate";

/** The signs and symptoms that make a predicate hold, by their short names: "dark urine", "weakness". */
export function signsSeen(predicate: Predicate, facts: PredicateFacts): string[] {
  const seen: string[] = [];
  const open: Predicate[] = [predicate];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if ("not" in part || evaluate(part, facts) !== true) continue;
    if ("all" in part) open.push(...part.all.toReversed());
    else if ("any" in part) open.push(...part.any.toReversed());
    else if ("symptom" in part) seen.push(nameOf(part.symptom));
    else if ("ticked" in part) seen.push(nameOf(part.ticked));
    else if ("sign" in part)
      seen.push(...signsTold(part, facts.symptoms.signs).map(({ id, quote }) => SYMPTOM_NAMES[id] ?? `“${quote}”`));
  }
  return unique(seen);
}

function nameOf(symptom: string): string {
  return SYMPTOM_NAMES[symptom] ?? symptom;
}
