import { describe, expect, it } from "vitest";
import { DrugClass, Interaction, KnownCondition } from "@/lib/knowledge/schema";
import { review } from "@/lib/review/review";
import { caseOf, found, idsOf, type CaseParts } from "@/tests/unit/review/fixtures/cases";
import { knowledgeWith, testKnowledge } from "@/tests/unit/review/fixtures/knowledge";

/** What content may say of some members, or only where something else holds, and what becomes of it in a finding. */

const only = (text: string, onlyFor?: string[], source = "src-b") => ({
  text,
  sources: [source],
  ...(onlyFor === undefined ? {} : { onlyFor }),
});
const figure = (text: string, more: object = {}) => ({
  text,
  outcome: "invented",
  kind: "trial" as const,
  source: "src-b",
  ...more,
});

function withClass(id: string, change: object) {
  return knowledgeWith({
    classes: testKnowledge.classes.map((one) => (one.id === id ? DrugClass.parse({ ...one, ...change }) : one)),
  });
}
function withRow(id: string, change: object) {
  return knowledgeWith({
    interactions: testKnowledge.interactions.map((one) =>
      one.id === id ? Interaction.parse({ ...one, ...change }) : one,
    ),
  });
}
function withCondition(id: string, change: object) {
  return knowledgeWith({
    conditions: testKnowledge.conditions.map((one) =>
      one.id === id ? KnownCondition.parse({ ...one, ...change }) : one,
    ),
  });
}
const reviewed = (parts: CaseParts, knowledge = testKnowledge) => review(caseOf(parts), knowledge);

describe("figures and statements about some members of a class", () => {
  const knowledge = withClass("thiazide", {
    evidence: [figure("1.48 for all"), figure("8 % on indapamide", { onlyFor: ["indapamide"] })],
    against: [only("Against all"), only("Against indapamide", ["indapamide"])],
    options: [only("Consider all"), only("Consider what is said of bendroflumethiazide", ["bendroflumethiazide"])],
  });

  it("are shown for the members that they are about", () => {
    const finding = found(reviewed({ meds: ["indapamide"] }, knowledge), "medication:thiazide");
    expect(finding.effects.map(({ text }) => text)).toEqual(["1.48 for all", "8 % on indapamide"]);
    expect(finding.against).toEqual(["Against all", "Against indapamide"]);
    expect(finding.options).toEqual(["Consider all"]);
  });

  it("are never shown for another member, nor is their source", () => {
    const finding = found(
      reviewed(
        { meds: ["hydrochlorothiazide"] },
        withClass("thiazide", {
          evidence: [figure("on indapamide", { onlyFor: ["indapamide"], source: "src-b" })],
          against: [],
          options: [],
          sources: ["src-a"],
        }),
      ),
      "medication:thiazide",
    );
    expect(finding.effects).toEqual([]);
    expect(finding.sources.map(({ id }) => id)).toEqual(["src-a"]);
  });

  it("are shown for a list that holds both", () => {
    expect(
      found(reviewed({ meds: ["hydrochlorothiazide", "indapamide"] }, knowledge), "medication:thiazide").effects,
    ).toHaveLength(2);
  });
});

describe("a member that acts otherwise than its class", () => {
  const knowledge = withClass("thiazide", {
    members: [
      { name: "hydrochlorothiazide", rxcui: "5487" },
      { name: "indapamide", rxcui: "5764", mechanisms: ["direct"] },
    ],
  });

  it("is judged by its own mechanisms", () => {
    const labs: CaseParts["labs"] = [["potassium", 3.0, "mmol/L"]];
    expect(found(reviewed({ meds: ["indapamide"], labs }, knowledge), "medication:thiazide")).toMatchObject({
      mechanisms: ["direct"],
      priority: "consider",
    });
    expect(found(reviewed({ meds: ["hydrochlorothiazide"], labs }, knowledge), "medication:thiazide")).toMatchObject({
      priority: "review",
    });
  });

  it("joins no cluster of the class's mechanism", () => {
    expect(idsOf(reviewed({ meds: ["indapamide", "salmeterol"] }, knowledge))).not.toContain(
      "interaction:additive-hypokalaemia",
    );
    expect(idsOf(reviewed({ meds: ["hydrochlorothiazide", "salmeterol"] }, knowledge))).toContain(
      "interaction:additive-hypokalaemia",
    );
  });
});

describe("a headline", () => {
  const knowledge = withClass("acei", { headline: "a headline of its own" });

  it("stands after the drug's name in place of the words of the strength", () => {
    expect(found(reviewed({ meds: ["lisinopril"] }, knowledge), "medication:acei").title).toBe(
      "Lisinopril: a headline of its own",
    );
    expect(found(reviewed({ meds: ["lisinopril"] }), "medication:acei").title).toBe(
      "Lisinopril: cramp is named in product information only",
    );
  });

  it("is not used for a drug that is no longer taken", () => {
    const stopped = found(
      reviewed(
        { meds: [{ ingredients: ["omeprazole"], use: "stopped", stop: "2026-11-10" }] },
        withClass("ppi", { headline: "a headline of its own" }),
      ),
      "medication:ppi",
    );
    expect(stopped.title).toBe("Omeprazole, no longer taken, may still contribute");
  });
});

describe("a safety flag about some members", () => {
  const flag = {
    problem: "other-interactions",
    id: "only-one",
    title: "Warning of one member",
    text: "The label warns.",
    members: ["indapamide"],
    options: ["Review the need"],
    labs: ["sodium"],
    sources: ["src-b"],
  };
  const knowledge = withClass("thiazide", { safety: [flag] });

  it("is raised for them, at review, by name", () => {
    expect(
      found(reviewed({ meds: ["indapamide", "hydrochlorothiazide"] }, knowledge), "safety:only-one"),
    ).toMatchObject({ priority: "review", ingredients: ["indapamide"] });
  });

  it("is not raised for the rest of the class", () => {
    expect(idsOf(reviewed({ meds: ["hydrochlorothiazide"] }, knowledge))).not.toContain("safety:only-one");
  });
});

describe("figures and statements of an interaction about some of its drugs", () => {
  const knowledge = withRow("hypok-digoxin", {
    figures: [figure("3.4 for all"), figure("5.1 with furosemide", { onlyFor: ["furosemide"] })],
    against: [only("Against furosemide", ["furosemide"]), only("Against all", undefined, "src-a")],
    sources: ["src-a"],
  });

  it("are shown where one of these drugs is in the finding", () => {
    const finding = found(reviewed({ meds: ["digoxin", "furosemide"] }, knowledge), "interaction:hypok-digoxin");
    expect(finding.effects.map(({ text }) => text)).toEqual(["3.4 for all", "5.1 with furosemide"]);
    expect(finding.against).toEqual(["Against furosemide", "Against all"]);
  });

  it("are left out where it is not, the second time as the first", () => {
    for (const _ of [1, 2]) {
      const finding = found(
        reviewed({ meds: ["digoxin", "hydrochlorothiazide"] }, knowledge),
        "interaction:hypok-digoxin",
      );
      expect(finding.effects.map(({ text }) => text)).toEqual(["3.4 for all"]);
      expect(finding.against).toEqual(["Against all"]);
    }
  });
});

describe("what is said of a condition only where something else holds", () => {
  const knowledge = withCondition("ckd", {
    whyWhen: [{ when: { dialysis: true }, text: "On dialysis they come late in the session." }],
    optionsWhen: [{ when: { dialysis: true }, text: "Consider the dry weight." }],
    figures: [figure("35 % on dialysis", { when: { dialysis: true } }), figure("1.2 in all")],
  });

  it("is said where it holds", () => {
    const finding = found(reviewed({ conditions: ["N18.6"], context: { dialysis: true } }, knowledge), "condition:ckd");
    expect(finding.reasons).toContain("On dialysis they come late in the session.");
    expect(finding.options).toEqual(["Consider ckd", "Consider the dry weight."]);
    expect(finding.effects.map(({ text }) => text)).toEqual(["35 % on dialysis", "1.2 in all"]);
  });

  it("is not said where it does not hold, nor where it is not known", () => {
    for (const context of [{ dialysis: false }, {}]) {
      const finding = found(reviewed({ conditions: ["N18.3"], context }, knowledge), "condition:ckd");
      expect(finding.reasons.join()).not.toContain("late in the session");
      expect(finding.options).toEqual(["Consider ckd"]);
      expect(finding.effects.map(({ text }) => text)).toEqual(["1.2 in all"]);
    }
  });
});

describe("a condition that is urgent when new", () => {
  const knowledge = withCondition("dvt", { treatedBy: ["apixaban"], askFor: ["oneSidedSwelling"] });
  const silent = { ...knowledge, redFlags: [] };

  it("is no new alarm where it is known and treated, and says so", () => {
    const finding = found(reviewed({ conditions: ["I82.4"], meds: ["apixaban"] }, silent), "condition:dvt");
    expect(finding.priority).toBe("consider");
    expect(finding.reasons.at(-1)).toContain("known and treated");
  });

  it("is act-now without the treatment, with one that is stopped, and with a symptom of it", () => {
    for (const parts of [
      {},
      { meds: [{ ingredients: ["apixaban"], use: "stopped" as const }] },
      { meds: ["apixaban"], context: { symptoms: { oneSidedSwelling: "yes" } } },
    ]) {
      expect(found(reviewed({ conditions: ["I82.4"], ...parts }, silent), "condition:dvt").priority).toBe("act-now");
    }
  });
});
