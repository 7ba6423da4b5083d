import type { PatientCase } from "@/lib/domain/case";
import type { PatientContext } from "@/lib/domain/context";
import type { KnownCondition } from "@/lib/knowledge/schema";
import { dayOf, dayRangeOf, type DayRange } from "./day-range";
import { drugsOnList, type DrugsOnList, type ListedDrug } from "./medications/listed-drugs";
import type { KnowledgeIndex } from "./knowledge-index";
import { collectResults, type LabResults } from "./results/collect-results";
import { patientOf, type Patient } from "./patient";
import { readSymptoms, type SymptomsRead } from "./symptoms/read-symptoms";

/** A condition that the patient has, and what says so. */
export interface PresentCondition {
  readonly condition: KnownCondition;
  /** On the list, shown by a result, or told by the context. */
  readonly from: "list" | "result" | "context";
  readonly reasons: readonly string[];
  /** As the list names it; none where it is not on the list. */
  readonly names: readonly string[];
}

/** All that is known of the patient, read once; every check works on this. */
export interface Facts {
  readonly index: KnowledgeIndex;
  readonly context: PatientContext;
  readonly patient: Patient;
  readonly today: number;
  readonly onset: DayRange | null;
  readonly drugs: DrugsOnList;
  /** Names by which predicates and selectors may name a drug that is taken now. */
  readonly drugNames: ReadonlySet<string>;
  readonly symptoms: SymptomsRead;
  readonly labs: LabResults;
  readonly conditions: ReadonlyMap<string, PresentCondition>;
  /** ICD-10-CM codes of the present conditions, without the dot. */
  readonly codes: readonly string[];
  /** The patient is known or said to be pregnant, on the list or in the context. */
  readonly pregnant: boolean | null;
  readonly dialysis: boolean | null;
  /** Set for red flags: the limits of the content hold at every age. */
  readonly everyAge?: true;
}

/** Facts without the conditions, which are found with the help of the rest (`conditions.ts`). */
export type FactsBeforeConditions = Omit<Facts, "conditions">;

/** Codes of personal history (Z85 to Z87): what was, not what is. */
const HISTORY_CODES = /^Z8[567]/;

/** Runs a part of the reading; a review hands in one that tells of a failure instead of throwing. */
export type RunPart = <Result>(name: "symptom" | "result", part: () => Result, fallback: Result) => Result;

const NO_SYMPTOMS: SymptomsRead = {
  answers: new Map(),
  quotes: new Map(),
  flagQuotes: new Map(),
  setAside: [],
  contradictions: [],
  signs: [],
  pieces: [],
};
const NO_RESULTS: LabResults = {
  latest: new Map(),
  old: new Map(),
  undated: [],
  unknown: [],
  all: [],
  egfr: null,
  notComputed: [],
};

/** Reads everything but the conditions. */
export function readFacts(
  patientCase: PatientCase,
  index: KnowledgeIndex,
  run: RunPart = (_, part) => part(),
): FactsBeforeConditions {
  const { context } = patientCase;
  const codes = presentCodes(patientCase);
  const pregnant = context.pregnant ?? (codes.some((code) => /^(O|Z33|Z34|Z3A)/.test(code)) ? true : null);
  const dialysis = context.dialysis ?? (codes.some((code) => code.startsWith("Z992")) ? true : null);
  const patient = { ...patientOf(context), pregnant, dialysis };
  const drugs = drugsOnList(patientCase.medications, index);
  return {
    index,
    context,
    patient,
    today: dayOf(context.asOf),
    onset: dayRangeOf(context.cramps.onset),
    drugs,
    drugNames: namesOf(drugs.current),
    symptoms: run("symptom", () => readSymptoms(patientCase, index.knowledge), NO_SYMPTOMS),
    labs: run("result", () => collectResults(patientCase.labs, patient, index), NO_RESULTS),
    codes,
    pregnant,
    dialysis,
  };
}

/** ICD-10-CM codes of conditions that are present, without the dot, in a fixed order. */
function presentCodes(patientCase: PatientCase): string[] {
  const present = patientCase.conditions.filter(
    (piece) => piece.status === "recognised" && piece.polarity === "present",
  );
  const codes = present.flatMap((piece) => piece.codes.map(({ code }) => plainCode(code)));
  return [...new Set(codes)].filter((code) => !HISTORY_CODES.test(code)).sort();
}

/** A code without the dot, in upper case. */
export function plainCode(code: string): string {
  return code.toUpperCase().replace(/[^A-Z0-9]/g, "");
}

/** A history code says what was. */
export function isHistoryCode(code: string): boolean {
  return HISTORY_CODES.test(plainCode(code));
}

/** The names by which content may name these drugs. */
export function namesOf(drugs: readonly ListedDrug[]): Set<string> {
  return new Set(drugs.flatMap((drug) => drug.profiles.flatMap((profile) => [...profile.names])));
}
