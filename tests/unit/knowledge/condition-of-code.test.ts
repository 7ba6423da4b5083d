import { describe, expect, it } from "vitest";
import { conditionIdOf, conditionsOf } from "@/lib/knowledge/condition-of-code";
import { KnownCondition } from "@/lib/knowledge/schema";

const condition = (id: string, ruleId: string, icd10cm: string[], icd10cmExcept: string[] = []) =>
  KnownCondition.parse({
    id,
    ruleId,
    icd10cm,
    icd10cmExcept,
    name: id,
    category: "other",
    role: "cause",
    why: "x",
    redFlag: "no",
    labs: [],
    options: ["Consider it."],
    sources: [],
    reviewBy: "2027-11-22",
    checked: "2026-11-22",
    verified: false,
  });

const knowledge = {
  conditions: [
    condition("diabetes", "CON-01", ["E10", "E11"]),
    condition("neuropathy", "CON-02", ["E11.4", "G63"]),
    condition("cancer", "CON-03", ["C"], ["C44"]),
    condition("foot", "CON-04", ["E11.621"]),
  ],
};

describe("the condition that a code belongs to", () => {
  it("is the one with the longest prefix", () => {
    expect(conditionIdOf(knowledge, "E11.9")).toBe("diabetes");
    expect(conditionIdOf(knowledge, "E11.42")).toBe("neuropathy");
    expect(conditionIdOf(knowledge, "E11.621")).toBe("foot");
  });

  it("does not hang on the dot, on case or on blanks", () => {
    for (const code of ["E1142", "e11.42", " E11.42 "]) expect(conditionIdOf(knowledge, code)).toBe("neuropathy");
  });

  it("is none for a code that nothing claims, that is only wider than a claim, or that is excepted", () => {
    for (const code of ["Z00.0", "E1", "", "  ", "C44.91"]) expect(conditionIdOf(knowledge, code)).toBeNull();
    expect(conditionIdOf(knowledge, "C50.9")).toBe("cancer");
  });

  it("comes with the wider ones behind it", () => {
    expect(conditionsOf(knowledge, "E11.42").map(({ id }) => id)).toEqual(["neuropathy", "diabetes"]);
  });
});
