import type { Token } from "../assertion/tokens";
import { tokensOf } from "../assertion/tokens";
import type { SymptomContent, WordClass } from "./content";
import { measuresOf } from "./measures";
import { firstSymbols, patternsOf, type Pattern } from "./pattern";
import { Spelling } from "./spelling";

/** A symbol that stands at a token, and how many tokens it takes. */
export interface Hit {
  readonly symbol: string;
  readonly length: number;
}

interface Phrase {
  readonly words: readonly string[];
  readonly symbol: string;
}

const DEEPEST = 6;
/** Hold a "not": "isn't worth" is found where "not worth" is looked for. */
const WITH_NOT = new Set([
  "isn't",
  "wasn't",
  "aren't",
  "weren't",
  "hasn't",
  "haven't",
  "hadn't",
  "doesn't",
  "don't",
  "didn't",
]);

/** All words and patterns of the content, compiled once for each knowledge base. */
export class Vocabulary {
  private readonly phrases = new Map<string, Phrase[]>();
  /** Phrases whose first word is only a beginning: "swell*". */
  private readonly beginnings = new Map<string, Phrase[]>();
  private shortest = 99;
  private longest = 0;
  private readonly patterns = new Map<string, Pattern[]>();
  private readonly words = new Set<string>();
  /** Symbols of patterns that are known already. */
  private readonly symbols = new Set<string>();
  private readonly spelling: Spelling;
  /** Word class of a site → its name in an answer. */
  readonly sites: ReadonlyMap<string, string>;

  constructor(content: SymptomContent) {
    const classes = new Map(content.words.map((entry) => [entry.id, entry]));
    for (const entry of content.words)
      for (const words of expand(entry, classes)) this.addPhrase(words, `<${entry.id}>`);
    for (const sign of content.signs) {
      for (const pattern of patternsOf(sign)) {
        this.addPattern(pattern);
      }
    }
    this.sites = new Map(
      content.words.flatMap(({ id, site }) => (site === undefined ? [] : [[`<${id}>`, site] as const])),
    );
    this.spelling = new Spelling(this.words, [...this.beginnings.keys()]);
  }

  /** The tokens with the symbols that stand at each; misspelt words count as what they are near to. */
  annotate(tokens: readonly Token[]): Hit[][] {
    const words = tokens.map(({ text, mark }) => (mark === null ? this.spelling.correct(text) : text));
    return words.map((word, at) => {
      const hits: Hit[] = [{ symbol: word, length: 1 }];
      if (WITH_NOT.has(word)) hits.push({ symbol: "not", length: 1 });
      for (const phrase of this.phrases.get(word) ?? []) add(hits, phrase, words, at);
      for (let length = this.shortest; length <= Math.min(word.length, this.longest); length += 1) {
        for (const phrase of this.beginnings.get(word.slice(0, length)) ?? []) add(hits, phrase, words, at);
      }
      for (const symbol of measuresOf(tokens[at]?.text ?? "")) hits.push({ symbol, length: 1 });
      return hits;
    });
  }

  /** The patterns that may begin with a symbol. */
  beginningWith(symbol: string): readonly Pattern[] {
    return this.patterns.get(symbol) ?? [];
  }

  /** Whether a word is one of the content's. */
  knows(word: string): boolean {
    if (this.words.has(word)) return true;
    for (let length = this.shortest; length <= Math.min(word.length, this.longest); length += 1)
      if (this.beginnings.has(word.slice(0, length))) return true;
    return false;
  }

  private addPattern(pattern: Pattern): void {
    for (const symbol of new Set(firstSymbols(pattern.parts[0] ?? []))) {
      const list = this.patterns.get(symbol) ?? [];
      list.push(pattern);
      this.patterns.set(symbol, list);
    }
    for (const part of pattern.parts)
      for (const element of part) if (!("gap" in element)) for (const symbol of element.symbols) this.addSymbol(symbol);
    for (const symbol of pattern.unless) this.addSymbol(symbol);
  }

  private addSymbol(symbol: string): void {
    if (this.symbols.has(symbol)) return;
    this.symbols.add(symbol);
    if (symbol.includes("_")) this.addPhrase(splitWords(symbol.replaceAll("_", " ")), symbol);
    else if (symbol.endsWith("*")) this.addPhrase([symbol], symbol);
    else if (!symbol.startsWith("<")) this.words.add(symbol);
  }

  private addPhrase(words: readonly string[], symbol: string): void {
    const [first = ""] = words;
    const isBeginning = first.endsWith("*");
    const key = isBeginning ? first.slice(0, -1) : first;
    const index = isBeginning ? this.beginnings : this.phrases;
    const list = index.get(key) ?? [];
    if (list.some((phrase) => phrase.symbol === symbol && phrase.words.join(" ") === words.join(" "))) return;
    list.push({ words, symbol });
    index.set(key, list);
    if (isBeginning) {
      this.shortest = Math.min(this.shortest, key.length);
      this.longest = Math.max(this.longest, key.length);
    }
    for (const word of words) if (!word.endsWith("*")) this.words.add(word);
  }
}

function add(hits: Hit[], { words, symbol }: Phrase, tokens: readonly string[], at: number): void {
  for (let offset = 1; offset < words.length; offset += 1) {
    const word = words[offset] ?? "";
    const token = tokens[at + offset];
    if (token === undefined || (word.endsWith("*") ? !token.startsWith(word.slice(0, -1)) : token !== word)) return;
  }
  const known = hits.findIndex((hit) => hit.symbol === symbol);
  if (known < 0) hits.push({ symbol, length: words.length });
  else if ((hits[known]?.length ?? 0) < words.length) hits[known] = { symbol, length: words.length };
}

/** The phrases of a class with those of the classes that it names. */
function expand(entry: WordClass, classes: ReadonlyMap<string, WordClass>, depth = 0): string[][] {
  return entry.words.flatMap((words) => {
    const named = /^<([a-z-]+)>$/.exec(words)?.[1];
    if (named === undefined) return [splitWords(words)];
    const other = classes.get(named);
    return other === undefined || depth >= DEEPEST ? [] : expand(other, classes, depth + 1);
  });
}

function splitWords(words: string): string[] {
  return words
    .split(/\s+/)
    .flatMap((word) => (word.endsWith("*") ? [word.toLowerCase()] : tokensOf(word).map(({ text }) => text)));
}
