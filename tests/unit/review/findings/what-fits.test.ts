import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseInput } from "@/lib/domain/case";
import { reviewInput } from "@/lib/intake/review-input";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";

const knowledge = loadKnowledge();
const run = (medications: string[], more: Partial<CaseInput> = {}, context: Record<string, unknown> = {}) =>
  reviewInput(
    {
      medications,
      ...more,
      context: { asOf: "2026-11-22", jurisdiction: "UK", ageYears: 60, sex: "female", ...context },
    },
    { knowledge, today: "2026-11-22" },
  ).review;
type Run = Parameters<typeof run>;
const words = (...of: Run) =>
  run(...of)
    .findings.flatMap(({ title, options, against, reasons }) => [title, ...options, ...against, ...reasons])
    .join(" | ");
const find = (id: string, ...of: Run) => run(...of).findings.find((finding) => finding.id === id);
const dated = (labs: string) => ({ labs: `${labs} 20 Nov 2026` });

describe("two drugs that keep potassium", () => {
  it.each([
    [["eplerenone 25 mg", "spironolactone 25 mg", "ramipril 5 mg"], "interaction:hyperk-two-sparing", "act-now"],
    [["co-amilofruse 5/40", "spironolactone 25 mg"], "interaction:hyperk-two-sparing", "act-now"],
    [["triamterene 50 mg", "eplerenone 50 mg"], "interaction:hyperk-two-sparing", "act-now"],
    [["finerenone 10 mg", "spironolactone 25 mg"], "interaction:hyperk-finerenone-sparing", "review"],
    [
      ["potassium chloride 600 mg", "eplerenone 25 mg", "lisinopril 10 mg"],
      "interaction:hyperk-eplerenone-potassium",
      "act-now",
    ],
    [["potassium citrate 10 mEq", "triamterene 50 mg"], "interaction:hyperk-sparing-potassium", "review"],
    [["potassium citrate 10 mEq", "amiloride 5 mg"], "interaction:amiloride-potassium-uk", "act-now"],
  ])("%j is %s at %s", (list, id, priority) => {
    expect(find(id, list)?.priority).toBe(priority);
  });

  it("says nothing that calms at a potassium of 5.9, and still says it where potassium is well", () => {
    const list = ["spironolactone 25 mg", "ramipril 5 mg"];
    expect(words(list, dated("K 5.9 mmol/L"))).not.toMatch(/An expected combination|monitored, not avoided/);
    expect(words(list, dated("K 4.4 mmol/L"))).toContain("An expected combination in heart failure");
    expect(find("interaction:hyperk-two-sparing", ["spironolactone 25 mg", "furosemide 40 mg"])).toBeUndefined();
  });
});

describe("reassurance is silent beside an alarm, and evidence against is not", () => {
  const calm = /about 14 were not due to the statin|Most muscle symptoms on a statin are not due to it/;
  const evidence = "its authors call the statin association small";
  it.each<[string, Partial<CaseInput>, Record<string, unknown>]>([
    ["creatine kinase of 17,000", dated("CK 17000 U/L"), {}],
    ["creatine kinase of 700", dated("CK 700 U/L"), {}],
    ["weakness", {}, { symptoms: { weakness: "yes" } }],
    ["dark urine", {}, { symptoms: { darkUrine: "yes" } }],
    ["a result that was not read", { labs: "CK through the roof, see letter" }, {}],
    ["an unclear magnesium", { labs: "Mg 1.4" }, {}],
  ])("with %s", (_, more, context) => {
    const told = words(["atorvastatin 80 mg daily"], more, context);
    expect(told).not.toMatch(calm);
    expect(told).toContain(evidence);
  });

  it("and is said where nothing speaks", () => {
    expect(words(["atorvastatin 80 mg daily"])).toMatch(calm);
    expect(words(["atorvastatin 80 mg daily"], dated("CK 90 U/L"))).toMatch(calm);
  });

  it("a result that is there is not asked for, and far above the limit ending the statin is named", () => {
    const high = words(["simvastatin 20 mg"], dated("CK 6100 U/L"));
    expect(high).not.toMatch(/Check creatine kinase if there is|cardiovascular benefit usually outweighs/);
    expect(high).toContain("above 10 times the upper limit");
    expect(words(["rosuvastatin 10 mg"], dated("CK 3900 U/L"))).not.toContain("Check creatine kinase if");
    expect(words(["rosuvastatin 10 mg"])).toContain("Check creatine kinase if");
  });
});

it("says what to do with a creatine kinase instead of asking for it", () => {
  const told = (labs: string) => find("lab-result:ck", ["atorvastatin 80 mg"], dated(labs))?.options.join(" ");
  expect(told("CK 3900 U/L")).toContain("Check creatinine, potassium and the urine today");
  expect(told("CK 450 U/L")).toContain("repeat after some days of rest");
  expect(`${told("CK 3900 U/L")}${told("CK 450 U/L")}`).not.toContain("Consider creatine kinase");
});

describe("what is offered fits the patient", () => {
  it.each<[string, Run, RegExp]>([
    ["no beta-blocker in asthma", [["indapamide 2.5 mg"], { conditions: ["asthma"] }], /Beta-blockers without/],
    ["no beta-blocker beside a reliever", [["indapamide 2.5 mg", "salbutamol inhaler"]], /Beta-blockers without/],
    [
      "no rosuvastatin beside ciclosporin",
      [["simvastatin 20 mg", "ciclosporin 100 mg"]],
      /Rosuvastatin does not depend|Consider rosuvastatin/,
    ],
    ["no pravastatin beside gemfibrozil", [["simvastatin 20 mg", "gemfibrozil 600 mg"]], /Pravastatin does not depend/],
    [
      "no test for what is known",
      [["hydrocortisone 10 mg"], { conditions: ["Addison's disease"] }, { symptoms: { vomitingDiarrhoea: "yes" } }],
      /Synacthen/,
    ],
    ["no vismodegib without it", [["amlodipine 10 mg"]], /vismodegib/],
    [
      "no inhaled steroid where there is none",
      [["indapamide 2.5 mg", "furosemide 40 mg", "prednisolone 5 mg"]],
      /inhaled steroid/,
    ],
    ["no missed doses on dialysis", [["baclofen 10 mg"], {}, { dialysis: true }], /missed doses/],
  ])("%s", (_, of, forbidden) => {
    expect(words(...of)).not.toMatch(forbidden);
  });

  it.each<[string, Run, RegExp]>([
    ["a beta-blocker without asthma", [["indapamide 2.5 mg"]], /Beta-blockers without/],
    [
      "rosuvastatin without ciclosporin",
      [["simvastatin 20 mg", "clarithromycin 500 mg"]],
      /Rosuvastatin does not depend/,
    ],
    ["vismodegib with it", [["amlodipine 10 mg", "vismodegib 150 mg"]], /vismodegib cramps/],
    [
      "an inhaled steroid in asthma",
      [["indapamide 2.5 mg", "Fostair 100/6"], { conditions: ["asthma"] }],
      /inhaled steroid/,
    ],
  ])("and offers %s", (_, of, wanted) => {
    expect(words(...of)).toMatch(wanted);
  });

  it("holds for random patients: nothing that is offered is contraindicated with the list or its conditions", () => {
    const drugs = [
      "simvastatin 40 mg",
      "atorvastatin 20 mg",
      "lovastatin 20 mg",
      "ciclosporin 100 mg",
      "gemfibrozil 600 mg",
      "clarithromycin 500 mg",
      "indapamide 2.5 mg",
      "salbutamol inhaler",
      "amlodipine 10 mg",
      "verapamil 240 mg",
      "colchicine 500 micrograms",
      "spironolactone 25 mg",
    ];
    fc.assert(
      fc.property(
        fc.subarray(drugs, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        fc.boolean(),
        (list, asthma, failing) => {
          const told = words(list, { conditions: [...(asthma ? ["asthma"] : []), ...(failing ? ["N18.5"] : [])] });
          const has = (name: string) => list.some((drug) => drug.startsWith(name));
          if (has("ciclosporin") || failing) expect(told).not.toMatch(/Rosuvastatin does not depend/);
          if (has("ciclosporin") || has("gemfibrozil")) expect(told).not.toMatch(/Pravastatin does not depend/);
          if (asthma || has("salbutamol") || has("verapamil")) expect(told).not.toMatch(/Beta-blockers without/);
          expect(told).not.toMatch(/vismodegib|Synacthen/);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("drugs that were stopped and still harm", () => {
  it.each<[string, Run, string, string]>([
    [
      "a steroid of months",
      [
        ["prednisolone 20 mg daily for 8 months, stopped 4 days ago"],
        dated("Na 128 mmol/L, K 5.7 mmol/L"),
        { symptomText: "vomiting" },
      ],
      "safety:adrenal-crisis-after-steroid",
      "act-now",
    ],
    [
      "dexamethasone, with collapse",
      [["dexamethasone 2 mg since Jan 2026, stopped 10 Nov 2026"], {}, { symptoms: { collapse: "yes" } }],
      "safety:adrenal-crisis-after-steroid",
      "act-now",
    ],
    [
      "a steroid, with a low sodium alone",
      [["prednisone 10 mg, stopped Oct 2026"], dated("Na 129 mmol/L")],
      "safety:adrenal-crisis-after-steroid",
      "review",
    ],
    [
      "a statin stopped 60 days ago",
      [["atorvastatin 40 mg, stopped 23 Sep 2026"], dated("CK 6500 U/L"), { symptoms: { weakness: "yes" } }],
      "safety:statin-myopathy-that-goes-on",
      "review",
    ],
    [
      "a statin stopped a year ago",
      [["rosuvastatin 20 mg, stopped Dec 2025"], dated("CK 2400 U/L")],
      "safety:statin-myopathy-that-goes-on",
      "review",
    ],
    [
      "baclofen, with rigidity and fever",
      [["baclofen 20 mg three times daily, stopped 20 Nov 2026"], {}, { symptoms: { rigidity: "yes", fever: "yes" } }],
      "safety:baclofen-withdrawal",
      "act-now",
    ],
    ["baclofen", [["baclofen 20 mg three times daily, stopped 18 Nov 2026"]], "safety:baclofen-withdrawal", "review"],
    [
      "morphine",
      [["morphine sulfate modified release 60 mg twice daily, stopped 19 Nov 2026"]],
      "safety:opioid-stopped",
      "review",
    ],
    [
      "denosumab, with a low calcium",
      [["denosumab 60 mg, stopped 1 Oct 2026"], dated("Ca adjusted 1.95 mmol/L")],
      "safety:denosumab-low-calcium-after-stopping",
      "review",
    ],
  ])("%s", (_, of, id, priority) => {
    expect(find(id, ...of)?.priority).toBe(priority);
  });

  it.each<[string, Run, string]>([
    [
      "a steroid of one week",
      [["prednisolone 30 mg from 10 Nov 2026, stopped 16 Nov 2026"], dated("Na 128 mmol/L, K 5.7 mmol/L")],
      "safety:adrenal-crisis-after-steroid",
    ],
    ["a steroid without a sign", [["prednisolone 20 mg, stopped Oct 2026"]], "safety:adrenal-crisis-after-steroid"],
    [
      "a steroid that goes on",
      [["prednisolone 20 mg daily"], dated("Na 128 mmol/L, K 5.7 mmol/L")],
      "safety:adrenal-crisis-after-steroid",
    ],
    [
      "a statin with an ordinary creatine kinase",
      [["atorvastatin 40 mg, stopped 23 Sep 2026"], dated("CK 120 U/L")],
      "safety:statin-myopathy-that-goes-on",
    ],
    ["baclofen of last year", [["baclofen 20 mg, stopped Oct 2025"]], "safety:baclofen-withdrawal"],
    ["tizanidine", [["tizanidine 4 mg, stopped 20 Nov 2026"]], "safety:baclofen-withdrawal"],
    [
      "denosumab with a good calcium",
      [["denosumab 60 mg, stopped 1 Oct 2026"], dated("Ca adjusted 2.35 mmol/L")],
      "safety:denosumab-low-calcium-after-stopping",
    ],
  ])("but not: %s", (_, of, id) => {
    expect(find(id, ...of)).toBeUndefined();
  });
});

describe("drugs for cramps that build up", () => {
  it("names baclofen and the gabapentinoids on dialysis, and at once with jerks or drowsiness", () => {
    const list = [
      "baclofen 20 mg three times daily",
      "gabapentin 800 mg three times daily",
      "pregabalin 150 mg twice daily",
    ];
    expect(find("safety:baclofen-kidney-failure", list, {}, { dialysis: true })?.priority).toBe("review");
    const drowsy = [list, {}, { dialysis: true, symptoms: { confusion: "yes" } }] as const;
    expect(find("safety:baclofen-kidney-failure", [...drowsy[0]], drowsy[1], drowsy[2])?.priority).toBe("act-now");
    expect(find("safety:gabapentinoid-kidney-failure", [...drowsy[0]], drowsy[1], drowsy[2])?.ingredients).toEqual([
      "gabapentin",
      "pregabalin",
    ]);
    expect(find("safety:gabapentinoid-kidney-failure", ["pregabalin 75 mg"], { conditions: ["N18.4"] })?.priority).toBe(
      "review",
    );
    expect(find("safety:baclofen-kidney-failure", ["baclofen 10 mg"], dated("Creatinine 70 umol/L"))).toBeUndefined();
    expect(find("safety:baclofen-kidney-failure", ["methocarbamol 750 mg"], {}, { dialysis: true })).toBeUndefined();
  });
});
