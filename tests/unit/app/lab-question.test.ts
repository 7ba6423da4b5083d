import { describe, expect, it } from "vitest";
import { labView } from "@/app/_view-models/review/lab-view";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { readLabs } from "@/lib/reading/labs/read-labs";

const knowledge = loadKnowledge();
const viewOf = (text: string) => {
  const [piece] = readLabs(text, { asOf: "2026-11-22", jurisdiction: "US" });
  if (piece === undefined) throw new Error("nothing was read");
  return labView(piece, knowledge);
};

describe("a question about a result", () => {
  it("is none where value, unit and date are plain", () => {
    expect(viewOf("Potassium 2.4 mmol/L 20 Nov 2026")).toMatchObject({ state: "understood", question: null });
  });

  it("offers the number a lost decimal point would make", () => {
    expect(viewOf("Potassium 31 mmol/L").question).toEqual({
      kind: "value",
      message: "potassium 31\u00a0mmol/L is outside what can be measured in life. Did you mean 3.1?",
      choices: [{ label: "Use 3.1", instead: "Potassium 3.1 mmol/L" }],
      keep: "Keep 31",
    });
  });

  it("offers nothing where a tenth is no better", () => {
    expect(viewOf("Potassium 3100 mmol/L").question).toMatchObject({ kind: "value", choices: [] });
  });

  it("asks for the unit where two are possible, and never calls a value without one impossible", () => {
    const { question, state } = viewOf("Mg 0.61");
    expect(state).toBe("needs-you");
    expect(question).toMatchObject({
      kind: "unit",
      message: "magnesium 0.61 has no unit. Which is it?",
      keep: "Leave open, not judged",
    });
    expect(question?.choices[0]).toEqual({ label: "mmol/L", instead: "Mg 0.61 mmol/L" });
    expect(question?.choices.length).toBeGreaterThan(1);
  });

  it("says which unit was taken where only one is possible", () => {
    const { question, reading } = viewOf("Creatinine 1.4");
    expect(question).toBeNull();
    expect(reading).toContain("read as mg/dL, the only unit that fits");
  });

  it("does not ask for the order of day and month, which the country settles, and shows the date in words", () => {
    expect(viewOf("Sodium 138 mmol/L 3/4/26")).toMatchObject({ state: "understood", question: null });
    expect(viewOf("Sodium 138 mmol/L 3/4/26").reading).toContain("4 Mar 2026");
  });

  it("asks about a second number that nothing accounts for", () => {
    expect(viewOf("Potassium 3.1 2.9 mmol/L").question).toMatchObject({
      kind: "number",
      message: "2.9 was not read. Does it count?",
      choices: [{ label: "potassium 2.9" }],
    });
  });

  it("asks whether a point is a mark of thousands", () => {
    expect(viewOf("CK 20.386 U/L").question?.choices.map(({ instead }) => instead)).toEqual([
      "CK 20,386 U/L",
      "CK 20 U/L",
    ]);
  });

  it("asks whether a bare run of figures is a panel", () => {
    expect(viewOf("138/3.1/102/24/18/1.0").question?.choices[0]?.instead).toContain("potassium 3.1");
  });

  it.each([
    "Sodium 138 mmol/L 4/4/26",
    "Sodium 138 mmol/L 23/4/26",
    "Sodium 138 mmol/L 2026-04-03",
    "Sodium 138 mmol/L",
  ])("does not ask for the date of %s", (text) => {
    expect(viewOf(text).question).toBeNull();
  });

  it("changes the number that was written, with a comma or trailing zeros, and no other", () => {
    expect(viewOf("Magnesium 0,61").question?.choices[0]?.instead).toBe("Magnesium 0.61 mmol/L");
    expect(viewOf("Potassium 31.0 mmol/L 31 Oct 2026").question?.choices[0]?.instead).toBe(
      "Potassium 3.1 mmol/L 31 Oct 2026",
    );
  });
});
