import type { Token } from "./tokens";

/** A stretch of tokens `from` to before `to` that says one thing. */
export interface Clause {
  readonly from: number;
  readonly to: number;
  /** Number of the sentence that it stands in. */
  readonly sentence: number;
  /** What ended it. */
  readonly endedBy: Token["mark"] | "word" | "end";
}

/** Words with which a new statement begins, so that what was said before does not reach it. */
const TURNS = new Set(["but", "however", "although", "though", "yet", "except", "whereas"]);

/** Dictation without marks is cut where it goes on after so many words, and after so many wherever it is: a clause has an end. */
const LONG = 30;
const LONGEST = 70;
const JOINS = new Set(["and", "then", "so", "he", "she", "i", "also", "they", "denies", "no", "pt", "patient"]);

/** Cuts tokens into clauses: at the marks, and before the words that turn. Linear; marks belong to no clause. */
export function clausesOf(tokens: readonly Token[]): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  let sentence = 0;
  const close = (to: number, endedBy: Clause["endedBy"]) => {
    if (to > from) clauses.push({ from, to, sentence, endedBy });
  };
  tokens.forEach(({ text, mark }, at) => {
    if (mark === null || mark === "slash") {
      const long = at - from;
      if (at > from && (TURNS.has(text) || (long >= LONG && JOINS.has(text)) || long >= LONGEST)) {
        close(at, "word");
        from = at;
      }
      return;
    }
    // "? swelling" asks about what follows, "swelling?" about what stands before.
    if (mark === "question" && isAsking(tokens, at)) {
      if (at === from) return;
      if (tokens[at - 1]?.mark === null && startsWord(tokens, at)) {
        close(at, "word");
        from = at;
        return;
      }
    }
    close(at, mark);
    from = at + 1;
    if (mark === "sentence" || mark === "question") sentence += 1;
  });
  close(tokens.length, "end");
  return clauses;
}

/** Whether a question mark stands right before a word ("?dvt", "? swelling") and not at the end of the sentence. */
export function isAsking(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  const previous = tokens[at - 1];
  if (next === undefined || next.mark !== null) return false;
  const tight = next.start === tokens[at]?.end;
  return tight || previous === undefined || previous.mark !== null || previous.end < (tokens[at]?.start ?? 0);
}

function startsWord(tokens: readonly Token[], at: number): boolean {
  return (tokens[at - 1]?.end ?? 0) < (tokens[at]?.start ?? 0);
}
