import { describe, expect, it } from "vitest";
import { review } from "@/lib/review/review";
import { capitalised, drugName, lowered } from "@/lib/review/format";
import { britishName } from "@/lib/terminology/drugs/british-names";
import { caseOf, found, type CaseParts } from "@/tests/unit/review/fixtures/cases";
import { testKnowledge } from "@/tests/unit/review/fixtures/knowledge";

const uk = (parts: CaseParts) =>
  review(caseOf({ ...parts, context: { ...parts.context, jurisdiction: "UK" } }), testKnowledge);
const inhaled = { ingredients: ["albuterol"], route: "inhaled", strength: "100 micrograms" };

describe("drug names of the reader's country", () => {
  it("stand in titles, reasons, tests and questions in the UK", () => {
    const answer = uk({ meds: [inhaled, "hydrochlorothiazide"], labs: [["potassium", 3.1, "mmol/L"]] });
    const finding = found(answer, "medication:saba");
    expect(finding.title).toMatch(/^Salbutamol/);
    expect(finding.reasons[0]).toContain("salbutamol 100 micrograms");
    expect(
      JSON.stringify({
        ...answer,
        problems: answer.problems?.map(({ drugs, ...problem }) => ({
          ...problem,
          roles: drugs.map(({ role }) => role),
        })),
        findings: answer.findings.map(({ title, reasons, against, options }) => ({ title, reasons, against, options })),
      }),
    ).not.toMatch(/albuterol(?<!salbutamol)/i);
  });

  it("leave the ingredients, by which everything is found again, as RxNorm has them", () => {
    expect(found(uk({ meds: [inhaled] }), "medication:saba").ingredients).toEqual(["albuterol"]);
  });

  it("are the American ones in the US", () => {
    expect(found(review(caseOf({ meds: [inhaled] }), testKnowledge), "medication:saba").title).toMatch(/^Albuterol/);
  });

  it("leave what was written by the user as it was written", () => {
    const answer = uk({
      meds: [inhaled],
      pieces: [{ text: "albuterol ?dose", start: 0, end: 1, status: "unrecognised", medications: [], suggestions: [] }],
    });
    expect(found(answer, "unread:entries").reasons[0]).toContain("“albuterol ?dose”");
  });

  it("change nothing else: the same findings in the same order", () => {
    const parts: CaseParts = { meds: [inhaled, "hydrochlorothiazide", "acetaminophen"] };
    const ids = (jurisdiction: string) =>
      review(caseOf({ ...parts, context: { jurisdiction } }), testKnowledge).findings.map(
        ({ id, priority }) => `${id} ${priority}`,
      );
    expect(ids("UK")).toEqual(ids("US"));
  });

  it("are known for drugs that the two countries write differently, and only for those", () => {
    expect(
      ["albuterol", "acetaminophen", "furosemide", "licorice", "glyburide", "ethinyl estradiol"].map(britishName),
    ).toEqual(["salbutamol", "paracetamol", "furosemide", "liquorice", "glibenclamide", "ethinylestradiol"]);
  });
});

describe("names in a sentence", () => {
  it("carry the capital of a letter that stands alone", () => {
    expect(["amphotericin b", "vitamin d", "vitamin b12", "coenzyme q10", "simvastatin"].map(drugName)).toEqual([
      "amphotericin B",
      "vitamin D",
      "vitamin B12",
      "coenzyme Q10",
      "simvastatin",
    ]);
    expect(capitalised(drugName("amphotericin b"))).toBe("Amphotericin B");
  });

  it("begin small in the middle of a sentence, unless they are abbreviations", () => {
    expect(["Potassium", "Vitamin B12", "ALT", "INR"].map(lowered)).toEqual(["potassium", "vitamin B12", "ALT", "INR"]);
  });
});
