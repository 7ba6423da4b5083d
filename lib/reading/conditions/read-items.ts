import type { ConditionPiece } from "@/lib/domain/condition";
import type { Assertion } from "@/lib/domain/vocabulary";
import { drugNames } from "@/lib/terminology/drugs/drug-names";
import { icd10cm } from "@/lib/terminology/icd10cm/icd10cm";
import { candidatesFor, codesTogether, namingWords } from "./candidates";
import { codeMentions, impliedBy, mergeCodes, preciseCode, withoutRepeats } from "./codes";
import { findConditions, type ConditionMention } from "./find-conditions";
import { boxesComeFirst, labelledStatus, statusOf, tickedAnswer, trailingStatus } from "./form-answers";
import { itemsOf, type Item } from "./items";
import { joinComplications } from "./complications";
import { isPlainWord } from "./misspellings";
import { PolarityOfLine } from "./polarity";
import { unusedWords } from "./support";
import { termIndex } from "./term-index";
import { wordsOf, type Word } from "./words";

/** What the reading of conditions asks of the knowledge base. */
export interface ReadConditionsOptions {
  /** The knowledge base's condition for an ICD-10-CM code; null where it knows none. */
  conditionIdOf: (code: string) => string | null;
}

/** What the text around a line says of it. */
export interface LineContext {
  offset: number;
  textWords: ReadonlySet<string>;
  /** What the section or the row of a table says of its conditions; null where it says nothing. */
  told: Assertion | null;
  options: ReadConditionsOptions;
}

/** A part of a line: a condition with its words around it, or words without one. */
interface Part {
  from: number;
  to: number;
  mention: ConditionMention | null;
  /** Codes to ask about where no condition was found. */
  candidates: readonly string[];
  /** Words that nothing accounts for, so that they are no detail of the condition beside them. */
  unread: boolean;
}

/** What separates the conditions of one item: the words before it stay with the one before. */
const WITHIN = /^\s*\/|^.*?(?:[,;&+\n]|\.\s|\band\b|\bwith\b|\bon\b)/i;

/** Marks of billing behind a diagnosis (no liver cancer), and the kinds of SNOMED CT: no words of the condition. */
const BILLING =
  /\((?:(?:CMS|HHS|RAF|HCC)(?:[/-](?:HCC|CMS))?|disorder|finding|situation|procedure|event|morphologic abnormality|clinical finding)\)/gi;

/** The pieces of a line: one a condition, one for words that nothing accounts for. */
export function readItems(written: string, context: LineContext): ConditionPiece[] {
  const line = written.replace(BILLING, (mark) => " ".repeat(mark.length));
  const words = wordsOf(line);
  const named = findConditions(line, context.textWords, words);
  const mentions = joinComplications(withoutRepeats(mergeCodes(named, codeMentions(line, words), line), line), line);
  const parts = partsOf(line, words, mentions, context);
  const polarity = new PolarityOfLine(line);
  const taken = takenWords(mentions);
  const places = new Map(mentions.map((mention, at): [ConditionMention, number] => [mention, at]));
  const boxesFirst = boxesComeFirst(line, mentions[0]?.start ?? 0);
  const reading = { written, boxesFirst, line, words, parts, mentions, places, polarity, taken, context };
  return parts.map((_, index) => makePiece(reading, index)).filter((piece) => piece.text !== "");
}

function takenWords(mentions: readonly ConditionMention[]): Set<number> {
  const taken = new Set<number>();
  for (const { from, to } of mentions) for (let at = from; at <= to; at += 1) taken.add(at);
  return taken;
}

/** The parts of a line, in order, covering all of it. */
function partsOf(
  line: string,
  words: readonly Word[],
  mentions: readonly ConditionMention[],
  context: LineContext,
): Part[] {
  const parts: Part[] = [];
  let mentionAt = 0;
  let wordAt = 0;
  for (const item of itemsOf(line, mentions)) {
    const own: ConditionMention[] = [];
    for (let next = mentions[mentionAt]; next !== undefined && next.start < item.end; next = mentions[mentionAt]) {
      own.push(next);
      mentionAt += 1;
    }
    const itemWords: Word[] = [];
    for (let next = words[wordAt]; next !== undefined && next.start < item.end; next = words[wordAt]) {
      itemWords.push(next);
      wordAt += 1;
    }
    if (own.length > 0) parts.push(...mentionParts(line, item, own));
    else if (parts.length > 0 && isStatus(line.slice(item.start, item.end))) (parts.at(-1) ?? { to: 0 }).to = item.end;
    else addWords(parts, item, itemWords, context.textWords);
  }
  return withoutLead(parts);
}

function mentionParts(line: string, item: Item, mentions: readonly ConditionMention[]): Part[] {
  const starts = mentions.map((mention, index) => {
    const previous = mentions[index - 1];
    if (previous === undefined) return item.start;
    const separator = WITHIN.exec(line.slice(previous.end, mention.start));
    return separator === null ? mention.start : previous.end + separator[0].length;
  });
  return mentions.map((mention, index) => ({
    from: starts[index] ?? item.start,
    to: starts[index + 1] ?? item.end,
    mention,
    candidates: [],
    unread: false,
  }));
}

/** Nothing but a status, a tick or a date: it is said of what stands before it. */
const isStatus = (item: string): boolean => statusOf(item.replace(TAIL, "")) !== null || labelledStatus(item) !== null;
const TAIL = /(?<![\s,;|.–-])[\s,;|.–-]+$/;

/** Words without a condition: a detail of what stands before them (or, at the start, behind them), or a part of their own. */
function addWords(parts: Part[], item: Item, words: readonly Word[], textWords: ReadonlySet<string>): void {
  const unread = namingWords(words).some((word) => !isOrdinary(word));
  const candidates = unread ? candidatesFor(words, textWords) : [];
  const last = parts.at(-1);
  const isRun = last !== undefined && last.mention === null && last.unread && last.candidates.length === 0;
  if (last !== undefined && candidates.length === 0 && (!unread || isRun)) last.to = item.end;
  else parts.push({ from: item.start, to: item.end, mention: null, candidates, unread });
}

/** Ordinary words at the start ("PMHx -") belong to the condition behind them. */
function withoutLead(parts: readonly Part[]): Part[] {
  const [lead, next] = parts;
  if (lead === undefined || next === undefined || lead.mention !== null || lead.unread) return [...parts];
  return [{ ...next, from: lead.from }, ...parts.slice(2)];
}

/** A word of everyday language or of a drug list: it names no condition. */
function isOrdinary(word: Word): boolean {
  if (word.folded.length < 2) return true;
  if (termIndex().vocabulary.has(word.canonical)) return false;
  return isPlainWord(word.folded) || isPlainWord(word.key) || drugNames().lookup(word.key).length > 0;
}

interface Reading {
  /** The line as it was written; `line` is without marks of billing. */
  written: string;
  /** The boxes of the line stand before what they are for. */
  boxesFirst: boolean;
  line: string;
  words: readonly Word[];
  parts: readonly Part[];
  mentions: readonly ConditionMention[];
  places: ReadonlyMap<ConditionMention, number>;
  polarity: PolarityOfLine;
  taken: ReadonlySet<number>;
  context: LineContext;
}

function makePiece(reading: Reading, index: number): ConditionPiece {
  const { line, context, parts } = reading;
  const part = parts[index];
  if (part === undefined) throw new RangeError(`no part ${index}`);
  const slice = reading.written.slice(part.from, part.to);
  const text = slice.trim();
  const start = context.offset + part.from + slice.indexOf(text);
  const place = { text, start, end: start + text.length };
  const { mention } = part;
  if (mention === null) return wordsPiece(place, part, reading);
  const changed = mention.sure ? unusedWords(line, reading.words, mention, reading.taken) : [];
  const sure = mention.sure && changed.length === 0;
  const codes = sure
    ? mention.codes.slice(0, 1).map((code) => preciseCode(code, text))
    : askedCodes(mention, changed, reading);
  const first = codes[0] ?? "";
  const implied = impliedBy(first);
  return {
    ...place,
    status: sure ? "recognised" : "confirm",
    polarity: polarityOf(reading, index, mention, first),
    codes: codes.map(coded),
    conditionId: sure
      ? (context.options.conditionIdOf(first) ?? (implied === null ? null : context.options.conditionIdOf(implied)))
      : null,
  };
}

function wordsPiece(
  place: Pick<ConditionPiece, "text" | "start" | "end">,
  part: Part,
  reading: Reading,
): ConditionPiece {
  const ask = part.candidates.length > 0;
  return {
    ...place,
    status: ask ? "confirm" : "unrecognised",
    polarity: ask ? (lineTold(reading) ?? reading.polarity.of({ start: part.from, end: part.to }, "")) : "present",
    codes: part.candidates.map(coded),
    conditionId: null,
  };
}

const coded = (code: string): ConditionPiece["codes"][number] => {
  const entry = icd10cm().byCode(code);
  return { system: "icd10cm", code: entry?.code ?? code, display: entry?.display ?? code };
};

const MOST_ASKED = 5;

/** What is asked where a word beside a condition is not of its term: the codes of both together, then the condition's own. */
function askedCodes(mention: ConditionMention, changed: readonly Word[], reading: Reading): string[] {
  const own = reading.words.slice(mention.from, mention.to + 1);
  const together =
    changed.length === 0
      ? []
      : codesTogether(
          [...changed, ...own].sort((a, b) => a.start - b.start),
          reading.context.textWords,
        );
  return [...new Set([...together.slice(0, MOST_ASKED - 1), ...mention.codes])].slice(0, MOST_ASKED);
}

const lineTold = ({ context }: Reading): Assertion | null => (context.told === "present" ? null : context.told);

/** From what tells most of it: the section or the row, the boxes, the status at the end, then the words of the line. */
function polarityOf(reading: Reading, index: number, mention: ConditionMention, code: string): Assertion {
  const { line, mentions, parts, polarity } = reading;
  if (reading.context.told === "family") return "family";
  const own = polarity.of(mention, code);
  if (own === "family") return own;
  const told = lineTold(reading);
  if (told !== null) return told;
  const at = reading.places.get(mention) ?? 0;
  const beside = reading.boxesFirst
    ? line.slice(mentions[at - 1]?.end ?? 0, mention.start)
    : line.slice(mention.end, mentions[at + 1]?.start ?? line.length);
  const part = parts[index];
  const status =
    tickedAnswer(beside.slice(0, 120)) ??
    (part === undefined ? null : trailingStatus(line.slice(mention.end, part.to)));
  if (status !== null && status !== "present") return status;
  return own;
}
