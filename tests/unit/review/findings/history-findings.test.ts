import { describe, expect, it } from "vitest";
import { review } from "@/lib/review/review";
import { caseOf, found, idsOf } from "@/tests/unit/review/fixtures/cases";
import { testKnowledge } from "@/tests/unit/review/fixtures/knowledge";

describe("an empty case", () => {
  it("says that nothing was read, and a case with anything read does not", () => {
    expect(found(review(caseOf({}), testKnowledge), "missing-information:nothing-read").priority).toBe("review");
    for (const parts of [{ meds: ["omeprazole"] }, { context: { symptomText: "cramps" } }, { conditions: ["I10"] }])
      expect(idsOf(review(caseOf(parts), testKnowledge))).not.toContain("missing-information:nothing-read");
  });
});

describe("a code of personal history", () => {
  const [condition] = testKnowledge.conditions;
  const knowledge = {
    ...testKnowledge,
    conditions:
      condition === undefined
        ? []
        : [{ ...condition, historyCodes: ["Z86.718"] }, ...testKnowledge.conditions.slice(1)],
  };

  it("is context for information and no alarm", () => {
    const answer = review(caseOf({ conditions: ["Z86.718"] }), knowledge);
    expect(found(answer, `condition:history-${condition?.id ?? ""}`)).toMatchObject({
      priority: "info",
      title: expect.stringContaining("In the past") as unknown,
    });
    expect(answer.findings.filter(({ priority }) => priority !== "info")).toEqual([]);
  });
});

describe("a red flag in free words", () => {
  it("quotes them once", () => {
    const answer = review(caseOf({ context: { symptomText: "dark urine" } }), testKnowledge);
    const told = answer.findings
      .filter(({ kind }) => kind === "red-flag")
      .flatMap(({ reasons }) => reasons)
      .filter((reason) => reason.includes("“dark urine”"));
    expect(told).toHaveLength(1);
  });
});
