import { describe, expect, it } from "vitest";
import { Review } from "@/lib/domain/review";
import { review } from "@/lib/review/review";
import { caseOf, conditionPiece, found, idsOf, unreadPiece, type CaseParts } from "./fixtures/cases";
import { knowledgeWith, testKnowledge } from "./fixtures/knowledge";

const reviewed = (parts: CaseParts) => review(caseOf(parts), testKnowledge);

const full: CaseParts = {
  meds: [
    { ingredients: ["hydrochlorothiazide"], strength: "25 mg", frequency: "daily", start: "2026-03-01" },
    "salmeterol",
    "simvastatin",
    "clarithromycin",
    "lisinopril",
    "quinine",
    "amlodipine",
  ],
  pieces: [unreadPiece("zaroxlyn 5mg", "unrecognised", ["metolazone"])],
  conditions: ["K74.60", "I73.9", "G25.81"],
  labs: [
    ["potassium", 3.1, "mmol/L"],
    ["creatinine", 140, "umol/L"],
    ["magnesium", 1.4],
  ],
  context: { ageYears: 72, sex: "female", cramps: { onset: "2026-04" }, symptoms: { darkUrine: "yes" } },
};

describe("a review", () => {
  it("fits the contract", () => {
    expect(Review.parse(reviewed(full))).toEqual(reviewed(full));
    expect(reviewed(full)).toMatchObject({ id: null, knowledgeVersion: "test 0000", asOf: "2026-11-22" });
  });

  it("orders what to do first: priority, then red flags, then the rest", () => {
    const { findings } = reviewed(full);
    const loudness = findings.map(({ priority }) => ["act-now", "review", "consider", "info"].indexOf(priority));
    expect(loudness).toEqual(loudness.toSorted((a, b) => a - b));
    expect(findings[0]?.kind).toBe("red-flag");
  });

  it("has one finding an id, a reason for each, and sources for what is stated", () => {
    const { findings } = reviewed(full);
    expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
    for (const finding of findings) {
      expect(finding.reasons.length, finding.id).toBeGreaterThan(0);
      expect(finding.ruleId, finding.id).not.toBe("");
      if (["medication", "interaction", "condition", "red-flag"].includes(finding.kind))
        expect(finding.sources.length, finding.id).toBeGreaterThan(0);
    }
  });

  it("gives the same bytes for the same case, and does not change the case", () => {
    const patientCase = caseOf(full);
    const before = JSON.stringify(patientCase);
    expect(JSON.stringify(review(patientCase, testKnowledge))).toBe(
      JSON.stringify(review(structuredClone(patientCase), testKnowledge)),
    );
    expect(JSON.stringify(patientCase)).toBe(before);
  });

  it("of nothing says so and is not an error", () => {
    expect(reviewed({})).toMatchObject({
      findings: [{ id: "missing-information:nothing-read" }],
      labs: [],
      questions: [],
      unread: [],
    });
  });
});

describe("what was not read", () => {
  it("is listed as typed, with suggestions, and is a finding", () => {
    const result = reviewed({
      pieces: [unreadPiece(" zaroxlyn 5mg ", "unrecognised", ["metolazone"]), unreadPiece("hydroxizine", "confirm")],
      conditions: [{ ...conditionPiece("X00", "present", "zzz"), status: "unrecognised", codes: [] }],
      unread: [{ text: "purple", where: "context.sex", status: "not understood", suggestions: [] }],
    });
    expect(result.unread.map(({ text, where, status }) => [text, where, status])).toEqual([
      ["zaroxlyn 5mg", "medications", "unrecognised"],
      ["hydroxizine", "medications", "confirm"],
      ["zzz", "conditions", "unrecognised"],
      ["purple", "context.sex", "not understood"],
    ]);
    expect(result.unread[0]?.suggestions).toEqual(["metolazone"]);
    expect(found(result, "unread:entries")).toMatchObject({
      kind: "unread",
      priority: "review",
      title: "Four entries were not read",
    });
  });

  it("is not judged, not even the first candidate of a line to be confirmed", () => {
    const piece = {
      ...unreadPiece("hctz?", "confirm"),
      medications: caseOf({ meds: ["hydrochlorothiazide"] }).medications[0]?.medications ?? [],
    };
    const result = reviewed({ pieces: [piece] });
    expect(result.findings.map(({ kind }) => kind)).toEqual(["unread"]);
    expect(result.unread[0]?.suggestions).toEqual(["hydrochlorothiazide"]);
  });

  it("is none for lines that are no medication", () => {
    expect(
      reviewed({ pieces: [{ ...unreadPiece("NKDA"), status: "not-medication" }] }).findings.map(({ kind }) => kind),
    ).toEqual(["missing-information"]);
  });
});

describe("a check that fails", () => {
  const broken = (part: "classes" | "interactions" | "conditions" | "redFlags") => {
    const knowledge = knowledgeWith({});
    const list: readonly object[] = testKnowledge[part];
    const trap = new Proxy(list[0] ?? {}, {
      get: (target, key) => {
        if (key === "labs" || key === "mechanisms" || key === "when" || key === "options")
          throw new Error("secret of the patient");
        return Reflect.get(target, key);
      },
    });
    return { ...knowledge, [part]: [trap, ...list.slice(1)] };
  };

  it("is a finding that names it, and the other checks go on", () => {
    const result = review(
      caseOf({ ...full, meds: ["hydrochlorothiazide", "simvastatin", "clarithromycin"] }),
      broken("redFlags"),
    );
    expect(found(result, "check-failed:red-flag")).toMatchObject({
      kind: "check-failed",
      priority: "review",
      title: "The red flag check did not finish",
    });
    expect(found(result, "interaction:simva-3a4").priority).toBe("act-now");
    expect(new Set(idsOf(result)).size).toBe(result.findings.length);
    expect(JSON.stringify(result)).not.toContain("secret of the patient");
  });

  it("is none in a sound knowledge base", () => {
    expect(reviewed(full).findings.filter(({ kind }) => kind === "check-failed")).toEqual([]);
  });
});
