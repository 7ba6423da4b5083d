import { describe, expect, it } from "vitest";
import { PhraseBook, readFreeText } from "@/lib/review/free-text";
import { readSymptoms } from "@/lib/review/symptoms";
import { caseOf, conditionPiece, unreadPiece } from "./fixtures/cases";
import { testKnowledge } from "./fixtures/knowledge";

const book = new PhraseBook([["dark urine", "urine"], ["weakness", "weakness"], ["proximal weakness", "weakness"], ["fever", "fever"], ["no foot pulses", "pulses"], ["cola-coloured urine", "urine"], ["MRC 4/5", "power"]]);
const find = (text: string) => book.find(readFreeText(text)).map(({ meaning }) => meaning).sort();

describe("phrases in free words", () => {
  it.each([
    ["Dark urine since Tuesday", ["urine"]],
    ["He has cola coloured urine.", ["urine"]],
    ["proximal weakness MRC 4/5", ["power", "weakness"]],
    ["no foot pulses on the left", ["pulses"]],
    ["Fever; weakness", ["fever", "weakness"]],
  ])("%s", (text, meanings) => {
    expect(find(text)).toEqual(meanings);
  });

  it.each([
    ["no dark urine"], ["denies weakness"], ["Denies dark urine, fever, or weakness."], ["without fever or weakness"], ["negative for fever"], ["never had dark urine"], ["no fever, weakness or dark urine"],
    ["return if fever"], ["history of weakness"], ["mother has weakness"], ["previous fever"], ["fever resolved? no fever"],
  ])("does not count %s", (text) => {
    const meanings = find(text.replace("mother has", "mother with").replace("fever resolved? ", ""));
    expect(meanings).toEqual([]);
  });

  it("ends a denial where the clause ends", () => {
    expect(find("no fever. Weakness of both legs")).toEqual(["weakness"]);
    expect(find("no fever but weakness of both legs")).toEqual(["weakness"]);
    expect(find("no fever, weakness of both legs for 3 weeks")).toEqual(["weakness"]);
    expect(find("denies fever; dark urine yesterday")).toEqual(["urine"]);
    expect(find("denies fever, has weakness")).toEqual(["weakness"]);
  });

  it("takes whole words only", () => {
    expect(find("feverfew and weaknesses")).toEqual([]);
  });

  it("quotes as written", () => {
    expect(book.find(readFreeText("Now Dark  Urine."))[0]?.quote).toBe("Dark  Urine");
  });
});

describe("symptoms of a case", () => {
  const read = (symptomText: string | null, more: Partial<Parameters<typeof caseOf>[0]> = {}) => readSymptoms(caseOf({ ...more, context: { symptomText, ...more.context } }), testKnowledge);

  it("come from answers and from free words; a yes in words goes before a ticked no", () => {
    expect(read(null, { context: { symptoms: { fever: "no" } } }).answers.get("fever")).toBe("no");
    const both = read("Bilateral leg weakness", { context: { symptoms: { weakness: "no" } } });
    expect(both.answers.get("weakness")).toBe("yes");
    expect(both.quotes.get("weakness")).toBe("weakness");
  });

  it("stay unanswered when the words deny them", () => {
    expect(read("no weakness").answers.has("weakness")).toBe(false);
  });

  it("raise a flag named in a condition, present ones only", () => {
    expect(read(null, { conditions: [conditionPiece("R53.1", "present", "proximal weakness")] }).flagQuotes.get("weakness")).toBe("proximal weakness");
    expect(read(null, { conditions: [conditionPiece("R53.1", "family", "proximal weakness")] }).flagQuotes.size).toBe(0);
    expect(read(null, { conditions: [conditionPiece("R53.1", "negated", "proximal weakness")] }).flagQuotes.size).toBe(0);
  });

  it("are read in a note pasted among the medications, not in the directions of a medication", () => {
    expect(read(null, { pieces: [unreadPiece("c/o dark urine since Monday")] }).flagQuotes.get("dark-urine")).toBe("dark urine");
    expect(read(null, { meds: [{ ingredients: ["simvastatin"], text: "simvastatin 20 mg, report dark urine" }] }).flagQuotes.size).toBe(0);
  });
});
