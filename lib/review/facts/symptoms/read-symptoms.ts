import type { PatientCase } from "@/lib/domain/case";
import type { YesNoUnknown } from "@/lib/domain/vocabulary";
import type { Knowledge, RedFlag } from "@/lib/knowledge/schema";
import { PhraseBook, readFreeText, type FreeText } from "./phrase-book";
import {
  DENIED_WORDS,
  EVERYDAY_PHRASES,
  EVERYDAY_WORDS,
  FOCAL_WORDS,
  LOOSE_SYMPTOM_WORDS,
  NORMAL_WORDS,
  SYMPTOM_WORDS,
} from "./lexicon";
import type { Voice } from "./assertion";

/** Words about a symptom that are not of the patient now: why, and as written. */
export interface SetAside {
  readonly id: string;
  readonly quote: string;
  readonly why: Exclude<Voice, "said" | "denied"> | "everyday";
}

/** What was answered and what the free words say: answers by symptom id, and red flags named in words with the quote. */
export interface SymptomsRead {
  /** A symptom that the free words deny counts as answered no. */
  readonly answers: ReadonlyMap<string, YesNoUnknown>;
  /** Symptom id → the words that say it, where it comes from free words. */
  readonly quotes: ReadonlyMap<string, string>;
  readonly flagQuotes: ReadonlyMap<string, string>;
  /** What was read and not judged as a symptom of now; told, so that nothing is dropped in silence. */
  readonly setAside: readonly SetAside[];
}

interface Books {
  readonly symptoms: PhraseBook<string>;
  readonly flags: PhraseBook<string>;
  readonly normal: PhraseBook<string>;
  readonly onlyDenied: PhraseBook<string>;
}

const books = new WeakMap<Knowledge, Books>();

function booksOf(knowledge: Knowledge): Books {
  let made = books.get(knowledge);
  if (made === undefined) {
    const fromFlags = knowledge.redFlags.flatMap((flag) =>
      symptomAlone(flag).flatMap((id) => flag.words.map((words) => [words, id] as const)),
    );
    const book = (words: Readonly<Record<string, readonly string[] | undefined>>) =>
      Object.entries(words).flatMap(([id, phrases]) => (phrases ?? []).map((phrase) => [phrase, id] as const));
    made = {
      symptoms: new PhraseBook<string>([...book(SYMPTOM_WORDS), ...fromFlags], LOOSE_SYMPTOM_WORDS),
      normal: new PhraseBook(book(NORMAL_WORDS)),
      onlyDenied: new PhraseBook(book(DENIED_WORDS)),
      flags: new PhraseBook(knowledge.redFlags.flatMap((flag) => flag.words.map((words) => [words, flag.id] as const))),
    };
    books.set(knowledge, made);
  }
  return made;
}

/** The symptom that a red flag stands for, where it stands for one alone. */
function symptomAlone(flag: RedFlag): string[] {
  return "symptom" in flag.when ? [flag.when.symptom] : [];
}

/**
 * Reads answers and free words. Free words are the symptom text, the present conditions as written, and lines of the
 * medication list that are no medication (a pasted note); directions of medications ("as needed for fever") are not read.
 * A "yes" in free words goes before a "no" that was ticked: the contradiction is safer seen.
 */
export function readSymptoms(patientCase: PatientCase, knowledge: Knowledge): SymptomsRead {
  const { symptoms, flags, normal, onlyDenied } = booksOf(knowledge);
  const answers = new Map(Object.entries(patientCase.context.symptoms));
  const quotes = new Map<string, string>();
  const flagQuotes = new Map<string, string>();
  const setAside: SetAside[] = [];
  const denied = new Set<string>();
  for (const [text, ofPatient] of freeTexts(patientCase)) {
    const read = readFreeText(text);
    for (const found of flags.find(read))
      if (!flagQuotes.has(found.meaning) && !isEveryday(found, read)) flagQuotes.set(found.meaning, found.quote);
    if (!ofPatient) continue;
    for (const found of symptoms.voiced(read)) {
      const { meaning: id, quote, voice } = found;
      if (voice === "denied") denied.add(id);
      else if (voice !== "said") setAside.push({ id, quote, why: voice });
      else if (isEveryday(found, read)) setAside.push({ id, quote, why: "everyday" });
      else {
        if (!quotes.has(id)) quotes.set(id, quote);
        answers.set(id, "yes");
      }
    }
    for (const { meaning } of normal.find(read)) denied.add(meaning);
    for (const { meaning, voice } of onlyDenied.voiced(read)) if (voice === "denied") denied.add(meaning);
  }
  for (const id of denied) if ((answers.get(id) ?? "unknown") === "unknown") answers.set(id, "no");
  return { answers, quotes, flagQuotes, setAside: setAside.filter(({ id }) => answers.get(id) !== "yes") };
}

/** A bare "weak" beside "tired" or "after a long day" is not a loss of power, unless something beside it says so. */
function isEveryday({ quote, at }: { quote: string; at: number }, text: FreeText): boolean {
  if (quote.toLowerCase() !== "weak") return false;
  const ends = (token: string | undefined) => token === undefined || /^[.;!?\n]$/.test(token);
  let from = at;
  while (!ends(text.tokens[from - 1]) && at - from < SENTENCE) from -= 1;
  let to = at;
  while (!ends(text.tokens[to + 1]) && to - at < SENTENCE) to += 1;
  const sentence = text.tokens.slice(from, to + 1);
  if (sentence.some((token) => FOCAL_WORDS.has(token))) return false;
  const words = ` ${sentence.join(" ")} `;
  return (
    sentence.some((token) => EVERYDAY_WORDS.has(token)) ||
    EVERYDAY_PHRASES.some((phrase) => words.includes(` ${phrase} `))
  );
}

/** So many tokens of a sentence are looked at on either side. */
const SENTENCE = 30;

/** Texts with whether a symptom in them is one of now; a diagnosis on the list names a flag but no present symptom. */
function freeTexts(patientCase: PatientCase): (readonly [string, boolean])[] {
  const { context, conditions, medications } = patientCase;
  const listed = conditions
    .filter((piece) => piece.polarity === "present" && piece.status !== "not-condition")
    .map((piece) => [piece.text, false] as const);
  const notes = medications
    .filter((piece) => piece.status === "not-medication" || piece.status === "unrecognised")
    .map((piece) => [piece.text, false] as const);
  const own = context.symptomText === null ? [] : [[context.symptomText, true] as const];
  const site = context.cramps.site === null ? [] : [[context.cramps.site, true] as const];
  return [...own, ...site, ...sorted(listed), ...sorted(notes)];
}

function sorted(texts: (readonly [string, boolean])[]): (readonly [string, boolean])[] {
  return texts.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
