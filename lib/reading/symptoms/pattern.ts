import { tokensOf } from "../assertion/tokens";
import type { PatternEntry, SignWords } from "./content";

/** One place of a pattern: any of some symbols (a word, a word class, the beginning of a word), or some words between. */
export type Element = { readonly symbols: readonly string[]; readonly optional: boolean } | { readonly gap: number };

/** Elements in their order. */
export type Sequence = readonly Element[];

/** A pattern of the content, ready to be looked for. Its parts stand in any order near each other. */
export interface Pattern {
  readonly sign: SignWords;
  readonly denies: boolean;
  readonly parts: readonly Sequence[];
  /** What a clause must hold for the pattern to fit: of each list one symbol. */
  readonly required: readonly (readonly string[])[];
  readonly near: string | null;
  readonly unless: readonly string[];
  readonly gives: readonly string[];
  /** Only where the clause says little else. */
  readonly alone: boolean;
}

const GAPS: ReadonlyMap<string, number> = new Map([
  ["..", 3],
  ["...", 8],
]);

/** Reads one pattern: `<cannot> .. lift <arm>`, `urine ~ <cola>`, `numb* .. wip*`. Throws on what cannot be one. */
export function parsePattern(text: string): Sequence[] {
  return text.split(" ~ ").map((part) => {
    const elements = part.trim().split(/\s+/).flatMap(parseElement);
    if (elements[0] === undefined || "gap" in elements[0]) throw new Error(`a pattern begins with a word: “${text}”`);
    return elements;
  });
}

function parseElement(word: string): Element[] {
  const gap = GAPS.get(word);
  if (gap !== undefined) return [{ gap }];
  const optional = word.length > 1 && word.endsWith("?");
  const choices = (optional ? word.slice(0, -1) : word).split("|").filter((choice) => choice !== "");
  // A word that is cut in two by the reader ("pre-existing") is two elements; a choice between such is not supported.
  const [only] = choices;
  if (choices.length === 1 && only !== undefined && !only.startsWith("<") && !/[*_]/.test(only)) {
    return tokensOf(only).map(({ text }) => ({ symbols: [text], optional }));
  }
  return [{ symbols: choices.map(symbolOf), optional }];
}

/** A class as it stands, a beginning with its star, words joined by `_`, a word in the form that the reader gives it. */
export function symbolOf(choice: string): string {
  if (choice.startsWith("<") || /[*_]/.test(choice)) return choice.toLowerCase();
  if (choice.includes(" ")) return choice.toLowerCase().replaceAll(" ", "_");
  return tokensOf(choice)[0]?.text ?? choice;
}

/** The patterns of a sign, those that deny it among them. */
export function patternsOf(sign: SignWords): Pattern[] {
  const ofSign = sign.unless.map(symbolOf);
  const made = (entry: string | PatternEntry, denies: boolean): Pattern[] => {
    const { find, near, unless, gives, alone } =
      typeof entry === "string" ? { find: [entry], near: undefined, unless: [], gives: [], alone: undefined } : entry;
    // One list for all patterns of the entry: it is long, and there are thousands of patterns.
    const beside = [...unless.map(symbolOf), ...(denies ? [] : ofSign)];
    return find.map((text) => ({
      sign,
      denies,
      ...partsOf(text),
      near: near === undefined ? null : symbolOf(near),
      unless: beside,
      gives,
      alone: alone === true,
    }));
  };
  return [
    ...sign.patterns.flatMap((entry) => made(entry, false)),
    ...sign.absent.flatMap((entry) => made(entry, true)),
  ];
}

function partsOf(text: string): Pick<Pattern, "parts" | "required"> {
  const parts = parsePattern(text);
  const required = parts.flat().flatMap((element) => ("gap" in element || element.optional ? [] : [element.symbols]));
  return { parts, required };
}

/** The symbols with which a sequence may begin; an optional first element lets the second begin it. */
export function firstSymbols(sequence: Sequence): string[] {
  const symbols: string[] = [];
  for (const element of sequence) {
    if ("gap" in element) break;
    symbols.push(...element.symbols);
    if (!element.optional) break;
  }
  return symbols;
}
