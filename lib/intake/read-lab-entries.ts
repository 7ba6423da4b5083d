import { LabEntry, type UnreadEntry } from "@/lib/domain/case";
import type { LabPiece, ReadLabResult } from "@/lib/domain/lab";
import { PartialDate } from "@/lib/domain/vocabulary";
import { readLabs } from "@/lib/reading/labs/read-labs";

/** A result given as fields, written as a line that a person would write; the piece's text. */
function asLine(entry: LabEntry): string {
  return [entry.name ?? entry.loinc, String(entry.value), entry.unit ?? "", entry.date ?? ""]
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * The LOINC code of a lab that is named but not coded, by reading `name value unit` the way free text is read,
 * so that both ways in agree.
 */
function codeFromName(entry: LabEntry, asOf: string): ReadLabResult | null {
  if (entry.name === undefined) return null;
  const value = typeof entry.value === "number" ? String(entry.value) : "1";
  const read = readLabs(`${entry.name} ${value} ${entry.unit ?? ""}`.trim(), { asOf }).flatMap(
    (piece) => piece.results,
  );
  return read.length === 1 ? (read[0] ?? null) : null;
}

const COMPARED = /^\s*(<=|>=|<|>|≤|≥)\s*(-?\d+(?:[.,]\d+)?)\s*$/;
const NUMBER = /^\s*-?\d+(?:[.,]\d+)?\s*$/;

/** Splits a value given as words into comparator and number; words stay words. */
function readValue(value: number | string): Pick<ReadLabResult, "value" | "comparator"> {
  if (typeof value === "number") return { value, comparator: null };
  if (NUMBER.test(value)) return { value: Number(value.replace(",", ".")), comparator: null };
  const compared = COMPARED.exec(value);
  if (compared === null) return { value: value.trim(), comparator: null };
  const sign = compared[1]?.replace("≤", "<=").replace("≥", ">=");
  const comparator = sign === "<" || sign === ">" || sign === "<=" || sign === ">=" ? sign : null;
  return { value: Number((compared[2] ?? "").replace(",", ".")), comparator };
}

function toResult(entry: LabEntry, asOf: string, unread: UnreadEntry[], where: string): ReadLabResult | null {
  const named = codeFromName(entry, asOf);
  const loinc = entry.loinc ?? named?.loinc ?? null;
  if (loinc === null) return null;
  const date = PartialDate.nullable().safeParse(entry.date?.trim().replace(/^([^T]*)T.*$/, "$1") ?? null);
  if (!date.success)
    unread.push({ text: String(entry.date), where: `${where}.date`, status: "not understood", suggestions: [] });
  return {
    loinc,
    name: named?.name ?? entry.name ?? loinc,
    ...readValue(entry.value),
    unit: named?.unit ?? (entry.unit?.trim() || null),
    date: date.success ? date.data : null,
    flag: null,
    referenceLow: null,
    referenceHigh: null,
  };
}

/**
 * Reads results given as fields (`{name or loinc, value, unit?, date?}`) into pieces. An entry that is no result, or whose
 * name is not known, stays as a piece that was not recognised.
 */
export function readLabEntries(
  entries: readonly unknown[],
  asOf: string,
): { pieces: LabPiece[]; unread: UnreadEntry[] } {
  const pieces: LabPiece[] = [];
  const unread: UnreadEntry[] = [];
  let offset = 0;
  entries.forEach((raw, index) => {
    if (typeof raw === "string") {
      const read = readLabs(raw, { asOf });
      pieces.push(...read.map((piece) => ({ ...piece, start: piece.start + offset, end: piece.end + offset })));
      offset += raw.length + 1;
      return;
    }
    const parsed = LabEntry.safeParse(raw);
    const text = parsed.success ? asLine(parsed.data) : (JSON.stringify(raw) ?? String(raw));
    const result = parsed.success ? toResult(parsed.data, asOf, unread, `labs[${index}]`) : null;
    pieces.push({
      text,
      start: offset,
      end: offset + text.length,
      status: result === null ? "unrecognised" : "recognised",
      results: result === null ? [] : [result],
    });
    offset += text.length + 1;
  });
  return { pieces, unread };
}
