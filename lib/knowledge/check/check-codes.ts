import type { BuiltKnowledge } from "@/lib/knowledge/load/build-knowledge";
import type { Finding } from "./content-problem";

/** ICD-10-CM prefixes look like ones, and no two conditions claim the same: which one a code belongs to must not hang on their order. */
export function checkConditionCodes({ knowledge }: BuiltKnowledge): Finding[] {
  const owner = new Map<string, string>();
  return knowledge.conditions.flatMap((condition) =>
    [
      ...condition.icd10cm.map((code, i) => ({ code, i, field: "icd10cm" })),
      ...condition.icd10cmExcept.map((code, i) => ({ code, i, field: "icd10cmExcept" })),
    ].flatMap(({ code, i, field }): Finding[] => {
      if (!/^[A-Z](\d([\dA-Z](\.[\dA-Z]{1,4})?)?)?$/.test(code))
        return [problem(condition, field, i, `"${code}" is no ICD-10-CM prefix`)];
      if (field === "icd10cmExcept") return [];
      const other = owner.get(code);
      owner.set(code, other ?? condition.id);
      return other === undefined ? [] : [problem(condition, field, i, `"${code}" already belongs to "${other}"`)];
    }),
  );
}

function problem(at: object, field: string, index: number, message: string): Finding {
  return { severity: "error", rule: "condition-code", at, path: [field, index], message };
}
