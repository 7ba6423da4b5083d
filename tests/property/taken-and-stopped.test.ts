import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMedications } from "@/lib/reading/medications/read-medications";

const OPTIONS = { asOf: "2026-12-01", jurisdiction: "UK" as const };
/** No two of these are one drug, and none is another's combination partner here. */
const LEFT = [
  "simvastatin",
  "atorvastatin 20 mg",
  "furosemide",
  "lisinopril 10 mg",
  "citalopram",
  "Zocor",
  "gabapentin 300 mg",
];
const TAKEN = [
  "amlodipine 5 mg od",
  "bisoprolol 2.5 mg daily",
  "ramipril 5 mg nocte",
  "digoxin 125 mcg daily",
  "metformin 500 mg bd",
];

const ended = fc.constantFrom<(drug: string) => string>(
  (drug) => `stopped ${drug}`,
  (drug) => `${drug} stopped`,
  (drug) => `${drug} was stopped`,
  (drug) => `${drug} has been discontinued`,
  (drug) => `${drug} d/c'd`,
  (drug) => `d/c ${drug}`,
  (drug) => `no longer on ${drug}`,
  (drug) => `no longer takes ${drug}`,
  (drug) => `previously ${drug}`,
  (drug) => `previously on ${drug}`,
  (drug) => `formerly on ${drug}`,
  (drug) => `used to take ${drug}`,
  (drug) => `has come off ${drug}`,
  (drug) => `tried ${drug}`,
  (drug) => `off ${drug}`,
  (drug) => `not taking ${drug}`,
  (drug) => `denies taking ${drug}`,
  (drug) => `${drug} ceased`,
  (drug) => `hold ${drug}`,
  (drug) => `${drug} on hold`,
  (drug) => `hx of ${drug}`,
  (drug) => `avoid ${drug}`,
);
const taken = fc.constantFrom<(drug: string) => string>(
  (drug) => drug,
  (drug) => `${drug} now`,
  (drug) => `now ${drug}`,
  (drug) => `now on ${drug}`,
  (drug) => `on ${drug}`,
  (drug) => `currently ${drug}`,
  (drug) => `currently on ${drug}`,
  (drug) => `takes ${drug}`,
  (drug) => `is taking ${drug}`,
  (drug) => `continues ${drug}`,
  (drug) => `${drug} continues`,
  (drug) => `${drug} to continue`,
  (drug) => `${drug} started`,
  (drug) => `started ${drug}`,
  (drug) => `remains on ${drug}`,
);
/** Ties that end a clause; a bare comma or "and" may go on with a list, and is not asserted here for a drug without a word of its own. */
const tie = fc.constantFrom("; ", ". ", "\n", " but ", ", then ", " - ", ", but ");
const exchange = fc.constantFrom<(left: string, now: string) => string>(
  (left, now) => `switched from ${left} to ${now}`,
  (left, now) => `switched to ${now} from ${left}`,
  (left, now) => `changed ${left} to ${now}`,
  (left, now) => `${left} → ${now}`,
  (left, now) => `${left} -> ${now}`,
  (left, now) => `${left} replaced by ${now}`,
  (left, now) => `${now} replaces ${left}`,
  (left, now) => `${now} instead of ${left}`,
  (left, now) => `instead of ${left}, ${now}`,
  (left, now) => `${now} in place of ${left}`,
  (left, now) => `in place of ${left} takes ${now}`,
  (left, now) => `${left} swapped for ${now}`,
  (left, now) => `${left} until March, then ${now}`,
  (left, now) => `stop ${left} while on ${now}`,
  (left, now) => `hold ${left} whilst taking ${now}`,
  (left, now) => `${now} (previously ${left})`,
  (left, now) => `${now} (stopped ${left})`,
  (left, now) => `${now}, ${left} stopped`,
  (left, now) => `stopped ${left} and started ${now}`,
  (left, now) => `${left} stopped and ${now} started`,
  (left, now) => `after stopping ${left} takes ${now}`,
  (left, now) => `avoid ${left} with ${now}`,
);

const useOf = (text: string, drug: string): string[] => {
  const [name = ""] = drug.toLowerCase().split(" ");
  return readMedications(text, OPTIONS)
    .filter((piece) => piece.text.toLowerCase().includes(name))
    .flatMap((piece) => piece.medications)
    .filter(({ ingredients }) => ingredients.some((one) => one.name === (name === "zocor" ? "simvastatin" : name)))
    .map(({ use }) => use);
};
const NOT_TAKEN = ["stopped", "held", "planned", "allergy"];

describe("of a drug that is left and one that is taken", () => {
  it("the one that is taken is never read as stopped, held, planned or an allergy, whatever the order and the tie", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LEFT),
        fc.constantFrom(...TAKEN),
        ended,
        taken,
        tie,
        fc.boolean(),
        (left, now, say, tell, between, first) => {
          const parts = first ? [say(left), tell(now)] : [tell(now), say(left)];
          const text = parts.join(between);
          const uses = useOf(text, now);
          expect(uses.length, text).toBeGreaterThan(0);
          expect(
            uses.filter((use) => NOT_TAKEN.includes(use)),
            text,
          ).toEqual([]);
          expect(useOf(text, left), text).not.toContain("current");
        },
      ),
      { numRuns: 1500 },
    );
  });

  it("an exchange leaves the one and takes the other, whichever is named first", () => {
    fc.assert(
      fc.property(fc.constantFrom(...LEFT), fc.constantFrom(...TAKEN), exchange, (left, now, say) => {
        const text = say(left, now);
        expect(
          useOf(text, now).filter((use) => NOT_TAKEN.includes(use)),
          text,
        ).toEqual([]);
        expect(useOf(text, now).length, text).toBeGreaterThan(0);
        expect(useOf(text, left), text).not.toContain("current");
      }),
      { numRuns: 600 },
    );
  });

  it("behind a comma a drug with a word of its own is taken, and one without may be asked but is not stopped", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("simvastatin", "furosemide", "Zocor"),
        fc.constantFrom(...TAKEN),
        ended,
        taken,
        (left, now, say, tell) => {
          const text = `${say(left)}, ${tell(now)}`;
          expect(
            useOf(text, now).filter((use) => NOT_TAKEN.includes(use)),
            text,
          ).toEqual([]);
        },
      ),
      { numRuns: 600 },
    );
  });
});
