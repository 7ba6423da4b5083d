/** Phrases of whole words, found at a place by their first word; the longest wins. A word may be `#`: any number or fraction. */
export class PhraseIndex<Meaning> {
  private readonly byFirst = new Map<string, { readonly words: readonly string[]; readonly meaning: Meaning }[]>();

  constructor(entries: Iterable<readonly [string, Meaning]>) {
    for (const [phrase, meaning] of entries) {
      const words = phrase.split(" ");
      const list = this.byFirst.get(words[0] ?? "") ?? [];
      list.push({ words, meaning });
      this.byFirst.set(words[0] ?? "", list);
    }
    for (const list of this.byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  }

  /** The longest phrase that begins at `at`; null where none does. */
  at(tokens: readonly { readonly text: string }[], at: number): { meaning: Meaning; length: number } | null {
    const own = this.byFirst.get(tokens[at]?.text ?? "");
    if (own === undefined) return null;
    for (const { words, meaning } of own) {
      if (words.every((word, offset) => agrees(word, tokens[at + offset]?.text)))
        return { meaning, length: words.length };
    }
    return null;
  }
}

function agrees(word: string, token: string | undefined): boolean {
  return token !== undefined && (word === token || (word === "#" && /^\d/.test(token)));
}
