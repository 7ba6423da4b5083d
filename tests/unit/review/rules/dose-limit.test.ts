import { describe, expect, it } from "vitest";
import { CaseInput } from "@/lib/domain/case";
import { readCase } from "@/lib/intake/read-case";
import { buildKnowledge } from "@/lib/knowledge/load/build-knowledge";
import { readContentFiles } from "@/lib/knowledge/load/content-files";
import { review } from "@/lib/review/review";

const { knowledge } = buildKnowledge(readContentFiles());

/** The finding about simvastatin with amlodipine, whose label's limit is 20 mg a day. */
function withAmlodipine(lines: string) {
  const input = CaseInput.parse({ medications: `${lines}\namlodipine 5 mg daily`, context: { asOf: "2026-11-22" } });
  const pair = review(readCase(input, knowledge, "2026-11-22"), knowledge).findings.find(
    ({ id }) => id === "interaction:simva-amlo-amio-rano",
  );
  if (pair === undefined) throw new Error("no finding");
  return { title: pair.title, priority: pair.priority, reasons: pair.reasons.join("\n") };
}

describe("the label's limit and the whole of what is taken", () => {
  it.each([
    ["simvastatin 10 mg tablets: take 3 tablets nocte", "30 mg a day"],
    ["simvastatin 20 mg nocte\nsimvastatin 10 mg nocte", "30 mg a day"],
    ["Zocor 10 mg mane\nsimvastatin 20 mg nocte", "30 mg a day"],
    ["simvastatin 20 mg 1-0-1", "40 mg a day"],
    ["simvastatin 20 mg tabs 1 to 2 nocte", "up to 40 mg a day"],
    ["simvastatin 40 mg on alternate days", "40 mg on a day of taking"],
    ["simvastatin 40 mg Mon Wed Fri, 20 mg other days", "40 mg"],
    ["simvastatin 40 mg nocte, weekly dosette box", "40 mg a day"],
    ["simvastatin 40 mg nocte, annual review", "40 mg a day"],
  ])("%j is above it", (lines, amount) => {
    const pair = withAmlodipine(lines);
    expect(pair.title).toContain("above the label's limit");
    expect(pair.priority).toBe("review");
    expect(pair.reasons).toContain(amount);
  });

  it.each(["simvastatin 40 mg tabs half a tablet nocte", "simvastatin 10 mg 2 nocte", "simvastatin 5 mg 1-1-1"])(
    "%j is within it",
    (lines) => {
      expect(withAmlodipine(lines).title).toContain("within the label's limit");
    },
  );

  it.each([
    ["the same line twice", "simvastatin 20 mg nocte\nsimvastatin 20 mg nocte"],
    ["two frequencies", "simvastatin 20 mg daily weekly"],
    ["a count that does not fit the total", "simvastatin 20 mg: take 2 tablets (20 mg) nocte"],
    ["a second line without a dose", "simvastatin 10 mg nocte\nsimvastatin"],
    ["no tablet at the only time that is named", "simvastatin 20 mg, Night: 0 tablet"],
  ])("%s is never within it", (_, lines) => {
    const pair = withAmlodipine(lines);
    expect(pair.title).not.toContain("within");
    expect(pair.reasons).not.toContain("within the limit");
    expect(pair.priority).toBe("consider");
  });
});
