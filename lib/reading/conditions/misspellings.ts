import { deletionIndex, type DeletionIndex } from "@/lib/terminology/spelling/deletion-index";
import { distanceFrom, LONGEST_WORD } from "@/lib/terminology/spelling/edit-distance";
import { readTable } from "@/lib/terminology/read-table";
import { termIndex } from "./term-index";
import { readRows } from "./words";

/** Words of conditions that are long enough to be known again with a slip. */
interface Spellings {
  words: readonly string[];
  index: DeletionIndex;
}

let loaded: Spellings | null = null;
let plain: ReadonlySet<string> | null = null;

function spellings(): Spellings {
  if (loaded !== null) return loaded;
  const words = [...termIndex().spellings].filter((word) => /^[a-z]{5,31}$/.test(word)).sort();
  loaded = { words, index: deletionIndex(words) };
  return loaded;
}

/** Ordinary English and clinical words: no slip of another word. */
export function isPlainWord(word: string): boolean {
  plain ??= new Set(readTable("curated/plain-words.tsv").map(([one = ""]) => one));
  return plain.has(word);
}

/** A slip changes one letter of a short word, two of a long one. */
const slipsOf = (word: string): number => (word.length < 8 ? 1 : 2);

let common: ReadonlyMap<string, string> | null = null;

/** The word that a spelling which is often written stands for. */
function commonlyMeant(word: string): string | undefined {
  common ??= new Map(readRows("misspellings.tsv").map(([wrong = "", right = ""]): [string, string] => [wrong, right]));
  return common.get(word);
}

/** The words of conditions that may have been meant, nearest first; none where the word is ordinary or known. */
export function nearWords(word: string): string[] {
  const meant = commonlyMeant(word);
  if (meant !== undefined) return [meant];
  if (!/^[a-z]{5,}$/.test(word) || word.length > LONGEST_WORD || isPlainWord(word) || termIndex().spellings.has(word))
    return [];
  const { words, index } = spellings();
  const found = new Map<string, number>();
  const measure = distanceFrom(word);
  index.candidates(word, (position) => {
    const other = words[position] ?? "";
    if (found.has(other) || other[0] !== word[0]) return;
    const distance = measure.to(other, slipsOf(word));
    if (distance <= slipsOf(word)) found.set(other, distance);
  });
  measure.done();
  return [...found].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1)).map(([other]) => other);
}

/** Whether a word is a slip of a word of conditions. */
export const isNearWord = (word: string): boolean => nearWords(word).length > 0;
