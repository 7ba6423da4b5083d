import { describe, expect, it } from "vitest";
import { overuse } from "@/lib/review/facts/medications/overuse";
import { medicationPiece } from "@/tests/unit/review/fixtures/cases";

const used = (line: string, frequency: string | null = null, asNeeded = false) => {
  const [medication] = medicationPiece({ ingredients: ["albuterol"], frequency, asNeeded }).medications;
  if (medication === undefined) throw new Error("no medication");
  return overuse(medication, line);
};

describe("use of a reliever", () => {
  it.each([
    ["Ventolin 2 puffs 8 times a day", "8 times daily", false],
    ["Ventolin 2 puffs up to 10 times a day as needed", "10 times daily", true],
    ["salbutamol 100 mcg 2 puffs qid", "four times daily", false],
    ["terbutaline (excessive use)", null, false],
    ["salbutamol – overusing, says hourly at night", null, true],
    ["albuterol HFA, goes through 2 inhalers a month", null, true],
    ["blue inhaler, a canister every week", null, true],
    ["salbutamol several times a day", null, true],
    ["albuterol more than prescribed", null, true],
  ])("is a lot: %s", (line, frequency, asNeeded) => expect(used(line, frequency, asNeeded)).toBe(true));

  it.each([
    ["salbutamol 2 puffs twice daily", "twice daily", false],
    ["salbutamol 2 puffs once daily", "daily", false],
  ])("is not: %s", (line, frequency, asNeeded) => expect(used(line, frequency, asNeeded)).toBe(false));

  it.each([
    ["salbutamol 2 puffs as needed", null, true],
    ["salbutamol 2 puffs every 4 hours as needed", "every 4 hours", true],
    ["salbutamol inhaler", null, false],
    ["salbutamol, repeat one inhaler", null, false],
  ])("is not known, and never taken as little: %s", (line, frequency, asNeeded) =>
    expect(used(line, frequency, asNeeded)).toBeNull(),
  );
});
