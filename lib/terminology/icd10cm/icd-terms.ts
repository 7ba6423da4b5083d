import { conditionLines } from "./condition-words";

/** Finds the terms (synonyms, abbreviations, lay words) that hold words, among a few thousand. */
export type TermSearch = {
  /** Calls `visit` for each term in which every word begins a word, in the order of the terms, with the number of its words. */
  visit(words: readonly string[], visit: (term: number, wordCount: number) => void): void;
};

/** Makes the terms searchable. They are one text, which costs less to make and to search than a list for each term. */
export function termSearch(terms: readonly string[]): TermSearch {
  const text = conditionLines(terms.map((term) => term.replaceAll("\n", " ")).join("\n"));
  const starts = new Uint32Array(terms.length + 1);
  for (let term = 1, at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts[term++] = at + 1;
  starts[terms.length] = text.length + 1;

  return {
    visit(words, visit) {
      const rarest = words.reduce((longest, word) => (word.length > longest.length ? word : longest), "");
      const others = words.filter((word) => word !== rarest).map((word) => ` ${word}`);
      let term = -1;
      for (
        let at = text.indexOf(` ${rarest}`);
        at >= 0;
        at = text.indexOf(` ${rarest}`, (starts[term + 1] ?? text.length) - 1)
      ) {
        term = lastStartingBefore(starts, at);
        const line = text.slice(starts[term] ?? 0, (starts[term + 1] ?? 0) - 1);
        if (others.every((word) => line.includes(word))) visit(term, line.split(" ").length - 1);
      }
    },
  };
}

function lastStartingBefore(starts: Uint32Array, place: number): number {
  let [low, high] = [0, starts.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle;
  }
  return low;
}
