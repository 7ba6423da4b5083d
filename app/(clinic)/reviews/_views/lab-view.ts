import { displayDate } from "@/lib/domain/display-date";
import type { LabPiece, ReadLabResult } from "@/lib/domain/lab";
import type { Knowledge, LabTest } from "@/lib/knowledge/schema";
import type { LabView } from "./reading-view";

const COMPARATOR_WORDS = { "<": "below ", ">": "above ", "<=": "at most ", ">=": "at least " } as const;

/** A value with its unit, never parted by a line break: “2.4 mmol/L”, “below 0.5 mmol/L”. */
export function valueWords(result: Pick<ReadLabResult, "value" | "unit" | "comparator">): string {
  const comparator = result.comparator === null ? "" : COMPARATOR_WORDS[result.comparator];
  return `${comparator}${result.value}${result.unit === null ? "" : `\u00a0${result.unit}`}`;
}

/** What became of one stretch of the results box. */
export function labView(piece: LabPiece, knowledge: Pick<Knowledge, "labs">): LabView {
  const slip = piece.results.map((result) => slipOf(piece, result, knowledge)).find((one) => one !== null) ?? null;
  const unitMissing = piece.results.some((result) => result.unit === null && typeof result.value === "number");
  const state = piece.status === "recognised" ? (slip === null && !unitMissing ? "understood" : "needs-you") : piece.status === "confirm" ? "needs-you" : piece.status === "not-lab" ? "not-current" : "not-recognised";
  return { id: `${piece.start}:${piece.text}`, start: piece.start, end: piece.end, text: piece.text, state, reading: readingOf(piece), slip };
}

function readingOf(piece: LabPiece): string {
  if (piece.status === "not-lab") return `“${piece.text.trim()}” is not a result`;
  if (piece.results.length === 0) return `“${piece.text.trim()}” is not a result we know`;
  return piece.results.map((result) => {
    const unit = result.unit === null && typeof result.value === "number" ? " (unit not given; not judged where two units are plausible)" : "";
    return `${result.name} ${valueWords(result)}${unit} · ${result.date === null ? "date not given" : displayDate(result.date)}`;
  }).join("; ");
}

/** A number that cannot be measured in life, with the number that a missing decimal point would make. */
function slipOf(piece: LabPiece, result: ReadLabResult, knowledge: Pick<Knowledge, "labs">): LabView["slip"] {
  const test = knowledge.labs.find((lab) => lab.loinc.some((code) => code.code === result.loinc));
  if (!test?.plausible || typeof result.value !== "number" || outside(result.value, result.unit, test) === false) return null;
  const tenth = Number((result.value / 10).toPrecision(12));
  const instead = outside(tenth, result.unit, test) === false && piece.text.includes(String(result.value)) ? String(tenth) : null;
  const meant = instead === null ? "" : ` Did you mean ${instead}?`;
  return { message: `${result.name} ${valueWords(result)} is outside what can be measured in life.${meant}`, instead };
}

/** Null where the unit is not known, so that nothing is questioned on a guess. */
function outside(value: number, unit: string | null, test: LabTest): boolean | null {
  const factor = test.units.find((one) => one.unit.toLowerCase() === unit?.toLowerCase())?.toFirst;
  if (factor === undefined || test.plausible === null) return null;
  const converted = value * factor;
  return converted < test.plausible.low || converted > test.plausible.high;
}
