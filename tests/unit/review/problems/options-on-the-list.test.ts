import { describe, expect, it } from "vitest";
import { reviewInput } from "@/lib/intake/review-input";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";

const optionsOf = (medications: string) =>
  reviewInput({ medications }, { knowledge: loadKnowledge(), today: "2026-11-22" }).review.findings.flatMap(
    ({ options }) => options,
  );

describe("an option that names drugs", () => {
  it.each([
    ["amlodipine 5 mg daily", "simvastatin 20 mg daily", "Check the dose of simvastatin or lovastatin"],
    ["atorvastatin 20 mg daily", "clarithromycin 500 mg twice daily", "Check for clarithromycin"],
    ["fluvastatin 40 mg daily", "fluconazole 200 mg daily", "Check for fluconazole"],
  ])("is silent for %s alone, and stands beside %s", (drug, partner, option) => {
    const says = (list: string) => optionsOf(list).some((text) => text.startsWith(option));
    expect(says(drug)).toBe(false);
    expect(says(`${drug}\n${partner}`)).toBe(true);
  });
});
