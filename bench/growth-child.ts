/** Prints how many lookups and lines a second the names of this installation give; run by growth.ts with tables of two sizes. */
import { drugNames } from "@/lib/terminology/drugs/drug-names";
import { nearNames } from "@/lib/terminology/spelling/near-names";
import { readMedications } from "@/lib/reading/medications/read-medications";
import { perSecond } from "./measure";
import { misspellings, ownLines } from "./samples";

const words = misspellings()
  .flatMap((set) => set.words)
  .map((word) => word.written);
const lines = ownLines();
const read = (text: string): unknown => readMedications(text, { asOf: "2026-11-22", jurisdiction: "US" });
perSecond(words, (word) => nearNames(word), 1000);
perSecond(lines, read, 1000);
const figures = {
  names: [...drugNames().keys()].length,
  suggestions: perSecond(words, (word) => nearNames(word), 2000),
  lines: perSecond(lines, read, 2000),
  ...Object.fromEntries(
    [50, 100, 200, 400].map((count) => {
      const text = Array.from({ length: count }, (_, at) => lines[at % lines.length] ?? "").join("\n");
      return [`list ${count}`, 1000 / perSecond([text], read, 1500)];
    }),
  ),
};
process.stdout.write(`${JSON.stringify(figures)}\n`);
