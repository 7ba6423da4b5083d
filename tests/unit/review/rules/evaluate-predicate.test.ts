import { describe, expect, it } from "vitest";
import type { Predicate } from "@/lib/knowledge/predicates/predicate-schema";
import { presentConditions } from "@/lib/review/rules/present-conditions";
import { explain } from "@/lib/review/rules/explain-predicate";
import { readFacts, type Facts } from "@/lib/review/facts/facts";
import { indexOf } from "@/lib/review/facts/knowledge-index";
import { evaluate, type Subject } from "@/lib/review/rules/evaluate-predicate";
import { conditionsIn, labsIn, symptomsIn } from "@/lib/review/predicate-parts";
import { allOf, anyOf, negate } from "@/lib/review/facts/three-valued";
import { caseOf, conditionPiece, type CaseParts } from "@/tests/unit/review/fixtures/cases";
import { testKnowledge } from "@/tests/unit/review/fixtures/knowledge";

export function factsOf(parts: CaseParts): Facts {
  const patientCase = caseOf(parts);
  const read = readFacts(patientCase, indexOf(testKnowledge));
  return { ...read, conditions: presentConditions(patientCase, read) };
}

const truth = (predicate: Predicate, parts: CaseParts = {}) => evaluate(predicate, factsOf(parts));

describe("three values", () => {
  it("follow Kleene: unknown never becomes no", () => {
    expect([anyOf([true, null]), anyOf([false, null]), anyOf([false]), anyOf([])]).toEqual([true, null, false, false]);
    expect([allOf([true, null]), allOf([false, null]), allOf([true]), allOf([])]).toEqual([null, false, true, true]);
    expect([negate(true), negate(false), negate(null)]).toEqual([false, true, null]);
  });
});

describe("a predicate about the patient", () => {
  it.each<[string, Predicate, CaseParts, boolean | null]>([
    ["a symptom answered yes", { symptom: "fever" }, { context: { symptoms: { fever: "yes" } } }, true],
    ["a symptom answered no", { symptom: "fever" }, { context: { symptoms: { fever: "no" } } }, false],
    ["a symptom not answered", { symptom: "fever" }, {}, null],
    ["a symptom answered not known", { symptom: "fever" }, { context: { symptoms: { fever: "unknown" } } }, null],
    ["a listed condition", { condition: "cirrhosis" }, { conditions: ["K74.60"] }, true],
    ["a condition that is not on the list", { condition: "cirrhosis" }, { conditions: ["I10"] }, false],
    ["a negated condition", { condition: "cirrhosis" }, { conditions: [conditionPiece("K74.60", "negated")] }, false],
    ["a code by prefix", { icd10cm: ["N18.4", "N18.5"] }, { conditions: ["N18.4"] }, true],
    ["another code", { icd10cm: ["N18.4"] }, { conditions: ["N18.30"] }, false],
    ["a low result", { lab: "potassium", is: "low" }, { labs: [["potassium", 3, "mmol/L"]] }, true],
    ["a critical result is low too", { lab: "potassium", is: "low" }, { labs: [["potassium", 2, "mmol/L"]] }, true],
    ["a normal result", { lab: "potassium", is: "low" }, { labs: [["potassium", 4, "mmol/L"]] }, false],
    ["no result", { lab: "potassium", is: "low" }, {}, null],
    [
      "a result without a unit that is not judged",
      { lab: "magnesium", is: "low" },
      { labs: [["magnesium", 1.4]] },
      null,
    ],
    ["a result in words", { lab: "potassium", is: "low" }, { labs: [["potassium", "low"]] }, true],
    [
      "abnormal is neither low nor high for sure",
      { lab: "potassium", is: "low" },
      { labs: [["potassium", "abnormal"]] },
      null,
    ],
    [
      "a number in another unit",
      { lab: "magnesium", below: 0.7, unit: "mmol/L" },
      { labs: [["magnesium", 1.5, "mg/dL"]] },
      true,
    ],
    [
      "a number at the bound",
      { lab: "potassium", above: 5, unit: "mmol/L" },
      { labs: [["potassium", 5, "mmol/L"]] },
      false,
    ],
    [
      "eGFR from creatinine",
      { egfrBelow: 60 },
      { labs: [["creatinine", 200, "umol/L"]], context: { ageYears: 70, sex: "male" } },
      true,
    ],
    ["eGFR without age", { egfrBelow: 60 }, { labs: [["creatinine", 200, "umol/L"]] }, null],
    ["an age", { ageAtLeast: 65 }, { context: { ageYears: 65 } }, true],
    ["a younger age", { ageBelow: 18 }, { context: { ageYears: 18 } }, false],
    ["no age", { ageAtLeast: 65 }, {}, null],
    ["sex", { sex: "female" }, { context: { sex: "female" } }, true],
    ["no sex", { sex: "female" }, {}, null],
    ["pregnancy by code", { pregnant: true }, { conditions: ["Z33.1"] }, true],
    ["pregnancy not entered", { pregnant: true }, {}, null],
    ["pregnancy denied", { pregnant: true }, { context: { pregnant: false } }, false],
    ["dialysis by code", { dialysis: true }, { conditions: ["Z99.2"] }, true],
    ["alcohol", { alcoholUnitsAbove: 14 }, { context: { alcoholUnitsPerWeek: 20 } }, true],
    ["alcohol not entered", { alcoholUnitsAbove: 14 }, {}, null],
    ["a drug by class", { drug: ["thiazide"] }, { meds: ["indapamide"] }, true],
    ["a drug by name", { drug: ["indapamide"] }, { meds: ["indapamide"] }, true],
    ["a drug by set", { drug: ["cyp3a4-strong"] }, { meds: ["clarithromycin"] }, true],
    [
      "a stopped drug is not taken",
      { drug: ["thiazide"] },
      { meds: [{ ingredients: ["indapamide"], use: "stopped" }] },
      false,
    ],
    [
      "a combination of parts",
      { all: [{ condition: "cirrhosis" }, { not: { symptom: "fever" } }] },
      { conditions: ["K74.60"], context: { symptoms: { fever: "no" } } },
      true,
    ],
    [
      "a combination with an unknown part",
      { all: [{ condition: "cirrhosis" }, { symptom: "fever" }] },
      { conditions: ["K74.60"] },
      null,
    ],
    ["a question about a drug that nobody asked about", { overuse: true }, {}, null],
  ])("%s", (_, predicate, parts, expected) => {
    expect(truth(predicate, parts)).toBe(expected);
  });
});

describe("a predicate about the medication that is judged", () => {
  const about = (predicate: Predicate, meds: CaseParts["meds"], change: Partial<Subject> = {}) => {
    const facts = factsOf({ meds: meds ?? [] });
    const drug = [...facts.drugs.current, ...facts.drugs.stopped][0];
    if (drug === undefined) throw new Error("no drug");
    return evaluate(predicate, facts, {
      drug,
      ingredient: drug.medication.ingredients[0]?.name ?? "",
      capBreached: null,
      startedInsideWindow: null,
      ...change,
    });
  };

  it("adds up the dose of all products that hold it", () => {
    const above: Predicate = { dailyDoseAbove: 12, unit: "mg" };
    expect(about(above, [{ ingredients: ["pyridoxine"], strength: "10 mg", frequency: "daily" }])).toBe(false);
    expect(
      about(above, [
        { ingredients: ["pyridoxine"], strength: "10 mg", frequency: "daily" },
        { ingredients: ["pyridoxine"], strength: "5 mg", frequency: "daily" },
      ]),
    ).toBe(true);
    expect(about(above, ["pyridoxine"])).toBeNull();
    expect(about(above, [{ ingredients: ["pyridoxine"], strength: "10 mg" }])).toBeNull();
    expect(about(above, [{ ingredients: ["pyridoxine"], strength: "50 mg" }])).toBe(true);
  });

  it("counts how long it was taken, by its start, and does not know it without one", () => {
    const taken: Predicate = { takenForDays: 90 };
    expect(about(taken, [{ ingredients: ["omeprazole"], start: "2026-01" }])).toBe(true);
    expect(about(taken, [{ ingredients: ["omeprazole"], start: "2026-11-01" }])).toBe(false);
    expect(about(taken, [{ ingredients: ["omeprazole"], start: "2026" }])).toBeNull();
    expect(about(taken, ["omeprazole"])).toBeNull();
    expect(
      about(taken, [{ ingredients: ["denosumab"], start: "2026-08-01", use: "current", stop: "2026-08-01" }]),
    ).toBe(true);
  });

  it("looks at a dose that fell", () => {
    const fell: Predicate = { doseFellWithinDays: 14 };
    expect(about(fell, [{ ingredients: ["morphine"], use: "stopped", stop: "2026-11-15" }])).toBe(true);
    expect(about(fell, [{ ingredients: ["morphine"], use: "stopped", stop: "2026-06-15" }])).toBe(false);
    expect(about(fell, ["morphine"])).toBeNull();
    // The latest dose of an injection that goes on is no end of it.
    expect(about(fell, [{ ingredients: ["denosumab"], use: "current", stop: "2026-11-15" }])).toBeNull();
  });

  it("reads overuse from the list", () => {
    const overuse: Predicate = { overuse: true };
    expect(about(overuse, [{ ingredients: ["albuterol"], text: "albuterol inhaler, excessive use" }])).toBe(true);
    expect(about(overuse, [{ ingredients: ["albuterol"], frequency: "every 4 hours" }])).toBe(true);
    expect(about(overuse, [{ ingredients: ["albuterol"], frequency: "twice daily" }])).toBe(false);
    expect(about(overuse, [{ ingredients: ["albuterol"], frequency: "four times daily", asNeeded: true }])).toBeNull();
  });

  it("takes the cap and the window from the judge", () => {
    expect(about({ capBreached: true }, ["simvastatin"], { capBreached: true })).toBe(true);
    expect(about({ startedInsideWindow: true }, ["simvastatin"], { startedInsideWindow: false })).toBe(false);
  });
});

describe("the facts that make it true", () => {
  it("are told in words, and only those that hold", () => {
    const facts = factsOf({
      labs: [["potassium", 3, "mmol/L"]],
      conditions: ["K74.60"],
      context: { ageYears: 73, symptoms: { weakness: "yes", fever: "no" } },
      meds: ["indapamide"],
    });
    const words = explain(
      {
        any: [
          { lab: "potassium", is: "low" },
          { symptom: "weakness" },
          { symptom: "fever" },
          { ageAtLeast: 65 },
          { condition: "cirrhosis" },
          { drug: ["thiazide"] },
          { pregnant: true },
        ],
      },
      facts,
    );
    expect(words).toEqual([
      "Potassium 3 mmol/L on 1 Nov 2026, below 3.5 mmol/L",
      "weakness: answered yes",
      "73 years old",
      "Condition cirrhosis is present",
      "indapamide",
    ]);
    expect(explain({ symptom: "fever" }, facts)).toEqual([]);
  });
});

it("finds the labs, conditions and symptoms that a predicate asks about, not those it denies", () => {
  const predicate: Predicate = {
    all: [
      { lab: "ck", is: "high" },
      { any: [{ condition: "dvt" }, { symptom: "fever" }] },
      { not: { condition: "rls" } },
      { not: { symptom: "numbness" } },
    ],
  };
  expect([labsIn(predicate), conditionsIn(predicate), symptomsIn(predicate)]).toEqual([["ck"], ["dvt"], ["fever"]]);
});
