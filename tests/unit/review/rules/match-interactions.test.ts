import { describe, expect, it } from "vitest";
import type { Interaction } from "@/lib/knowledge/schema";
import { review } from "@/lib/review/review";
import { caseOf, found, type CaseParts } from "@/tests/unit/review/fixtures/cases";
import { knowledgeWith, testKnowledge } from "@/tests/unit/review/fixtures/knowledge";

/** The test content with one row changed. */
function withRow(id: string, change: Partial<Interaction>) {
  const rows = testKnowledge.interactions;
  if (!rows.some((row) => row.id === id)) throw new Error(`there is no row ${id}`);
  return knowledgeWith({ interactions: rows.map((row) => (row.id === id ? { ...row, ...change } : row)) });
}

const priorityOf = (id: string, change: Partial<Interaction>, parts: CaseParts) =>
  found(review(caseOf(parts), withRow(id, change)), `interaction:${id}`).priority;

describe("a row that was not verified is never above moderate unless a page that was read makes it so", () => {
  const pair = { meds: ["clarithromycin", "simvastatin"] };

  it.each([
    ["contraindicated", "act-now"],
    ["major", "review"],
    ["moderate", "consider"],
    ["minor", "info"],
  ] as const)("%s counts as stated while the row is verified", (severity, priority) => {
    expect(priorityOf("simva-3a4", { severity, verified: true }, pair)).toBe(priority);
  });

  it.each([
    ["contraindicated", "consider"],
    ["major", "consider"],
    ["moderate", "consider"],
    ["minor", "info"],
  ] as const)("%s is held at moderate while it is not", (severity, priority) => {
    expect(priorityOf("simva-3a4", { severity, verified: false }, pair)).toBe(priority);
  });

  it("a rise by a result counts only with its own source", () => {
    const parts: CaseParts = { ...pair, labs: [["potassium", 3.0, "mmol/L"]] };
    const rise = { severity: "major", when: { lab: "potassium", is: "low" }, words: "the potassium is low" } as const;
    const row = { severity: "moderate", verified: false } as const;
    expect(priorityOf("simva-3a4", { ...row, risesTo: [rise] }, parts)).toBe("consider");
    expect(priorityOf("simva-3a4", { ...row, risesTo: [{ ...rise, source: "src-a" }] }, parts)).toBe("review");
    expect(priorityOf("simva-3a4", { ...row, risesTo: [{ ...rise, source: "src-a" }] }, pair)).toBe("consider");
  });

  it("a dose above the label's limit counts, one below it makes the row minor, one not read leaves it moderate", () => {
    const at = (strength: string | null): CaseParts => ({
      meds: [{ ingredients: ["simvastatin"], strength, frequency: "daily" }, "amlodipine"],
    });
    const row = { severity: "major", verified: false } as const;
    expect(priorityOf("simva-amlo", row, at("40 mg"))).toBe("review");
    expect(priorityOf("simva-amlo", row, at("10 mg"))).toBe("info");
    expect(priorityOf("simva-amlo", row, at(null))).toBe("consider");
  });
});
