import { isEnglishWord } from "@/lib/reading/medications/text/english-words";
import { noiseReason } from "@/lib/reading/medications/text/noise-words";
import { phraseSet } from "@/lib/reading/medications/text/phrase-table";
import type { Token } from "@/lib/reading/medications/text/tokens";
import { DRUG_CLASSES } from "@/lib/reading/medications/vocabulary/drug-classes";
import { FORMS } from "@/lib/reading/medications/vocabulary/forms";
import {
  AS_NEEDED,
  FREQUENCIES,
  NUMBER_WORDS,
  TIME_UNITS,
  WEEKDAYS,
} from "@/lib/reading/medications/vocabulary/frequencies";
import { MAKERS } from "@/lib/reading/medications/vocabulary/makers";
import { MEASUREMENTS } from "@/lib/reading/medications/vocabulary/measurements";
import { NOT_MEDICATIONS } from "@/lib/reading/medications/vocabulary/not-medications";
import { REACTIONS } from "@/lib/reading/medications/vocabulary/reactions";
import { ROUTES } from "@/lib/reading/medications/vocabulary/routes";
import { CLINICAL_WORDS, SIG_WORDS } from "@/lib/reading/medications/vocabulary/sig-words";
import { DOSE_UNITS, PER_UNITS } from "@/lib/reading/medications/vocabulary/units";
import { USE_CUES } from "@/lib/reading/medications/vocabulary/use-cues";
import { drugNames } from "@/lib/terminology/drugs/drug-names";
import type { Suggester } from "./suggest-names";
import { namesPersonOrPlace } from "./person-or-place";

const DIRECTIONS = phraseSet([
  ...FORMS.map(([words]) => words),
  ...ROUTES.map(([words]) => words),
  ...FREQUENCIES.map(([words]) => words),
  ...AS_NEEDED,
  ...USE_CUES.map(([words]) => words),
  ...NOT_MEDICATIONS,
  ...DRUG_CLASSES.map(([words]) => words),
  ...REACTIONS.map(([words]) => words),
]);
const OFTEN = phraseSet([...FREQUENCIES.map(([words]) => words), ...AS_NEEDED]);
const MONTH = /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]{2,7})?$/;
/** Behind these stands what it is for, who gave it, or a part of the name before it. */
const NO_NAME_BEHIND: ReadonlySet<string> = new Set([
  "for",
  "due",
  "of",
  "by",
  "per",
  "from",
  "dr",
  "(",
  "[",
  "/",
  "+",
  "-",
  "treat",
  "at",
  "re",
  "re:",
  "under",
  "with",
]);
/** Shorter words are endings and abbreviations of directions. */
const SHORTEST = 5;

/** Whether a word is one of directions, of use, of English, of medicine or of a maker, so that it is no name that was not read. */
export function isAccountedFor(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text ?? "";
  return (
    DOSE_UNITS.has(text) ||
    PER_UNITS.has(text) ||
    SIG_WORDS.has(text) ||
    CLINICAL_WORDS.has(text) ||
    TIME_UNITS.has(text) ||
    WEEKDAYS.has(text) ||
    NUMBER_WORDS.has(text) ||
    MEASUREMENTS.has(text) ||
    MAKERS.has(text) ||
    MONTH.test(text) ||
    noiseReason(text) !== null ||
    isEnglishWord(text) ||
    DIRECTIONS.at(tokens, at, tokens.length) !== null ||
    namesPersonOrPlace(tokens, at)
  );
}

/** Whether a word stands out: as long as a name, outside brackets, not behind "for" or "by", and in no list. */
function standsOut(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== "word" || !token.gap || token.text.length < SHORTEST) return false;
  // "Lipids: …" heads what follows.
  if (tokens[at + 1]?.text === ":") return false;
  if (NO_NAME_BEHIND.has(tokens[at - 1]?.text ?? "") || isAccountedFor(tokens, at) || isName(token.text)) return false;
  // "For Takotsubo cardiomyopathy": the second word of what it is for, where the first is in no list either.
  return !(NO_NAME_BEHIND.has(tokens[at - 2]?.text ?? "") && !isAccountedFor(tokens, at - 1));
}

/** The places of a stretch outside brackets. */
function* outsideBrackets(tokens: readonly Token[], from: number, to: number): Generator<number> {
  let depth = 0;
  for (let at = from; at < to; at += 1) {
    const text = tokens[at]?.text;
    if (text === "(" || text === "[") depth += 1;
    if (text === ")" || text === "]") depth -= 1;
    if (depth <= 0) yield at;
  }
}

/**
 * The first word of a stretch behind a name that may begin another drug: it stands out, and has a dose of its own, is near to a name,
 * stands behind the directions of the drug before it, or has none behind it. Null where there is none.
 */
export function unreadNameIn(
  tokens: readonly Token[],
  from: number,
  to: number,
  near: Pick<Suggester, "isLikelySlip" | "isCloseSlip">,
): number | null {
  let isDirected = false;
  for (const at of outsideBrackets(tokens, from, to)) {
    if (!standsOut(tokens, at)) {
      isDirected ||= OFTEN.at(tokens, at, to) !== null;
      continue;
    }
    const word = tokens[at]?.text ?? "";
    // Right behind a name stands its salt or kind ("dapagliflozin propanediol"), unless it is all but another name.
    if (at === from ? near.isCloseSlip(word) : isDosed(tokens, at, to) || near.isLikelySlip(word)) return at;
    if (at !== from && (isDirected || !saysHow(tokens, at + 1, to))) return at;
  }
  return null;
}

/** Whether a stretch holds a number or directions, which would be lost to the drug before it. */
function saysHow(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1)
    if (tokens[at]?.kind === "number" || OFTEN.at(tokens, at, to) !== null) return true;
  return false;
}

/** A word of a medication's stretch that stands out, so that it is asked which drug is meant; null where all are accounted for. */
export function leftoverIn(tokens: readonly Token[], from: number, to: number): string | null {
  for (const at of outsideBrackets(tokens, from, to)) if (standsOut(tokens, at)) return tokens[at]?.text ?? null;
  return null;
}

/** Whether an unread word with a dose of its own stands between two names of one drug. */
export function dosedNameIn(tokens: readonly Token[], from: number, to: number): boolean {
  for (const at of outsideBrackets(tokens, from + 1, to))
    if (standsOut(tokens, at) && isDosed(tokens, at, to)) return true;
  return false;
}

/** A name that the words around it spoke against is read, and not meant. */
function isName(word: string): boolean {
  return drugNames().lookup(word).length > 0;
}

function isDosed(tokens: readonly Token[], at: number, to: number): boolean {
  return at + 2 < to && tokens[at + 1]?.kind === "number" && DOSE_UNITS.has(tokens[at + 2]?.text ?? "");
}
