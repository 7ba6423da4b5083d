import type { ReadingState } from "@/app/_components/reading-mark";
import type { RichText } from "@/app/_view-models/rich-text";
import type { CaseInput, PatientCase } from "@/lib/domain/case";
import type { ConditionPiece } from "@/lib/domain/condition";
import type { MedicationPiece, Resolution } from "@/lib/domain/medication";
import { listText } from "@/lib/intake/read-case";
import type { Knowledge } from "@/lib/knowledge/schema";
import { isNotCurrent } from "@/lib/report/model/reading-summary";
import { labView } from "@/app/_view-models/review/lab-view";
import { formatMedication } from "@/app/_view-models/review/medication-words";
import { symptomChips } from "./symptom-chips";
import { questionsOf } from "./question-view";
import { readingCounts } from "./reading-counts";
import type { ConditionView, FieldProblem, PieceView, ReadingView } from "./reading-view";

/** What the page shows beside the entry: every piece with its state, its reading and what has to be asked. */
export function readingViewOf(input: CaseInput, patientCase: PatientCase, knowledge: Knowledge): ReadingView {
  const lineAt = lineFinder(listText(input.medications));
  const resolutions = input.resolutions ?? [];
  const seen = new Map<string, number>();
  const pieces = patientCase.medications.map((piece) =>
    pieceView(piece, { id: steadyId(piece.text, seen), line: lineAt(piece) }, resolutions, knowledge),
  );
  const notMedication = patientCase.medications.filter((piece) => piece.status === "not-medication").length;
  const found = patientCase.medications.some((piece) => piece.status === "recognised" || piece.status === "confirm");
  return {
    pieces,
    counts: readingCounts(pieces, notMedication),
    noMedication: pieces.length > 0 && !found,
    conditions: conditionViews(input.conditions ?? [], patientCase.conditions),
    labs: patientCase.labs.map((piece) => labView(piece, knowledge)),
    symptoms: symptomChips(patientCase.context.symptomText, knowledge),
    // The browser tells the lines of the medication list beyond the limit itself, as they are typed.
    problems: patientCase.unread
      .filter(({ where }) => where !== "medications" || input.medicationsBeyondLimit === undefined)
      .flatMap(fieldProblem),
  };
}

/** A line keeps its id while others come and go around it: its text, and which of several with that text it is. */
function steadyId(text: string, seen: Map<string, number>): string {
  const before = seen.get(text) ?? 0;
  seen.set(text, before + 1);
  return before === 0 ? text : `${text}#${before}`;
}

function pieceView(
  piece: MedicationPiece,
  place: Pick<PieceView, "id" | "line">,
  resolutions: readonly Resolution[],
  knowledge: Knowledge,
): PieceView {
  const own = resolutions.filter((resolution) => resolution.text === piece.text);
  const kept = own.some((resolution) => resolution.kind === "keep-unread");
  const questions = kept ? [] : questionsOf(piece, knowledge);
  return {
    ...place,
    text: piece.text.trim(),
    key: piece.text,
    state: stateOf(piece, questions.length > 0),
    reading: readingOf(piece),
    questions,
    drugs: piece.medications.length,
    settled: describeSettled(piece, own),
  };
}

/** Finds the line, from 0, on which the first visible character of a piece stands; pieces come in their order. */
function lineFinder(text: string): (piece: MedicationPiece) => number {
  let line = 0;
  let next = text.indexOf("\n");
  return (piece) => {
    const at = piece.start + piece.text.length - piece.text.trimStart().length;
    while (next !== -1 && next < at) {
      line += 1;
      next = text.indexOf("\n", next + 1);
    }
    return line;
  };
}

function stateOf(piece: MedicationPiece, asks: boolean): ReadingState {
  if (piece.status === "unrecognised") return "not-recognised";
  if (piece.status === "confirm") return asks ? "needs-you" : "not-recognised";
  if (piece.status === "not-medication" || isNotCurrent(piece)) return "not-current";
  return asks ? "needs-you" : "understood";
}

function readingOf(piece: MedicationPiece): RichText {
  if (piece.status === "not-medication") return [`“${piece.text.trim()}” is not a medication`];
  if (piece.status !== "recognised") return [`“${piece.text.trim()}” was not read`];
  return piece.medications.flatMap((medication, index) =>
    index === 0 ? formatMedication(medication) : ["; ", ...formatMedication(medication)],
  );
}

function describeSettled(piece: MedicationPiece, own: readonly Resolution[]): string | null {
  const name = own.find((resolution) => resolution.kind === "name");
  if (name !== undefined) return `corrected from “${piece.text.trim()}” by you`;
  if (own.some((resolution) => resolution.kind === "keep-unread")) return "kept as written, unread";
  if (own.some((resolution) => resolution.kind === "not-medication")) return "not a medication, said by you";
  if (own.length > 0 && own.every((resolution) => resolution.kind === "doubt" && resolution.choice === null))
    return "left open by you";
  return own.length > 0 ? "answered by you" : null;
}

/** One entry may hold several pieces; they are found again by their offsets in the joined list. */
function conditionViews(conditions: readonly string[], pieces: readonly ConditionPiece[]): ConditionView[] {
  let from = 0;
  return conditions.map((text) => {
    const to = from + text.length + 1;
    const own = pieces.filter((piece) => piece.start >= from && piece.start < to && piece.status !== "not-condition");
    from = to;
    return { text, ...conditionReading(own) };
  });
}

const POLARITY_WORDS = {
  present: "",
  negated: "not present",
  family: "in the family",
  past: "in the past",
  uncertain: "uncertain",
} as const;

function conditionReading(pieces: readonly ConditionPiece[]): { state: ReadingState; reading: string } {
  if (pieces.length === 0 || pieces.every((piece) => piece.codes.length === 0))
    return { state: "not-recognised", reading: "not recognised, kept as written" };
  const reading = pieces
    .map((piece) => {
      const codes =
        piece.codes.map((code) => `${code.display} ${code.code}`).join(", ") || `“${piece.text.trim()}” not recognised`;
      const polarity = POLARITY_WORDS[piece.polarity];
      return polarity === "" ? codes : `${codes} (${polarity})`;
    })
    .join("; ");
  const unread = pieces.some((piece) => piece.status === "unrecognised" || piece.status === "confirm");
  return { state: unread ? "needs-you" : "understood", reading };
}

/** `context.birthYear` → the field `birthYear` with words for beside it. */
function fieldProblem(entry: PatientCase["unread"][number]): FieldProblem[] {
  if (entry.status.startsWith("not read: beyond"))
    return [{ field: entry.where, message: `“${entry.text}” is ${entry.status}. It is kept.` }];
  if (!entry.where.startsWith("context.")) return [];
  const field = entry.where.replace(/^context\.(cramps\.|symptoms\.)?/, "");
  const message =
    entry.status === "not understood"
      ? `“${entry.text}” was not understood. It is kept and not used.`
      : `“${entry.text}” is ${entry.status}. It is kept and not used.`;
  return [{ field, message }];
}
