import { describe, expect, it } from "vitest";
import { CaseInput } from "@/lib/domain/case";
import type { Review } from "@/lib/domain/review";
import { readCase } from "@/lib/intake/read-case";
import { buildKnowledge } from "@/lib/knowledge/load/build-knowledge";
import { readContentFiles } from "@/lib/knowledge/load/content-files";
import { review } from "@/lib/review/review";

const { knowledge } = buildKnowledge(readContentFiles());
const TODAY = "2026-11-22";

function reviewed(medications: string, more: Record<string, unknown> = {}): Review {
  const input = CaseInput.parse({ medications, context: { asOf: TODAY, jurisdiction: "US", ageYears: 66 }, ...more });
  return review(readCase(input, knowledge, TODAY), knowledge);
}

const findingOf = (answer: Review, id: string) => answer.findings.find((finding) => finding.id === id);

describe("a drug that may or may not be taken is judged as taken where that could hurt", () => {
  it("a contraindicated pair is at review, one step below act-now, and says on what it hangs", () => {
    const sure = reviewed("lovastatin 20 mg nocte\nitraconazole 200 mg daily");
    const open = reviewed("lovastatin 20 mg nocte\nitraconazole 200 mg daily, patient unsure");
    expect(sure.findings[0]?.priority).toBe("act-now");
    const pair = findingOf(open, sure.findings[0]?.id ?? "");
    expect(pair?.priority).toBe("review");
    expect(pair?.title).toMatch(/^If itraconazole is taken: /);
    expect(pair?.ingredients).toEqual(["itraconazole", "lovastatin"]);
    expect(open.questions[0]).toMatch(/^Is itraconazole taken now\?/);
  });

  it("a major pair stays at review", () => {
    const open = reviewed("eplerenone 50 mg daily, not sure if taking\ntrimethoprim 200 mg bd");
    const pair = open.findings.find(({ kind, ingredients }) => kind === "interaction" && ingredients.length > 1);
    expect(pair?.priority).toBe("review");
    expect(open.questions[0]).toContain("eplerenone");
  });

  it("a label's limit counts the drug that may be taken", () => {
    const open = reviewed("simvastatin 40 mg nocte\nranolazine 500 mg bd - unclear if still taking");
    expect(
      open.findings.some(({ title, priority }) => priority === "review" && /^If ranolazine.*limit/.test(title)),
    ).toBe(true);
  });

  it("a safety flag stays at review", () => {
    const open = reviewed("quinine sulfate 324 mg nocte, unsure if taking");
    expect(findingOf(open, "safety:quinine-boxed-warning")?.priority).toBe("review");
  });

  it("leaves what is told without it alone, and tells only the new pair beside it", () => {
    const open = reviewed(
      "simvastatin 20 mg nocte\nketoconazole 200 mg od\nclarithromycin 500 mg bd, not sure if taking",
    );
    const pairs = open.findings.filter(({ id }) => id.startsWith("interaction:simva-strong-3a4"));
    expect(pairs.map(({ priority }) => priority)).toEqual(["act-now", "review"]);
    expect(pairs[0]?.ingredients).not.toContain("clarithromycin");
    expect(pairs[1]?.ingredients).toContain("clarithromycin");
    expect(pairs[1]?.ingredients).not.toContain("ketoconazole");
    expect(new Set(open.findings.map(({ id }) => id)).size).toBe(open.findings.length);
  });

  it("a drug that is stopped, planned or an allergy makes no such pair, and one that is taken needs no question", () => {
    for (const line of ["clarithromycin stopped", "allergic to clarithromycin", "consider clarithromycin"])
      expect(reviewed(`simvastatin 20 mg nocte\n${line}`).findings.some(({ title }) => title.startsWith("If "))).toBe(
        false,
      );
    expect(reviewed("simvastatin 20 mg nocte\nclarithromycin 500 mg bd").questions.join(" ")).not.toContain(
      "taken now",
    );
  });
});
