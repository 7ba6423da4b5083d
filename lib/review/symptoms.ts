import type { PatientCase } from "@/lib/domain/case";
import type { YesNoUnknown } from "@/lib/domain/vocabulary";
import type { Knowledge, RedFlag } from "@/lib/knowledge/schema";
import { PhraseBook, readFreeText } from "./free-text";
import { SYMPTOM_WORDS } from "./symptom-words";

/** What was answered and what the free words say: answers by symptom id, and red flags named in words with the quote. */
export interface SymptomsRead {
  readonly answers: ReadonlyMap<string, YesNoUnknown>;
  /** Symptom id → the words that say it, where it comes from free words. */
  readonly quotes: ReadonlyMap<string, string>;
  readonly flagQuotes: ReadonlyMap<string, string>;
}

interface Books {
  readonly symptoms: PhraseBook<string>;
  readonly flags: PhraseBook<string>;
}

const books = new WeakMap<Knowledge, Books>();

function booksOf(knowledge: Knowledge): Books {
  let made = books.get(knowledge);
  if (made === undefined) {
    const fromFlags = knowledge.redFlags.flatMap((flag) => symptomAlone(flag).flatMap((id) => flag.words.map((words) => [words, id] as const)));
    const own = Object.entries(SYMPTOM_WORDS).flatMap(([id, phrases]) => (phrases ?? []).map((words) => [words, id] as const));
    made = {
      symptoms: new PhraseBook([...own, ...fromFlags]),
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
  const { symptoms, flags } = booksOf(knowledge);
  const answers = new Map(Object.entries(patientCase.context.symptoms));
  const quotes = new Map<string, string>();
  const flagQuotes = new Map<string, string>();
  for (const [text, ofPatient] of freeTexts(patientCase)) {
    const read = readFreeText(text);
    for (const { meaning, quote } of flags.find(read)) if (!flagQuotes.has(meaning)) flagQuotes.set(meaning, quote);
    if (!ofPatient) continue;
    for (const { meaning, quote } of symptoms.find(read)) {
      if (!quotes.has(meaning)) quotes.set(meaning, quote);
      answers.set(meaning, "yes");
    }
  }
  return { answers, quotes, flagQuotes };
}

/** Texts with whether a symptom in them is one of now; a diagnosis on the list names a flag but no present symptom. */
function freeTexts(patientCase: PatientCase): (readonly [string, boolean])[] {
  const { context, conditions, medications } = patientCase;
  const listed = conditions.filter((piece) => piece.polarity === "present" && piece.status !== "not-condition").map((piece) => [piece.text, false] as const);
  const notes = medications.filter((piece) => piece.status === "not-medication" || piece.status === "unrecognised").map((piece) => [piece.text, false] as const);
  const own = context.symptomText === null ? [] : [[context.symptomText, true] as const];
  const site = context.cramps.site === null ? [] : [[context.cramps.site, true] as const];
  return [...own, ...site, ...sorted(listed), ...sorted(notes)];
}

function sorted(texts: (readonly [string, boolean])[]): (readonly [string, boolean])[] {
  return texts.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
