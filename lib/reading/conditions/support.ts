import { readRows, type Word } from "./words";
import { isNearWord } from "./misspellings";
import { termIndex } from "./term-index";
import type { ConditionMention } from "./find-conditions";

let loaded: ReadonlyMap<string, string> | null = null;

/** Words that may stand beside a condition without changing its code, with the reason. */
export function harmlessWords(): ReadonlyMap<string, string> {
  loaded ??= new Map(readRows("harmless-words.tsv").map(([word = "", why = ""]): [string, string] => [word, why]));
  return loaded;
}

/** So many words on either side can belong to the name of a condition. */
const REACH = 4;

/** Numbers with what hangs on them ("3b", "x2", "2015", "l4"). */
export const isNumber = (key: string): boolean => /\d/.test(key);

/** What a word beside a condition does to its code. */
function effectOf(word: Word, side: "before" | "behind"): "none" | "ends" | "changes" {
  if (isNumber(word.key)) return "none";
  const why = harmlessWords().get(word.key) ?? harmlessWords().get(word.key.replaceAll("'s", ""));
  if (why === "changes") return "changes";
  if (why === "behind") return side === "before" ? "changes" : "ends";
  if (why === "boundary" || why === "treatment" || why === "family" || why === "social") return "ends";
  if (why !== undefined) return "none";
  // An adjective that no list knows may make another disease of it: "bronze diabetes".
  if (side === "before" && ADJECTIVE.test(word.key)) return "changes";
  const { vocabulary } = termIndex();
  if (vocabulary.has(word.canonical) && word.canonical.length > 2) return "changes";
  return isNearWord(word.folded) ? "changes" : "ends";
}

/** A cause in brackets or behind a comma: "diabetes (steroid-induced)". */
const CAUSE_BEHIND = /^\s?[,(-]\s?\p{L}{2,24}[- ](?:induced|related|associated)\b/iu;

const ADJECTIVE = /^[a-z]{3,}(?:al|ic|ous|ary|oid|form|genic|ian|ive)$/;

/** Words behind which the name goes on: "abscess of the liver". */
const GOES_ON = new Set(["of"]);

const isOneRun = (line: string, left: Word, right: Word): boolean =>
  /^[\s\-–/]*$/.test(line.slice(left.end, right.start)) && !/\s[-–]\s|\t/.test(line.slice(left.end, right.start));

/**
 * The words beside a condition that its term did not use and that can make another condition of it ("aortic" before
 * "atherosclerosis"). Where there is one, the code is asked.
 */
export function unusedWords(
  line: string,
  words: readonly Word[],
  mention: ConditionMention,
  taken: ReadonlySet<number>,
): Word[] {
  const changed = [...before(line, words, mention, taken), ...behind(line, words, mention, taken)];
  return changed.length > 0 || !CAUSE_BEHIND.test(line.slice(mention.end, mention.end + 40))
    ? changed
    : words.slice(mention.to + 1, mention.to + 3);
}

function before(line: string, words: readonly Word[], mention: ConditionMention, taken: ReadonlySet<number>): Word[] {
  for (let at = mention.from - 1; at >= Math.max(0, mention.from - REACH); at -= 1) {
    const word = words[at];
    const next = words[at + 1];
    if (word === undefined || next === undefined || taken.has(at) || !isOneRun(line, word, next)) return [];
    const effect = effectOf(word, "before");
    if (effect === "ends") return [];
    if (effect === "changes") return [word];
  }
  return [];
}

function behind(line: string, words: readonly Word[], mention: ConditionMention, taken: ReadonlySet<number>): Word[] {
  for (let at = mention.to + 1; at <= Math.min(words.length - 1, mention.to + REACH); at += 1) {
    const word = words[at];
    const previous = words[at - 1];
    if (word === undefined || previous === undefined || taken.has(at) || !isOneRun(line, previous, word)) return [];
    if (GOES_ON.has(word.key) || word.key === "the") continue;
    const effect = effectOf(word, "behind");
    if (effect === "ends") return [];
    if (effect === "changes") return [word];
  }
  return [];
}
