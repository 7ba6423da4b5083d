import { describe, expect, it } from "vitest";
import type { CaseInput } from "@/lib/domain/case";
import { reviewInput } from "@/lib/intake/review-input";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";

const knowledge = loadKnowledge();
const review = (labs: string, context: Record<string, unknown> = {}, more: Partial<CaseInput> = {}) =>
  reviewInput(
    {
      medications: "Paracetamol 500 mg as needed",
      labs: labs === "" ? "" : `${labs} 20 Nov 2026`,
      ...more,
      context: { asOf: "2026-11-22", jurisdiction: "UK", ageYears: 60, sex: "female", ...context },
    },
    { knowledge, today: "2026-11-22" },
  ).review;
const about = (labId: string, ...of: Parameters<typeof review>) => {
  const found = review(...of).findings.filter((finding) => finding.labId === labId);
  return found.map(({ priority }) => priority);
};

describe("a critical result at every age", () => {
  it.each([
    ["potassium", "K 1.9 mmol/L", 17],
    ["potassium", "K 6.7 mmol/L", 9],
    ["calcium-adj", "Ca adjusted 1.5 mmol/L", 15],
    ["ck", "CK 20000 U/L", 15],
    ["magnesium", "Mg 0.35 mmol/L", 12],
    ["sodium", "Na 119 mmol/L", 17],
    ["phosphate", "Phosphate 0.25 mmol/L", 16],
  ])("is act-now: %s, %s at %d years", (labId, labs, ageYears) => {
    expect(about(labId, labs, { ageYears })).toContain("act-now");
  });

  it.each([
    ["sodium", "Na 129 mmol/L", 15, 16],
    ["creatinine", "Creatinine 210 umol/L", 10, 17],
    ["urea", "Urea 12 mmol/L", 12, 18],
    ["glucose", "Glucose 16 mmol/L", 8, 40],
  ])("is by the stricter limit under 16: %s, %s at %d and not at %d", (labId, labs, young, older) => {
    expect(about(labId, labs, { ageYears: young })).toContain("act-now");
    expect(about(labId, labs, { ageYears: older })).not.toContain("act-now");
  });

  it("names rhabdomyolysis and the paralysis of a low potassium at 15", () => {
    const ids = (labs: string, symptoms: Record<string, string> = {}) =>
      review(labs, { ageYears: 15, symptoms }).findings.map(({ id }) => id);
    expect(ids("CK 20000 U/L")).toContain("red-flag:rhabdomyolysis");
    expect(ids("K 2.7 mmol/L", { weakness: "yes" }).join()).toMatch(/red-flag:(periodic-paralysis|severe-potassium)/);
  });

  it("leaves an ordinary result of a child to the laboratory's own range", () => {
    expect(about("potassium", "K 3.3 mmol/L", { ageYears: 9 })).toEqual(["info"]);
    expect(review("K 3.3 mmol/L", { ageYears: 9 }).findings.map(({ id }) => id)).toContain("safety:under-18");
  });
});

describe("a marked result, between abnormal and critical", () => {
  it.each([
    ["potassium", "K 2.6 mmol/L"],
    ["potassium", "K 6.2 mmol/L"],
    ["sodium", "Na 122 mmol/L"],
    ["sodium", "Na 152 mmol/L"],
    ["calcium-adj", "Ca adjusted 1.85 mmol/L"],
    ["calcium-adj", "Ca adjusted 3.2 mmol/L"],
    ["ck", "CK 3900 U/L"],
    ["glucose", "Glucose 2.6 mmol/L"],
    ["potassium", "K < 2.8 mmol/L"],
  ])("is at least review, with its source: %s, %s", (labId, labs) => {
    const finding = review(labs).findings.find((one) => one.labId === labId);
    expect(finding?.priority).toBe("review");
    expect(finding?.title).toMatch(/markedly (low|high)/);
    expect(finding?.sources.length).toBeGreaterThan(0);
  });

  it.each([
    ["potassium", "K 2.8 mmol/L", "consider"],
    ["potassium", "K 5.9 mmol/L", "consider"],
    ["sodium", "Na 125 mmol/L", "consider"],
    ["calcium-adj", "Ca adjusted 1.9 mmol/L", "consider"],
    ["ck", "CK 1900 U/L", "consider"],
    ["potassium", "K 2.5 mmol/L", "act-now"],
  ])("begins beyond its limit and ends at the critical one: %s, %s is %s", (labId, labs, priority) => {
    expect(about(labId, labs)).toEqual([priority]);
  });

  it("is quieter when it is months old, and louder where the laboratory calls it critical", () => {
    const old = reviewInput(
      {
        medications: "Paracetamol",
        labs: "K 2.6 mmol/L 1 Aug 2026",
        context: { asOf: "2026-11-22", jurisdiction: "UK", ageYears: 60 },
      },
      { knowledge, today: "2026-11-22" },
    ).review;
    expect(old.findings.find(({ labId }) => labId === "potassium")?.priority).toBe("consider");
  });
});

describe("a bare number that says the same in every unit it can be in", () => {
  it.each([
    ["magnesium", "Mg 0.62", "consider"],
    ["phosphate", "Phosphate 0.4", "consider"],
    ["magnesium", "Mg 0.3", "act-now"],
  ])("is judged without one: %s, %s is %s", (labId, labs, priority) => {
    const finding = review(labs).findings.find((one) => one.labId === labId);
    expect(finding?.priority).toBe(priority);
    expect(finding?.title).toContain("unit not given");
  });

  it.each(["Mg 1.4", "Mg 0.9", "Ca 9.1"])("and is asked about where the units differ: %s", (labs) => {
    expect(
      review(labs)
        .findings.map(({ title }) => title)
        .join(),
    ).toContain("so it was not judged");
  });
});

describe("dialysis", () => {
  const dialysed = { dialysis: true };

  it.each([
    ["creatinine", "Creatinine 780 umol/L"],
    ["creatinine", "Creatinine 900 umol/L"],
    ["urea", "Urea 34 mmol/L"],
  ])("makes %s no emergency by itself: %s", (labId, labs) => {
    expect(about(labId, labs, dialysed)).not.toContain("act-now");
    expect(about(labId, labs)).toContain("act-now");
  });

  it("has no eGFR, computed or reported, and still is below every kidney limit of a dose", () => {
    const own = review("Creatinine 780 umol/L, eGFR 6", dialysed, { conditions: ["N18.6", "Z99.2"] });
    expect(JSON.stringify(own)).not.toMatch(/CKD-EPI|eGFR \d/);
    expect(own.findings.map(({ title }) => title)).toContain("eGFR not used: it means nothing on dialysis");
  });

  it("leaves a critical potassium, and a child's creatinine off dialysis, what they are", () => {
    expect(about("potassium", "K 6.8 mmol/L", dialysed)).toContain("act-now");
    expect(about("creatinine", "Creatinine 400 umol/L", { ageYears: 10 })).toContain("act-now");
  });
});
