import type { DrugWord, RichText } from "./rich-text";
import { tallMan } from "@/lib/terminology/drugs/tall-man";

/** A name drawn tall-man where it is on a look-alike list. `name` is in lower case or starts as a brand does. */
export function drugWord(name: string): DrugWord {
  const drawn = tallMan(name);
  return { drawn, plain: drawn === name ? name : name.toLowerCase() };
}

/** “a, b and c”, each drawn as a drug name. */
export function drugList(names: readonly string[]): RichText {
  return names.flatMap((name, index) => {
    const between = index === names.length - 1 ? " and " : ", ";
    const joint = index === 0 ? "" : between;
    return joint === "" ? [drugWord(name)] : [joint, drugWord(name)];
  });
}

const LETTERS = /[\p{L}\p{N}]/u;

/** A sentence in which each of `names` that stands as a whole word is marked as a drug name; the longest name wins. */
export function markDrugs(text: string, names: readonly string[]): RichText {
  const wanted = [...new Set(names.map((name) => name.toLowerCase()))]
    .filter((name) => name !== "")
    .sort((a, b) => b.length - a.length);
  const lower = text.toLowerCase();
  const words: (string | DrugWord)[] = [];
  let plainFrom = 0;
  let at = 0;
  while (at < text.length) {
    const startsWord = at === 0 || !LETTERS.test(text.charAt(at - 1));
    const name = startsWord
      ? wanted.find((candidate) => lower.startsWith(candidate, at) && !LETTERS.test(text.charAt(at + candidate.length)))
      : undefined;
    if (name === undefined) {
      at += 1;
      continue;
    }
    if (at > plainFrom) words.push(text.slice(plainFrom, at));
    words.push(drawnInPlace(name, text.slice(at, at + name.length)));
    at += name.length;
    plainFrom = at;
  }
  if (plainFrom < text.length) words.push(text.slice(plainFrom));
  return words;
}

/** Tall-man where the name is listed; else as it was written, so that a brand keeps its capital. */
function drawnInPlace(name: string, written: string): DrugWord {
  const word = drugWord(name);
  return word.drawn === name ? { drawn: written, plain: written } : word;
}
