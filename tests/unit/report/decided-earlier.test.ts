import { describe, expect, it } from "vitest";
import type { Decision } from "@/lib/domain/decision";
import { decisionText, formatDecision } from "@/lib/report/model/decision-text";
import { renderText } from "@/lib/report/render-report";
import { buildReportModel } from "@/lib/report/model/report-model";
import { reviewInput } from "@/lib/intake/review-input";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";

const decision: Decision = {
  findingId: "lab-result:potassium",
  action: "not-relevant",
  reason: null,
  comment: "",
  decidedBy: "Dr Roe",
  decidedAt: "2026-11-20T10:00:00.000Z",
  changed: ["its values or dates"],
};

describe("a decision of before its facts changed, in the report", () => {
  it("is printed as decided earlier, and with what changed", () => {
    expect(formatDecision(decision)).toBe("Not relevant, decided earlier, before its values or dates changed");
    expect(decisionText(decision, "UTC")).toContain("before its values or dates changed · Dr Roe");
    expect(formatDecision({ ...decision, changed: [] })).toBe("Not relevant");
  });

  it("sets nothing aside in the letter to the GP", () => {
    const made = reviewInput(
      { medications: "metolazone 5 mg daily", labs: "K 2.2 mmol/L 2026-11-29" },
      { knowledge: loadKnowledge(), today: "2026-11-30" },
    );
    const modelWith = (changed: string[]) =>
      buildReportModel({
        ...made,
        decisions: [{ ...decision, changed }],
        chosenLabs: [],
        acknowledged: [],
        identity: {
          reviewId: "1",
          reference: "CC-0001",
          status: "draft",
          signedBy: null,
          signedAt: null,
          organisation: null,
          timeZone: "UTC",
          generatedAt: "2026-11-30T10:00:00.000Z",
          digest: null,
        },
      });
    const actionOf = (changed: string[]) =>
      modelWith(changed)
        .groups.flatMap(({ findings }) => findings)
        .find(({ id }) => id === decision.findingId)?.decisionAction;
    expect(actionOf([])).toBe("not-relevant");
    expect(actionOf(["its values or dates"])).toBeNull();
    const letter = renderText({ model: modelWith(["its values or dates"]), leaflet: null }, "gp-letter");
    const open = letter.replace(/\s+/g, " ").split("WHAT WE FOUND, NOT DECIDED YET")[1];
    expect(open).toContain("before its values or dates changed");
  });
});
