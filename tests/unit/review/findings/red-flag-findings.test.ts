import { describe, expect, it } from "vitest";
import { RedFlag } from "@/lib/knowledge/schema";
import { review } from "@/lib/review/review";
import { caseOf, found, idsOf, type CaseParts } from "@/tests/unit/review/fixtures/cases";
import { knowledgeWith, testKnowledge } from "@/tests/unit/review/fixtures/knowledge";

const flag = (given: object): RedFlag =>
  RedFlag.parse({
    ruleId: "RED-90",
    why: "Why it matters.",
    options: ["Urgent assessment today is usual; follow your local pathway."],
    soon: "now",
    howSoon: "Now",
    sources: ["src-a"],
    checked: "2026-11-22",
    verified: true,
    reviewBy: "2027-11-22",
    ...given,
  });
const paralysis = flag({
  id: "paralysis",
  title: "Weakness with an abnormal potassium",
  when: { all: [{ symptom: "weakness" }, { lab: "potassium", below: 3, unit: "mmol/L" }] },
  replaces: ["weakness"],
  labs: ["magnesium"],
});
const knowledge = knowledgeWith({ redFlags: [paralysis, ...testKnowledge.redFlags] });
const reviewed = (parts: CaseParts, base = knowledge) => review(caseOf(parts), base);
const weak = { context: { symptoms: { weakness: "yes" } } };
const low: CaseParts["labs"] = [["potassium", 2.2, "mmol/L", { date: "2026-11-20" }]];

describe("a red flag that says less than another", () => {
  it("is told by the other, with its title, its options and its tests, and not twice", () => {
    const answer = reviewed({ ...weak, labs: low });
    expect(idsOf(answer)).not.toContain("red-flag:weakness");
    const told = found(answer, "red-flag:paralysis");
    expect(told.priority).toBe("act-now");
    expect(told.reasons).toContain("Also a red flag: Flag weakness");
    expect(told.reasons).toContain("Why weakness.");
    const asked = answer.labs.map(({ id }) => id);
    expect(asked).toContain("ck");
    expect(asked).toContain("magnesium");
  });

  it("asks for its own tests less urgently than those of the flag that tells it", () => {
    const saddle = flag({
      id: "saddle",
      ruleId: "RED-94",
      title: "Saddle numbness",
      when: { symptom: "bladderChange" },
      replaces: ["weakness"],
    });
    const answer = reviewed(
      { context: { symptoms: { weakness: "yes", bladderChange: "yes" } } },
      knowledgeWith({ redFlags: [saddle, ...testKnowledge.redFlags] }),
    );
    expect(found(answer, "red-flag:saddle").priority).toBe("act-now");
    expect(answer.labs.filter(({ priority }) => priority === "act-now")).toEqual([]);
    expect(answer.labs.map(({ id, priority }) => `${id} ${priority}`)).toContain("ck consider");
  });

  it("stands by itself where the other does not hold", () => {
    const answer = reviewed(weak);
    expect(found(answer, "red-flag:weakness").priority).toBe("act-now");
    expect(idsOf(answer)).not.toContain("red-flag:paralysis");
  });

  it("is told by the last of a chain, so that no flag is lost on the way", () => {
    const chain = knowledgeWith({
      redFlags: [
        flag({ id: "a", ruleId: "RED-91", title: "A", when: { symptom: "weakness" }, replaces: ["b"] }),
        flag({ id: "b", ruleId: "RED-92", title: "B", when: { symptom: "weakness" }, replaces: ["c"] }),
        flag({ id: "c", ruleId: "RED-93", title: "C", when: { symptom: "weakness" } }),
      ],
    });
    const answer = reviewed(weak, chain);
    expect(idsOf(answer).filter((id) => id.startsWith("red-flag"))).toEqual(["red-flag:a"]);
    expect(found(answer, "red-flag:a").reasons).toEqual(
      expect.arrayContaining(["Also a red flag: B", "Also a red flag: C"]),
    );
  });

  it("is kept where two replace each other, rather than both lost", () => {
    const circle = knowledgeWith({
      redFlags: [
        flag({ id: "a", ruleId: "RED-91", title: "A", when: { symptom: "weakness" }, replaces: ["b"] }),
        flag({ id: "b", ruleId: "RED-92", title: "B", when: { symptom: "weakness" }, replaces: ["a"] }),
      ],
    });
    expect(idsOf(reviewed(weak, circle)).filter((id) => id.startsWith("red-flag")).length).toBeGreaterThan(0);
  });
});

describe("an alarm symptom and the conditions that ask for it", () => {
  it("raises no condition to act now where a red flag tells the symptom, and the condition says so", () => {
    const answer = reviewed({ ...weak, conditions: ["E87.6"] });
    const condition = found(answer, "condition:hypokalaemia");
    expect(condition.priority).toBe("consider");
    expect(condition.reasons).toContain("weakness: answered yes (told as a red flag)");
    expect(condition.reasons).toContain("How soon: Today");
    expect(answer.findings.filter(({ priority }) => priority === "act-now").map(({ id }) => id)).toEqual([
      "red-flag:weakness",
    ]);
  });

  it("raises the condition where no red flag tells it", () => {
    const silent = knowledgeWith({ redFlags: testKnowledge.redFlags.filter(({ id }) => id !== "weakness") });
    expect(found(reviewed({ ...weak, conditions: ["E87.6"] }, silent), "condition:hypokalaemia").priority).toBe(
      "act-now",
    );
  });

  it("still makes an abnormal result of that condition an emergency", () => {
    expect(
      found(reviewed({ ...weak, labs: [["potassium", 3.2, "mmol/L", { date: "2026-11-20" }]] }), "lab-result:potassium")
        .priority,
    ).toBe("act-now");
  });
});

describe("limits of adults", () => {
  it("set off a red flag in a child as well: what is an emergency is one at every age", () => {
    const child = { context: { ageYears: 9, symptoms: { weakness: "yes" } }, labs: low };
    expect(found(reviewed(child), "red-flag:paralysis").priority).toBe("act-now");
  });
});
