import { describe, expect, it } from "vitest";
import type { PatientCase } from "@/lib/domain/case";
import { review } from "@/lib/review/review";
import { caseOf, found, type CaseParts } from "@/tests/unit/review/fixtures/cases";
import { knowledgeWith, testKnowledge } from "@/tests/unit/review/fixtures/knowledge";

const knowledge = knowledgeWith({
  labs: testKnowledge.labs.map((lab) =>
    lab.id === "potassium" ? { ...lab, notes: "A haemolysed sample reads too high." } : lab,
  ),
});
const withText = (parts: CaseParts, text: string): PatientCase => {
  const patientCase = caseOf(parts);
  return { ...patientCase, labs: patientCase.labs.map((piece) => ({ ...piece, text })) };
};
const HIGH: CaseParts = {
  meds: ["spironolactone", "lisinopril"],
  labs: [["potassium", 5.9, "mmol/L", { date: "2026-11-20" }]],
};
const against = (text: string, parts = HIGH) =>
  found(review(withText(parts, text), knowledge), "lab-result:potassium").against.join(" ");

describe("a result of a haemolysed sample", () => {
  it.each([
    "K 5.9 mmol/L (haemolysed)",
    "Potassium 5.9 – HEMOLYZED sample",
    "K 5.9 haemolysis ++",
    "K 5.9, specimen hemolysed",
  ])("has that said against it: %s", (text) => {
    expect(against(text)).toContain("haemolysed: it reads too high then");
  });

  it.each(["K 5.9 mmol/L", "K 5.9 no haemolysis", "K 5.9 not haemolysed", "K 5.9; haemolytic anaemia known"])(
    "has not: %s",
    (text) => {
      expect(against(text)).not.toContain("haemolysed");
    },
  );

  it("has it said against the drugs and the pair that it would speak for as well", () => {
    const answer = review(withText(HIGH, "K 5.9 (haemolysed)"), knowledge);
    expect(found(answer, "medication:mra").against.join()).toContain("haemolysed");
    expect(found(answer, "interaction:additive-hyperkalaemia").against.join()).toContain("haemolysed");
    expect(
      answer.findings.filter(
        ({ kind, priority, against: said }) =>
          kind === "medication" && priority === "review" && !said.join().includes("haemolysed"),
      ),
    ).toEqual([]);
  });

  it("is not doubted where it is low, since breaking cells only raise it", () => {
    const low: CaseParts = {
      meds: ["hydrochlorothiazide"],
      labs: [["potassium", 3.0, "mmol/L", { date: "2026-11-20" }]],
    };
    expect(against("K 3.0 haemolysed", low)).not.toContain("haemolysed");
  });

  it("is still an emergency where it is critical: the doubt is told, not acted on", () => {
    const critical: CaseParts = { labs: [["potassium", 7.1, "mmol/L", { date: "2026-11-20" }]] };
    const finding = found(review(withText(critical, "K 7.1 haemolysed"), knowledge), "lab-result:potassium");
    expect(finding.priority).toBe("act-now");
    expect(finding.against.join()).toContain("Consider a repeat sample first");
  });
});

describe("a value that cannot be", () => {
  it("is questioned at review, judges nothing, and is asked for again", () => {
    const answer = review(
      caseOf({ meds: ["spironolactone"], labs: [["potassium", 12, "mmol/L", { date: "2026-11-20" }]] }),
      knowledge,
    );
    expect(found(answer, "missing-information:result-potassium")).toMatchObject({ priority: "review" });
    expect(found(answer, "medication:mra").priority).toBe("consider");
    expect(answer.labs.find(({ id }) => id === "potassium")?.answeredBy).toBeNull();
    expect(answer.questions[0]).toContain("What are the value and the unit");
  });
});
