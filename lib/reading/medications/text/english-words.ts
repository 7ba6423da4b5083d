import { readFileSync } from "node:fs";
import { dataPath } from "@/lib/terminology/data-path";

let words: ReadonlySet<string> | null = null;

/** Whether a lower-case word is a common English word (SCOWL, see the head of the file). Loaded once per process. */
export function isEnglishWord(word: string): boolean {
  words ??= load();
  return words.has(word);
}

function load(): ReadonlySet<string> {
  const text = readFileSync(dataPath("lib", "reading", "medications", "data", "english-words.txt"), "utf8");
  return new Set(text.split("\n").filter((line) => line !== "" && !line.startsWith("#")));
}
