import { displayDate } from "@/lib/domain/display-date";
import type { LabPiece, ReadLabResult } from "@/lib/domain/lab";
import type { Knowledge, LabTest } from "@/lib/knowledge/schema";
import { onlyPlausibleUnit } from "@/lib/review/facts/results/units";
import { labQuestion } from "@/app/_view-models/entry/lab-question";
import type { LabView } from "@/app/_view-models/entry/reading-view";

const COMPARATOR_WORDS = { "<": "below ", ">": "above ", "<=": "at most ", ">=": "at least " } as const;

/** A value with its unit, never parted by a line break: “2.4 mmol/L”, “below 0.5 mmol/L”. */
export function formatValue(result: Pick<ReadLabResult, "value" | "unit" | "comparator">): string {
  const comparator = result.comparator === null ? "" : COMPARATOR_WORDS[result.comparator];
  return `${comparator}${result.value}${result.unit === null ? "" : `\u00a0${result.unit}`}`;
}

/** What became of one stretch of the results box. */
export function labView(piece: LabPiece, knowledge: Pick<Knowledge, "labs">): LabView {
  const testOf = (result: ReadLabResult) =>
    knowledge.labs.find((lab) => lab.loinc.some((code) => code.code === result.loinc)) ?? null;
  const question = labQuestion(piece, testOf);
  return {
    id: `${piece.start}:${piece.text}`,
    start: piece.start,
    end: piece.end,
    text: piece.text,
    state: stateOf(piece, question !== null),
    reading: readingOf(piece, testOf),
    question,
  };
}

function stateOf({ status }: LabPiece, asks: boolean): LabView["state"] {
  if (status === "not-lab") return "not-current";
  if (status === "unrecognised") return "not-recognised";
  return status === "confirm" || asks ? "needs-you" : "understood";
}

function readingOf(piece: LabPiece, testOf: (result: ReadLabResult) => LabTest | null): string {
  if (piece.status === "not-lab") return `“${piece.text.trim()}” is not a result`;
  if (piece.results.length === 0) return `“${piece.text.trim()}” is not a result we know`;
  return piece.results
    .map((result) => {
      return `${result.name} ${formatValue(result)}${formatUnit(result, testOf(result))} · ${result.date === null ? "date not given" : displayDate(result.date)}`;
    })
    .join("; ");
}

/** What is taken for a number without a unit: the only one that makes it possible, or that none is. */
function formatUnit({ unit, value }: ReadLabResult, test: LabTest | null): string {
  if (unit !== null || typeof value !== "number") return "";
  const only = test === null ? null : onlyPlausibleUnit(test, value);
  return only === null ? " (unit not given, not judged)" : ` (read as ${only}, the only unit that fits)`;
}
