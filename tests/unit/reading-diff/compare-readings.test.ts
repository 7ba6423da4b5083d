import { describe, expect, it } from "vitest";
import { readMedications } from "@/lib/reading/medications/read-medications";
import { compareReadings, inOneLine } from "@/scripts/reading-diff/compare-readings";

const read = (text: string) => readMedications(text, { asOf: "2026-11-22", jurisdiction: "US" });
const lines = [
  { id: "a", text: "furosemide 40 mg daily" },
  { id: "b", text: "Zaroxlyn 5 mg" },
];

describe("compareReadings", () => {
  it("says nothing where both read the same", () => {
    const same = new Map(lines.map(({ id, text }) => [id, read(text)]));
    expect(compareReadings(lines, same, same)).toEqual([]);
  });

  it("shows a line whose drug, dose or use changed, before and after", () => {
    const before = new Map(lines.map(({ id, text }) => [id, read(text)]));
    const after = new Map([...before, ["a", read("bumetanide 1 mg daily")]]);
    expect(compareReadings(lines, before, after)).toEqual([
      {
        id: "a",
        text: "furosemide 40 mg daily",
        before: "[recognised; furosemide, current, 40 mg, daily]",
        after: "[recognised; bumetanide, current, 1 mg, daily]",
      },
    ]);
  });

  it("shows a line that one of the two did not answer", () => {
    const before = new Map(lines.map(({ id, text }) => [id, read(text)]));
    expect(compareReadings(lines, before, new Map()).map(({ id }) => id)).toEqual(["a", "b"]);
  });
});

describe("what a line of the report holds", () => {
  it.each([
    [
      "Seretide 250 2 puffs bd",
      "[recognised; fluticasone + salmeterol, current, 250, inhaled, twice daily, strength? 250/25 or 125/25]",
    ],
    [
      "sertraline 25 mg, increased to 50 mg in May 2026",
      "[recognised; sertraline, current, 50 mg, increased to 50 mg 2026-05]",
    ],
    [
      "HCTZ stopped in June 2026, cramps resolved",
      "[recognised; hydrochlorothiazide, stopped, to 2026-06, better without]",
    ],
    ["simvastatin restarted, cramps recurred", "[recognised; simvastatin, current, restarted, cramps returned]"],
    ["CPAP", "[not-medication]"],
  ])("%s", (text, words) => {
    expect(inOneLine(read(text))).toBe(words);
  });
});
