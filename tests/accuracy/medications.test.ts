import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readMedications } from "@/lib/reading/medications/read-medications";
import {
  type MedicationCase,
  precision,
  recall,
  sameIngredient,
  scoreCase,
  type Scored,
  totals,
} from "./score-medications";

const OPTIONS = { asOf: "2026-11-22", jurisdiction: "US" as const };
const OWN = path.join(process.cwd(), "tests", "accuracy", "cases");
/** Real lists that stay outside the repository; scored where they are. */
const SHARED = process.env["CRAMPCHECK_SAMPLES"] ?? "../shared/samples";

const cases = (folder: string, name: string): MedicationCase[] =>
  readFileSync(path.join(folder, name), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as MedicationCase);

function equivalents(file: string): ReadonlyMap<string, readonly string[]> {
  if (!existsSync(file)) return new Map();
  return new Map(
    readFileSync(file, "utf8")
      .split("\n")
      .slice(1)
      .filter((line) => line.includes("\t"))
      .map((line) => {
        const [canonical = "", also = ""] = line.split("\t");
        return [canonical, also.split(";").map((name) => name.trim())];
      }),
  );
}

const score = (list: readonly MedicationCase[], equalNames: string): Scored[] => {
  const same = sameIngredient(equivalents(equalNames));
  return list.map((one) => scoreCase(one, readMedications(one.text, OPTIONS), same));
};
/** Our own cases are judged by our own table everywhere, also where the samples are at hand. */
const OWN_NAMES = path.join(OWN, "equal-names.tsv");
const SHARED_NAMES = path.join(SHARED, "ingredient_equivalents.tsv");

function report(name: string, scores: readonly Scored[]): ReturnType<typeof totals> {
  const all = totals(scores);
  const wrong = scores.filter((one) => one.missed.length + one.extra.length + one.wrongUse.length > 0);
  console.log(
    `${name}: ${all.cases} cases, ${all.expected} ingredients, recall ${recall(all).toFixed(4)}, precision ${precision(all).toFixed(4)}, stopped read as current ${all.stoppedAsCurrent} of ${all.stopped}, current read as stopped ${all.activeLost}`,
  );
  for (const one of wrong)
    console.log(
      `  ${one.id}: ${[one.missed.length > 0 ? `missed ${one.missed.join(", ")}` : "", one.extra.length > 0 ? `extra ${one.extra.join(", ")}` : "", ...one.wrongUse].filter(Boolean).join("; ")}`,
    );
  return all;
}

describe("accuracy of reading medication lists: our own annotated cases", () => {
  const sets = [
    ["medication-lines.jsonl", 0.995, 0.995],
    ["medication-blocks.jsonl", 0.99, 0.99],
    ["unseen-1-lines.jsonl", 0.99, 0.995],
    ["unseen-1-blocks.jsonl", 0.99, 0.99],
    ["unseen-2-lines.jsonl", 0.99, 0.995],
    ["unseen-2-blocks.jsonl", 0.99, 0.99],
    ["unseen-3-lines.jsonl", 0.99, 0.995],
    ["unseen-3-blocks.jsonl", 0.99, 0.99],
    ["unseen-3-negatives.jsonl", 1, 1],
    // Brands of India and Australia that no source at hand names stay unread and are asked; docs/accuracy.md has the first run.
    ["lists-unseen-4.jsonl", 0.94, 0.99],
  ] as const;
  it.each(sets)("%s reaches recall %f and precision %f", (name, least, exact) => {
    const all = report(name, score(cases(OWN, name), OWN_NAMES));
    expect(recall(all)).toBeGreaterThanOrEqual(least);
    expect(precision(all)).toBeGreaterThanOrEqual(exact);
    expect(all.stoppedAsCurrent).toBeLessThanOrEqual(Math.floor(all.stopped * 0.05));
    expect(all.activeLost).toBeLessThanOrEqual(1);
  });

  it("holds enough cases to mean something", () => {
    expect(cases(OWN, "medication-lines.jsonl").length).toBeGreaterThanOrEqual(150);
    expect(cases(OWN, "medication-blocks.jsonl").length).toBeGreaterThanOrEqual(25);
  });

  it("the sets that were annotated before their first run keep their size, so that the figures of that run stay comparable", () => {
    expect(
      [
        "unseen-1-lines.jsonl",
        "unseen-1-blocks.jsonl",
        "unseen-2-lines.jsonl",
        "unseen-2-blocks.jsonl",
        "unseen-3-lines.jsonl",
        "unseen-3-blocks.jsonl",
        "unseen-3-negatives.jsonl",
        "lists-unseen-4.jsonl",
      ].map((name) => cases(OWN, name).length),
    ).toEqual([287, 47, 104, 20, 150, 25, 40, 23]);
  });

  it("offers the right name for a misspelt one and never applies it", () => {
    for (const [line, name] of [
      ["Zaroxlyn 5 mg daily", "Zaroxolyn"],
      ["furosemde 40 mg", "furosemide"],
    ] as const) {
      const [piece] = readMedications(line, OPTIONS);
      expect(piece?.status).toBe("unrecognised");
      expect(piece?.medications).toEqual([]);
      expect(piece?.suggestions[0]?.name.toLowerCase()).toBe(name.toLowerCase());
    }
  });
});

const present = existsSync(path.join(SHARED, "medlines-dev.jsonl"));
if (!present)
  console.log(`skipped: the shared samples are not at ${SHARED} (set CRAMPCHECK_SAMPLES to where they are)`);

describe.skipIf(!present)(`accuracy on real lists${present ? "" : ` (skipped: no samples at ${SHARED})`}`, () => {
  const sets = [
    ["medlines-dev.jsonl", 0.99, 0.995],
    ["modern_lines-dev.jsonl", 0.985, 0.995],
    ["medblocks-dev.jsonl", 0.99, 0.99],
    ["modern_blocks-dev.jsonl", 0.99, 0.99],
  ] as const;
  it.each(sets)("%s reaches recall %f and precision %f", (name, least, exact) => {
    const all = report(name, score(cases(SHARED, name), SHARED_NAMES));
    expect(recall(all)).toBeGreaterThanOrEqual(least);
    expect(precision(all)).toBeGreaterThanOrEqual(exact);
    expect(all.stoppedAsCurrent).toBeLessThanOrEqual(Math.floor(all.stopped * 0.05));
  });

  it("never reads a misspelling as another drug", () => {
    const rows = readFileSync(path.join(SHARED, "misspellings-dev.tsv"), "utf8")
      .split("\n")
      .slice(1)
      .filter((line) => line.includes("\t"))
      .map((line) => line.split("\t"));
    const silent = rows.filter(([written = "", intended = ""]) => {
      const medications = readMedications(written, OPTIONS)
        .filter((piece) => piece.status === "recognised")
        .flatMap((piece) => piece.medications);
      return medications.some(
        (medication) =>
          !medication.ingredients.some((one) =>
            sameIngredient(equivalents(SHARED_NAMES))(intended, one.name, { id: "", text: "", ingredients: [] }),
          ),
      );
    });
    expect(silent.map(([written]) => written)).toEqual([]);
  });
});
