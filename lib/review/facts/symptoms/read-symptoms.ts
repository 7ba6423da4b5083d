import type { PatientCase } from "@/lib/domain/case";
import type { ReadSymptom, SymptomPiece } from "@/lib/domain/symptom";
import type { YesNoUnknown } from "@/lib/domain/vocabulary";
import type { Knowledge } from "@/lib/knowledge/schema";
import type { SymptomContent } from "@/lib/reading/symptoms/content";
import { findPhrases, phraseContent } from "@/lib/reading/symptoms/find-phrases";
import { readSymptomText, type ReadSign } from "@/lib/reading/symptoms/read-symptoms";
import { asksForSigns } from "@/lib/review/predicate-parts";

/** Words about a symptom that are not of the patient now: why, and as written. */
export interface SetAside {
  readonly id: string;
  readonly quote: string;
  readonly why: "other-person" | "past" | "hypothetical" | "uncertain" | "long-standing";
}

/** A symptom that was ticked one way and told the other way. */
export interface Contradiction {
  readonly id: string;
  readonly ticked: "yes" | "no";
  /** The words that say otherwise. */
  readonly quote: string;
}

/** What was answered and what the free words say: answers by symptom id, and red flags named in words with the quote. */
export interface SymptomsRead {
  /** A symptom that the free words deny counts as answered no. */
  readonly answers: ReadonlyMap<string, YesNoUnknown>;
  /** Symptom id → the words that say it, where it comes from free words. */
  readonly quotes: ReadonlyMap<string, string>;
  /** Red flag id → the words of the condition list or a pasted note that name it. */
  readonly flagQuotes: ReadonlyMap<string, string>;
  /** What was read and not judged as a symptom of now; told, so that nothing is dropped in silence. */
  readonly setAside: readonly SetAside[];
  /** What was ticked one way and told the other way; asked. */
  readonly contradictions: readonly Contradiction[];
  /** Signs and circumstances of the symptom words. */
  readonly signs: readonly ReadSign[];
  /** The symptom words clause by clause. */
  readonly pieces: readonly SymptomPiece[];
}

const flagWords = new WeakMap<Knowledge, SymptomContent>();

/** The words by which conditions and pasted notes name a red flag. */
function flagWordsOf(knowledge: Knowledge): SymptomContent {
  let made = flagWords.get(knowledge);
  if (made === undefined) {
    made = phraseContent(knowledge.redFlags);
    flagWords.set(knowledge, made);
  }
  return made;
}

/** Symptoms that answer for each other: who came round on the floor had collapsed. */
const ALSO: Readonly<Record<string, string>> = { syncope: "collapse", saddleNumbness: "bladderChange" };

const WHY: Readonly<Partial<Record<ReadSign["polarity"], SetAside["why"]>>> = {
  family: "other-person",
  past: "past",
  hypothetical: "hypothetical",
  uncertain: "uncertain",
};

/**
 * Reads answers and free words. The symptom text and the site of the cramps are read as signs; present conditions as written and
 * lines of the medication list that are no medication (a pasted note) are looked through for words that name a red flag.
 * A "yes" in free words goes before a "no" that was ticked: the contradiction is safer seen.
 */
export function readSymptoms(patientCase: PatientCase, knowledge: Knowledge): SymptomsRead {
  const content = { signs: knowledge.symptoms, words: knowledge.symptomWords };
  const { context } = patientCase;
  const own = readSymptomText(context.symptomText ?? "", content);
  const site = readSymptomText(context.cramps.site ?? "", content);
  const signs = [...own.signs, ...site.signs];
  const answers = new Map(Object.entries(context.symptoms));
  const quotes = new Map<string, string>();
  const denied = new Set<string>();
  const setAside: SetAside[] = [];
  for (const { id, kind, polarity, quote, tags } of signs) {
    if (kind !== "sign") continue;
    const why = WHY[polarity] ?? (isOld(id, tags) ? "long-standing" : undefined);
    if (polarity === "negated") denied.add(id);
    else if (why !== undefined) setAside.push({ id, quote, why });
    else {
      for (const one of [id, ALSO[id]]) {
        if (one === undefined) continue;
        if (!quotes.has(one)) quotes.set(one, quote);
        answers.set(one, "yes");
      }
    }
  }
  for (const id of denied) if ((answers.get(id) ?? "unknown") === "unknown") answers.set(id, "no");
  return {
    answers,
    quotes,
    flagQuotes: flagQuotes(patientCase, knowledge),
    contradictions: contradictionsIn(context.symptoms, quotes, signs),
    setAside: setAside.filter(({ id }) => answers.get(id) !== "yes"),
    signs,
    pieces: own.pieces,
  };
}

/** A "no" against words that tell of it now, and a "yes" against words that only deny it. */
function contradictionsIn(
  ticked: PatientCase["context"]["symptoms"],
  quotes: ReadonlyMap<string, string>,
  signs: readonly ReadSign[],
): Contradiction[] {
  return Object.entries(ticked).flatMap(([id, answer]): Contradiction[] => {
    const told = quotes.get(id);
    if (answer === "no" && told !== undefined) return [{ id, ticked: "no", quote: told }];
    const denial = signs.find((sign) => sign.id === id && sign.polarity === "negated");
    return answer === "yes" && told === undefined && denial !== undefined
      ? [{ id, ticked: "yes", quote: denial.quote }]
      : [];
  });
}

/** What is old by its nature: pain on walking, legs that must move. */
const OLD_ALL_THE_SAME = new Set(["walkingPain", "urgeToMove", "jointPain"]);

/** "numb for 5 years" is no alarm of now; what is old and gets worse is. */
function isOld(id: string, tags: ReadonlySet<string>): boolean {
  return (
    tags.has("chronic") && !OLD_ALL_THE_SAME.has(id) && !["worsening", "sudden", "recent"].some((tag) => tags.has(tag))
  );
}

function flagQuotes(patientCase: PatientCase, knowledge: Knowledge): Map<string, string> {
  const quotes = new Map<string, string>();
  // What no sign tells (a QT interval, a poison) is looked for by its words in the patient's own text too.
  const bySign = new Set(knowledge.redFlags.filter(({ when }) => asksForSigns(when)).map(({ id }) => id));
  const words = flagWordsOf(knowledge);
  for (const { id, quote } of findPhrases(patientCase.context.symptomText ?? "", words))
    if (!bySign.has(id) && !quotes.has(id)) quotes.set(id, quote);
  for (const text of listedTexts(patientCase))
    for (const { id, quote } of findPhrases(text, words)) if (!quotes.has(id)) quotes.set(id, quote);
  return quotes;
}

function listedTexts({ conditions, medications }: PatientCase): string[] {
  const listed = conditions
    .filter((piece) => piece.polarity === "present" && piece.status !== "not-condition")
    .map((piece) => piece.text);
  const notes = medications
    .filter((piece) => piece.status === "not-medication" || piece.status === "unrecognised")
    .map((piece) => piece.text);
  return [...listed.sort(byCodeUnit), ...notes.sort(byCodeUnit)];
}

function byCodeUnit(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}

/** What a review says it understood: a sign an entry, and one for each clause that tells of none. */
export function symptomsTold({ pieces }: Pick<SymptomsRead, "pieces">): ReadSymptom[] {
  return pieces.flatMap((piece): ReadSymptom[] => {
    if (piece.status === "unrecognised") return [];
    if (piece.status === "no-symptom") return [{ id: null, kind: "no-symptom", quote: piece.text }];
    return piece.signs.map(({ id, polarity, quote, course, side, site }) => ({
      id,
      polarity,
      quote,
      ...(course === null ? {} : { course }),
      ...(side === null ? {} : { side }),
      ...(site === null ? {} : { site }),
    }));
  });
}
