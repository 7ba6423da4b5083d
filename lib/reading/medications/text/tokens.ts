import { canonicalText } from "./canonical-text";

/**
 * The smallest parts of a list. `word`: letters ("b.i.d." and "d'Or" are one word, without dots and apostrophes).
 * `number`: digits with their decimal point. `mark`: any other single character. `newline`: the end of a line.
 */
export type Token = {
  readonly kind: "word" | "number" | "mark" | "newline";
  readonly text: string;
  /** UTF-16 offsets in the original text. */
  readonly start: number;
  readonly end: number;
  /** White space or a line's start stands before it. */
  readonly gap: boolean;
  /** It ends in the full stop of an abbreviation ("b.i.d."), which may also end a sentence. */
  readonly dot?: true;
  /** Its letters are struck through one by one (U+0336). */
  readonly struck?: true;
};

const LETTER = /\p{L}|\p{M}/u;
const ACCENT = /\p{M}/gu;
/** The combining long stroke overlay, with which messengers write struck-through text. */
const STRIKE = "\u0336";

function isLetter(code: number, text: string, at: number): boolean {
  if (code >= 97 && code <= 122) return true;
  return code > 127 && LETTER.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLineEnd = (code: number): boolean =>
  (code >= 10 && code <= 13) || code === 0x85 || code === 0x2028 || code === 0x2029;
const isBlank = (character: string): boolean => character.trim() === "";

/** Splits a text into tokens that together hold every non-blank character; one pass, linear in the text. */
export function tokenise(original: string): Token[] {
  const canonical = canonicalText(original);
  const text = canonical.text;
  const tokens: Token[] = [];
  let gap = true;
  let at = 0;
  const push = (kind: Token["kind"], value: string, from: number, to: number): void => {
    const dot = kind === "word" && to - from > 1 && text.charCodeAt(to - 1) === 46;
    const [start, end] = [canonical.startOf(from), canonical.endOf(to - 1)];
    const struck = kind === "word" && value.length < end - start && original.slice(start, end).includes(STRIKE);
    tokens.push({
      kind,
      text: value,
      start,
      end,
      gap,
      ...(dot ? { dot: true as const } : {}),
      ...(struck ? { struck: true as const } : {}),
    });
    gap = false;
  };

  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isLineEnd(code)) {
      if (tokens.at(-1)?.kind !== "newline") push("newline", "\n", at, at + 1);
      gap = true;
      at += 1;
    } else if (code === 32 || isBlank(text.charAt(at))) {
      gap = true;
      at += 1;
    } else if (isDigit(code) || (code === 46 && isDigit(text.charCodeAt(at + 1)) && !endsInWord(tokens, gap))) {
      const to = numberEnd(text, at);
      push("number", tidyNumber(text.slice(at, to)), at, to);
      at = to;
    } else if (isLetter(code, text, at)) {
      at = pushWord(text, at, push);
    } else {
      const to = at + (text.codePointAt(at) !== undefined && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
      push("mark", text.slice(at, to), at, to);
      at = to;
    }
  }
  return tokens;
}

function endsInWord(tokens: readonly Token[], gap: boolean): boolean {
  return !gap && tokens.at(-1)?.kind === "word";
}

function pushWord(
  text: string,
  from: number,
  push: (kind: "word" | "number", value: string, from: number, to: number) => void,
): number {
  const groups = dottedGroups(text, from);
  if (groups !== null) {
    for (const group of groups.parts) push(group.number ? "number" : "word", group.text, group.from, group.to);
    return groups.end;
  }
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isLetter(code, text, at)) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    else if (code === 39 && at + 1 < text.length && isLetter(text.charCodeAt(at + 1), text, at + 1)) at += 1;
    else break;
  }
  push("word", plainWord(text.slice(from, at)), from, at);
  return at;
}

function plainWord(word: string): string {
  const joined = word.includes("'") ? word.replaceAll("'", "") : word;
  return /[^a-z]/.test(joined) ? joined.normalize("NFKD").replace(ACCENT, "") : joined;
}

/** More letters than any abbreviation has; bounds the work for "a.a.a.a…". */
const MOST_DOTS = 8;

type Group = { number: boolean; text: string; from: number; to: number };

/** "b.i.d.", "q.6h.", "d.h.e.": single letters (and an hour count) held together by full stops, or null. */
function dottedGroups(text: string, from: number): { parts: Group[]; end: number } | null {
  const parts: Group[] = [];
  let at = from;
  let dots = 0;
  let letters = "";
  let lettersFrom = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code >= 97 && code <= 122 && !(text.charCodeAt(at + 1) >= 97 && text.charCodeAt(at + 1) <= 122 && dots === 0)) {
      if (text.charCodeAt(at + 1) >= 97 && text.charCodeAt(at + 1) <= 122) return null;
      if (letters === "") lettersFrom = at;
      letters += text.charAt(at);
      at += 1;
    } else if (dots > 0 && isDigit(code)) {
      const to = numberEnd(text, at);
      if (to - at > 2) return null;
      if (letters !== "") parts.push({ number: false, text: letters, from: lettersFrom, to: at });
      letters = "";
      parts.push({ number: true, text: text.slice(at, to), from: at, to });
      at = to;
      continue;
    } else return null;
    if (text.charCodeAt(at) !== 46) break;
    at += 1;
    dots += 1;
    if (dots > MOST_DOTS) return null;
    const next = text.charCodeAt(at);
    if (!(next >= 97 && next <= 122) && !isDigit(next)) break;
  }
  if (dots === 0 || (dots === 1 && letters.length === 1 && parts.length === 0)) return null;
  if (letters !== "") parts.push({ number: false, text: letters, from: lettersFrom, to: at });
  return { parts, end: at };
}

/** The end of a number: "12.5", "1,000", "0,5"; a comma or point belongs to it only with digits on both sides. */
function numberEnd(text: string, from: number): number {
  let at = from;
  while (isDigit(text.charCodeAt(at))) at += 1;
  for (;;) {
    const code = text.charCodeAt(at);
    const separator = code === 44 || code === 46;
    if (!separator || !isDigit(text.charCodeAt(at + 1))) return at;
    let to = at + 1;
    while (isDigit(text.charCodeAt(to))) to += 1;
    if (code === 44 && to - at - 1 > 3) return at;
    at = to;
    if (code === 46) return at;
  }
}

/** Leading zero, no thousands comma: ".5" is "0.5", "1,000" is "1000". A decimal comma becomes a point. */
function tidyNumber(digits: string): string {
  let value = digits;
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(value)) value = value.replaceAll(",", "");
  value = value.replace(",", ".");
  return value.startsWith(".") ? `0${value}` : value;
}
