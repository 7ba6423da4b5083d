import type { Clause } from "./clauses";
import { ANSWER_NO } from "./cues";
import { PhraseIndex } from "./phrase-index";
import { sameSentence, type Cut, type Scope } from "./scope";

/** So many clauses of a list are looked at. */
export const LONGEST_LIST = 12;

/** "weakness: no", "chest pain? nil", "SOB - no": a clause that is only an answer denies what it answers. */
export function answersNo(cut: Cut, k: number): boolean {
  const clause = cut.clauses[k];
  const before = cut.clauses[k - 1];
  if (clause === undefined || before === undefined) return false;
  const scope: Scope = { standing: "negated", cueFrom: clause.from, cueTo: clause.from, answers: true };
  if (noneOfThese(cut, clause) || hadNone(cut, clause)) {
    const first = firstOfList(cut, k, before, "sentence");
    cut.map.cover(cut.clauses[first]?.from ?? before.from, before.to, scope);
    return false;
  }
  if (!isBareNo(cut, clause) || !ANSWERED.has(String(before.endedBy))) return false;
  const asksList = before.endedBy === "colon" || before.endedBy === "question";
  const first = asksList ? firstOfList(cut, k, before, "colon") : k - 1;
  cut.map.cover(cut.clauses[first]?.from ?? before.from, before.to, scope);
  return true;
}

/** What may end the clause that an answer stands behind. */
const ANSWERED = new Set(["colon", "question", "dash", "comma"]);
/** "none known", "nil reported". */
const AFTER_NO = new Set(["all", "at", "known", "reported", "any", "to"]);

/** Whether a clause is only "no", or "no" with a word that adds nothing. */
function isBareNo({ tokens }: Cut, { from, to }: Clause): boolean {
  if (to - from > 2 || !ANSWER_NO.has(tokens[from]?.text ?? "")) return false;
  return to - from === 1 || AFTER_NO.has(tokens[from + 1]?.text ?? "");
}

/** The first clause of the list in the sentence of `before`, which what is named ends. */
function firstOfList({ clauses }: Cut, k: number, before: Clause, endedBy: "sentence" | "colon"): number {
  let first = k - 1;
  while (k - first < LONGEST_LIST && sameSentence(clauses[first - 1], before)) {
    if (endedBy === "colon" && clauses[first - 1]?.endedBy === "colon") break;
    first -= 1;
  }
  return first;
}

const HAD_NONE = new PhraseIndex<"none">(
  (
    "not had any|haven't had any|hasn't had any|never had any|never had that|never had it|not had that|not had it|none so far|none yet|" +
    "none at all|no such thing|nothing like that|not got any|haven't got any|hasn't got any|don't have any|doesn't have any|haven't any"
  )
    .split("|")
    .map((phrase) => [phrase, "none"] as const),
);
/** So many words may stand beside it. */
const MOST_BESIDE_NONE = 3;

/** "look out for dark urine, not had any": a clause that is only that answers for what stands before. */
function hadNone({ tokens }: Cut, { from, to }: Clause): boolean {
  for (let at = from; at < Math.min(to, from + MOST_BESIDE_NONE); at += 1) {
    const found = HAD_NONE.at(tokens, at);
    if (found !== null) return to - from - found.length <= MOST_BESIDE_NONE;
  }
  return false;
}

/** "it can cause fits and confusion - none of these so far". */
function noneOfThese({ tokens }: Cut, { from }: Clause): boolean {
  const words = [0, 1, 2].map((offset) => tokens[from + offset]?.text ?? "");
  return (
    ["none", "nil", "not"].includes(words[0] ?? "") &&
    words[1] === "of" &&
    ["these", "those", "them", "which", "the", "above"].includes(words[2] ?? "")
  );
}
