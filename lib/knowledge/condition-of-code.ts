import type { KnownCondition, Knowledge } from "./schema";

/**
 * Id of the condition that an ICD-10-CM code belongs to, or null. The longest prefix wins (E11.51 is peripheral artery
 * disease, E11.9 diabetes); a prefix listed under `icd10cmExcept` takes the code away from that condition.
 * Codes are compared without the dot and in either case.
 */
export function conditionIdOf(knowledge: Pick<Knowledge, "conditions">, code: string): string | null {
  return conditionsOf(knowledge, code)[0]?.id ?? null;
}

/** All conditions that a code belongs to, the narrowest first; those with equally long prefixes in content order. */
export function conditionsOf(knowledge: Pick<Knowledge, "conditions">, code: string): KnownCondition[] {
  const wanted = plainCode(code);
  if (wanted === "") return [];
  return knowledge.conditions
    .map((condition) => ({ condition, length: longestPrefix(condition, wanted) }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length)
    .map(({ condition }) => condition);
}

function longestPrefix(condition: KnownCondition, code: string): number {
  if (condition.icd10cmExcept.some((prefix) => code.startsWith(plainCode(prefix)))) return 0;
  return Math.max(
    0,
    ...condition.icd10cm
      .map(plainCode)
      .filter((prefix) => code.startsWith(prefix))
      .map((prefix) => prefix.length),
  );
}

function plainCode(code: string): string {
  return code.toUpperCase().replace(/[^A-Z0-9]/g, "");
}
