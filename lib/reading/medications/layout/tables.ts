import type { Span } from "@/lib/reading/medications/text/list-parts";
import type { Token } from "@/lib/reading/medications/text/tokens";
import { COLUMN_HEADS, type ColumnKind } from "@/lib/reading/medications/vocabulary/column-heads";
import { cellsOf, delimiterOf, type Cell, type Delimiter } from "./cells";
import { recordsIn } from "./records";
import { factsOf, hasName, type RowFacts } from "./row-facts";

export type Layout = {
  rows: readonly RowFacts[];
  /** Lines that head a table, by their first token: they head no section. */
  heads: ReadonlySet<number>;
  /** Fields of records, by the token of their key: no section either. */
  fields: ReadonlySet<number>;
};

/** Finds tables by their heads, records of keys and values, and a status on the line below its drug. */
export function readLayout(
  text: string,
  tokens: readonly Token[],
  lines: readonly Span[],
  isName: (at: number) => boolean,
): Layout {
  const rows: RowFacts[] = [];
  const heads = new Set<number>();
  let table: Table | null = null;
  for (const line of lines) {
    const head = headOf(text, tokens, line, isName);
    if (head !== null) {
      heads.add(line.from);
      table = head;
    } else if (table !== null) {
      if (!isRowOf(text, tokens, line, table)) {
        if (hasName(line, isName)) table = null;
        continue;
      }
      if (isRule(tokens, line)) continue;
      rows.push(rowFacts(tokens, line, table, cellsOf(text, tokens, line, table.delimiter)));
    }
  }
  if (rows.length > 0) return { rows, heads, fields: new Set() };
  const records = recordsIn(tokens, lines, isName);
  for (const line of records.statusLines) heads.add(line);
  return { rows: records.rows, heads, fields: records.fields };
}

/** The row that a token stands in. */
export function rowAt(rows: readonly RowFacts[], at: number): RowFacts | null {
  let [low, high] = [0, rows.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row === undefined) return null;
    if (at < row.from) high = middle - 1;
    else if (at >= row.to) low = middle + 1;
    else return row;
  }
  return null;
}

type Column = { kind: ColumnKind; column: number; words: string };
type Table = { delimiter: Delimiter; columns: readonly Column[] };

/** Commas are those of a table only below a head of commas. */
function isRowOf(text: string, tokens: readonly Token[], line: Span, { delimiter }: Table): boolean {
  if (delimiter !== ",") return delimiterOf(text, tokens, line) === delimiter;
  for (let at = line.from; at < line.to; at += 1) if (tokens[at]?.text === ",") return true;
  return false;
}

/** A line of nothing but known heads, at least two of which are different columns, one of them for more than name and dose. */
function headOf(text: string, tokens: readonly Token[], line: Span, isName: (at: number) => boolean): Table | null {
  for (let at = line.from; at < line.to; at += 1) if (isName(at) || tokens[at]?.kind === "number") return null;
  const delimiter = delimiterOf(text, tokens, line) ?? ",";
  const columns: Column[] = [];
  for (const cell of cellsOf(text, tokens, line, delimiter)) {
    if (cell.from >= cell.to) continue;
    const kind = headKind(tokens, cell);
    if (kind === null) return null;
    columns.push({
      kind,
      column: cell.column,
      words: tokens
        .slice(cell.from, cell.to)
        .map((token) => token.text)
        .join(" "),
    });
  }
  const kinds = new Set(columns.map(({ kind }) => kind));
  return kinds.size >= 2 && (kinds.has("name") || kinds.size >= 3) ? { delimiter, columns } : null;
}

function headKind(tokens: readonly Token[], cell: Span): ColumnKind | null {
  const phrase = COLUMN_HEADS.at(tokens, cell.from, cell.to);
  if (phrase === null) return null;
  // "Taking (Y/N)": what stands in brackets says how the column is filled in.
  let depth = 0;
  for (let at = cell.from + phrase.length; at < cell.to; at += 1) {
    const token = tokens[at];
    if (token?.text === "(") depth += 1;
    if (token?.text === ")") depth -= 1;
    if (depth === 0 && token?.kind !== "mark") return null;
  }
  return phrase.value;
}

function isRule(tokens: readonly Token[], line: Span): boolean {
  for (let at = line.from; at < line.to; at += 1) if (!"-|=+:_".includes(tokens[at]?.text ?? "")) return false;
  return true;
}

function rowFacts(tokens: readonly Token[], line: Span, table: Table, cells: readonly Cell[]): RowFacts {
  const fields: { kind: ColumnKind; words: string; cell: Span }[] = [];
  for (const cell of cells) {
    const column = columnOf(table, cell);
    if (column !== null && cell.from < cell.to) fields.push({ kind: column.kind, words: column.words, cell });
  }
  return factsOf(tokens, line, fields);
}

/** By number, or with aligned blanks the column whose head begins nearest to where the cell does. */
function columnOf({ delimiter, columns }: Table, cell: Cell): Column | null {
  if (delimiter !== "blanks") return columns.find(({ column }) => column === cell.column) ?? null;
  let best: Column | null = null;
  for (const column of columns)
    if (best === null || Math.abs(column.column - cell.column) < Math.abs(best.column - cell.column)) best = column;
  return best;
}
