import type { PartialDate } from "@/lib/domain/vocabulary";
import { type AnalyteMention, findAnalytes } from "@/lib/reading/labs/find-analytes";
import { type Analyte, type LabUnit } from "@/lib/reading/labs/lab-vocabulary";
import { readRangeAndFlag } from "@/lib/reading/labs/values/read-range";
import type { DateFinder, SeriesValue } from "@/lib/reading/labs/values/read-series";
import { readUnit } from "@/lib/reading/labs/values/read-unit";
import { readValue } from "@/lib/reading/labs/values/read-value";
import { type Cell, cellsOf } from "./cells";
import type { Column, TableHead } from "./table-head";

/** A value of a row with the test it belongs to. */
export interface RowValue extends SeriesValue {
  analyte: Analyte;
}

/** What a row of a table gives; `unplaced` holds numbers that stand under no column. */
export interface TableRow {
  current: RowValue[];
  earlier: RowValue[];
  unplaced: string[];
}

const EMPTY = /^(?:[-–—.]+|n\/?a|nil|nd|not done|pending|awaited)?$/i;

function valueOf(text: string, analyte: Analyte, unit: LabUnit | null): Omit<RowValue, "date" | "time"> | null {
  const read = readValue(text, analyte.runsToThousands);
  if (read === null || read.start > 3) return null;
  const beside = readRangeAndFlag(text.slice(read.end));
  const { value, comparator, doubtful } = read;
  return {
    analyte,
    value,
    comparator,
    doubtful,
    unit: read.unit ?? unit,
    low: beside.low,
    high: beside.high,
    flag: beside.flag,
  };
}

/** The cells of a row under its head. A test's name may be of several words where blanks part the columns. */
function rowCells(line: string, head: TableHead, mention: AnalyteMention | null): Cell[] {
  if (head.delimiter !== "blank" && head.delimiter !== "blanks") return cellsOf(line, head.delimiter);
  if (mention === null) return cellsOf(line, head.delimiter);
  const rest = line.slice(mention.end).replace(/^[+\-–:\s]+/, (lead) => " ".repeat(lead.length));
  const cells = cellsOf(rest.trim(), head.delimiter === "blanks" && /\s{2,}/.test(rest.trim()) ? "blanks" : "blank");
  return [{ text: line.slice(0, mention.end), start: 0, end: mention.end }, ...cells];
}

const pick = (columns: readonly Column[], cells: readonly Cell[], kind: Column["kind"]): string =>
  cells[columns.findIndex((column) => column.kind === kind)]?.text ?? "";

/** A cell that is a unit and nothing else, where no column is named so. */
function unitCell(cells: readonly Cell[]): LabUnit | null {
  for (const { text } of cells) {
    const unit = /^\d/.test(text) ? null : readUnit(text);
    if (unit !== null && unit.end === text.length) return unit.unit;
  }
  return null;
}

/** Reads a line under a head whose rows are tests. Null where the line names no test. */
export function readRow(line: string, head: TableHead, findDate: DateFinder): TableRow | null {
  const { columns } = head;
  const testAt = columns.findIndex(({ kind }) => kind === "test");
  const [first] = findAnalytes(line);
  const cells = rowCells(line, head, first ?? null);
  const name = cells[testAt]?.text ?? "";
  const [mention, second] = findAnalytes(name);
  if (mention === undefined || second !== undefined) return null;
  const { analyte } = mention;
  const written = readUnit(name.slice(mention.end).replace(/^[\s,(:[]+/, ""))?.unit ?? null;
  const unit = readUnit(pick(columns, cells, "unit"))?.unit ?? written ?? unitCell(cells.slice(testAt + 1));
  const range = readRangeAndFlag(` (${pick(columns, cells, "range").replace(/^[([]|[)\]]$/g, "")})`);
  const flag = pick(columns, cells, "flag");
  const date = findDate(pick(columns, cells, "date"))?.date ?? null;
  const row: TableRow = {
    current: [],
    earlier: [],
    unplaced: cells
      .slice(columns.length)
      .map(({ text }) => text)
      .filter((text) => /\d/.test(text)),
  };
  columns.forEach((column, index) => {
    const text = cells[index]?.text ?? "";
    if (column.kind !== "value" || EMPTY.test(text)) return;
    const read = valueOf(text, analyte, unit);
    if (read === null) {
      if (/\d/.test(text)) row.unplaced.push(text);
      return;
    }
    const value: RowValue = {
      ...read,
      low: read.low ?? range.low,
      high: read.high ?? range.high,
      flag: read.flag ?? (flag === "" ? null : flag),
      date: column.date ?? date,
      time: column.time,
    };
    (column.time === "past" && value.date === null ? row.earlier : row.current).push(value);
  });
  if (row.current.length === 0 && row.earlier.length === 0) return null;
  if (row.current.length > 1 && row.current.some(({ date: at }) => at === null)) return onlyNow(row);
  return row;
}

/** Of undated values the one whose column says that it is the present one counts. */
function onlyNow(row: TableRow): TableRow {
  const now = row.current.find(({ time }) => time === "now") ?? row.current.at(-1);
  const others = row.current.filter((value) => value !== now);
  return { ...row, current: now === undefined ? [] : [now], earlier: [...others, ...row.earlier] };
}

/** Reads a line under a head whose columns are tests. Null where its cells do not fit the head. */
export function readColumns(line: string, head: TableHead, findDate: DateFinder): TableRow | null {
  const cells = cellsOf(line, head.delimiter);
  const dated: PartialDate | null = findDate(cells[0]?.text ?? "")?.date ?? null;
  const lacksDate = cells.length === head.columns.length + 1 && dated !== null;
  const shift = lacksDate ? 1 : 0;
  if (cells.length - shift > head.columns.length || cells.length - shift < 2) return null;
  const date = dated ?? findDate(pick(head.columns, cells, "date"))?.date ?? null;
  const row: TableRow = { current: [], earlier: [], unplaced: [] };
  for (const [index, column] of head.columns.entries()) {
    const text = cells[index + shift]?.text ?? "";
    if (column.kind !== "analyte" || EMPTY.test(text)) continue;
    const [mention] = findAnalytes(column.name);
    const read = mention === undefined ? null : valueOf(text, mention.analyte, column.unit);
    if (read !== null) row.current.push({ ...read, date, time: null });
    else if (/\d/.test(text)) row.unplaced.push(text);
  }
  return row.current.length === 0 ? null : row;
}
