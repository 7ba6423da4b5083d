import { isEnglishWord } from "../medications/text/english-words";
import type { Clause } from "../assertion/clauses";
import type { Token } from "../assertion/tokens";
import type { Matcher } from "./match";
import type { Vocabulary } from "./vocabulary";

/** The word class of the content that holds what may be a symptom: where one is left over, a clause was not understood. */
const TELLING_OF_ILLNESS = "<illness-word>";
const SHORTEST_WORD = 3;

/**
 * Whether a clause in which no sign was found was understood to tell of none. It was not where a word of illness is left over
 * that is neither denied nor another's, or where most words are of no language that is read here.
 * @param explained the tokens that belong to something known
 * @param standing tells of a token whether it is said of the patient now
 */
export function tellsOfNone(
  clause: Clause,
  tokens: readonly Token[],
  given: {
    matcher: Matcher;
    vocabulary: Vocabulary;
    explained: ReadonlySet<number>;
    isPresent: (at: number) => boolean;
  },
): boolean {
  const { matcher, vocabulary, explained, isPresent } = given;
  let known = 0;
  let unknown = 0;
  let short = 0;
  let numbers = false;
  for (let at = clause.from; at < clause.to; at += 1) {
    const word = tokens[at]?.text ?? "";
    if (matcher.has(at, TELLING_OF_ILLNESS) && !explained.has(at) && isPresent(at)) return false;
    if (/^\d/.test(word)) numbers = true;
    if (explained.has(at)) known += 1;
    else if (/\p{L}/u.test(word)) {
      if (word.length < SHORTEST_WORD && /^[a-z]+$/.test(word)) short += 1;
      else if (isKnown(word, vocabulary)) known += 1;
      else if (isPresent(at)) unknown += 1;
    }
  }
  // Numbers alone ("124/78") tell of no illness.
  if (unknown + known === 0) return short > 0 || numbers;
  return unknown <= known;
}

function isKnown(word: string, vocabulary: Vocabulary): boolean {
  return (
    vocabulary.knows(word) ||
    isEnglishWord(word) ||
    isEnglishWord(word.split("'", 1)[0] ?? word) ||
    isEnglishWord(plainForm(word))
  );
}

/** British spellings and plurals of words of the American list. */
function plainForm(word: string): string {
  return word
    .replace(/our/, "or")
    .replace(/ae/, "e")
    .replace(/isation/, "ization")
    .replace(/ise/, "ize")
    .replace(/re$/, "er")
    .replace(/(?:es|s)$/, "");
}
