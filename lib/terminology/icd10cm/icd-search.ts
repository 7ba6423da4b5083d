import { conditionWords } from "./condition-words";
import type { TermSearch } from "./icd-terms";
import type { IcdWordIndex } from "./icd-word-index";

/** The terms that stand for codes, and the line of the code of each; null where there is no such code. */
export type ConditionTerms = { search: TermSearch; lineOf(term: number): number | null };

/** Chapters that a clinician's list seldom means: injuries, external causes, pregnancy, newborns, factors. */
const CHAPTER_PENALTY: Readonly<Record<string, number>> = { S: 5, T: 4, V: 8, W: 8, X: 8, Y: 6, O: 2.5, P: 2.5, Z: 1 };
const WHOLE_WORD = 2;
const SYNONYM = 7;

/**
 * The lines that hold all the words (prefixes, any order), best first: synonyms, whole words, short titles, usual chapters.
 * Of three words or more one may be missing when nothing holds them all.
 */
export function searchLines(
  query: string,
  index: IcdWordIndex,
  terms: ConditionTerms | null,
  chapterOf: (line: number) => string,
  limit: number,
): number[] {
  const words = [...new Set(conditionWords(query).map(singular))];
  if (words.length === 0) return [];
  const hits = new Uint8Array(index.lineCount);
  const wholes = new Uint8Array(index.lineCount);
  words.forEach((word, at) => {
    const bit = at < 8 ? 1 << at : 0;
    index.visitPrefix(word, (line, whole) => {
      hits[line] = (hits[line] ?? 0) | bit;
      if (whole) wholes[line] = (wholes[line] ?? 0) | bit;
    });
  });
  const wanted = Math.min(words.length, 8);
  const best = new Best(limit);
  const synonyms = terms === null ? new Map<number, number>() : synonymScores(words, terms);
  for (const strict of wanted >= 3 ? [wanted, wanted - 1] : [wanted]) {
    for (let line = 0; line < hits.length; line += 1) {
      const found = bitCount(hits[line] ?? 0);
      if (found < strict) continue;
      const surplus = index.wordsOf(line) - found;
      best.add(
        line,
        WHOLE_WORD * bitCount(wholes[line] ?? 0) -
          0.6 * surplus -
          (CHAPTER_PENALTY[chapterOf(line)] ?? 0) +
          (synonyms.get(line) ?? 0),
      );
      synonyms.delete(line);
    }
    if (strict === wanted) for (const [line, score] of synonyms) best.add(line, score);
    if (best.size > 0) break;
  }
  return best.lines();
}

/** Scores of lines with a synonym that holds all the words; the fewer other words it has, the better. */
function synonymScores(words: readonly string[], terms: ConditionTerms): Map<number, number> {
  const found = new Map<number, number>();
  terms.search.visit(words, (term, wordCount) => {
    const line = terms.lineOf(term);
    if (line === null) return;
    const score = SYNONYM + WHOLE_WORD * words.length - 2 * (wordCount - words.length);
    if (score > (found.get(line) ?? -Infinity)) found.set(line, score);
  });
  return found;
}

/** `cramps` also finds `cramp`: a prefix of both. */
function singular(word: string): string {
  return word.length > 4 && word.endsWith("s") && !/(ss|is|us)$/.test(word) ? word.slice(0, -1) : word;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** Keeps the best lines, ties in code order. */
class Best {
  private readonly kept: { line: number; score: number }[] = [];
  constructor(private readonly limit: number) {}

  get size(): number {
    return this.kept.length;
  }

  add(line: number, score: number): void {
    const last = this.kept[this.kept.length - 1];
    if (this.kept.length >= this.limit && last !== undefined && score <= last.score) return;
    let at = this.kept.length;
    while (at > 0 && (this.kept[at - 1]?.score ?? 0) < score) at -= 1;
    this.kept.splice(at, 0, { line, score });
    if (this.kept.length > this.limit) this.kept.pop();
  }

  lines(): number[] {
    return this.kept.map((one) => one.line);
  }
}
