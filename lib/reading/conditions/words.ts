import { readFileSync } from "node:fs";
import { conditionWords } from "@/lib/terminology/icd10cm/condition-words";
import { dataPath } from "@/lib/terminology/data-path";

/** A word of a line with its place. */
export interface Word {
  /** As written, in lower case. */
  key: string;
  /** As official wordings are compared, one spelling for Britain and America; empty for "of". */
  folded: string;
  /** One form for all forms of a word ("renal", "kidneys"): by it, terms are compared without their order. Empty for "of". */
  canonical: string;
  start: number;
  end: number;
}

/** The rows of a table of this folder: without comments and the header. */
export function readRows(name: string): string[][] {
  return readFileSync(dataPath("lib", "reading", "conditions", "data", name), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .slice(1)
    .map((line) => line.split("\t"));
}

let loaded: ReadonlyMap<string, string> | null = null;

/** Form → the word it stands for: `word-forms.tsv`. */
function wordForms(): ReadonlyMap<string, string> {
  loaded ??= new Map(
    readRows("word-forms.tsv").flatMap(([word = "", forms = ""]) =>
      forms.split(" ").map((form): [string, string] => [form, word]),
    ),
  );
  return loaded;
}

/** Endings of one that are no plural. */
const NO_PLURAL = /(?:ss|us|is|as|os)$/;

/** One form for all forms of a word that stand for the same thing. */
export function canonicalWord(folded: string): string {
  const known = wordForms().get(folded);
  if (known !== undefined) return known;
  if (folded.length < 5 || !folded.endsWith("s") || NO_PLURAL.test(folded)) return folded;
  const one = folded.endsWith("ies") ? `${folded.slice(0, -3)}y` : folded.slice(0, -1);
  return wordForms().get(one) ?? one;
}

/** "1°", "2nd", "3ry": an ordinal. Which one, the next word says ("heart block" has degrees). */
const ORDINAL = /^([123])(?:°|º|st|nd|rd|ry|ary|dary)$/;
const DEGREES = ["first degree", "second degree", "third degree"];
const RANKS = ["primary", "secondary", "tertiary"];
const HAS_DEGREES =
  /^(?:a-?v\b|avb|atrio|heart|hb\b|burns?\b|tears?\b|sprain|mobitz|degree|uterine|prolapse|perineal)/i;
const WORD = /[123][°º]|[\p{L}\p{N}↑↓][\p{L}\p{N}\p{M}'’+↑↓]*/gu;

function keyOf(text: string, after: string): string {
  const key = text.toLowerCase().replaceAll("’", "'");
  const rank = Number(ORDINAL.exec(key)?.[1] ?? 0) - 1;
  if (rank < 0) return key;
  const rest = after.trimStart();
  if (rest.startsWith("degree")) return (DEGREES[rank] ?? key).split(" ")[0] ?? key;
  if (HAS_DEGREES.test(rest)) return DEGREES[rank] ?? key;
  return /^[123](?:st|nd|rd)$/.test(key) ? key : (RANKS[rank] ?? key);
}

/** The side does not tell one condition from another. */
const SIDES = new Set("left right bilateral l r lt rt both bilat b/l".split(" "));

/** The words of a line, from left to right. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const end = match.index + match[0].length;
    const key = keyOf(match[0], text.slice(end, end + 16));
    const parts = conditionWords(key);
    const folded = parts.join(" ");
    const canonical = SIDES.has(key) ? "" : parts.map(canonicalWord).join(" ");
    words.push({ key, folded, canonical, start: match.index, end });
  }
  return words;
}

/** The key of a term without the order of its words. */
export const bagKey = (canonical: readonly string[]): string =>
  [...new Set(canonical.flatMap((word) => word.split(" ")).filter((word) => word !== ""))].sort().join(" ");
