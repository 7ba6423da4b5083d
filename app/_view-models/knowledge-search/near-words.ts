import { distanceFrom, LONGEST_WORD } from "@/lib/terminology/spelling/edit-distance";
import type { IndexedPage } from "./search-index";

/** Words shorter than this are too like each other to guess at. */
const SHORTEST = 5;
/** From this length on two slips are forgiven, below it one. */
const LONG = 8;

const vocabularies = new WeakMap<readonly IndexedPage[], readonly string[]>();

/**
 * The query with each word that begins no word of a title replaced by the nearest one that a title holds, within a slip or two
 * (“low potasium” gives “low potassium”). Null where a word has none near, or nothing would change. For offering, never for applying.
 */
export function nearestQuery(pages: readonly IndexedPage[], words: readonly string[]): string | null {
  const vocabulary = vocabularyOf(pages);
  const meant = words.map((word) =>
    vocabulary.some((known) => known.startsWith(word)) ? word : nearestWord(vocabulary, word),
  );
  if (meant.length === 0 || meant.some((word) => word === null)) return null;
  const query = meant.join(" ");
  return query === words.join(" ") ? null : query;
}

function nearestWord(vocabulary: readonly string[], word: string): string | null {
  if (word.length < SHORTEST || word.length > LONGEST_WORD || /\d/.test(word)) return null;
  const limit = word.length < LONG ? 1 : 2;
  const distance = distanceFrom(word);
  let nearest: { word: string; distance: number } | null = null;
  for (const known of vocabulary) {
    if (Math.abs(known.length - word.length) > limit) continue;
    const away = distance.to(known, limit);
    if (away <= limit && (nearest === null || away < nearest.distance)) nearest = { word: known, distance: away };
  }
  distance.done();
  return nearest?.word ?? null;
}

function vocabularyOf(pages: readonly IndexedPage[]): readonly string[] {
  let words = vocabularies.get(pages);
  if (words === undefined) {
    words = [...new Set(pages.flatMap((page) => page.titleWords))];
    vocabularies.set(pages, words);
  }
  return words;
}
