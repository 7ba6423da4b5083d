import { voicesOf, type Voice } from "./assertion";

/** Free words as tokens, each with whose and of when it is. */
export interface FreeText {
  readonly tokens: readonly string[];
  /** Offset of each token in the text, to quote from. */
  readonly starts: readonly number[];
  /** Per token, by the words before it: denied, someone else's, past, only possible. */
  readonly before: readonly Voice[];
  /** Per token, by the words after it: "weakness: denied", "numb for years". */
  readonly after: readonly Voice[];
  readonly text: string;
}

const TOKEN = /\(\+\)|\[\+\]|\(-\)|\[-\]|[\p{L}\p{N}]+(?:['’][\p{L}]+)?(?:\/\d+)?|[.;:!?\n]|,/gu;
/** A map and not an object: the words are the user's, and “constructor” is one. */
const MARKS: ReadonlyMap<string, string> = new Map([
  ["(-)", "⊖"],
  ["[-]", "⊖"],
  ["(+)", "⊕"],
  ["[+]", "⊕"],
]);

/** Cuts free words into tokens and tells whose they are: "denies dark urine or fever, but has weakness". */
export function readFreeText(text: string): FreeText {
  const matches = [...text.toLowerCase().replaceAll("’", "'").matchAll(TOKEN)];
  const tokens = matches.map((match) => MARKS.get(match[0]) ?? match[0]);
  return { tokens, starts: matches.map((match) => match.index), ...voicesOf(tokens), text };
}

/** The tokens of a phrase to look for. */
export function phraseTokens(phrase: string): string[] {
  return [...phrase.toLowerCase().replaceAll("’", "'").matchAll(TOKEN)]
    .map((match) => match[0])
    .filter((token) => token !== ",");
}

/** A phrase that was found, as written, with whose it is. */
export interface FoundPhrase<Meaning> {
  readonly meaning: Meaning;
  readonly quote: string;
  readonly voice: Voice;
  /** Where it stands among the tokens. */
  readonly at: number;
}

/** Phrases, each with what it means, found in free words as whole words. */
export class PhraseBook<Meaning> {
  private readonly byFirst = new Map<string, { tokens: readonly string[]; meaning: Meaning }[]>();

  constructor(entries: Iterable<readonly [string, Meaning]>) {
    for (const [phrase, meaning] of entries) {
      const tokens = phraseTokens(phrase);
      const [first] = tokens;
      if (first === undefined) continue;
      const list = this.byFirst.get(first);
      if (list === undefined) this.byFirst.set(first, [{ tokens, meaning }]);
      else list.push({ tokens, meaning });
    }
  }

  /** Every meaning that is said of the patient now, once, by its longest phrase. */
  find(text: FreeText): FoundPhrase<Meaning>[] {
    return this.inEachVoice(text).filter(({ voice }) => voice === "said");
  }

  /** Every meaning once for each voice that it stands in, by its longest phrase. */
  private inEachVoice(text: FreeText): FoundPhrase<Meaning>[] {
    const found = new Map<Meaning, Map<Voice, { at: number; length: number }>>();
    const add = (meaning: Meaning, at: number, length: number, voice: Voice) => {
      const voices = found.get(meaning) ?? new Map<Voice, { at: number; length: number }>();
      found.set(meaning, voices);
      if ((voices.get(voice)?.length ?? 0) < length) voices.set(voice, { at, length });
    };
    text.tokens.forEach((token, at) => {
      for (const { tokens, meaning } of this.byFirst.get(token) ?? []) {
        if (tokens.every((word, offset) => text.tokens[at + offset] === word))
          add(meaning, at, tokens.length, voiceOf(text, at, tokens.length));
      }
    });
    return [...found].flatMap(([meaning, voices]) =>
      [...voices].map(([voice, { at, length }]) => ({ meaning, voice, at, quote: quote(text, at, length) })),
    );
  }
}

/** The words before the phrase say whose it is by its first word ("no foot pulses" holds its own "no"); those after it by any. */
function voiceOf(text: FreeText, at: number, length: number): Voice {
  const before = text.before[at] ?? "said";
  if (before !== "said") return before;
  return text.after.slice(at, at + length).find((voice) => voice !== "said") ?? "said";
}

function quote(text: FreeText, at: number, length: number): string {
  const start = text.starts[at] ?? 0;
  const last = at + length - 1;
  return text.text.slice(start, (text.starts[last] ?? start) + (text.tokens[last]?.length ?? 0));
}
