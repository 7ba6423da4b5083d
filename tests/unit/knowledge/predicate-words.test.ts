import { describe, expect, it } from "vitest";
import { wordsOfPredicate } from "@/lib/knowledge/predicates/predicate-text";
import { predicateReferences } from "@/lib/knowledge/predicates/predicate-references";
import type { Predicate } from "@/lib/knowledge/predicates/predicate-schema";

describe("a predicate in words", () => {
  it.each<[Predicate, string]>([
    [{ any: [{ dialysis: true }, { egfrBelow: 30 }] }, "dialysis or eGFR under 30"],
    [
      { all: [{ condition: "pad" }, { any: [{ symptom: "restPain" }, { symptom: "coldLimb" }] }] },
      "condition pad and (symptom rest pain or symptom cold limb)",
    ],
    [{ not: { pregnant: true } }, "not pregnant"],
    [{ lab: "potassium", is: "critical-low" }, "potassium critically low"],
    [{ lab: "potassium", above: 5.5, below: 6, unit: "mmol/L" }, "potassium under 6 and above 5.5 mmol/L"],
    [{ drug: ["mra", "lithium"] }, "taking mra, lithium"],
    [{ dailyDoseAbove: 12, unit: "mg" }, "above 12 mg a day"],
    [{ ageAtLeast: 65 }, "age 65 and over"],
    [{ alcoholUnitsAbove: 14 }, "alcohol above 14 units a week"],
  ])("%j is “%s”", (predicate, words) => {
    expect(wordsOfPredicate(predicate)).toBe(words);
  });
});

describe("what a predicate names", () => {
  it("is found at any depth, with its path", () => {
    expect(
      predicateReferences(
        {
          all: [
            { not: { lab: "ck", is: "high" } },
            { any: [{ drug: ["mra", "acei"] }, { condition: "pad" }, { symptom: "fever" }] },
            { pregnant: true },
          ],
        },
        ["when"],
      ),
    ).toEqual([
      { to: "lab", id: "ck", path: ["when", "all", 0, "not", "lab"] },
      { to: "drug", id: "mra", path: ["when", "all", 1, "any", 0, "drug", 0] },
      { to: "drug", id: "acei", path: ["when", "all", 1, "any", 0, "drug", 1] },
      { to: "condition", id: "pad", path: ["when", "all", 1, "any", 1, "condition"] },
      { to: "symptom", id: "fever", path: ["when", "all", 1, "any", 2, "symptom"] },
    ]);
  });
});
