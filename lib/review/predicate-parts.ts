import type { Predicate } from "@/lib/knowledge/predicates/predicate-schema";

/** Ids of the labs that a predicate asks about. */
export function labsIn(predicate: Predicate): string[] {
  if ("all" in predicate) return predicate.all.flatMap(labsIn);
  if ("any" in predicate) return predicate.any.flatMap(labsIn);
  if ("not" in predicate) return labsIn(predicate.not);
  return "lab" in predicate ? [predicate.lab] : [];
}

/** Ids of the conditions that a predicate asks about, without those it denies. */
export function conditionsIn(predicate: Predicate): string[] {
  if ("all" in predicate) return predicate.all.flatMap(conditionsIn);
  if ("any" in predicate) return predicate.any.flatMap(conditionsIn);
  return "condition" in predicate ? [predicate.condition] : [];
}

/** Ids of the symptoms that a predicate asks about, without those it denies. */
export function symptomsIn(predicate: Predicate): string[] {
  if ("all" in predicate) return predicate.all.flatMap(symptomsIn);
  if ("any" in predicate) return predicate.any.flatMap(symptomsIn);
  return "symptom" in predicate ? [predicate.symptom] : [];
}

/** Whether a predicate asks for a symptom or a sign anywhere. */
export function asksForSigns(predicate: Predicate): boolean {
  if ("all" in predicate) return predicate.all.some(asksForSigns);
  if ("any" in predicate) return predicate.any.some(asksForSigns);
  if ("not" in predicate) return asksForSigns(predicate.not);
  return "symptom" in predicate || "sign" in predicate || "ticked" in predicate;
}
