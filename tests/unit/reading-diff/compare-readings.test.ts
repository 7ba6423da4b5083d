import { describe, expect, it } from "vitest";
import { readMedications } from "@/lib/reading/medications/read-medications";
import { compareReadings } from "@/scripts/reading-diff/compare-readings";

const read = (text: string) => readMedications(text, { asOf: "2026-11-22", jurisdiction: "US" });
const lines = [{ id: "a", text: "furosemide 40 mg daily" }, { id: "b", text: "Zaroxlyn 5 mg" }];

describe("compareReadings", () => {
  it("says nothing where both read the same", () => {
    const same = new Map(lines.map(({ id, text }) => [id, read(text)]));
    expect(compareReadings(lines, same, same)).toEqual([]);
  });

  it("shows a line whose drug, dose or use changed, before and after", () => {
    const before = new Map(lines.map(({ id, text }) => [id, read(text)]));
    const after = new Map([...before, ["a", read("bumetanide 1 mg daily")]]);
    expect(compareReadings(lines, before, after)).toEqual([
      { id: "a", text: "furosemide 40 mg daily", before: "[recognised; furosemide, current, 40 mg, daily]", after: "[recognised; bumetanide, current, 1 mg, daily]" },
    ]);
  });

  it("shows a line that one of the two did not answer", () => {
    const before = new Map(lines.map(({ id, text }) => [id, read(text)]));
    expect(compareReadings(lines, before, new Map()).map(({ id }) => id)).toEqual(["a", "b"]);
  });
});
