import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { readSymptomText } from "@/lib/reading/symptoms/read-symptoms";

const numRuns = Number(process.env.PROPERTY_RUNS ?? 100);
const knowledge = loadKnowledge();
const content = { signs: knowledge.symptoms, words: knowledge.symptomWords };
const part = fc.oneof(
  fc.constantFrom(
    "weakness",
    "left calf",
    "swollen",
    "no",
    "denies",
    ",",
    ".",
    "?",
    "\n",
    "and",
    "my mum",
    "wee",
    "like cola",
    "numb",
    ":",
    "2/52",
    "if",
    "…",
    "足が痛い",
    "🙂",
  ),
  fc.string({ maxLength: 8 }),
);
const text = fc.array(part, { maxLength: 30 }).map((parts) => parts.join(" "));

describe("reading of what the patient says", () => {
  it("covers every non-blank character of any text, in order, and each piece is a slice of it", () => {
    fc.assert(
      fc.property(text, (given) => {
        let at = 0;
        for (const piece of readSymptomText(given, content).pieces) {
          expect(given.slice(at, piece.start).trim()).toBe("");
          expect(given.slice(piece.start, piece.end)).toBe(piece.text);
          at = piece.end;
        }
        expect(given.slice(at).trim()).toBe("");
      }),
      { numRuns },
    );
  });

  it("never counts as present what is denied at once", () => {
    const sign = fc.constantFrom(
      "weakness",
      "numbness",
      "fever",
      "dark urine",
      "chest pain",
      "a seizure",
      "palpitations",
    );
    const cue = fc.constantFrom("no", "denies", "without", "never had", "negative for", "no history of");
    fc.assert(
      fc.property(cue, sign, (words, named) => {
        for (const { polarity } of readSymptomText(`${words} ${named}`, content).signs)
          expect(polarity).not.toBe("present");
      }),
      { numRuns },
    );
  });
});
