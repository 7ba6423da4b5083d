import { describe, expect, it } from "vitest";
import { describeDecidedEarlier, decidedFindings, FACTS_NOT_KEPT } from "@/lib/domain/decision";
import { changedFacts, factsLine, factsOfFinding } from "@/lib/domain/finding-facts";
import { reviewInput } from "@/lib/intake/review-input";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";

const knowledge = loadKnowledge();
type Input = Parameters<typeof reviewInput>[0];

function reviewed(input: Input, today = "2026-11-30") {
  return reviewInput(input, { knowledge, today });
}
function factsOf(input: Input, findingId: string, today?: string) {
  const { review, patientCase } = reviewed(input, today);
  const finding = review.findings.find(({ id }) => id === findingId);
  if (finding === undefined) throw new Error(`No ${findingId} among ${review.findings.map(({ id }) => id).join(", ")}`);
  return factsOfFinding(finding, patientCase);
}

const FOUR = {
  medications: "torasemide 10 mg daily since 2026-08-01\nindapamide 2.5 mg daily\nfluticasone/salmeterol 250/50",
  labs: "K 3.3 mmol/L 2026-11-20",
};

describe("the facts that a decision stands for", () => {
  it("change with a value, a date, a dose, a drug and a use", () => {
    const before = factsOf(FOUR, "interaction:additive-hypokalaemia");
    const other = (change: Partial<Input>) =>
      changedFacts(before, factsOf({ ...FOUR, ...change }, "interaction:additive-hypokalaemia"));
    expect(other({ labs: "K 3.1 mmol/L 2026-11-20" })).toEqual(["its values or dates"]);
    expect(other({ labs: "K 3.3 mmol/L 2026-11-24" })).toEqual(["its values or dates"]);
    expect(other({ medications: FOUR.medications.replace("10 mg", "20 mg") })).toContain("its drugs or doses");
    expect(other({ medications: FOUR.medications.replace("08-01", "10-01") })).toContain("its drugs or doses");
    expect(other({ medications: `${FOUR.medications}\nprednisone 30 mg daily` })).toContain("its drugs or doses");
    expect(other({ medications: FOUR.medications.replace("daily since", "daily, stopped") })).not.toEqual([]);
  });

  it("change when the same id becomes urgent, and say from which level to which", () => {
    const low = factsOf(FOUR, "lab-result:potassium");
    const critical = factsOf({ ...FOUR, labs: "K 1.9 mmol/L 2026-11-28" }, "lab-result:potassium");
    const changed = changedFacts(low, critical);
    expect(changed[0]).toMatch(/^its level \(“For information” then, “Act now” now\)$/);
    expect(changed).toContain("its values or dates");
    expect(describeDecidedEarlier(changed)).toMatch(
      /^decided earlier, before its level .* and its values or dates changed$/,
    );
  });

  it("change with what was answered about the symptoms of a red flag", () => {
    const context = { symptoms: { weakness: "yes" } };
    const flag = reviewed({ ...FOUR, context }).review.findings.find(({ kind }) => kind === "red-flag")?.id ?? "";
    const before = factsOf({ ...FOUR, context }, flag);
    const also = { symptoms: { weakness: "yes", palpitations: "yes" } };
    expect(changedFacts(before, factsOf({ ...FOUR, context: also }, flag))).toContain("the symptoms");
    expect(
      changedFacts(before, factsOf({ ...FOUR, context: { symptoms: { ...context.symptoms, fever: "no" } } }, flag)),
    ).toEqual([]);
  });

  it("are the same a week later, in another order of the list, and with the brand for the drug", () => {
    for (const { id } of reviewed(FOUR).review.findings) {
      const before = factsLine(factsOf(FOUR, id));
      expect(factsLine(factsOf(FOUR, id, "2026-12-07")), id).toBe(before);
      const turned = { ...FOUR, medications: FOUR.medications.split("\n").reverse().join("\n") };
      expect(factsLine(factsOf(turned, id)), id).toBe(before);
      const again = { ...FOUR, medications: `${FOUR.medications}\ncetirizine 10 mg daily` };
      expect(factsLine(factsOf(again, id)), id).toBe(before);
    }
  });

  it("are not changed by a rewording that keeps numbers, dates and drugs", () => {
    const { review, patientCase } = reviewed(FOUR);
    for (const finding of review.findings) {
      const reworded = {
        ...finding,
        title: finding.title.replace("may contribute", "can be a cause"),
        reasons: finding.reasons.map((reason) => reason.replace("inside the usual window", "in its usual time")),
        options: [],
      };
      expect(factsLine(factsOfFinding(reworded, patientCase))).toBe(factsLine(factsOfFinding(finding, patientCase)));
    }
  });
});

describe("a decision of before its facts changed", () => {
  it("is not counted as a decision", () => {
    const decisions = [
      { findingId: "a" },
      { findingId: "b", changed: [] },
      { findingId: "c", changed: ["its values or dates"] },
    ];
    expect([...decidedFindings(decisions)]).toEqual(["a", "b"]);
  });

  it("says so in words, also where what was seen was not kept", () => {
    expect(describeDecidedEarlier(["its drugs or doses"])).toBe("decided earlier, before its drugs or doses changed");
    expect(describeDecidedEarlier([FACTS_NOT_KEPT])).toBe("decided earlier; what was seen then was not kept");
  });
});
