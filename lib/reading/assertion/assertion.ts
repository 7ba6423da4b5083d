import { answersNo, LONGEST_LIST } from "./answers";
import type { SignPolarity } from "@/lib/domain/symptom";
import type { Clause } from "./clauses";
import {
  ADVISING,
  AFTER_AND,
  ANSWER_YES,
  ASKING,
  BACKWARD,
  DESCRIBING,
  FORWARD,
  OWN_STATEMENT,
  SCOPE_END,
  type CueKind,
} from "./cues";
import { markPersons } from "./persons";
import { PhraseIndex } from "./phrase-index";
import { sameSentence, ScopeMap, type Age, type Cut, type Scope, type Standing } from "./scope";
import { ageOfUnit, markTimes } from "./times";
import type { Token } from "./tokens";

const forward = new PhraseIndex(FORWARD);
const backward = new PhraseIndex(BACKWARD);

/** How a sign passes: an event of last week is of now, a fever of last week is over. */
export type Passing = "event" | "passing" | "lasting" | "any-time";

/** Tells of words whose they are and how sure (NegEx, ConText): one engine for symptoms and conditions. */
export class Assertions {
  private readonly map: ScopeMap;

  constructor(
    private readonly tokens: readonly Token[],
    clauses: readonly Clause[],
  ) {
    this.map = new ScopeMap(tokens.length);
    const cut: Cut = { tokens, clauses, map: this.map };
    markPersons(cut);
    markTimes(cut);
    markQuestions(cut);
    markCues(cut);
  }

  /**
   * Of what stands at these tokens; cues inside it are its own ("can't feel", "no pulse").
   * @param at the tokens that were found, in order
   */
  of(at: readonly number[], passing: Passing = "lasting"): SignPolarity {
    const last = at[at.length - 1] ?? 0;
    const found = new Set<Standing>();
    let answered = false;
    for (const one of at)
      for (const scope of this.map.over(one, at)) {
        if (!counts(scope, passing) || (passing === "any-time" && scope.standing === "past")) continue;
        found.add(scope.standing);
        answered ||= scope.answers === true;
      }
    if (answered && !found.has("family")) return "negated";
    for (const standing of ["family", "hypothetical", "negated", "uncertain", "past"] as const) {
      if (found.has(standing))
        return standing === "negated" && found.has("past") && this.saysYears(last) ? "past" : standing;
    }
    return "present";
  }

  /** Whether a denial stands right before what was found: "not normal". */
  deniedDirectly(found: readonly number[]): boolean {
    const first = found[0] ?? 0;
    return this.map
      .over(first, found)
      .some(({ standing, cueTo }) => standing === "negated" && first - cueTo <= 1 && first >= cueTo && cueTo > 0);
  }

  /** "no fits for 30 years" says that there were some. */
  private saysYears(last: number): boolean {
    for (let at = last + 1; at < Math.min(last + 6, this.tokens.length); at += 1) {
      if (["for", "in", "since", "x"].includes(this.tokens[at]?.text ?? "")) return true;
      if (this.tokens[at]?.mark !== null) return false;
    }
    return false;
  }
}

const PAST_FROM: Readonly<Record<Passing, readonly Age[]>> = {
  passing: ["days", "weeks", "months", "years"],
  event: ["months", "years"],
  lasting: ["months", "years"],
  "any-time": [],
};

function counts({ age }: Scope, passing: Passing): boolean {
  return age === undefined || PAST_FROM[passing].includes(age);
}

const ASKED = new Set(["you", "he", "she", "they", "your"]);

/** A question whether there is a symptom says of none: "any numbness?"; answered at once, it is what the answer says. */
function markQuestions({ tokens, clauses, map }: Cut): void {
  clauses.forEach((clause, k) => {
    const asks = ASKING.has(tokens[clause.from]?.text ?? "");
    // Dictated, a question has no mark: "do you have any swelling".
    if (asks && ASKED.has(tokens[clause.from + 1]?.text ?? ""))
      return map.cover(clause.from, clause.to, { standing: "hypothetical", cueFrom: clause.from, cueTo: clause.from });
    if (clause.endedBy !== "question") return;
    const answer = clauses[k + 1];
    if (answer !== undefined && answer.to - answer.from <= 3 && ANSWER_YES.has(tokens[answer.from]?.text ?? "")) return;
    let start = k;
    while (sameSentence(clauses[start - 1], clause)) start -= 1;
    const from = clauses[start]?.from ?? clause.from;
    if (!ASKING.has(tokens[from]?.text ?? "") && !asks) return;
    map.cover(from, clause.to, { standing: "hypothetical", cueFrom: from, cueTo: from });
  });
}

interface Carry {
  readonly kind: "no" | "denies" | "past" | "advice" | "uncertain";
  readonly scope: Scope;
}

const STANDING: Readonly<Partial<Record<CueKind, Standing>>> = {
  no: "negated",
  denies: "negated",
  not: "negated",
  absent: "negated",
  past: "past",
  over: "past",
  then: "past",
  family: "family",
  uncertain: "uncertain",
  unsure: "uncertain",
  advice: "hypothetical",
  if: "hypothetical",
};

function markCues(cut: Cut): void {
  const { tokens, clauses, map } = cut;
  let carry: Carry | null = null;
  for (let k = 0; k < clauses.length; k += 1) {
    const clause = clauses[k];
    if (clause === undefined) break;
    if (!sameSentence(clauses[k - 1], clause)) carry = null;
    if (answersNo(cut, k)) {
      carry = null;
      continue;
    }
    if (carry !== null && !goesOn(cut, k, carry.kind)) carry = null;
    if (carry !== null) map.cover(clause.from, endInside(cut, clause, clause.from), carry.scope);
    for (let at = clause.from; at < clause.to; at += 1) {
      const cue = forward.at(tokens, at);
      const back = backward.at(tokens, at);
      if (back !== null && standsAfter(cut, clause, at, back.length) && (cue === null || cue.meaning !== "none")) {
        map.cover(backStart(cut, clause, at), at, { standing: "negated", cueFrom: at, cueTo: at + back.length });
        if (at + back.length >= clause.to) break;
        at += back.length - 1;
        continue;
      }
      if (cue === null) continue;
      carry = applyCue(cut, { k, at, kind: cue.meaning, length: cue.length }, carry);
      at += cue.length - 1;
    }
  }
}

interface FoundCue {
  readonly k: number;
  readonly at: number;
  readonly kind: CueKind;
  readonly length: number;
}

/** Lays the scope of one cue and tells what goes on behind the next comma. */
function applyCue(cut: Cut, { k, at, kind, length }: FoundCue, carry: Carry | null): Carry | null {
  const { tokens, clauses, map } = cut;
  const clause = clauses[k];
  const standing = STANDING[kind];
  if (clause === undefined || standing === undefined) return carry;
  const after = at + length + (standing === "negated" ? statementIntro(tokens, at + length, clause.to) : 0);
  const carries = standing === "negated" && tokens[after - 1]?.text === "no";
  const scope: Scope = { standing, cueFrom: at, cueTo: after, ...(carries ? { carriedBy: after - 1 } : {}) };
  switch (kind) {
    case "over":
      if (isGoneOtherwise(cut, clause, after)) return carry;
      map.cover(overStart(cut, k, at), at, scope);
      return carry;
    case "unsure":
      map.cover(
        clauses[k - 1] !== undefined && sameSentence(clauses[k - 1], clause)
          ? (clauses[k - 1]?.from ?? clause.from)
          : clause.from,
        clause.to,
        scope,
      );
      return carry;
    case "then":
      map.cover(clause.from, clause.to, scope);
      if (goesOnInPast(cut, k + 1))
        map.cover(clauses[k + 1]?.from ?? clause.to, clauses[k + 1]?.to ?? clause.to, scope);
      if (after - at >= clause.to - clause.from - 1 && sameSentence(clauses[k - 1], clause))
        map.cover(clauses[k - 1]?.from ?? clause.from, clause.from, scope);
      return carry;
    case "past":
      if (isPresentHistory(cut, clause, at)) return carry;
      map.cover(after, endInside(cut, clause, after), scope);
      return after === clause.to && clause.endedBy === "colon" ? { kind: "past", scope } : carry;
    case "if": {
      if (!advises(cut, k)) return carry;
      map.cover(after, clause.to, scope);
      return { kind: "advice", scope };
    }
    case "advice":
      map.cover(after, clause.to, scope);
      return { kind: "advice", scope };
    case "family":
      map.cover(after, clause.to, scope);
      return { kind: "denies", scope };
    case "uncertain":
      map.cover(after, endInside(cut, clause, after), scope);
      return carry;
    case "not":
      map.cover(after, Math.min(endOfVerb(cut, clause, at, after), after + 7), scope);
      return carry?.kind === "advice" ? carry : null;
    default: {
      map.cover(after, endInside(cut, clause, after), scope);
      if (carry?.kind === "advice") return carry;
      const heading = after === clause.to && clause.endedBy === "colon";
      const ended = endInside(cut, clause, after) < clause.to && !isAndOnly(tokens, endInside(cut, clause, after));
      if (ended) return null;
      return { kind: kind === "denies" || heading ? "denies" : "no", scope };
    }
  }
}

/** After "has gone" these say that it is over; anything else is what it has become ("has gone numb"). */
const GONE_ENDS = new Set(
  "now away completely by after since with and today already again too altogether off entirely then so but once for".split(
    " ",
  ),
);

function isGoneOtherwise({ tokens }: Cut, clause: Clause, after: number): boolean {
  if (tokens[after - 1]?.text !== "gone" || !["has", "have", "now"].includes(tokens[after - 2]?.text ?? ""))
    return false;
  return after < clause.to && !GONE_ENDS.has(tokens[after]?.text ?? "");
}

const INTRODUCES = "that she he they it patient pt the there has have had is was were are been ever any having".split(
  " ",
);

/** "denies that she has had any": the words that lead to what is denied, and end nothing. */
function statementIntro(tokens: Cut["tokens"], from: number, to: number): number {
  if (tokens[from]?.text !== "that") return 0;
  let at = from;
  while (at < to && INTRODUCES.includes(tokens[at]?.text ?? "")) at += 1;
  return at - from;
}

const VERB_DENIALS = new Set(["didn't", "doesn't", "don't", "hadn't", "wouldn't"]);

/** "did not know his name and had a fit": what a verb denies ends at the next "and". */
function endOfVerb(cut: Cut, clause: Clause, at: number, after: number): number {
  const end = endInside(cut, clause, after);
  if (!VERB_DENIALS.has(cut.tokens[at]?.text ?? "")) return end;
  for (let next = after; next < end; next += 1) if (cut.tokens[next]?.text === "and") return next;
  return end;
}

function isAndOnly(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === "⊕";
}

const PAST_VERBS = new Set(["came", "went", "had", "got", "was", "were", "felt", "and", "then", "ended"]);

/** "took quinine years ago, came out in a rash": what follows without a subject of its own is of that time. */
function goesOnInPast({ tokens, clauses }: Cut, k: number): boolean {
  const clause = clauses[k];
  if (clause === undefined || !sameSentence(clause, clauses[k - 1]) || !PAST_VERBS.has(tokens[clause.from]?.text ?? ""))
    return false;
  for (let at = clause.from; at < clause.to; at += 1)
    if (["now", "today", "still", "since"].includes(tokens[at]?.text ?? "")) return false;
  return true;
}

/** Where a scope that begins inside a clause ends in it. */
function endInside({ tokens }: Cut, clause: Clause, from: number): number {
  for (let at = from; at < clause.to; at += 1) {
    const word = tokens[at]?.text ?? "";
    if (SCOPE_END.has(word) && at > from) return at;
    if (word === "and" && AFTER_AND.has(tokens[at + 1]?.text ?? "")) return at;
    if (word === "with" && at > from + 1) return at;
  }
  return clause.to;
}

/** "No fever, chills or sweats": whether what was said before a comma holds behind it. */
function goesOn(cut: Cut, k: number, kind: Carry["kind"]): boolean {
  if (kind === "advice") return true;
  const clause = cut.clauses[k];
  if (clause === undefined) return false;
  if (cut.clauses[k - 1]?.endedBy === "word") return false;
  if (kind === "denies" || kind === "past") return !statesOwn(cut, clause);
  return isBareItem(cut, clause) || closesList(cut, k);
}

function statesOwn({ tokens }: Cut, { from, to }: Clause): boolean {
  for (let at = from; at < Math.min(to, from + 12); at += 1) {
    const word = tokens[at]?.text ?? "";
    if (OWN_STATEMENT.has(word) || word === "⊕" || /^\d/.test(word)) return true;
  }
  return false;
}

const LONGEST_ITEM = 3;

function isBareItem(cut: Cut, clause: Clause): boolean {
  const { from, to } = clause;
  if (to - from > LONGEST_ITEM || statesOwn(cut, clause)) return false;
  for (let at = from; at < to; at += 1) {
    const word = cut.tokens[at]?.text ?? "";
    if (DESCRIBING.has(word) || /^(left|right|l|r|both|bilat|bilateral|cramps?|cramping)$/.test(word)) return false;
  }
  return true;
}

/** A later clause that begins with "or" or "nor" closes a list of things denied; each between is one of them. */
function closesList(cut: Cut, k: number): boolean {
  for (let next = k; next < k + LONGEST_LIST; next += 1) {
    const clause = cut.clauses[next];
    if (
      !sameSentence(clause, cut.clauses[k]) ||
      clause === undefined ||
      statesOwn(cut, clause) ||
      cut.clauses[next - 1]?.endedBy === "word"
    )
      return false;
    for (let at = clause.from; at < clause.to; at += 1)
      if (["or", "nor"].includes(cut.tokens[at]?.text ?? "")) return true;
  }
  return false;
}

/** A denial after its word: "weakness absent", "fever nil", "swelling denied by patient". */
function standsAfter({ tokens }: Cut, clause: Clause, at: number, length: number): boolean {
  if (at === clause.from) return false;
  const next = at + length >= clause.to ? undefined : tokens[at + length]?.text;
  const word = tokens[at]?.text ?? "";
  if (length > 1) return true;
  if (word === "no" || word === "never") return next === undefined;
  // "seizure free on lamotrigine".
  if (word === "free") return tokens[at - 1]?.text !== "pain" && (next === undefined || !["from", "of"].includes(next));
  if (word === "denies") return next === undefined;
  if (word === "nil" || word === "none" || word === "neg" || word === "negative" || word === "⊖")
    return next === undefined;
  return next === undefined || AFTER_DENIAL.has(next);
}

/** "DVT excluded on ultrasound", "weakness denied by him". */
const AFTER_DENIAL = new Set(["and", "by", "on", "with", "via", "at", "in", "last", "today", "yesterday", "this"]);

function backStart({ tokens }: Cut, clause: Clause, at: number): number {
  for (let start = at - 1; start > clause.from; start -= 1)
    if (tokens[start]?.text === "⊖" || tokens[start]?.text === "⊕") return start + 1;
  return clause.from;
}

/** "resolved" speaks of its clause, and of the one before where it stands alone. */
function overStart({ tokens, clauses }: Cut, k: number, at: number): number {
  const clause = clauses[k];
  if (clause === undefined) return at;
  const own = tokens
    .slice(clause.from, at)
    .filter(
      ({ text }) =>
        ![
          "now",
          "has",
          "have",
          "all",
          "since",
          "it",
          "this",
          "that",
          "which",
          "is",
          "was",
          "fully",
          "completely",
          "by",
          "itself",
        ].includes(text),
    );
  const before = clauses[k - 1];
  const speaksOfBefore = own.length === 0 || (own[0]?.text === "but" && POINTS_BACK.has(tokens[at + 1]?.text ?? ""));
  return speaksOfBefore && before !== undefined && sameSentence(before, clause) ? before.from : clause.from;
}

/** "but the stove sorted them": what is over stands before. */
const POINTS_BACK = new Set(["them", "it", "that", "this", "me", "him", "her", "now", "", "."]);

const HISTORY_GIVERS = new Set([
  "a",
  "short",
  "long",
  "gives",
  "gave",
  "giving",
  "with",
  "day",
  "days",
  "week",
  "weeks",
  "month",
  "months",
  "hour",
  "hours",
  "hr",
  "wk",
  "wks",
  "yr",
  "year",
  "years",
  "presenting",
  "recent",
  "progressive",
  "acute",
  "brief",
  "good",
  "clear",
  "her",
  "his",
  "the",
]);

/** "3-day history of", "5/7 hx of", "gives a history of" tell of now. */
function isPresentHistory({ tokens }: Cut, clause: Clause, at: number): boolean {
  const word = tokens[at]?.text ?? "";
  if (!["history", "hx", "h/o"].includes(word) || at === clause.from) return false;
  const before = tokens[at - 1]?.text ?? "";
  if (before === "past" || before === "medical" || before === "previous") return false;
  return HISTORY_GIVERS.has(before) || ageOfUnit(before) !== null || /^\d/.test(before);
}

/** A sentence with "if" that says what to do. */
function advises({ tokens, clauses }: Cut, k: number): boolean {
  const own = clauses[k];
  if (own === undefined) return false;
  for (let next = Math.max(0, k - 3); next <= Math.min(clauses.length - 1, k + 3); next += 1) {
    const clause = clauses[next];
    if (clause === undefined || !sameSentence(clause, own)) continue;
    for (let at = clause.from; at < Math.min(clause.to, clause.from + 40); at += 1) {
      const word = tokens[at]?.text ?? "";
      if (ADVISING.has(word) || word.endsWith("'ll") || word.endsWith("'d")) return true;
    }
  }
  return false;
}
