import { describe, expect, it } from "vitest";
import { ingredientsOf, medications, only, read, usesOf } from "./read";

describe("no drug that is taken is read as stopped", () => {
  it.each([
    "Erythromycin 500 mg qds started in the past 3 days",
    "Torsemide 20 mg od in the past week",
    "Bumetanide 1 mg bd over the past few days",
    "prednisone 20 mg daily in the past month",
    "Ramipril 5 mg ☒ Continue ☐ Stop",
    "Digoxin 125 mcg [x] Continue [ ] Stop [ ] Hold",
    "Atenolol 50 mg Stopped: No",
    "Atenolol 50 mg Held? N",
    "Colchicine 500 mcg Continue: Y",
    "takes his wife's diclofenac 50 mg",
    "not increased, ramipril 5 mg od",
  ])("%s", (line) => {
    expect(medications(line).map(({ use }) => use)).toEqual(["current"]);
  });
});

describe("no drug that is not taken is read as current", () => {
  it.each([
    ["Diltiazem: do not continue", "stopped"],
    ["do NOT give verapamil", "stopped"],
    ["warfarin not restarted", "stopped"],
    ["rosuvastatin was never resumed", "stopped"],
    ["Gemfibrozil 600 mg Continue: N", "stopped"],
    ["Gemfibrozil 600 mg Taking? No", "stopped"],
    ["Fenofibrate 145 mg Stopped: Y", "stopped"],
    ["Metolazone 2.5 mg Held: yes", "held"],
    ["Eplerenone: nil", "stopped"],
    ["Amiloride - none", "stopped"],
    ["Ramipril 5 mg ☐ Continue ☒ Stop", "stopped"],
    ["indapamide d/c'd this morning", "stopped"],
  ])("%s", (line, use) => {
    expect(only(line).use).toBe(use);
  });

  it.each([
    ["NKDA except tramadol - vomiting", "tramadol", "allergy"],
    ["Ask your doctor before restarting: lisinopril 10 mg", "lisinopril", "held"],
    ["the cardiologist wants to start me on Entresto next month", "valsartan", "planned"],
    ["allergic to sulfa and codeine", "codeine", "allergy"],
    ["allopurinol being considered", "allopurinol", "planned"],
  ])("%s", (line, name, use) => {
    expect(usesOf(line)[name]).toBe(use);
  });

  it("one cue speaks of all the bare names that are joined to its own", () => {
    expect(usesOf("pravastatin and indapamide stopped last month")).toEqual({
      pravastatin: "stopped",
      indapamide: "stopped",
    });
    expect(usesOf("atenolol, digoxin and amiodarone on hold")).toEqual({
      atenolol: "held",
      digoxin: "held",
      amiodarone: "held",
    });
    expect(usesOf("atenolol 50 mg daily, pravastatin and indapamide stopped")).toEqual({
      atenolol: "current",
      pravastatin: "stopped",
      indapamide: "stopped",
    });
  });

  it("where a strength leaves the reach open, it is asked", () => {
    const [first, second] = medications("pravastatin 40 mg and indapamide 2.5 mg stopped");
    expect([first?.use, second?.use]).toEqual(["uncertain", "stopped"]);
    expect(first?.doubts).toEqual([{ field: "use", choices: ["current", "stopped"] }]);
  });

  it("what a later clause takes back of a drug with directions is asked", () => {
    const all = medications(
      "on losartan 50 mg, pravastatin 20 mg and digoxin 125 mcg; the ones she has run out of are pravastatin and digoxin",
    );
    expect(all.map(({ use }) => use)).toEqual(["current", "uncertain", "uncertain", "stopped", "stopped"]);
  });
});

describe("whose it is, what is planned and what is tested", () => {
  it.each([
    ["Phenobarbital for my dog", "uncertain"],
    ["her husband's warfarin", "uncertain"],
    ["Tramadol 50 mg for the cat", "uncertain"],
  ])("%s is not current", (line, use) => {
    expect(only(line).use).toBe(use);
  });

  it.each(["Recheck magnesium, calcium next week", "Check potassium, B12 and folate"])("%s names no drug", (line) => {
    expect(medications(line)).toEqual([]);
  });

  it("a dose behind such a verb is one", () => {
    expect(ingredientsOf("repeat magnesium oxide 400 mg daily")).toEqual(["magnesium oxide"]);
  });

  it("how long it is meant to be taken is no start", () => {
    expect(only("Alendronate 70 mg weekly for 6 months then review").start).toBeNull();
    expect(only("Alendronate 70 mg weekly for 6 months").start).toBe("2026-05");
  });

  it("an allergy section is one without its colon, too", () => {
    expect(usesOf("Allergies, Adverse Reactions, Alerts\ncodeine")).toEqual({ codeine: "allergy" });
  });

  it("the day of another drug is no mention of its use", () => {
    expect(usesOf("methotrexate 10 mg weekly. Folic acid 5 mg weekly (not on MTX day)")).toEqual({
      methotrexate: "current",
      "folic acid": "current",
    });
  });

  it("a change of dose is read by its abbreviation", () => {
    expect(only("Bumex 2 mg daily (inc from 1 mg 3 wks ago)").changes).toEqual([
      { date: "2026-11-01", kind: "increased", from: "1 mg", to: "2 mg" },
    ]);
  });
});

describe("who made it is no drug", () => {
  it.each([
    ["ramipril (Bayer) 5 mg", ["ramipril"]],
    ["TEVA-BUMETANIDE 1 mg", ["bumetanide"]],
    ["Apo-Atenolol 50 mg", ["atenolol"]],
    ["Adco-Indapamide 2.5 mg", ["indapamide"]],
    ["Bayer 81 mg daily", ["aspirin"]],
    ["aspirin (Bayer) 81 mg", ["aspirin"]],
  ])("%s", (line, names) => {
    expect(ingredientsOf(line)).toEqual(names);
    expect(read(line)[0]?.status).toBe("recognised");
  });

  it("a part of a combination that is not known is asked, and the known part is not taken for the whole", () => {
    for (const line of ["zorvolinol + indapamide", "indapamide/zorvolinol 2.5 mg", "zorvolinol/amlodipine 5 mg"])
      expect(read(line)[0]?.status).toBe("confirm");
    expect(read("amlodipine 5 mg/day")[0]?.status).toBe("recognised");
  });
});
