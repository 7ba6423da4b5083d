import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseInput } from "@/lib/domain/case";
import { LIMITS } from "@/lib/domain/limits";
import { readCase } from "@/lib/intake/read-case";
import { reviewInput } from "@/lib/intake/review-input";
import { wholeInput, withinLimits } from "@/lib/intake/within-limits";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";

const TODAY = "2026-11-30";
const knowledge = loadKnowledge();
const many = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index));
const lines = (count: number, word: string) => many(count, (index) => `${word} ${index}`).join("\n");
const unread = (input: CaseInput) => readCase(withinLimits(input), knowledge, TODAY, LIMITS.pieces).unread;

describe("the limits of the page and the interfaces hold on the server", () => {
  it("reads the first lines of every list and keeps the rest", () => {
    const split = withinLimits({
      medications: lines(LIMITS.listLines + 7, "bumetanide"),
      labs: lines(LIMITS.listLines + 5, "sodium 138 mmol/L"),
      conditions: many(LIMITS.listLines + 3, (index) => `gout ${index}`),
    });
    expect(String(split.medications).split("\n")).toHaveLength(LIMITS.listLines);
    expect(String(split.labs).split("\n")).toHaveLength(LIMITS.listLines);
    expect(split.conditions).toHaveLength(LIMITS.listLines);
    expect(split.medicationsBeyondLimit?.split("\n")).toHaveLength(7);
    expect(split.beyondLimit?.conditions).toEqual(many(3, (index) => `gout ${LIMITS.listLines + index}`));
  });

  it("takes the lines of a list that a caller put in the wrong place", () => {
    const split = withinLimits({ medications: "", medicationsBeyondLimit: "torasemide 5 mg" });
    expect(split).toEqual({ medications: "torasemide 5 mg" });
  });

  it.each<[string, CaseInput]>([
    ["medications", { medications: lines(501, "torasemide") }],
    ["labs", { medications: "", labs: lines(501, "Mg 0.8 mmol/L") }],
    ["labs", { medications: "", labs: many(501, (index) => `K 4.${index}`) }],
    ["conditions", { medications: "", conditions: ["x".repeat(LIMITS.listBytes + 1)] }],
    [
      "resolutions",
      { medications: "", resolutions: many(2_001, String).map((text) => ({ kind: "keep-unread" as const, text })) },
    ],
    ["context", { medications: "", context: { symptomText: "calf pain ".repeat(2_500) } }],
    [
      "context.symptoms",
      {
        medications: "",
        context: { symptoms: Object.fromEntries(many(300, (i) => `s${i}`).map((key) => [key, "no"])) },
      },
    ],
    ["context.cramps", { medications: "", context: { cramps: { diary: "1 Nov 2026: 3\n".repeat(2_000) } } }],
    ["fields", { medications: "", ...Object.fromEntries(many(300, (i) => `f${i}`).map((key) => [key, 1])) }],
  ])("tells what of %s is not read, once", (where, input) => {
    const told = unread(input).filter((entry) => entry.where === where && entry.status.startsWith("not read: beyond"));
    expect(told).toHaveLength(1);
    expect(told[0]?.text.length).toBeLessThan(200);
    expect(wholeInput(withinLimits(input))).toEqual({ ...input, ...(Array.isArray(input.medications) ? {} : {}) });
  });

  it("is a finding of kind unread at review", () => {
    const { review } = reviewInput(withinLimits({ medications: "", labs: lines(501, "Ca 2.3 mmol/L") }), {
      knowledge,
      today: TODAY,
      pieces: LIMITS.pieces,
    });
    expect(review.findings).toContainEqual(expect.objectContaining({ kind: "unread", priority: "review" }));
  });

  it("reads so many pieces of one line that names thousands, and tells the rest", () => {
    const read = readCase(
      withinLimits({
        medications: many(3_000, (index) => `bumetanide ${index + 1} mg since ${1950 + (index % 70)}`).join("; "),
        labs: "Na 138 mmol/L, ".repeat(3_000),
        conditions: ["gout, ".repeat(3_000)],
      }),
      knowledge,
      TODAY,
      LIMITS.pieces,
    );
    expect(read.medications.length).toBeLessThanOrEqual(LIMITS.pieces);
    expect(read.conditions.length).toBeLessThanOrEqual(LIMITS.pieces);
    expect(read.labs.flatMap(({ results }) => results).length).toBeLessThanOrEqual(LIMITS.pieces);
    expect(read.unread.map(({ where }) => where)).toEqual(["medications", "conditions", "labs"]);
  });

  it("leaves an ordinary case as it is", () => {
    const input: CaseInput = {
      id: "one",
      medications: ["furosemide 40 mg", "NKDA"],
      conditions: ["gout"],
      labs: [{ name: "K", value: 4 }],
      context: { sex: "female", cramps: { perWeek: 3 }, symptoms: { fever: "no" }, symptomText: "calves" },
      resolutions: [],
      further: { kept: true },
    };
    expect(withinLimits(input)).toEqual(input);
  });

  it("loses nothing, and splits the same a second time", () => {
    const size = fc.integer({ min: 0, max: 1_200 });
    fc.assert(
      fc.property(size, size, size, (medications, labs, conditions) => {
        const input: CaseInput = {
          medications: lines(medications, "m"),
          labs: lines(labs, "l"),
          conditions: many(conditions, String),
        };
        const split = withinLimits(input);
        expect(wholeInput(split)).toEqual(input);
        expect(withinLimits(split)).toEqual(split);
      }),
      { numRuns: 30 },
    );
  });
});
