import { describe, expect, it } from "vitest";
import { review } from "@/lib/review/review";
import { caseOf, conditionPiece, found, idsOf, type CaseParts } from "@/tests/unit/review/fixtures/cases";
import { testKnowledge } from "@/tests/unit/review/fixtures/knowledge";

const reviewed = (parts: CaseParts) => review(caseOf(parts), testKnowledge);

describe("conditions", () => {
  it("are to be considered when they are causes, and told when they are mimics or a risk context", () => {
    const review = reviewed({ conditions: ["K74.60", "G25.81", "E11.9"] });
    expect(found(review, "condition:cirrhosis")).toMatchObject({
      priority: "consider",
      conditionId: "cirrhosis",
      title: "Condition cirrhosis",
    });
    expect(found(review, "condition:cirrhosis").reasons).toContain(
      "Display of K74.60 (K74.60) is on the condition list",
    );
    expect(found(review, "condition:rls").priority).toBe("info");
    expect(found(review, "condition:diabetes").priority).toBe("info");
  });

  it.each(["negated", "family", "past", "uncertain"] as const)("are none where they are %s", (polarity) => {
    expect(idsOf(reviewed({ conditions: [conditionPiece("K74.60", polarity)] }))).toEqual([]);
  });

  it("are none by a code of personal history", () => {
    expect(idsOf(reviewed({ conditions: ["Z86.718"] }))).toEqual([]);
  });

  it("are all that a code stands for", () => {
    expect(idsOf(reviewed({ conditions: ["K70.31"] }))).toEqual(
      expect.arrayContaining(["condition:cirrhosis", "condition:alcohol"]),
    );
  });

  it("come from the context too, with the fact", () => {
    expect(found(reviewed({ context: { alcoholUnitsPerWeek: 40 } }), "condition:alcohol").reasons).toContain(
      "40 units of alcohol a week",
    );
    expect(found(reviewed({ context: { pregnant: true } }), "condition:pregnancy").reasons).toContain("pregnant");
    const kidney = reviewed({ labs: [["creatinine", 300, "umol/L"]], context: { ageYears: 70, sex: "male" } });
    expect(found(kidney, "condition:ckd").reasons[0]).toContain("CKD-EPI 2021");
    expect(idsOf(reviewed({ context: { alcoholUnitsPerWeek: 2, pregnant: false } }))).toEqual([
      "missing-information:nothing-read",
    ]);
  });

  it("that are an emergency when new are to act on", () => {
    const review = reviewed({ conditions: ["I82.401"] });
    const finding = found(review, "red-flag:dvt");
    expect(finding).toMatchObject({ priority: "act-now", conditionId: "dvt", kind: "red-flag" });
    expect(review.findings.filter(({ conditionId }) => conditionId === "dvt")).toHaveLength(1);
  });

  it("of the conditional kind ask for the symptom first", () => {
    const asked = found(reviewed({ conditions: ["I73.9"] }), "condition:pad");
    expect(asked.priority).toBe("info");
    expect(asked.reasons).toContain("Not answered: pain at rest in the foot and a cold or pale limb");
    expect(asked.against).toContain("Comes with walking");
    expect(
      found(reviewed({ conditions: ["I73.9"], context: { symptoms: { restPain: "yes" } } }), "condition:pad").priority,
    ).toBe("act-now");
    expect(
      found(
        reviewed({ conditions: ["I73.9"], context: { symptoms: { restPain: "no", coldLimb: "no" } } }),
        "condition:pad",
      ).priority,
    ).toBe("info");
  });
});

describe("red flags", () => {
  it("are raised by an answer, with why, what to consider and how soon", () => {
    const finding = found(reviewed({ context: { symptoms: { darkUrine: "yes" } } }), "red-flag:dark-urine");
    expect(finding).toMatchObject({ kind: "red-flag", priority: "act-now", ruleId: "RED-02" });
    expect(finding.reasons).toEqual(["dark urine: answered yes", "Why dark-urine.", "How soon: Today"]);
    expect(finding.options[0]).toContain("Urgent assessment today");
  });

  it("are raised by free words, quoted, and stay silent when these are denied", () => {
    expect(
      found(reviewed({ context: { symptomText: "Passing cola-coloured urine" } }), "red-flag:dark-urine").reasons[0],
    ).toContain("cola-coloured urine");
    expect(idsOf(reviewed({ context: { symptomText: "No dark urine, denies weakness" } }))).toEqual([]);
    expect(idsOf(reviewed({ context: { symptoms: { darkUrine: "no" } } }))).toEqual([]);
  });

  it("stand first and once for a cause", () => {
    const review = reviewed({
      meds: ["simvastatin", "clarithromycin"],
      conditions: ["I82.401"],
      context: { symptoms: { oneSidedSwelling: "yes" } },
    });
    expect(review.findings[0]?.id).toBe("red-flag:dvt");
    expect(review.findings.filter(({ conditionId }) => conditionId === "dvt")).toHaveLength(1);
  });

  it("take the result that they are about", () => {
    const review = reviewed({ labs: [["ck", 62109, "U/L"]], context: { sex: "male" } });
    expect(found(review, "red-flag:very-high-ck")).toMatchObject({ labId: "ck", priority: "act-now" });
    expect(idsOf(review)).not.toContain("lab-result:ck");
  });
});

describe("results", () => {
  it("are findings when outside their range, with the condition that they mean, which is then not told twice", () => {
    const review = reviewed({
      labs: [["potassium", 3.1, "mmol/L"]],
      conditions: ["E87.6"],
      meds: ["hydrochlorothiazide"],
    });
    const finding = found(review, "lab-result:potassium");
    expect(finding).toMatchObject({
      priority: "consider",
      conditionId: "hypokalaemia",
      labId: "potassium",
      ingredients: ["hydrochlorothiazide"],
      mechanisms: ["hypokalaemia"],
      title: "Potassium 3.1 mmol/L on 1 Nov 2026: below 3.5 mmol/L",
    });
    expect(finding.reasons).toContain("Hydrochlorothiazide can lower potassium");
    expect(finding.reasons).toContain("Display of E87.6 (E87.6) is on the condition list");
    expect(idsOf(review)).not.toContain("condition:hypokalaemia");
  });

  it("are to act on when critical, or with an alarm symptom", () => {
    expect(found(reviewed({ labs: [["potassium", 2.4, "mmol/L"]] }), "lab-result:potassium").priority).toBe("act-now");
    const alarm = found(
      reviewed({ labs: [["potassium", 3.1, "mmol/L"]], context: { symptoms: { weakness: "yes" } } }),
      "lab-result:potassium",
    );
    expect(alarm.priority).toBe("act-now");
    expect(alarm.reasons).toContain("How soon: Today");
  });

  it("are silent when normal", () => {
    expect(
      idsOf(
        reviewed({
          labs: [
            ["potassium", 4.1, "mmol/L"],
            ["sodium", 140, "mmol/L"],
          ],
        }),
      ),
    ).toEqual([]);
  });

  it("are questioned when they cannot be real or have no unit, and not judged", () => {
    const review = reviewed({
      labs: [
        ["potassium", 31, "mmol/L"],
        ["magnesium", 1.4],
      ],
      meds: ["hydrochlorothiazide"],
    });
    expect(found(review, "missing-information:result-potassium")).toMatchObject({
      kind: "missing-information",
      priority: "review",
    });
    expect(found(review, "missing-information:result-magnesium").priority).toBe("consider");
    expect(idsOf(review)).not.toContain("lab-result:potassium");
    expect(found(review, "medication:thiazide").priority).toBe("consider");
    expect(review.questions[0]).toContain("unit");
  });

  it("that depend on sex say so where it is not entered", () => {
    expect(found(reviewed({ labs: [["ck", 250, "U/L"]] }), "missing-information:result-ck").title).toContain(
      "sex, which was not entered",
    );
    expect(found(reviewed({ labs: [["creatinine", 300, "umol/L"]] }), "missing-information:egfr").title).toBe(
      "eGFR not computed: age and sex not entered",
    );
  });
});

describe("the rest", () => {
  it("safety flags stand at review whatever the strength", () => {
    expect(found(reviewed({ meds: ["quinine"] }), "safety:quinine-box")).toMatchObject({
      kind: "safety",
      priority: "review",
      ingredients: ["quinine"],
    });
    expect(
      idsOf(reviewed({ meds: [{ ingredients: ["pyridoxine"], strength: "50 mg", frequency: "daily" }] })),
    ).toContain("safety:b6-high");
    expect(
      idsOf(reviewed({ meds: [{ ingredients: ["pyridoxine"], strength: "2 mg", frequency: "daily" }] })),
    ).not.toContain("safety:b6-high");
    expect(idsOf(reviewed({ meds: ["pyridoxine"] }))).not.toContain("safety:b6-high");
  });

  it("a drug that hints at a condition is a question, and none where the condition is listed", () => {
    const hint = found(reviewed({ meds: ["levothyroxine"] }), "missing-information:hint-levothyroxine-thyroid");
    expect(hint).toMatchObject({
      kind: "missing-information",
      priority: "info",
      title: "Levothyroxine is listed; is thyroid disease known?",
    });
    expect(idsOf(reviewed({ meds: ["levothyroxine"], conditions: ["E03.9"] }))).not.toContain(hint.id);
    expect(idsOf(reviewed({ meds: ["levothyroxine"] }))).not.toContain("condition:hypothyroidism");
  });

  it("a patient under 18 has a banner, and red flags and drug facts as before", () => {
    const review = reviewed({
      meds: ["hydrochlorothiazide"],
      labs: [
        ["potassium", 3.1, "mmol/L"],
        ["creatinine", 90, "umol/L"],
      ],
      context: { ageYears: 9, sex: "male", symptoms: { darkUrine: "yes" } },
    });
    expect(found(review, "safety:under-18")).toMatchObject({ kind: "safety", priority: "info" });
    expect(found(review, "red-flag:dark-urine").priority).toBe("act-now");
    expect(found(review, "medication:thiazide").priority).toBe("consider");
    expect(idsOf(review)).not.toContain("lab-result:potassium");
    expect(found(review, "missing-information:result-potassium").title).toContain("under 18");
    expect(found(review, "missing-information:egfr").title).toContain("18 or older");
    expect(idsOf(reviewed({ context: { ageYears: 18 } }))).not.toContain("safety:under-18");
  });
});
