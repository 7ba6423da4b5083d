import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLabs } from "@/lib/reading/labs/read-labs";

const numRuns = Number(process.env.PROPERTY_RUNS ?? 300);
const fragment = fc.oneof(
  fc.constantFrom(
    "K",
    "Mg",
    "potassium",
    "Ca2+",
    "eGFR",
    "3.1",
    "mmol/L",
    "(3.5-5.1)",
    "L",
    "<",
    "mg/dL",
    "\n",
    "\t",
    "12/02/25",
    "of",
    "/",
    "-",
    "low",
    "creatinine",
  ),
  fc.string({ maxLength: 12 }),
);
const text = fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join(" "));

describe("reading of results", () => {
  it("covers every non-blank character of any text, in order, and each piece is a slice of it", () => {
    fc.assert(
      fc.property(text, (given) => {
        let at = 0;
        for (const piece of readLabs(given, { asOf: "2026-11-22" })) {
          expect(given.slice(at, piece.start).trim()).toBe("");
          expect(given.slice(piece.start, piece.end)).toBe(piece.text);
          at = piece.end;
        }
        expect(given.slice(at).trim()).toBe("");
      }),
      { numRuns },
    );
  });

  it("never gives a value that is not a number or words of the text, nor an impossible date", () => {
    fc.assert(
      fc.property(text, (given) => {
        for (const { value, date } of readLabs(given, { asOf: "2026-11-22" }).flatMap((piece) => piece.results)) {
          if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
          else expect(value).not.toBe("");
          if (date !== null) expect(date).toMatch(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/);
        }
      }),
      { numRuns },
    );
  });

  it("reads name, value and unit the same whatever stands between", () => {
    const between = fc.constantFrom(" ", ": ", " = ", " was ", " of ", " level ", " level was ", "\t", " - ");
    fc.assert(
      fc.property(
        fc.constantFrom("Potassium", "K", "serum potassium"),
        between,
        fc.integer({ min: 15, max: 90 }),
        (name, gap, tenths) => {
          const [result] = readLabs(`${name}${gap}${(tenths / 10).toFixed(1)} mmol/L`, { asOf: "2026-11-22" }).flatMap(
            (piece) => piece.results,
          );
          expect(result).toMatchObject({ loinc: "2823-3", value: tenths / 10, unit: "mmol/L" });
        },
      ),
      { numRuns },
    );
  });
});
