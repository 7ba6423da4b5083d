import { describe, expect, it } from "vitest";
import { CaseInput } from "@/lib/domain/case";
import { examplePatients } from "@/lib/intake/example-patients";
import { reviewInput } from "@/lib/intake/review-input";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";

const TODAY = "2026-11-22";
const examples = examplePatients(TODAY);
const reviewed = (id: string) => {
  const example = examples.find((one) => one.id === id);
  return reviewInput(CaseInput.parse(example?.input), { knowledge: loadKnowledge(), today: TODAY });
};

describe("the example patients", () => {
  it("are six, each with a title of its own, and read without an entry that the program does not understand", () => {
    expect(examples).toHaveLength(6);
    expect(new Set(examples.map(({ title }) => title)).size).toBe(6);
    for (const { id } of examples) expect([id, reviewed(id).patientCase.unread]).toEqual([id, []]);
  });

  it("show what they say: a red flag and a misspelt name", () => {
    const { review } = reviewed("diuretic");
    expect(review.findings.filter(({ priority }) => priority === "act-now").length).toBeGreaterThan(0);
    expect(review.unread.map(({ text }) => text)).toContain("Zaroxlyn 5mg");
  });

  it("show what they say: an interaction that is urgent", () => {
    expect(
      reviewed("statin").review.findings.some(
        ({ kind, ingredients }) =>
          kind === "interaction" && ingredients.includes("clarithromycin") && ingredients.includes("simvastatin"),
      ),
    ).toBe(true);
  });

  it("show what they say: dialysis, a thyroid, a name that nobody knows", () => {
    expect(reviewed("dialysis").review.findings.some(({ kind }) => kind === "condition")).toBe(true);
    expect(reviewed("thyroid").review.findings.some(({ title }) => /^Thyrotropin/.test(title))).toBe(true);
    expect(reviewed("few-drugs").review.unread.map(({ text }) => text)).toEqual(["Nocturalgan 1 tab at night"]);
  });

  it("lie before today, whenever that is, also over the turn of a year", () => {
    const dates = [...JSON.stringify(examplePatients("2027-01-03")).matchAll(/\d{4}-\d{2}(-\d{2})?/g)].map(
      ([date]) => date,
    );
    expect(dates.length).toBeGreaterThan(10);
    expect(dates.filter((date) => date > "2027-01-03" || /-00|-1[3-9]$/.test(date.slice(0, 7)))).toEqual([]);
    expect(examplePatients("2027-01-03")[4]?.input.context?.cramps).toMatchObject({ onset: "2026-07" });
  });
});
