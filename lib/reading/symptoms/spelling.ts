import { deletionIndex } from "@/lib/terminology/spelling/deletion-index";
import { distanceFrom, LONGEST_WORD } from "@/lib/terminology/spelling/edit-distance";
import { isEnglishWord } from "../medications/text/english-words";

const SHORTEST = 5;
/** From this length two slips are tolerated. */
const LONG = 9;
const MOST_KEPT = 20_000;

/**
 * Misspelt symptom words. Cautious: a word that is English or that the content knows is never another one, the first letter
 * stands, and a word that is as near to two others stays as it is.
 */
export class Spelling {
  private readonly words: readonly string[];
  private readonly index: ReturnType<typeof deletionIndex>;
  private readonly known: ReadonlySet<string>;
  private readonly beginnings: readonly string[];
  private readonly corrected = new Map<string, string>();

  constructor(known: ReadonlySet<string>, beginnings: readonly string[]) {
    this.known = known;
    this.beginnings = beginnings.filter((word) => word.length >= 4);
    this.words = [...new Set([...known, ...COMMON])].filter((word) => word.length >= SHORTEST && /^[a-z]+$/.test(word));
    this.index = deletionIndex(this.words);
  }

  /** The word itself, or the one that it is a slip of. */
  correct(word: string): string {
    if (word.length < SHORTEST || word.length > LONGEST_WORD || !/^[a-z]+$/.test(word)) return word;
    const before = this.corrected.get(word);
    if (before !== undefined) return before;
    const found = this.find(word);
    if (this.corrected.size >= MOST_KEPT) this.corrected.clear();
    this.corrected.set(word, found);
    return found;
  }

  private find(word: string): string {
    if (this.known.has(word) || this.beginnings.some((start) => word.startsWith(start)) || isEnglishWord(word))
      return word;
    const limit = word.length >= LONG ? 2 : 1;
    const distance = distanceFrom(word);
    let best = limit + 1;
    let found: string | null = null;
    let tied = false;
    this.index.candidates(word, (position) => {
      const candidate = this.words[position] ?? "";
      if (candidate.charCodeAt(0) !== word.charCodeAt(0)) return;
      const far = distance.to(candidate, limit);
      if (far > limit || far > best) return;
      tied = far === best && candidate !== found;
      best = far;
      found = candidate;
    });
    distance.done();
    return found !== null && !tied ? found : word;
  }
}

/** Words that patterns hold only as beginnings, written out so that a slip in them is found. */
const COMMON = [
  "swelling",
  "swollen",
  "weakness",
  "breathless",
  "breathlessness",
  "vomiting",
  "confused",
  "confusion",
  "numbness",
  "tingling",
  "paralysed",
  "paralyzed",
  "collapsed",
  "unconscious",
  "twitching",
  "palpitations",
  "diarrhoea",
  "diarrhea",
  "bleeding",
  "bruising",
  "temperature",
  "swallowing",
];
