import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

export type Misspelling = { written: string; meant: string };

/** The repository's own misspellings, and the shared samples where they are at hand. */
export function misspellings(): { source: string; words: Misspelling[] }[] {
  const files = [
    { source: "own", file: path.join(process.cwd(), "tests", "unit", "terminology", "misspellings.tsv") },
    { source: "samples", file: path.join(process.cwd(), "..", "shared", "samples", "misspellings-dev.tsv") },
  ];
  return files
    .filter(({ file }) => existsSync(file))
    .map(({ source, file }) => {
      const lines = readFileSync(file, "utf8")
        .split("\n")
        .filter((line) => line !== "" && !line.startsWith("#"))
        .slice(1);
      return {
        source,
        words: lines.map((line) => line.split("\t")).map(([written = "", meant = ""]) => ({ written, meant })),
      };
    });
}

/** Our own annotated lines of medication lists, as written. */
export function ownLines(): string[] {
  const file = path.join(process.cwd(), "tests", "accuracy", "cases", "medication-lines.jsonl");
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(/"text": ("(?:[^"\\]|\\.)*")/.exec(line)?.[1] ?? '""') as string);
}
