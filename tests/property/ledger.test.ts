import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAccountedFor } from "@/lib/reading/medications/names/unread-words";
import { readMedications } from "@/lib/reading/medications/read-medications";
import { noiseReason } from "@/lib/reading/medications/text/noise-words";
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

  it("a word that is in no list stands out wherever it stands, with a dose or without: its piece is asked or unread", () => {
    const own = fc.constantFrom("ramipril", "Zocor", "furosemide", "digoxin");
    const amount = fc.constantFrom("", " 20 mg", " 125 mcg", " 2.5mg tablets");
    const often = fc.constantFrom("", " od", " twice a day", " at night", " one daily");
    const place = fc.constantFrom(0, 1, 2);
    fc.assert(
      fc.property(own, amount, often, invented, place, (name, much, how, word, at) => {
        const parts = [name, much, how];
        const text = [...parts.slice(0, at + 1), ` ${word}`, ...parts.slice(at + 1)].join("");
        const holders = readMedications(text, OPTIONS).filter((piece) => piece.text.includes(word));
        expect(
          holders.map(({ status }) => status),
          text,
        ).not.toContain("recognised");
        expect(
          holders.map(({ status }) => status),
          text,
        ).not.toContain("not-medication");
      }),
      { numRuns: 400 },
    );
  });

  it("every word of a recognised piece is a name, in brackets, behind “for” or “by”, short, or in a list", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(drug, invented, dose), { minLength: 1, maxLength: 6 }), (parts) => {
        for (const piece of readMedications(parts.join(" "), OPTIONS)) {
          if (piece.status !== "recognised") continue;
          const tokens = tokenise(piece.text);
          tokens.forEach((token, at) => {
            if (token.kind !== "word" || token.text.length < 5 || isAccountedFor(tokens, at)) return;
            expect(drugNames().lookup(token.text).length, piece.text).toBeGreaterThan(0);
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  it("each word that is let pass has its reason", () => {
    expect(noiseReason("dispersible")).toBe("form or pack of the drug");
    expect(noiseReason("xyzolol")).toBeNull();
  });
});
