import { icd10cm } from "@/lib/terminology/icd10cm/icd10cm";
import { findConditions } from "./find-conditions";
import { nearWords } from "./misspellings";
import { harmlessWords, isNumber } from "./support";
import { termIndex } from "./term-index";
import type { Word } from "./words";

const MOST = 5;
/** Chapters of injuries by cause, of newborns and of encounters are not what a list of conditions means. */
const NOT_MEANT = /^(?:[V-Y]|P|Z0|Z1|Z2|Z3[0-2]|Z4|Z5|Z6|Z7)/;
/** So many words are looked up at most: an item of more is a sentence. */
const LONGEST = 8;

/** The words of an item that can name a condition. */
export const namingWords = (words: readonly Word[]): Word[] =>
  words.filter(
    (word, at) =>
      word.folded !== "" &&
      !isNumber(word.key) &&
      !harmlessWords().has(word.key) &&
      !TITLES.has(words[at - 1]?.key ?? ""),
  );

/** What stands before a person's name. */
const TITLES = new Set(["dr", "mr", "mrs", "ms", "miss", "prof", "professor", "sister"]);

/** Codes to ask about, for words that no term supports: of the words with their slips put right, then of the official wording. */
export function candidatesFor(words: readonly Word[], textWords: ReadonlySet<string>): string[] {
  const naming = namingWords(words);
  if (naming.length === 0 || words.length > LONGEST) return [];
  const respelt = respeltCodes(words, textWords);
  if (respelt.length > 0) return respelt;
  const { vocabulary } = termIndex();
  if (naming.length > LONGEST || !naming.some((word) => word.folded.length > 3 && vocabulary.has(word.canonical)))
    return [];
  return searched(naming);
}

/** The official wording calls every cancer a malignant neoplasm and every tumour a neoplasm. */
const asOfficial = (word: Word): string => OFFICIAL.get(word.canonical) ?? word.folded;
const OFFICIAL = new Map([
  ["cancer", "malignant neoplasm"],
  ["tumor", "neoplasm"],
]);

function searched(words: readonly Word[]): string[] {
  return icd10cm()
    .search(words.map(asOfficial).join(" "), 3 * MOST)
    .map(({ code }) => code)
    .filter((code) => !NOT_MEANT.test(code))
    .slice(0, MOST);
}

/** Codes to ask about, for a condition with a word beside it that its term did not use: of all the words together. */
export function codesTogether(words: readonly Word[], textWords: ReadonlySet<string>): string[] {
  const respelt = respeltCodes(words, textWords);
  return respelt.length > 0 ? respelt : searched(namingWords(words));
}

/** The codes of the words where each slip is put right; offered, never applied. */
function respeltCodes(words: readonly Word[], textWords: ReadonlySet<string>): string[] {
  const choices = words.map((word) => nearWords(word.folded));
  if (choices.every((near) => near.length === 0)) return [];
  const codes: string[] = [];
  for (const rank of [0, 1, 2]) {
    if (rank > 0 && choices.every((near) => near[rank] === undefined)) break;
    const text = words.map((word, at) => choices[at]?.[rank] ?? choices[at]?.[0] ?? word.key).join(" ");
    for (const mention of findConditions(text, textWords)) codes.push(...mention.codes);
  }
  return [...new Set(codes)].slice(0, MOST);
}
