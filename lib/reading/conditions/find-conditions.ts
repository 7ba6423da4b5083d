import { isAcronym, meaningOf } from "./acronyms";
import { matchTerm, type TermMatch } from "./term-index";
import { wordsOf, type Word } from "./words";

/** A condition named in a line; offsets are into the line. */
export interface ConditionMention {
  /** Best first; one where the words support it. */
  codes: readonly string[];
  /** Whether the words support the code; otherwise it is asked. */
  sure: boolean;
  start: number;
  end: number;
  /** The first and the last of its words, by their place in the line. */
  from: number;
  to: number;
}

const LONGEST_TERM = 9;

/** Between the words of one term only blanks and light signs may stand; a comma, a stop or a bracket ends a term. */
function gapAllows(line: string, left: Word, right: Word): boolean {
  const gap = line.slice(left.end, right.start);
  const parts = left.key.length === 1 && !/\d/.test(left.key) ? /\s[-–]\s|\t/ : /\.\s|\s[-–]\s|\t/;
  return gap.length < 6 && /^[\s\-–/.&+]*$/.test(gap) && !parts.test(gap);
}

/** Two words with a comma that belongs to the wording ("Diabetes mellitus, type 2"). */
function gapAllowsComma(line: string, left: Word, right: Word): boolean {
  const gap = line.slice(left.end, right.start);
  return (
    gap.length < 6 &&
    /^[\s\-–/.,(]*$/.test(gap) &&
    ((left.key.length === 1 && !/\d/.test(left.key)) || !/\.\s/.test(gap))
  );
}

/** The conditions named in a line, from left to right, the longest term first, none overlapping. */
export function findConditions(
  line: string,
  textWords: ReadonlySet<string>,
  words = wordsOf(line),
): ConditionMention[] {
  const mentions: ConditionMention[] = [];
  let at = 0;
  while (at < words.length) {
    const found = longestFrom(line, words, at, textWords);
    if (found === null) at += 1;
    else {
      mentions.push(found);
      at = found.to + 1;
    }
  }
  return mentions;
}

const endsClause = (line: string, word: Word): boolean =>
  /^[\s.)]*(?:$|[;\n]|\.\s)/.test(line.slice(word.end, word.end + 4));
const startsClause = (line: string, word: Word): boolean =>
  /(?:^|[;:.,\n]\s{0,11}|^[\s\-•*\d.()]+)$/.test(line.slice(Math.max(0, word.start - 12), word.start));

function longestFrom(
  line: string,
  words: readonly Word[],
  at: number,
  textWords: ReadonlySet<string>,
): ConditionMention | null {
  const first = words[at];
  if (first === undefined) return null;
  let best: ConditionMention | null = null;
  const stretch: Word[] = [];
  let commaAt = -1;
  for (let to = at; to < Math.min(words.length, at + LONGEST_TERM); to += 1) {
    const word = words[to];
    const previous = words[to - 1];
    if (word === undefined) break;
    if (to > at && previous !== undefined && !gapAllows(line, previous, word)) {
      if (commaAt >= 0 || !gapAllowsComma(line, previous, word)) break;
      commaAt = to;
    }
    stretch.push(word);
    const match =
      to === at && isAcronym(word.key, line.slice(word.start, word.end))
        ? meaningOf(word, {
            before: words[at - 1],
            after: words[to + 1],
            rest: line.slice(word.end, word.end + 4),
            all: textWords,
          })
        : matchTerm(stretch, endsClause(line, word) && startsClause(line, first));
    if (match === null) continue;
    if (
      commaAt >= 0 &&
      !line.slice(first.start, word.end).includes("(") &&
      !belongsAcross(words.slice(commaAt, to + 1), best)
    )
      continue;
    // A sure shorter term stands before a longer one that would have to be asked.
    if (best !== null && best.sure && !match.sure) continue;
    best = { codes: match.codes, sure: match.sure, start: first.start, end: word.end, from: at, to };
  }
  return best;
}

/** Behind a comma stands a new condition where the words there are a term of their own. */
function belongsAcross(behind: readonly Word[], before: ConditionMention | null): boolean {
  if (before === null) return true;
  const alone: TermMatch | null = matchTerm(behind, false);
  return alone === null;
}
