import type { ConditionPiece } from "@/lib/domain/condition";
import type { Polarity } from "@/lib/domain/vocabulary";
import { icd10cm } from "@/lib/terminology/icd10cm/icd10cm";
import { findConditions, type ConditionMention } from "./condition-terms";
import { joined, overlaps } from "./places";
import { headingOf, PolarityOfLine } from "./polarity";

export interface ReadConditionsOptions {
  /** The knowledge base's condition for an ICD-10-CM code; null where it knows none. */
  conditionIdOf: (code: string) => string | null;
}

const CODE = /\b([A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?)\b/g;
/** What says that there is nothing to code. */
const NOTHING =
  /^[\s\p{P}]*(?:nkda|nka|nil(?: of note| significant| else)?|none(?: known| of note)?|no (?:significant )?(?:past )?(?:pmhx?|pmh|phx|medical (?:history|problems|conditions)|known (?:conditions|problems|allergies|drug allergies)|comorbidities|significant history|other (?:conditions|problems))(?: of note)?|n\/a|unremarkable|well|fit and well|(?:there is )?no (?:personal or family )?history of serious illness|(?:past )?(?:medical|surgical) history|pmhx?|psh|problems?(?: list)?|diagnos[ei]s|conditions|impression|history|active problems|social history|allergies|never smoked|(?:lifelong )?non[- ]?smoker|teetotal|(?:denies|no) (?:alcohol|smoking|tobacco|drugs|etoh|illicit drugs)(?: use)?)[\s\p{P}]*$/iu;

/** A code that is written out counts as a mention; it must be one of ICD-10-CM. */
function codeMentions(line: string): ConditionMention[] {
  return [...line.matchAll(CODE)].flatMap((match) => {
    const entry = icd10cm().byCode(match[1] ?? "");
    return entry === null ? [] : [{ code: entry.code, start: match.index, end: match.index + match[0].length }];
  });
}

const WEEKS = /\b(\d{1,2})\s*(?:\+\s*\d\s*)?(?:weeks?|wks?|\/40)/i;

/** "28 weeks pregnant" is coded to its week; a week that is none stays "not specified". */
function gestationCode(code: string, text: string): string {
  if (code !== "Z3A.00" && code !== "Z33.1") return code;
  const weeks = Number(WEEKS.exec(text)?.[1] ?? 0);
  return weeks >= 8 && weeks <= 42 ? `Z3A.${String(weeks).padStart(2, "0")}` : code;
}

/** Words and their code side by side ("Hypertension I10") are one mention: the code is the more exact. */
function mergeCodes(
  words: readonly ConditionMention[],
  codes: readonly ConditionMention[],
  line: string,
): ConditionMention[] {
  const written = joined(codes);
  const coded = new Set(codes);
  const kept = words.filter((word) => !overlaps(written, word));
  const merged = [...kept, ...codes].sort((a, b) => a.start - b.start);
  return merged.filter((mention, index) => {
    const next = merged[index + 1];
    const previous = merged[index - 1];
    const beside = (left: ConditionMention, right: ConditionMention): boolean =>
      /^[\s\-–:(,[\])]*$/.test(line.slice(left.end, right.start)) && left.code.slice(0, 3) === right.code.slice(0, 3);
    if (coded.has(mention)) return true;
    const codeAfter = next !== undefined && coded.has(next) && beside(mention, next);
    const codeBefore = previous !== undefined && coded.has(previous) && beside(previous, mention);
    return !codeAfter && !codeBefore;
  });
}

/** An explanation in brackets that names the same thing again: "chronic obstructive pulmonary disease (COPD)". */
function withoutRepeats(mentions: readonly ConditionMention[], line: string): ConditionMention[] {
  return mentions.filter((mention, index) => {
    const previous = mentions[index - 1];
    if (previous === undefined) return true;
    const same = previous.code === mention.code || previous.code.slice(0, 3) === mention.code.slice(0, 3);
    return !(same && /^\s*\(\s*$/.test(line.slice(previous.end, mention.start)));
  });
}

function mentionsOf(line: string): ConditionMention[] {
  return withoutRepeats(mergeCodes(findConditions(line), codeMentions(line), line), line);
}

/** The word that starts the next piece: separators stay with the piece before them. */
function pieceStarts(line: string, mentions: readonly ConditionMention[]): number[] {
  return mentions.map((mention, index) => {
    const previous = mentions[index - 1];
    if (previous === undefined) return 0;
    const between = line.slice(previous.end, mention.start);
    const separator = /^\s*\/|^.*?(?:[,;&+\n]|\.\s|\band\b|\bwith\b|\bon\b)/i.exec(between);
    return separator === null ? mention.start : previous.end + separator[0].length;
  });
}

function makePiece(
  line: string,
  offset: number,
  from: number,
  to: number,
): Pick<ConditionPiece, "text" | "start" | "end"> {
  const slice = line.slice(from, to);
  const text = slice.trim();
  const start = offset + from + slice.indexOf(text);
  return { text, start, end: start + text.length };
}

function readLine(
  line: string,
  offset: number,
  underFamily: boolean,
  options: ReadConditionsOptions,
): ConditionPiece[] {
  const mentions = NOTHING.test(line) ? [] : mentionsOf(line);
  if (mentions.length === 0) {
    const uncoded = NOTHING.test(line) || headingOf(line) !== null ? "not-condition" : "unrecognised";
    return [
      {
        ...makePiece(line, offset, 0, line.length),
        status: uncoded,
        polarity: "present",
        codes: [],
        conditionId: null,
      },
    ];
  }
  const polarity = new PolarityOfLine(line);
  const starts = pieceStarts(line, mentions);
  return mentions.map((mention, index) => {
    const own: Polarity = underFamily ? "family" : polarity.of(mention, mention.code);
    const piece = makePiece(line, offset, starts[index] ?? 0, starts[index + 1] ?? line.length);
    const code = gestationCode(mention.code, piece.text);
    const entry = icd10cm().byCode(code);
    return {
      ...piece,
      status: "recognised",
      polarity: own,
      codes: [{ system: "icd10cm", code: entry?.code ?? code, display: entry?.display ?? code }],
      conditionId: options.conditionIdOf(code),
    };
  });
}

/**
 * Reads conditions as clinicians write them (abbreviations, lay words, ICD-10-CM codes) with whose and how sure they are.
 * Pieces cover every non-blank character; one condition a piece; a line that names none stays visible as not recognised.
 */
export function readConditions(text: string, options: ReadConditionsOptions): ConditionPiece[] {
  const pieces: ConditionPiece[] = [];
  let underFamily = false;
  let offset = 0;
  for (const line of text.split("\n")) {
    if (line.trim() !== "") {
      const heading = headingOf(line);
      if (heading !== null) underFamily = heading === "family";
      pieces.push(
        ...readLine(line, offset, underFamily && heading === null, options).filter((piece) => piece.text !== ""),
      );
    }
    offset += line.length + 1;
  }
  return pieces;
}
