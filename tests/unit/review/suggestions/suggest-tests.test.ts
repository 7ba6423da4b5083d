import { describe, expect, it } from "vitest";
import { PRIORITIES } from "@/lib/domain/vocabulary";
import { KnownCondition } from "@/lib/knowledge/schema";
import { review } from "@/lib/review/review";
import { caseOf, type CaseParts } from "@/tests/unit/review/fixtures/cases";
import { knowledgeWith, testKnowledge } from "@/tests/unit/review/fixtures/knowledge";

const labs = (parts: CaseParts, knowledge = testKnowledge) => review(caseOf(parts), knowledge).labs;
const lab = (id: string, parts: CaseParts, knowledge = testKnowledge) =>
  labs(parts, knowledge).find((suggestion) => suggestion.id === id);

describe("suggested tests", () => {
  it("stand in the order of their urgency", () => {
    const suggested = labs({
      meds: ["hydrochlorothiazide", "simvastatin", "omeprazole"],
      conditions: ["E11", "K74.6"],
      labs: [["potassium", 2.3, "mmol/L", { date: "2026-11-20" }]],
      context: { symptoms: { darkUrine: "yes" } },
    });
    const ranks = suggested.map(({ priority }) => PRIORITIES.indexOf(priority));
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    expect(suggested[0]?.priority).toBe("act-now");
    expect(new Set(suggested.map(({ id }) => id)).size).toBe(suggested.length);
  });

  it("that only round a finding off are never as urgent as it", () => {
    const knowledge = knowledgeWith({
      conditions: testKnowledge.conditions.map((one) =>
        one.id === "dvt"
          ? KnownCondition.parse({ ...one, labs: ["d-dimer", "fbc", "creatinine", "potassium", "sodium", "magnesium"] })
          : one,
      ),
      redFlags: [],
    });
    const suggested = labs({ conditions: ["I82.4"] }, knowledge);
    expect(
      suggested
        .filter(({ priority }) => priority === "act-now")
        .map(({ id }) => id)
        .sort(),
    ).toEqual(["creatinine", "d-dimer", "fbc", "potassium"]);
    expect(suggested.find(({ id }) => id === "sodium")?.priority).toBe("consider");
  });

  it("name the facts that ask for them, and never none", () => {
    const parts: CaseParts = {
      meds: [{ ingredients: ["hydrochlorothiazide"], strength: "25 mg", start: "2026-10-01" }],
      conditions: ["E11"],
    };
    expect(lab("potassium", parts)?.reasons).toEqual(["hydrochlorothiazide 25 mg, started 1 Oct 2026"]);
    expect(labs(parts).filter(({ reasons }) => reasons.length === 0)).toEqual([]);
    expect(labs({ meds: ["paracetamol"] })).toEqual([]);
  });

  it("are answered by a dated result of the last months, and not by an old, undated or impossible one", () => {
    const by = (date: string | null, value = 4.1) =>
      lab("potassium", { meds: ["hydrochlorothiazide"], labs: [["potassium", value, "mmol/L", { date }]] });
    expect(by("2026-11-10")?.answeredBy).toMatchObject({ value: 4.1, date: "2026-11-10" });
    for (const [date, value] of [
      ["2026-03-01", 4.1],
      [null, 4.1],
      ["2026-11-10", 41],
    ] as const) {
      expect(by(date, value)?.answeredBy, `${date} ${value}`).toBeNull();
    }
    expect(by("2026-03-01")?.reasons.at(-1)).toContain("too old to answer it");
    expect(by(null)?.reasons.at(-1)).toContain("does not count as the answer");
  });

  it("say what common panels leave out", () => {
    expect(lab("magnesium", { meds: ["hydrochlorothiazide"] })?.leftOutOf).toEqual(["BMP", "CMP"]);
  });

  it("are repeated after an abnormal result, and by the interval of the content, with its source", () => {
    const knowledge = knowledgeWith({
      labs: testKnowledge.labs.map((one) =>
        one.id === "potassium"
          ? {
              ...one,
              repeat: [{ text: "With spironolactone after 1 week.", when: { drug: ["mra"] }, sources: ["src-b"] }],
            }
          : one,
      ),
    });
    const after = lab(
      "potassium",
      { meds: ["spironolactone"], labs: [["potassium", 5.9, "mmol/L", { date: "2026-11-10" }]] },
      knowledge,
    );
    expect(after?.repeat).toContain("Repeat after any change");
    expect(after?.repeat).toContain("With spironolactone after 1 week.");
    expect(after?.repeatSources?.map(({ id }) => id)).toEqual(["src-b"]);
    const other = lab(
      "potassium",
      { meds: ["hydrochlorothiazide"], labs: [["potassium", 4.1, "mmol/L", { date: "2026-11-10" }]] },
      knowledge,
    );
    expect(other?.repeat).toBeNull();
    expect(other).not.toHaveProperty("repeatSources");
  });

  it("tell what can be mistaken for cramp apart by two tests", () => {
    const knowledge = knowledgeWith({
      conditions: testKnowledge.conditions.map((one) =>
        one.id === "rls" ? KnownCondition.parse({ ...one, labs: ["ck", "creatinine", "fbc"] }) : one,
      ),
    });
    expect(
      labs({ conditions: ["G25.81"] }, knowledge)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(["ck", "creatinine"]);
  });

  it("of the drugs at the floor of their group stay few", () => {
    expect(labs({ meds: ["furosemide"] }).length).toBeLessThanOrEqual(2);
    expect(labs({ meds: ["amlodipine", "lisinopril"] })).toEqual([]);
  });
});
