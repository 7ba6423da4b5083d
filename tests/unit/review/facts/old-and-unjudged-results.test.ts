import { describe, expect, it } from "vitest";
import { review } from "@/lib/review/review";
import { caseOf, found, idsOf, type CaseParts } from "@/tests/unit/review/fixtures/cases";
import { testKnowledge } from "@/tests/unit/review/fixtures/knowledge";

const reviewed = (parts: CaseParts) => review(caseOf(parts), testKnowledge);
const of = (date: string | null, value: number): CaseParts => ({
  meds: ["hydrochlorothiazide"],
  labs: [["potassium", value, "mmol/L", { date }]],
});

describe("an old result", () => {
  it("is an emergency for 30 days", () => {
    expect(found(reviewed(of("2026-10-23", 2.3)), "lab-result:potassium").priority).toBe("act-now");
    expect(found(reviewed(of(null, 2.3)), "lab-result:potassium")).toMatchObject({
      priority: "act-now",
      title: expect.stringContaining("(no date)") as unknown,
    });
  });

  it("that was critical is for review after that, with its age and a repeat", () => {
    const finding = found(reviewed(of("2026-08-22", 2.3)), "lab-result:potassium");
    expect(finding.priority).toBe("review");
    expect(finding.title).toContain("13 weeks old");
    expect(finding.options.join(" ")).toContain("Consider repeating potassium");
    expect(reviewed(of("2026-08-22", 2.3)).labs.map(({ id }) => id)).toContain("potassium");
  });

  it("raises no red flag with a symptom of now", () => {
    expect(
      reviewed({ ...of("2026-07-22", 2.3), context: { symptoms: { weakness: "no" } } }).findings.filter(
        ({ priority }) => priority === "act-now",
      ),
    ).toEqual([]);
  });

  it("of more than a year judges nothing and is still told", () => {
    const review = reviewed(of("2025-06-01", 2.3));
    expect(found(review, "lab-result:potassium")).toMatchObject({
      priority: "info",
      title: expect.stringContaining("not judged by") as unknown,
    });
    expect(found(review, "medication:thiazide").priority).toBe("consider");
    expect(found(review, "medication:thiazide").reasons.join(" ")).not.toContain("2.3");
  });

  it("leaves the place to an undated one where there is nothing else, and else the undated is named", () => {
    expect(
      found(
        reviewed({
          labs: [
            ["potassium", 4, "mmol/L", { date: "2024-01-01" }],
            ["potassium", 2.3, "mmol/L", { date: null }],
          ],
        }),
        "lab-result:potassium",
      ).priority,
    ).toBe("act-now");
    const review = reviewed({
      labs: [
        ["potassium", 4, "mmol/L"],
        ["potassium", 2.3, "mmol/L", { date: null }],
      ],
    });
    expect(found(review, "missing-information:undated-potassium-2.3").priority).toBe("review");
    expect(idsOf(review)).not.toContain("lab-result:potassium");
  });
});

describe("a result that is not judged", () => {
  it("is told with what to compare with", () => {
    const finding = found(reviewed({ labs: [["potassium", 4, "foo"]] }), "missing-information:result-potassium");
    expect(finding.reasons.join(" ")).toMatch(/To compare with, for adults: 3.5 to 5/);
  });

  it("of a test that is not held is named; the laboratory's flag makes it louder", () => {
    expect(
      found(reviewed({ labs: [["unobtainium", 4, "mmol/L"]] }), "missing-information:results-not-held"),
    ).toMatchObject({ priority: "info", title: expect.stringContaining("unobtainium 4 mmol/L") as unknown });
    const flagged = found(
      reviewed({
        labs: [
          ["unobtainium", 4, "mmol/L", { flag: "H" }],
          ["other", 2, null],
        ],
      }),
      "missing-information:results-not-held",
    );
    expect(flagged.priority).toBe("consider");
    expect(flagged.reasons.join(" ")).toContain("Marked outside the range: unobtainium");
  });

  it("because it cannot be, names the likely slip and a repeat", () => {
    const finding = found(reviewed({ labs: [["potassium", 41, "mmol/L"]] }), "missing-information:result-potassium");
    expect(finding.reasons.join(" ")).toContain("It may be a slip for 4.1 mmol/L (decimal point)");
    expect(finding.options.join(" ")).toContain("consider repeating the test");
  });
});

describe("what a result stands against", () => {
  it("is said in the unit of the result", () => {
    expect(found(reviewed({ labs: [["calcium-adj", 7, "mg/dL"]] }), "lab-result:calcium-adj").title).toMatch(
      /below [\d.]+ mg\/dL|critical limit of [\d.]+ mg\/dL/,
    );
    expect(found(reviewed({ labs: [["potassium", 2.4, "mEq/L"]] }), "lab-result:potassium").title).toContain(
      "2.5 mEq/L",
    );
  });

  it("and the finding names the source of that range alone", () => {
    expect(
      found(reviewed({ labs: [["potassium", 3.2, "mmol/L"]] }), "lab-result:potassium").sources.length,
    ).toBeLessThanOrEqual(6);
  });
});
