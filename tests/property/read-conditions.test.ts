import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readConditions } from "@/lib/reading/conditions/read-conditions";

const numRuns = Number(process.env.PROPERTY_RUNS ?? 200);
const options = { conditionIdOf: () => null };
const term = fc.constantFrom(
  "T2DM",
  "HTN",
  "gout",
  "asthma",
  "CKD 3b",
  "restless legs",
  "MND",
  "DVT",
  "cirrhosis",
  "hypothyroidism",
);
const text = fc
  .array(
    fc.oneof(
      term,
      fc.constantFrom(",", ";", "\n", "no", "?", "FH:", "mother", "and", "I10", "/", "(", ")"),
      fc.string({ maxLength: 8 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(" "));

describe("reading of conditions", () => {
  it("covers every non-blank character of any text, in order, and each piece is a slice of it", () => {
    fc.assert(
      fc.property(text, (given) => {
        let at = 0;
        for (const piece of readConditions(given, options)) {
          expect(given.slice(at, piece.start).trim()).toBe("");
          expect(given.slice(piece.start, piece.end)).toBe(piece.text);
          at = piece.end;
        }
        expect(given.slice(at).trim()).toBe("");
      }),
      { numRuns },
    );
  });

  it("never counts what is denied or the family's as present", () => {
    const cue = fc.constantFrom(
      "no",
      "denies",
      "no history of",
      "FH:",
      "family history of",
      "mother had",
      "father:",
      "never had",
      "without",
    );
    fc.assert(
      fc.property(cue, term, (words, condition) => {
        for (const piece of readConditions(`${words} ${condition}`, options))
          expect(piece.codes.length > 0 && piece.polarity === "present").toBe(false);
      }),
      { numRuns },
    );
  });

  it("reads a term the same in capitals, in lower case and in a list", () => {
    fc.assert(
      fc.property(term, fc.constantFrom("", "- ", "1. ", "• ", "PMH: "), (condition, lead) => {
        const codes = (given: string): string[] =>
          readConditions(given, options).flatMap((piece) => piece.codes.map((code) => code.code));
        expect(codes(`${lead}${condition.toUpperCase()}`)).toEqual(codes(condition));
        expect(codes(`${lead}${condition.toLowerCase()}`)).toEqual(codes(condition));
      }),
      { numRuns },
    );
  });
});
