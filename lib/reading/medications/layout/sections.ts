import type { SectionState, Span } from "@/lib/reading/medications/text/list-parts";
import { phraseTable } from "@/lib/reading/medications/text/phrase-table";
import type { Token } from "@/lib/reading/medications/text/tokens";
import {
  HEADER_FILLERS,
  SECTION_HEADERS,
  TABLE_HEADS,
  type SectionMeaning,
} from "@/lib/reading/medications/vocabulary/section-headers";

const HEADERS = phraseTable(SECTION_HEADERS);
const LONGEST_HEADER = 14;

export const NO_SECTION: SectionState = { use: "current", asNeeded: false, words: null };

export type Header = { end: number; state: SectionState; alone: boolean };

/**
 * A section header at the start of a line ("HOME MEDICATIONS:", "Stopped", "Allergies: penicillin"), or null.
 * `end` is the token behind it, `alone` says that nothing else stands on the line.
 * @param isName whether a drug name begins at a token; a header holds none
 */
export function headerAt(tokens: readonly Token[], line: Span, isName: (at: number) => boolean): Header | null {
  let colon = -1;
  let words = 0;
  let at = line.from;
  for (; at < line.to && words <= LONGEST_HEADER; at += 1) {
    const token = tokens[at];
    if (token === undefined || isName(at)) break;
    if (token.text === ":" || (token.text === "-" && token.gap && tokens[at + 1]?.gap === true)) {
      colon = at;
      break;
    }
    if (token.text === "," && colon < 0 && words > 6) break;
    if (token.kind === "word") words += 1;
  }
  if (colon > line.from) {
    const meaning = meaningIn(tokens, line.from, colon);
    if (meaning === null || !(tokens[colon]?.text === ":" || onlyHeaderWords(tokens, line.from, colon))) return null;
    if (!onlyHeaderWords(tokens, line.from, colon) && unknownWords(tokens, line.from, colon) > 4) return null;
    return { end: colon + 1, state: stateOf(meaning, tokens, line.from, colon), alone: colon + 1 >= line.to };
  }
  if (at < line.to || !onlyHeaderWords(tokens, line.from, line.to)) return null;
  const meaning = meaningIn(tokens, line.from, line.to);
  return meaning === null ? null : { end: line.to, state: stateOf(meaning, tokens, line.from, line.to), alone: true };
}

/** Heads inside a section, by the organ: they end nothing. */
const INNER_HEADS: ReadonlySet<string> = new Set(
  "cardiac,cv,cvs,cardiovascular,heart,respiratory,resp,lungs,gi,gastro,cns,neuro,neurology,psych,psychiatric,pain,analgesia,endocrine,diabetes,derm,skin,eye,eyes,topical,msk,renal,gu,infection,antibiotics,allergy,other,others,misc,and".split(
    ",",
  ),
);
const LONGEST_STRANGE_HEAD = 8;

/**
 * A head that is not known, below drugs that are stopped or held: words alone that end in a colon or are all in capitals. What stands
 * under it is no longer said to be stopped.
 */
export function endsSection(
  text: string,
  tokens: readonly Token[],
  line: Span,
  isName: (at: number) => boolean,
): boolean {
  const words: string[] = [];
  for (let at = line.from; at < line.to; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === "number" || isName(at)) return false;
    if (token.kind === "word") words.push(token.text);
    if (words.length > LONGEST_STRANGE_HEAD || [",", "(", "."].includes(token.text)) return false;
  }
  if (words.length === 0 || words.every((word) => INNER_HEADS.has(word))) return false;
  const last = tokens[line.to - 1];
  const written = text.slice(tokens[line.from]?.start ?? 0, last?.end ?? 0);
  const capitals = words.length > 1 && written === written.toUpperCase() && written !== written.toLowerCase();
  return last?.text === ":" || capitals;
}

function stateOf(meaning: SectionMeaning, tokens: readonly Token[], from: number, to: number): SectionState {
  const words = tokens
    .slice(from, to)
    .map((token) => (token.gap ? " " : "") + token.text)
    .join("")
    .trim();
  return { use: meaning.use, asNeeded: meaning.asNeeded ?? false, words };
}

/** The meaning of highest rank among the header phrases of a stretch. */
function meaningIn(tokens: readonly Token[], from: number, to: number): SectionMeaning | null {
  let best: SectionMeaning | null = null;
  for (let at = from; at < to;) {
    const phrase = HEADERS.at(tokens, at, to);
    if (phrase !== null && (best === null || phrase.value.rank > best.rank)) best = phrase.value;
    at += phrase?.length ?? 1;
  }
  return saysBoth(tokens, from, to) ? BOTH : best;
}

const TAKEN_HEADS = new Set(["current", "active", "continue", "continued", "continuing", "taking"]);
/** What stands below "Current   Stopped" or "Current and past medications" may be either: it is asked. */
const BOTH: SectionMeaning = { use: "uncertain", rank: 11 };

function saysBoth(tokens: readonly Token[], from: number, to: number): boolean {
  let taken = false;
  let ended = false;
  for (let at = from; at < to;) {
    const phrase = HEADERS.at(tokens, at, to);
    const use = phrase?.value.use;
    taken ||= use === "current" && TAKEN_HEADS.has(tokens[at]?.text ?? "");
    ended ||= use === "stopped" || use === "held";
    at += phrase?.length ?? 1;
  }
  return taken && ended;
}

function unknownWords(tokens: readonly Token[], from: number, to: number): number {
  let unknown = 0;
  for (let at = from; at < to;) {
    const phrase = HEADERS.at(tokens, at, to);
    const token = tokens[at];
    if (phrase === null && token?.kind === "word" && !HEADER_FILLERS.has(token.text)) unknown += 1;
    at += phrase?.length ?? 1;
  }
  return unknown;
}

function onlyHeaderWords(tokens: readonly Token[], from: number, to: number): boolean {
  return unknownWords(tokens, from, to) === 0;
}

/** A line of column heads: "Medication  Sig  Dispense  Refill". */
export function isTableHead(tokens: readonly Token[], line: Span): boolean {
  if (saysNotTaken(tokens, line)) return false;
  let words = 0;
  for (let at = line.from; at < line.to; at += 1) {
    const token = tokens[at];
    if (token?.kind === "number" || token?.text === ":") return false;
    if (token?.kind !== "word") continue;
    if (!TABLE_HEADS.has(token.text)) return false;
    words += 1;
  }
  return words >= 2;
}

/** "Stop taking", "Not taking": one phrase of a header and no two columns, though each of its words can head a column. */
function saysNotTaken(tokens: readonly Token[], line: Span): boolean {
  const phrase = HEADERS.at(tokens, line.from, line.to);
  return (
    phrase !== null && phrase.length > 1 && line.from + phrase.length === line.to && phrase.value.use !== "current"
  );
}

const LONGEST_INNER_HEADER = 5;

/**
 * A header inside a line, where a sentence begins: "… 5 mg daily. Allergies: penicillin", "Keppra 500 bd. Previous: phenytoin".
 * Only with its colon and with a name behind it before the sentence ends ("Stopped: 3/2025" is a date of the drug before it).
 */
export function innerHeaderAt(tokens: readonly Token[], span: Span, isName: (at: number) => boolean): Header | null {
  let colon = -1;
  for (let at = span.from; at < span.to && at - span.from <= LONGEST_INNER_HEADER; at += 1) {
    if (isName(at) || tokens[at]?.kind === "number") return null;
    if (tokens[at]?.text === ":") {
      colon = at;
      break;
    }
  }
  if (colon <= span.from || !onlyHeaderWords(tokens, span.from, colon)) return null;
  const meaning = meaningIn(tokens, span.from, colon);
  if (meaning === null || !namedBeforeSentenceEnd(tokens, colon + 1, span.to, isName)) return null;
  return { end: colon + 1, state: stateOf(meaning, tokens, span.from, colon), alone: false };
}

/** How far behind an inner header its first name may stand. */
const NAME_WITHIN = 12;

function namedBeforeSentenceEnd(
  tokens: readonly Token[],
  from: number,
  to: number,
  isName: (at: number) => boolean,
): boolean {
  for (let at = from; at < Math.min(to, from + NAME_WITHIN); at += 1) {
    if (isName(at)) return true;
    if (tokens[at]?.text === "." || tokens[at]?.text === ";") return false;
  }
  return false;
}
