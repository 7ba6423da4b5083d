import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";

/** A row of a source table by column name. A column that the line does not reach is empty. */
export type Row = Readonly<Record<string, string>>;

/** Reads one of the source tables (tab separated, header line, no quoting), packed or not. */
export function readSource(folder: string, name: string): Row[] {
  const bytes = readFileSync(path.join(folder, name));
  const text = (name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  const [header = "", ...lines] = text.split("\n").filter((line) => line !== "");
  const columns = header.split("\t");
  return lines.map((line) => {
    const cells = line.split("\t");
    return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ""]));
  });
}

/** A column of a row; a missing column is a fault of the source and stops the build. */
export function cell(row: Row, column: string): string {
  const value = row[column];
  if (value === undefined) throw new Error(`The source table has no column "${column}".`);
  return value;
}

/** The members of a `|` list. */
export function members(list: string): string[] {
  return list.split("|").filter((member) => member !== "");
}
