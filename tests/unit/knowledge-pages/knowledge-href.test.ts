import { describe, expect, it } from "vitest";
import { knowledgeHrefOfRule } from "@/app/_view-models/knowledge-href";
import { entryTitle } from "@/app/_view-models/entry-title";
import { GRADE_RULES } from "@/app/_view-models/grade-labels";
import { rulesOfClass, usedBy } from "@/app/knowledge/_view-models/used-by";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";

const knowledge = loadKnowledge();

describe("links to knowledge pages", () => {
  it("lead every rule of the content to a page that exists", () => {
    const rules = [...knowledge.classes, ...knowledge.interactions, ...knowledge.conditions, ...knowledge.redFlags].map(
      (one) => one.ruleId,
    );
    for (const rule of rules) {
      const [, , kind = "", id = ""] = knowledgeHrefOfRule(knowledge, rule)?.split("/") ?? [];
      expect(entryTitle(knowledge, kind, id), rule).not.toBeNull();
    }
  });

  it("are none for a rule of the program itself", () => {
    expect(knowledgeHrefOfRule(knowledge, "READ-01")).toBeNull();
  });

  it("find no page for an unknown kind or id", () => {
    expect(entryTitle(knowledge, "classes", "nope")).toBeNull();
    expect(entryTitle(knowledge, "sources", "garrison2012")).toBeNull();
  });
});

describe("what a page says beside its content", () => {
  it("has words for the grade of every class", () => {
    const letters = GRADE_RULES.map(({ letter }) => letter);
    for (const one of knowledge.classes) expect(letters, one.id).toContain(one.gradeRule);
  });

  it("names the interactions that use a class by its id, through a set or by a member", () => {
    const rules = (id: string) =>
      rulesOfClass(
        knowledge,
        knowledge.classes.find((one) => one.id === id)!,
      ).map((use) => use.id);
    expect(rules("thiazide-thiazide-like")).toContain("hypok-thiazide-beta2");
    expect(rules("statin-simvastatin").some((id) => knowledge.interactions.some((one) => one.id === id))).toBe(true);
    expect(rules("thiazide-thiazide-like")).not.toContain("thiazide-thiazide-like");
  });

  it("names what asks for a test", () => {
    expect(usedBy(knowledge, "lab", "potassium").map((use) => use.id)).toContain("thiazide-thiazide-like");
  });
});
