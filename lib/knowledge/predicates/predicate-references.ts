import type { FieldPath } from "@/lib/knowledge/check/content-problem";
import type { Predicate } from "./predicate-schema";

/** Something of the knowledge base, or of the case, that a predicate names. `drug` is a class id, a set id or an ingredient name. */
export interface PredicateReference {
  to: "condition" | "lab" | "symptom" | "drug";
  id: string;
  path: FieldPath;
}

/** Everything that a predicate names, with the path to it. */
export function predicateReferences(predicate: Predicate, path: FieldPath): PredicateReference[] {
  if ("all" in predicate) return predicate.all.flatMap((part, i) => predicateReferences(part, [...path, "all", i]));
  if ("any" in predicate) return predicate.any.flatMap((part, i) => predicateReferences(part, [...path, "any", i]));
  if ("not" in predicate) return predicateReferences(predicate.not, [...path, "not"]);
  if ("condition" in predicate) return [{ to: "condition", id: predicate.condition, path: [...path, "condition"] }];
  if ("lab" in predicate) return [{ to: "lab", id: predicate.lab, path: [...path, "lab"] }];
  if ("symptom" in predicate) return [{ to: "symptom", id: predicate.symptom, path: [...path, "symptom"] }];
  if ("sign" in predicate) return predicate.sign.map((id, i) => ({ to: "symptom", id, path: [...path, "sign", i] }));
  if ("ticked" in predicate) return [{ to: "symptom", id: predicate.ticked, path: [...path, "ticked"] }];
  if ("stopped" in predicate)
    return predicate.stopped.map((id, i) => ({ to: "drug", id, path: [...path, "stopped", i] }));
  if ("drug" in predicate) return predicate.drug.map((id, i) => ({ to: "drug", id, path: [...path, "drug", i] }));
  return [];
}
