import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { MedicationPiece } from "@/lib/domain/medication";
import { readMedications } from "@/lib/reading/medications/read-medications";

const OPTIONS = { asOf: "2026-12-01", jurisdiction: "UK" as const };
type Line = { style: string; text: string; ingredients: string };

const lines: Line[] = readFileSync(path.join(process.cwd(), "tests/accuracy/cases/ordinary-lines.tsv"), "utf8")
  .trim()
  .split("\n")
  .filter((line) => !line.startsWith("#"))
  .map((line) => {
    const [style = "", text = "", ingredients = ""] = line.split("\t");
    return { style, text, ingredients };
  });

/** What a clinician is asked of a piece: its name, a doubt, or whether it is taken. */
const isAsked = (piece: MedicationPiece): boolean =>
  piece.status === "confirm" ||
  piece.medications.some((medication) => medication.doubts.length > 0 || medication.use === "uncertain");
const isUnread = (piece: MedicationPiece): boolean => piece.status === "unrecognised";

/** Lists of fourteen lines of one style, in the order of the file. */
function listsOf(size: number): { style: string; text: string }[] {
  const styles = [...new Set(lines.map(({ style }) => style))];
  return styles.flatMap((style) => {
    const own = lines.filter((line) => line.style === style);
    return Array.from({ length: Math.floor(own.length / size) }, (_, list) => ({
      style,
      text: own
        .slice(list * size, (list + 1) * size)
        .map(({ text }) => text)
        .join("\n"),
    }));
  });
}

describe("the price of asking, on ordinary lines", () => {
  it("asks at most three of a hundred lines and leaves at most one of two hundred unread", () => {
    const read = lines.map((line) => ({ line, pieces: readMedications(line.text, OPTIONS) }));
    const asked = read.filter(({ pieces }) => pieces.some(isAsked));
    const unread = read.filter(({ pieces }) => pieces.some(isUnread));
    const silent = read.filter(({ pieces }) => !pieces.some((piece) => piece.status !== "not-medication"));
    console.log(
      `${lines.length} ordinary lines: asked ${asked.length}, unread ${unread.length}, silent ${silent.length}`,
    );
    for (const { line } of asked) console.log(`  asked: ${line.text}`);
    for (const { line } of unread) console.log(`  unread: ${line.text}`);
    expect(asked.length / lines.length).toBeLessThanOrEqual(0.03);
    expect(unread.length / lines.length).toBeLessThanOrEqual(0.005);
    expect(silent.map(({ line }) => line.text)).toEqual([]);
  });

  it("names as many ingredients as the line has", () => {
    const wrong = lines.filter(({ text, ingredients }) => {
      const found = new Set(
        readMedications(text, OPTIONS).flatMap((piece) =>
          piece.medications.flatMap((medication) => medication.ingredients.map(({ name }) => name)),
        ),
      );
      return found.size !== ingredients.split("+").length;
    });
    for (const { text } of wrong) console.log(`  other ingredients: ${text}`);
    expect(wrong.length / lines.length).toBeLessThanOrEqual(0.02);
  });

  it("a list of fourteen ordinary lines has at most two questions, and most have none", () => {
    const questions = listsOf(14).map(({ style, text }) => {
      const pieces = readMedications(text, OPTIONS);
      return { style, count: pieces.filter((piece) => isAsked(piece) || isUnread(piece)).length };
    });
    console.log(`lists of 14: ${questions.map(({ style, count }) => `${style} ${count}`).join(", ")}`);
    expect(Math.max(...questions.map(({ count }) => count))).toBeLessThanOrEqual(2);
    expect(questions.filter(({ count }) => count === 0).length * 2).toBeGreaterThan(questions.length);
  });
});
