import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAccountedFor } from "@/lib/reading/medications/names/unread-words";
import { readMedications } from "@/lib/reading/medications/read-medications";
import { suggester } from "@/lib/reading/medications/names/suggest-names";
import { tokenise } from "@/lib/reading/medications/text/tokens";
import { drugNames } from "@/lib/terminology/drugs/drug-names";

const OPTIONS = { asOf: "2026-11-22", jurisdiction: "US" as const };
const drug = fc.constantFrom("ramipril 5 mg od", "furosemide 40 mg bd", "Zocor 20 mg nocte", "digoxin 125 mcg daily");
/** Words of consonants and vowels that are in no list; those that are names or near to one are asked, the rest stay unread. */
const invented = fc
  .array(fc.constantFrom("zo", "vra", "ki", "plu", "gne", "dro", "xy", "ba"), { minLength: 3, maxLength: 5 })
  .map((parts) => parts.join(""))
  .filter((word) => drugNames().lookup(word).length === 0);
const dose = fc.constantFrom("5 mg", "20 mg daily", "100 mcg od", "2.5mg bd");

describe("the ledger of words", () => {
  it("a word with a dose that is in no list is never part of a recognised drug", () => {
    fc.assert(
      fc.property(drug, invented, dose, drug, (before, word, amount, behind) => {
        const pieces = readMedications(`${before} ${word} ${amount} ${behind}`, OPTIONS);
        const holder = pieces.find(({ text }) => text.includes(word));
        expect(holder?.status).not.toBe("recognised");
        expect(holder?.status).not.toBe("not-medication");
        expect(pieces.filter(({ status }) => status === "recognised")).toHaveLength(2);
      }),
      { numRuns: 120 },
    );
  });

  it("every word of a recognised piece is a name, a known word, or neither dosed nor near to a name", () => {
    const near = suggester();
    fc.assert(
      fc.property(drug, fc.array(invented, { maxLength: 2 }), drug, (before, words, behind) => {
        // A word between two mentions of one drug belongs to both, unless it has a dose (the property above).
        fc.pre(before !== behind);
        const text = [before, ...words, behind].join(" ");
        for (const piece of readMedications(text, OPTIONS)) {
          if (piece.status !== "recognised") continue;
          const tokens = tokenise(piece.text);
          tokens.forEach((token, at) => {
            if (token.kind !== "word" || token.text.length < 5 || isAccountedFor(tokens, at)) return;
            if (drugNames().lookup(token.text).length > 0) return;
            expect(near.isLikelySlip(token.text)).toBe(false);
          });
        }
      }),
      { numRuns: 120 },
    );
  });
});
