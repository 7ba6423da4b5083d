import type { Token } from "./tokens";

export type Phrase<Value> = { length: number; value: Value };

export type PhraseTable<Value> = {
  /** The longest phrase that begins with token `at`; `length` counts tokens. `to` bounds the search. */
  at(tokens: readonly Token[], at: number, to: number): Phrase<Value> | null;
};

type Node<Value> = { next: Map<string, Node<Value>>; value: Value | undefined };

/**
 * A table of phrases, matched by their words and numbers; hyphens, full stops, apostrophes and slashes between them
 * do not matter ("by-mouth", "o.d.", "n/a"). Lookup is bounded by the longest phrase, so a scan is linear.
 */
export function phraseTable<Value>(rows: Iterable<readonly [string, Value]>): PhraseTable<Value> {
  const root: Node<Value> = { next: new Map(), value: undefined };
  for (const [phrase, value] of rows) {
    let node = root;
    for (const word of phraseWords(phrase)) {
      let next = node.next.get(word);
      if (next === undefined) node.next.set(word, (next = { next: new Map(), value: undefined }));
      node = next;
    }
    node.value = value;
  }
  return { at: (tokens, at, to) => longest(root, tokens, at, to) };
}

/** A table of phrases that carry nothing but their being in the table. */
export function phraseSet(phrases: Iterable<string>): PhraseTable<true> {
  const rows: [string, true][] = [];
  for (const phrase of phrases) rows.push([phrase, true]);
  return phraseTable(rows);
}

function phraseWords(phrase: string): string[] {
  return (
    phrase
      .toLowerCase()
      .replaceAll("'", "")
      .match(/\p{L}+|\d+(?:\.\d+)?|%/gu) ?? []
  );
}

function longest<Value>(root: Node<Value>, tokens: readonly Token[], from: number, to: number): Phrase<Value> | null {
  let node: Node<Value> | undefined = root;
  let best: Phrase<Value> | null = null;
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === "newline") break;
    if (token.kind === "mark" && token.text !== "%") {
      if (at === from || !"-./'".includes(token.text) || isDash(tokens, at)) break;
      continue;
    }
    node = node.next.get(token.text);
    if (node === undefined) break;
    if (node.value !== undefined) best = { length: at - from + 1, value: node.value };
  }
  return best;
}

/** A hyphen with blanks around it is a dash, and begins something else: "now - stopped simvastatin". */
function isDash(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === "-" && tokens[at]?.gap === true && tokens[at + 1]?.gap === true;
}
