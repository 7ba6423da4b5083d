import { isEnglishWord } from "@/lib/reading/medications/text/english-words";
import { phraseSet } from "@/lib/reading/medications/text/phrase-table";
import type { Token } from "@/lib/reading/medications/text/tokens";
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
]);
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
    isEnglishWord(text) ||
    DIRECTIONS.at(tokens, at, tokens.length) !== null ||
    namesPersonOrPlace(tokens, at)
  );
}

/**
 * The first word of a stretch behind a name that may be the name of another drug: not accounted for, and with a dose of its own or near to
 * a name. Null where every word is accounted for.
 */
export function unreadNameIn(
  tokens: readonly Token[],
  from: number,
  to: number,
  near: Pick<Suggester, "isLikelySlip" | "isCloseSlip">,
): number | null {
  let depth = 0;
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token === undefined) return null;
    if (token.text === "(" || token.text === "[") depth += 1;
    if (token.text === ")" || token.text === "]") depth -= 1;
    if (depth > 0 || token.kind !== "word" || !token.gap || token.text.length < SHORTEST) continue;
    if (NO_NAME_BEHIND.has(tokens[at - 1]?.text ?? "") || isAccountedFor(tokens, at) || isName(token.text)) continue;
    // Right behind a name stands its salt or kind ("dapagliflozin propanediol"), unless it is all but another name.
    if (at === from ? near.isCloseSlip(token.text) : isDosed(tokens, at, to) || near.isLikelySlip(token.text))
      return at;
  }
  return null;
}

/** Whether an unread word with a dose of its own stands between two names of one drug. */
export function dosedNameIn(tokens: readonly Token[], from: number, to: number): boolean {
  return unreadNameIn(tokens, from, to, { isLikelySlip: () => false, isCloseSlip: () => false }) !== null;
}

/** A name that the words around it spoke against is read, and not meant. */
function isName(word: string): boolean {
  return drugNames().lookup(word).length > 0;
}

function isDosed(tokens: readonly Token[], at: number, to: number): boolean {
  return at + 2 < to && tokens[at + 1]?.kind === "number" && DOSE_UNITS.has(tokens[at + 2]?.text ?? "");
}
