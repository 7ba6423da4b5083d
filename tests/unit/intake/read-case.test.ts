import { describe, expect, it } from "vitest";
import { readCase } from "@/lib/intake/read-case";
import { reviewInput } from "@/lib/intake/review-input";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";

const TODAY = "2026-11-22";
const knowledge = loadKnowledge();
const read = (input: Parameters<typeof readCase>[0]) => readCase(input, knowledge, TODAY);

describe("readCase", () => {
  it("reads a list given as one text and as lines alike", () => {
    const lines = ["furosemide 40 mg daily", "amlodipine 5 mg"];
    expect(read({ medications: lines }).medications).toEqual(read({ medications: lines.join("\n") }).medications);
  });

  it("reads results given as fields and as text to the same code, value and unit", () => {
    const core = (input: Parameters<typeof readCase>[0]) =>
      read(input).labs.flatMap((piece) =>
        piece.results.map(({ loinc, value, unit, date }) => ({ loinc, value, unit, date })),
      );
    const asFields = core({
      medications: "",
      labs: [{ name: "potassium", value: 2.9, unit: "mmol/l", date: "2026-11-20" }],
    });
    expect(asFields).toEqual([{ loinc: "2823-3", value: 2.9, unit: "mmol/L", date: "2026-11-20" }]);
    expect(core({ medications: "", labs: "potassium 2.9 mmol/l 2026-11-20" })).toEqual(asFields);
  });

  it("keeps the words of a result given as words", () => {
    expect(
      read({ medications: "", labs: [{ name: "creatine kinase", value: "significantly increased" }] }).labs[0]?.results,
    ).toMatchObject([{ loinc: "2157-6", value: "significantly increased", unit: null }]);
  });

  it("takes a LOINC code without a name", () => {
    expect(
      read({ medications: "", labs: [{ loinc: "2823-3", value: 3.1, unit: "mmol/L" }] }).labs[0]?.results,
    ).toMatchObject([{ loinc: "2823-3", value: 3.1 }]);
  });

  it("keeps a result that it does not know as not recognised", () => {
    expect(
      read({ medications: "", labs: [{ name: "unobtainium", value: 3 }, 7] }).labs.map((piece) => piece.status),
    ).toEqual(["unrecognised", "unrecognised"]);
  });

  it("never refuses a case for what it does not know, and reports it", () => {
    const { unread } = read({ medications: "furosemide", shoeSize: 43, context: { mood: "fine" } });
    expect(unread.map((entry) => entry.where)).toEqual(["shoeSize", "context.mood"]);
  });

  it("reads each condition by itself, with offsets in the joined list", () => {
    const { conditions } = read({ medications: "", conditions: ["T2DM", "FH: gout", "N18.32"] });
    expect(conditions.map((piece) => [piece.start, piece.polarity, piece.codes[0]?.code])).toEqual([
      [0, "present", "E11.9"],
      [5, "family", "M10.9"],
      [14, "present", "N18.32"],
    ]);
  });

  it("says what of a long list was not read", () => {
    const { unread } = read({
      medications: "furosemide",
      medicationsBeyondLimit: "bumetanide 1 mg\n\ntorsemide 5 mg\n",
    });
    expect(unread).toEqual([
      {
        text: "bumetanide 1 mg … and 1 more line",
        where: "medications",
        status: "not read: beyond the limit of one list",
        suggestions: [],
      },
    ]);
  });
});

describe("reviewInput", () => {
  it("gives the same bytes for the same case, date and knowledge", () => {
    const input = {
      id: "a",
      medications: "HCTZ 25 mg daily\nalbuterol 2 puffs prn\nfoozol 3 mg",
      labs: "K 3.0 mmol/L 20 Nov 2026",
      conditions: ["CKD 3b"],
    };
    const once = JSON.stringify(reviewInput(input, { knowledge, today: TODAY }).review);
    expect(JSON.stringify(reviewInput(structuredClone(input), { knowledge, today: TODAY }).review)).toBe(once);
  });

  it("turns what was not read into one finding at review", () => {
    const { review } = reviewInput({ medications: "foozol 3 mg\nbarzol 4 mg" }, { knowledge, today: TODAY });
    expect(review.unread.map((entry) => entry.text)).toEqual(["foozol 3 mg", "barzol 4 mg"]);
    expect(review.findings.filter((finding) => finding.kind === "unread").map((finding) => finding.priority)).toEqual([
      "review",
    ]);
  });
});
