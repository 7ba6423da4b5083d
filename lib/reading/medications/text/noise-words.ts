import { readFileSync } from "node:fs";
import { dataPath } from "@/lib/terminology/data-path";

let words: ReadonlyMap<string, string> | null = null;

/** Why a word beside a drug's name is no drug and nothing is asked about it; null where it is not in the list. Loaded once. */
export function noiseReason(word: string): string | null {
  words ??= load();
  return words.get(word) ?? null;
}

function load(): ReadonlyMap<string, string> {
  const text = readFileSync(dataPath("lib", "reading", "medications", "data", "noise-words.tsv"), "utf8");
  return new Map(
    text
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#") && line !== "word\treason")
      .map((line) => {
        const [word = "", reason = ""] = line.split("\t");
        return [word, reason];
      }),
  );
}
