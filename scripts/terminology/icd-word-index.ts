import { conditionWords } from "@/lib/terminology/icd10cm/condition-words";

/**
 * The word index of ICD-10-CM, so that no process has to make it at start: the number of lines and of words; each word with the
 * number of its lines and where they stand; an empty line; the number of words of every line (a byte each); and the lines of
 * every word as differences in base-128 numbers. Read by lib/terminology/icd10cm/icd-word-index.ts.
 */
export function icdWordIndex(displays: readonly string[]): Buffer {
  const linesOf = new Map<string, number[]>();
  const lengths: number[] = [];
  displays.forEach((display, line) => {
    const words = new Set(conditionWords(display));
    lengths.push(Math.min(words.size, 255));
    for (const word of words) {
      const known = linesOf.get(word);
      if (known === undefined) linesOf.set(word, [line]);
      else known.push(line);
    }
  });
  const words = [...linesOf.keys()].sort();
  const postings: number[] = [];
  const vocabulary = words.map((word) => {
    const lines = linesOf.get(word) ?? [];
    const start = postings.length;
    let before = 0;
    for (const line of lines) {
      pushNumber(postings, line - before);
      before = line;
    }
    return `${word}\t${lines.length}\t${start}`;
  });
  const head = Buffer.from(`${displays.length}\n${vocabulary.length}\n${vocabulary.join("\n")}\n\n`, "latin1");
  return Buffer.concat([head, Buffer.from(lengths), Buffer.from(postings)]);
}

function pushNumber(into: number[], value: number): void {
  let rest = value;
  while (rest > 127) {
    into.push((rest & 127) | 128);
    rest >>>= 7;
  }
  into.push(rest);
}
