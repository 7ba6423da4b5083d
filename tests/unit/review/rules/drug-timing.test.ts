import { describe, expect, it } from "vitest";
import type { CaseInput } from "@/lib/domain/case";
import { reviewInput } from "@/lib/intake/review-input";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { timelineOf } from "@/lib/report/timeline/timeline";

const knowledge = loadKnowledge();
const run = (medications: string, onset = "2026-11-15") => {
  const input: CaseInput = {
    medications,
    context: { asOf: "2026-11-22", jurisdiction: "UK", ageYears: 60, cramps: { onset } },
  };
  return reviewInput(input, { knowledge, today: "2026-11-22" });
};
const about = (medications: string, ingredient: string, onset?: string) => {
  const finding = run(medications, onset).review.findings.find(
    ({ kind, ingredients }) => kind === "medication" && ingredients.includes(ingredient),
  );
  if (finding === undefined) throw new Error("no finding");
  return finding;
};

describe("the start of a partner is never told as the drug's own", () => {
  it.each([
    ["Atorvastatin 20 mg daily\nClarithromycin 500 mg twice daily since 18 Nov 2026", "atorvastatin"],
    ["Simvastatin 20 mg at night\nAmiodarone 200 mg daily started 20 Nov 2026", "simvastatin"],
    ["Lovastatin 20 mg daily\nVerapamil 240 mg daily since 17 Nov 2026", "lovastatin"],
  ])("says nothing of the time where the drug has no date and the partner came after the cramps: %s", (list, name) => {
    const finding = about(list, name);
    expect(finding.timing).toBe("unknown");
    expect(finding.reasons.join(" ")).not.toContain("began before it was started");
    expect(finding.reasons.join(" ")).toContain("start date not given");
  });

  it.each([
    [
      "Simvastatin 40 mg at night since 2020\nClarithromycin 500 mg twice daily since 14 Nov 2026",
      "simvastatin",
      "clarithromycin",
    ],
    ["Atorvastatin 40 mg since 2019\nDiltiazem 180 mg daily since 1 Nov 2026", "atorvastatin", "diltiazem"],
  ])("names the partner where its start begins the clock again: %s", (list, name, partner) => {
    const words = about(list, name).reasons.join(" | ");
    expect(words).not.toMatch(/started 20(19|20), \d+ days? before/);
    expect(words).toMatch(
      new RegExp(`started 20(19|20); ${partner} beside it started \\d+ Nov 2026, .*before the cramps began`, "i"),
    );
  });

  it("still tells a start after the cramps as that, where the drug's own", () => {
    expect(about("Simvastatin 40 mg at night since 20 Nov 2026", "simvastatin").reasons.join(" ")).toContain(
      "the cramps began before it was started",
    );
  });
});

it("the timeline calls the timing of a drug without a date unknown, whatever its class is called by", () => {
  const { patientCase, review } = run(
    "Bendroflumethiazide 2.5 mg daily since 20 Nov 2026\nIndapamide 2.5 mg daily\nAmlodipine 5 mg",
  );
  const drugs = timelineOf({ patientCase, review, knowledge }).groups.flatMap((group) => group.drugs);
  const timing = (name: string) =>
    drugs.find(({ medication }) => medication.ingredients.some((one) => one.name === name))?.timing;
  expect(timing("bendroflumethiazide")).toBe("unlikely");
  expect(timing("indapamide")).toBe("unknown");
  expect(timing("amlodipine")).toBe("unknown");
});
