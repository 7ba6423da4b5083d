import { describe, expect, it } from "vitest";
import { readFhir } from "@/lib/fhir/in/read-fhir";
import { readCase } from "@/lib/intake/read-case";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";

const knowledge = loadKnowledge();
const repeated = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length));

/**
 * Each of these held the process for good, ran out of stack or took time beyond all measure before 30 Nov 2026, or is like one
 * that did. The test is that reading ends and loses nothing; the runner names a test that does not end (docs/testing.md).
 */
const TEXTS: readonly (readonly [string, string])[] = [
  ["three dates and a word", "K 3.1\n01/11/2026 02/11/2026 03/11/2026 (trend)"],
  ["two times and a word", "2026-11-30 08:15 - 2026-11-30 09:10 sample received"],
  ["a rule of dashes before a word", `${"-".repeat(64)} sample`],
  ["two telephone numbers", "Lab 020 7946 0018 / 020 7946 0999 ext 2210 or 0161 496 0000 ring"],
  ["numbers and a word", "3.1 3.3 3.5 3.2 3.6 3.8 4.0 4.1 4.2 pending"],
  ["many dates before a word", `${repeated("01/11/2026 ", 10_000)}trend`],
  ["20,000 arrows", `K ${repeated("1->", 60_000)}1`],
  ["20,000 spans", `K ${repeated("1-2 | ", 120_000)}`],
  ["names joined without end", repeated("K/", 20_000)],
  ["open brackets", `${repeated("(", 10_000)}K 3.1`],
  ["brackets that never close", repeated("Na 138 (as of ", 20_000)],
  ["denials without end", `${repeated("no ", 20_000)}diabetes`],
  ["relatives without end", repeated("mother of father of ", 20_000)],
  ["blanks before a word", `${" ".repeat(20_000)}x`],
  ["one word without end", "a".repeat(20_000)],
  ["digits without end", "1".repeat(20_000)],
  ["units without end", `K 4 ${repeated("mmol/L/", 20_000)}`],
  ["ranges without end", `K 3.1 ${repeated("3.5-", 20_000)}`],
  ["doses joined without end", `amlodipine ${repeated("5 mg + ", 10_000)}`],
  ["a direction without end", `furosemide ${repeated("one or two or ", 10_000)}`],
];

describe("texts that held the server", () => {
  it.each(TEXTS)(
    "are read to their end wherever they are typed: %s",
    (_name, text) => {
      const patientCase = readCase(
        { medications: text, conditions: [text], labs: text, context: { symptomText: text } },
        knowledge,
        "2026-11-30",
      );
      for (const pieces of [patientCase.medications, patientCase.labs]) {
        const covered = pieces.map((piece) => text.slice(piece.start, piece.end)).join("");
        expect(covered.replace(/\s/g, "").length).toBe(text.replace(/\s/g, "").length);
      }
    },
    1_200_000,
  );

  it("are named as not read in a FHIR file of many unknown observations", () => {
    const entry = Array.from({ length: 4_000 }, (_, index) => ({
      resource: { resourceType: "Observation", status: "final", code: { text: `unknown ${index}` }, valueString: "x" },
    }));
    const bundle = JSON.stringify({ resourceType: "Bundle", type: "collection", entry });
    const read = readFhir(bundle, { asOf: "2026-11-22", conditionIdOf: () => null });
    expect(read.notRead.length).toBeGreaterThan(0);
  }, 1_200_000);
});
