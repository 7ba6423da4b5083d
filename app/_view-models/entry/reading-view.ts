import type { ReadingState } from "@/app/_components/reading-mark";
import type { RichText } from "@/app/_view-models/rich-text";
import type { Resolution } from "@/lib/domain/medication";

/** One answer to a question about a line; numbered 1 to 5 on the page. `confirm`: the second step of a look-alike. */
export type ChoiceView = { label: RichText; resolution: Resolution; confirm: RichText | null };

/** Something about a line that only the clinician can say. */
export type QuestionView = {
  id: string;
  prompt: RichText;
  choices: ChoiceView[];
  /** The name itself is in question: it can be searched for, or kept as written. */
  aboutName: boolean;
};

/** What became of one stretch of the pasted list. `line` counts from 0. */
export type PieceView = {
  id: string;
  line: number;
  /** As typed, without the spaces around it. */
  text: string;
  /** As it stands in the list, spaces and all: answers find the piece again by it. */
  key: string;
  state: ReadingState;
  reading: RichText;
  questions: QuestionView[];
  /** How many drugs it was read as; a line of several is corrected in its text. */
  drugs: number;
  /** What the clinician said about it before, and can undo. */
  settled: string | null;
};

export type ReadingCounts = {
  pieces: number;
  understood: number;
  needYou: number;
  notRecognised: number;
  notCurrent: number;
  notMedication: number;
};

export type ConditionView = { text: string; state: ReadingState; reading: string };

/**
 * Something about a result that only the clinician can say. `instead`: the stretch of text that a choice makes of it; `keep`:
 * the words for leaving it as it is.
 */
export type LabQuestion = {
  kind: "number" | "value" | "unit";
  message: string;
  choices: { label: string; instead: string }[];
  keep: string;
};

export type LabView = {
  id: string;
  start: number;
  end: number;
  text: string;
  state: ReadingState;
  reading: string;
  question: LabQuestion | null;
};

/** What was understood of the patient's words. `says`: the answer that the words give to the question of this id. */
export type SymptomChip = { key: string; id: string | null; words: string; says: "yes" | "no" | null };

/** A field of the context that was not understood, in words for beside the field. */
export type FieldProblem = { field: string; message: string };

/** The whole entry as it was read; the browser draws this and knows no drug by itself. */
export type ReadingView = {
  pieces: PieceView[];
  counts: ReadingCounts;
  /** No drug in a text that has lines. */
  noMedication: boolean;
  conditions: ConditionView[];
  labs: LabView[];
  symptoms: SymptomChip[];
  problems: FieldProblem[];
};
