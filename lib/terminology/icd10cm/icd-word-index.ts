/** Finds the lines of ICD-10-CM that hold words, from the index that scripts/terminology/icd-word-index.ts compiled. */
export type IcdWordIndex = {
  lineCount: number;
  /** The number of different words of a line. */
  wordsOf(line: number): number;
  /** Calls `visit` for each line with a word that begins so; `whole` where the word is complete. A line may be visited twice. */
  visitPrefix(prefix: string, visit: (line: number, whole: boolean) => void): void;
};

/** Opens the unpacked index. Only the vocabulary is read at once; postings are read when they are asked for. */
export function openIcdWordIndex(bytes: Buffer): IcdWordIndex {
  const headEnd = bytes.indexOf("\n\n");
  const [lineCountText = "0", , ...vocabulary] = bytes.toString("latin1", 0, headEnd).split("\n");
  const lineCount = Number(lineCountText);
  const lengthsAt = headEnd + 2;
  const postingsAt = lengthsAt + lineCount;

  const visitWord = (row: string, prefix: string, visit: (line: number, whole: boolean) => void): void => {
    const [word = "", count = "0", start = "0"] = row.split("\t");
    const whole = word === prefix;
    let at = postingsAt + Number(start);
    let line = 0;
    for (let left = Number(count); left > 0; left -= 1) {
      let shift = 0;
      let byte = bytes[at++] ?? 0;
      let step = byte & 127;
      while (byte > 127) {
        byte = bytes[at++] ?? 0;
        shift += 7;
        step |= (byte & 127) << shift;
      }
      line += step;
      visit(line, whole);
    }
  };
  return {
    lineCount,
    wordsOf: (line) => bytes[lengthsAt + line] ?? 0,
    visitPrefix(prefix, visit) {
      for (let at = firstAtLeast(vocabulary, prefix); at < vocabulary.length; at += 1) {
        const row = vocabulary[at] ?? "";
        if (!row.startsWith(prefix)) break;
        visitWord(row, prefix, visit);
      }
    },
  };
}

function firstAtLeast(sorted: readonly string[], prefix: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = sorted[middle] ?? "";
    if (row.slice(0, row.indexOf("\t")) < prefix) low = middle + 1;
    else high = middle;
  }
  return low;
}
