import { readFileSync } from "node:fs";
import path from "node:path";

/** A table beside this script: tab-separated, first line the names of the columns. */
export function readRows<Column extends string>(file: string, columns: readonly Column[]): Record<Column, string>[] {
  const [header = "", ...lines] = readFileSync(path.join(import.meta.dirname, file), "utf8")
    .split("\n")
    .filter(Boolean);
  const names = header.split("\t");
  const places = columns.map((column) => {
    const place = names.indexOf(column);
    if (place < 0) throw new Error(`${file} has no column ${column}`);
    return [column, place] as const;
  });
  return lines.map((line) => {
    const cells = line.split("\t");
    const row: Partial<Record<Column, string>> = {};
    for (const [column, place] of places) row[column] = cells[place] ?? "";
    return row as Record<Column, string>;
  });
}

/** Rows of the evidence dossier that the content was written from: table, id, and whether the row was marked as verified. */
export const dossierRows = () => readRows("dossier-rows.tsv", ["table", "id", "verified"]);
/** Rows that were left out on purpose, with the reason. */
export const leftOutRows = () => readRows("left-out.tsv", ["table", "id", "why"]);
/** Claims of the five founding articles: taken up by these ids, or rejected with a reason. */
export const claimRows = () => readRows("claims.tsv", ["article", "kind", "claim", "ids", "rejected"]);
