import { BESIDE, CARED_FOR, PERSONS, TELLING } from "./cues";
import type { Clause } from "./clauses";
import { sameSentence, type Cut } from "./scope";

const SELF = new Set(["i", "i'm", "i've", "i'd"]);
const REPORTING = new Set([
  "found",
  "think",
  "thought",
  "noticed",
  "saw",
  "worry",
  "wonder",
  "want",
  "heard",
  "change",
  "touch",
  "believe",
  "know",
  "came",
  "called",
  "rang",
  "help",
  "helped",
  "lift",
  "dress",
  "told",
  "gave",
  "give",
  "noticed",
  "woke",
]);
const THIRD = new Set(["he", "she", "him", "her", "his", "he's", "she's", "they", "them"]);
const CLINICIAN = new Set(["pt", "patient", "client", "resident", "lady", "gentleman"]);
const OWNER = new Set(["my", "our"]);
const FORMAL = new Set([
  "mother",
  "father",
  "brother",
  "sister",
  "husband",
  "wife",
  "son",
  "daughter",
  "partner",
  "grandmother",
  "grandfather",
]);
const ENDS_PERSON = new Set(["but", "i", "i'm", "i've", "my", "me", "pt", "patient", "mine", "myself"]);

/** "wife on phone: his neck is stuck". */
const SPEAKING_ON = new Set(["phone", "the", "line", "telephone", "video", "behalf", "call"]);

/**
 * Marks what is told of somebody else. A carer speaks for the patient ("Mum nods off at table"): there the relative is the
 * patient, unless the text speaks of its own writer or of "the patient" as well.
 */
export function markPersons(cut: Cut): void {
  const { tokens, clauses, map } = cut;
  const bare = (at: number) => tokens[at]?.text ?? "";
  if (!tokens.some((_, at) => PERSONS.has(bare(at)))) return;
  const patientNamed = speaksOfItself(cut);
  clauses.forEach((clause, k) => {
    for (let at = clause.from; at < clause.to; at += 1) {
      const word = bare(at);
      if (
        !PERSONS.has(word) ||
        isWalked(clause, at, word) ||
        isTeller(cut, at) ||
        isHeading(clause, at) ||
        isCaredFor(cut, at, word, patientNamed)
      )
        continue;
      const scope = { standing: "family", cueFrom: at, cueTo: at + 1 } as const;
      if (clause.to - clause.from <= 2) {
        const before = clauses[k - 1];
        if (sameSentence(before, clause) && before !== undefined) map.cover(before.from, before.to, scope);
      }
      cover(at + 1, k, scope);
      if (at > clause.from && tokens[at + 1]?.text === "'s") map.cover(clause.from, at, scope);
    }
  });

  /** To the end of the sentence, or to where the patient is spoken of again. */
  function cover(from: number, k: number, scope: Parameters<typeof map.cover>[2]): void {
    let to = from;
    for (let next = k; sameSentence(clauses[next], clauses[k]); next += 1) {
      const end = clauses[next]?.to ?? to;
      for (to = Math.max(to, next === k ? from : (clauses[next]?.from ?? from)); to < end; to += 1) {
        const word = tokens[to]?.text ?? "";
        if (ENDS_PERSON.has(word) && !(word === "my" && PERSONS.has(bare(to + 1)))) return map.cover(from, to, scope);
      }
    }
    map.cover(from, to, scope);
  }
}

function speaksOfItself({ tokens, clauses }: Cut): boolean {
  return clauses.some((clause) => {
    let self = false;
    let third = false;
    for (let at = clause.from; at < clause.to; at += 1) {
      const word = tokens[at]?.text ?? "";
      const next = tokens[at + 1]?.text ?? "";
      if (CLINICIAN.has(word) && next !== "'s") return true;
      if (THIRD.has(word)) third = true;
      if (SELF.has(word) && !REPORTING.has(next)) self = true;
      if ((word === "my" || word === "me" || word === "mine") && !PERSONS.has(next) && word !== "me") self = true;
      if (OWNER.has(word) && FORMAL.has(next)) third = true;
    }
    return self && !third;
  });
}

/** "wife says his legs are weak", "brought by her daughter", "lives with his wife". */
function isTeller({ tokens }: Cut, at: number): boolean {
  const next = tokens[at + 1]?.text ?? "";
  const second = tokens[at + 2]?.text ?? "";
  if (TELLING.has(next) || (["has", "had", "is", "was"].includes(next) && (TELLING.has(second) || second === "to")))
    return true;
  if (next === "is" && second === "with") return true;
  if (next === "on" && SPEAKING_ON.has(second)) return true;
  return (
    [tokens[at - 1]?.text, tokens[at - 2]?.text].some((before) => before !== undefined && BESIDE.has(before)) &&
    !["had", "has", "with"].includes(next)
  );
}

/** So near to the beginning an animal is what is spoken of, and not what is walked or fed. */
const SUBJECT_WITHIN = 3;

function isWalked({ from }: Clause, at: number, word: string): boolean {
  return (word === "dog" || word === "cat") && at - from >= SUBJECT_WITHIN;
}

/** "Daughter: mum is not herself": who speaks, before a colon. */
function isHeading({ from, to, endedBy }: Clause, at: number): boolean {
  return endedBy === "colon" && to - from <= 3 && at < to;
}

/** Whom somebody may ring about; the patient where nobody else is and the words go on with "he" or "she". */
const TOLD_OF = new Set(
  "brother sister friend mate neighbour neighbor flatmate roommate colleague uncle aunt auntie cousin nephew niece boyfriend girlfriend fella grandfather grandmother twin".split(
    " ",
  ),
);
const HE_OR_SHE = new Set(["he", "she", "he's", "she's", "his", "her", "him", "they", "their"]);
/** So far behind a person the pronoun may stand. */
const PRONOUN_REACH = 25;

/** Whether the writer speaks of himself at all, beyond what he noticed or did for another. */
function speaksAsSelf(tokens: Cut["tokens"]): boolean {
  return tokens.some(
    ({ text }, at) =>
      (SELF.has(text) && !REPORTING.has(tokens[at + 1]?.text ?? "")) || text === "myself" || text === "mine",
  );
}

function saysHeOrShe(tokens: Cut["tokens"], at: number): boolean {
  for (let next = at + 1; next < Math.min(tokens.length, at + PRONOUN_REACH); next += 1)
    if (HE_OR_SHE.has(tokens[next]?.text ?? "")) return !ILL_BEFORE.has(tokens[at + 1]?.text ?? "");
  return false;
}

/** "my brother had …": told of another. */
const ILL_BEFORE = new Set(["had", "died", "has", "suffers", "suffered", "got", "lost", "was", "gets"]);

const TELLER_REACH = 8;

function tellerBefore(cut: Cut, at: number): boolean {
  for (let before = at - 2; before >= Math.max(0, at - TELLER_REACH); before -= 1) {
    if (cut.tokens[before]?.mark === "sentence") return false;
    if (PERSONS.has(cut.tokens[before]?.text ?? "")) return isTeller(cut, before);
  }
  return false;
}

function isCaredFor(cut: Cut, at: number, word: string, patientNamed: boolean): boolean {
  const { tokens } = cut;
  if (patientNamed || (tokens[at - 1]?.text === "'s" && PERSONS.has(tokens[at - 2]?.text ?? ""))) return false;
  if (!CARED_FOR.has(word)) return TOLD_OF.has(word) && !speaksAsSelf(tokens) && saysHeOrShe(tokens, at);
  const before = tokens[at - 1]?.text ?? "";
  // "the daughter noted that her mother …": whose relative it is tells, so that the mother is the patient.
  if (["his", "her", "their"].includes(before)) return tellerBefore(cut, at);
  return FORMAL.has(word) ? OWNER.has(before) : true;
}
