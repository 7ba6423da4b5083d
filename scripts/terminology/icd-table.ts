import { cell, type Row } from "./source-tables";

/** ICD-10-CM in code order: code, display, billable (1 or 0). */
export function icdRows(rows: readonly Row[]): string[] {
  const sorted = [...rows].sort((a, b) => (cell(a, "code") < cell(b, "code") ? -1 : 1));
  return sorted.map((row) => [cell(row, "code"), cell(row, "description"), cell(row, "billable")].join("\t"));
}
