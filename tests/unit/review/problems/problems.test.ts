import { describe, expect, it } from "vitest";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { reviewInput } from "@/lib/intake/review-input";
import type { Review } from "@/lib/domain/review";

const knowledge = loadKnowledge();

function reviewed(medications: string, more: { labs?: string; conditions?: string[]; context?: object } = {}): Review {
  const { context = {}, ...rest } = more;
  const input = { medications, ...rest, context: { asOf: "2026-11-25", jurisdiction: "US", ...context } };
  return reviewInput(input, { knowledge, today: "2026-11-25" }).review;
}

const problemsOf = (review: Review) => review.problems ?? [];
const problem = (review: Review, id: string) => problemsOf(review).find((one) => one.id === id);

describe("the problems of a review", () => {
  it("hold each finding once", () => {
    const review = reviewed("furosemide 40 mg daily\nsalbutamol inhaler\natorvastatin 40 mg\nomeprazole 20 mg\nzzzz", {
      labs: "K 3.0 mmol/L 20 Nov 2026",
      conditions: ["CKD stage 4", "sciatica"],
    });
    const ids = problemsOf(review).flatMap(({ findingIds }) => findingIds);
    expect(ids.toSorted()).toEqual(review.findings.map(({ id }) => id).toSorted());
    for (const finding of review.findings)
      expect(problem(review, finding.problemId ?? "")?.findingIds).toContain(finding.id);
  });

  it("gather the drugs, the pair, the result and the shared mechanism of a low potassium on one line", () => {
    const review = reviewed("bendroflumethiazide 2.5 mg daily\nalbuterol nebuliser four times daily", {
      labs: "Potassium 2.9 mmol/L 20 Nov 2026",
    });
    const low = problem(review, "low-potassium");
    expect(low?.headline).toMatch(/^Low potassium.*potassium 2\.9 mmol\/L.*20 Nov 2026.*albuterol/);
    expect(low?.results).toContainEqual({
      labId: "potassium",
      value: 2.9,
      unit: "mmol/L",
      date: "2026-11-20",
      band: "low",
    });
    expect(low?.drugs.map(({ ingredient, line }) => [ingredient, line])).toEqual(
      expect.arrayContaining([
        ["bendroflumethiazide", 0],
        ["albuterol", 1],
      ]),
    );
  });

  it("puts a statin with its inhibitor and dark urine under muscle injury, to exclude today", () => {
    const review = reviewed("simvastatin 40 mg nightly\nclarithromycin 500 mg bd", {
      context: { symptomText: "His urine has been the colour of cola since yesterday." },
    });
    const injury = problem(review, "muscle-injury");
    expect(injury).toMatchObject({ priority: "act-now", howSoon: "today" });
    expect(injury?.headline).toMatch(
      /^Muscle injury, to exclude today: dark urine; simvastatin 40 mg with clarithromycin/,
    );
    expect(review.summary?.[0]).toMatch(/^Today: muscle injury: dark urine/);
  });

  it("leaves drugs without a sign of their mechanism among those linked with cramps, none louder than to consider", () => {
    const linked = problem(reviewed("rosuvastatin 10 mg"), "linked-drugs");
    expect(linked).toMatchObject({ priority: "consider", findingIds: ["medication:statin-rosuvastatin"] });
    expect(linked?.drugs[0]).toMatchObject({ ingredient: "rosuvastatin", dose: "10 mg" });
  });

  it("does not call a potassium low that is high, and names it with the drugs that raise it", () => {
    const review = reviewed("spironolactone 50 mg daily\nramipril 10 mg daily", { labs: "K 6.3 mmol/L 24 Nov 2026" });
    expect(problem(review, "high-potassium")?.headline).toMatch(/^High potassium: potassium 6\.3.*ramipril/);
    expect(problem(review, "low-potassium")).toBeUndefined();
  });

  it("joins low magnesium to low potassium where the same drugs lower both, and not where others do", () => {
    const labs = "K 3.0 mmol/L 20 Nov 2026\nMg 0.55 mmol/L 20 Nov 2026";
    const joined = reviewed("furosemide 80 mg daily\nbendroflumethiazide 5 mg daily", { labs });
    expect(problem(joined, "low-potassium")?.title).toBe("Low potassium and low magnesium");
    expect(problem(joined, "low-magnesium")).toBeUndefined();
    expect(
      problem(reviewed("esomeprazole 40 mg daily", { labs: "Mg 0.55 mmol/L 20 Nov 2026" }), "low-magnesium"),
    ).toBeDefined();
  });

  it("says what was not read, in its headline and in the summary", () => {
    const review = reviewed("qwertyzine 5 mg\nramipril 5 mg");
    expect(problem(review, "not-known")?.headline).toMatch(/one entry was not read/i);
    expect(review.summary?.at(-1)).toBe("Not read: one entry.");
  });

  it("names every act-now problem in the summary, however many", () => {
    const review = reviewed(
      "simvastatin 80 mg\nclarithromycin 500 mg\ncolchicine 0.5 mg\nspironolactone 25 mg\nquinine 300 mg",
      {
        labs: "K 6.8 mmol/L 24 Nov 2026\nCK 22000 U/L 24 Nov 2026\nadjusted calcium 1.6 mmol/L 24 Nov 2026",
        context: { symptomText: "Left calf is swollen and hot. Cannot pass water, numb when wiping. Dark urine." },
      },
    );
    const urgent = problemsOf(review).filter(({ priority }) => priority === "act-now");
    expect(urgent.length).toBeGreaterThan(4);
    const summary = (review.summary ?? []).join(" ").toLowerCase();
    for (const { title } of urgent) expect(summary).toContain(title.toLowerCase());
    expect(summary.split(/\s+/).length).toBeLessThanOrEqual(60 + 20 * (urgent.length - 1));
  });

  it("keeps each headline to thirty words", () => {
    const review = reviewed(
      "simvastatin 40 mg\namlodipine 10 mg\namiodarone 200 mg\ndiltiazem 240 mg\nfurosemide 40 mg",
      {
        labs: "K 2.4 mmol/L 24 Nov 2026\nMg 0.4 mmol/L 24 Nov 2026\nNa 118 mmol/L 24 Nov 2026",
        context: { symptomText: "Very weak since yesterday, palpitations, confused, numb feet" },
      },
    );
    for (const { headline } of problemsOf(review)) expect(headline.split(/\s+/).length).toBeLessThanOrEqual(31);
  });

  it("names what the patient takes, where that is not what a tablet holds", () => {
    const review = reviewed("simvastatin 20 mg nocte (patient takes 40)\namlodipine 10 mg");
    expect(problem(review, "muscle-injury")?.headline).toContain("simvastatin 40 mg with amlodipine");
  });
});
