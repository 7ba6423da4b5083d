import type { PartialDate } from "@/lib/domain/vocabulary";
import type { DateFinder } from "@/lib/reading/labs/values/read-series";
import { findAnalytes } from "@/lib/reading/labs/find-analytes";
import { type LabUnit } from "@/lib/reading/labs/lab-vocabulary";
import { readUnit } from "@/lib/reading/labs/values/read-unit";
import { cellsOf, type Cell, type Delimiter, delimiterOf } from "./cells";

/** What a column of results holds, told by its head. */
export type Column =
  | { kind: "test" | "unit" | "range" | "low" | "high" | "flag" | "date" | "other" }
  | { kind: "value"; date: PartialDate | null; time: "past" | "now" | null }
  | { kind: "analyte"; name: string; unit: LabUnit | null };

/** The head of a table of results. `byRow`: each line is a test; otherwise each column is one. */
export interface TableHead {
  delimiter: Delimiter;
  columns: Column[];
  byRow: boolean;
}

const HEADS: readonly { pattern: RegExp; column: Column }[] = [
  {
    pattern:
      /^(?:tests?|analytes?|components?|names?|investigations?|lab(?:s|oratory)?(?: tests?)?|parameters?|bloods?|assay|panel|item|test name|result name|description)$/i,
    column: { kind: "test" },
  },
  { pattern: /^(?:units?|uom|unit of measure)$/i, column: { kind: "unit" } },
  {
    pattern:
      /^(?:ref(?:erence)?\.?(?: (?:range|interval|values?))?|normal(?: range| values?)?|range|interval|normals|ref\.? ?rng|limits)$/i,
    column: { kind: "range" },
  },
  { pattern: /^low(?:er)?(?: limit)?$/i, column: { kind: "low" } },
  { pattern: /^(?:high|upper)(?: limit)?$/i, column: { kind: "high" } },
  { pattern: /^(?:flags?|abn(?:ormal)?(?: flag)?|h\/l|status|interpretation)$/i, column: { kind: "flag" } },
  {
    pattern:
      /^(?:date|collected|collection date|date taken|taken|sample date|drawn|date\/time|when|reported|specimen date)$/i,
    column: { kind: "date" },
  },
  {
    pattern:
      /^(?:previous(?: results?| value)?|prev\.?|prior(?: results?| value)?|last|baseline|old(?: result)?|earlier|before)$/i,
    column: { kind: "value", date: null, time: "past" },
  },
  {
    pattern: /^(?:current(?: results?| value)?|latest|now|today|new(?: result)?|most recent|this visit)$/i,
    column: { kind: "value", date: null, time: "now" },
  },
  {
    pattern: /^(?:results?|values?|reading|level|observed|outcome|finding)$/i,
    column: { kind: "value", date: null, time: null },
  },
];

const SHORT_DATE = /^\d{1,2}\/\d{1,2}$/;

/** "Previous (02 Jun 2026)", "Result 12/11/26". */
function datedHead(bare: string, findDate: DateFinder): Column | null {
  const mention = findDate(bare);
  if (mention === null) return null;
  const word = bare.slice(0, mention.start).replace(/(?<![\s(:,–-])[\s(:,–-]+$/, "");
  const known = HEADS.find(({ pattern }) => pattern.test(word))?.column;
  return known?.kind === "value" ? { ...known, date: mention.date } : null;
}

function columnOf(text: string, findDate: DateFinder): Column | null {
  const bare = text.replace(/^[\s*_#:]+|(?<![\s*_#:])[\s*_#:]+$/g, "");
  const known = HEADS.find(({ pattern }) => pattern.test(bare));
  if (known !== undefined) return known.column;
  const dated = datedHead(bare, findDate);
  if (dated !== null) return dated;
  const mention = findDate(SHORT_DATE.test(bare) ? `(${bare})` : bare);
  if (mention !== null && bare.length <= mention.end - mention.start + 14)
    return { kind: "value", date: mention.date, time: null };
  const [analyte, second] = findAnalytes(bare);
  if (analyte === undefined || second !== undefined || analyte.start > 2) return null;
  const rest = bare
    .slice(analyte.end)
    .replace(/^[\s,(:[]+/, "")
    .replace(/(?<![)\]\s])[)\]\s]+$/, "");
  const unit = readUnit(rest);
  if (rest !== "" && (unit === null || unit.end !== rest.length)) return null;
  return { kind: "analyte", name: bare.slice(analyte.start, analyte.end), unit: unit?.unit ?? null };
}

function columnsOf(cells: readonly Cell[], findDate: DateFinder): Column[] | null {
  const columns: Column[] = [];
  for (const [index, cell] of cells.entries()) {
    const column = columnOf(cell.text, findDate);
    if (column === null && cell.text !== "" && index > 0 && cells.length < 3) return null;
    columns.push(column ?? { kind: index === 0 && cell.text === "" ? "test" : "other" });
  }
  return columns;
}

const count = (columns: readonly Column[], kind: Column["kind"]): number =>
  columns.filter((column) => column.kind === kind).length;

/**
 * The head of a table in a line that holds no value of its own: column names, dates side by side, or names of tests side by
 * side. Null where the line is none.
 */
export function readTableHead(line: string, findDate: DateFinder): TableHead | null {
  if (line.length > 600) return null;
  const shown = delimiterOf(line);
  const tried: Delimiter[] = shown === null ? [...(line.includes(",") ? (["comma"] as const) : []), "blank"] : [shown];
  for (const delimiter of tried) {
    const columns = columnsOf(cellsOf(line, delimiter), findDate);
    if (columns === null) continue;
    const unknown = count(columns, "other");
    const values = count(columns, "value");
    const analytes = count(columns, "analyte");
    const named = columns.length - unknown;
    if (analytes >= 2 && values === 0 && unknown === 0) return { delimiter, columns, byRow: false };
    if (analytes > 0 || values === 0 || unknown > named) continue;
    const dated = columns.filter((column) => column.kind === "value" && column.date !== null).length;
    const isHead = count(columns, "test") > 0 ? named >= 2 : dated >= 2 && named === columns.length;
    if (!isHead || (unknown > 0 && (delimiter === "blank" || delimiter === "comma"))) continue;
    return { delimiter, columns: withTestColumn(columns), byRow: true };
  }
  return null;
}

/** Dates alone in a head stand over the values; the tests' names then stand before them without a head. */
function withTestColumn(columns: Column[]): Column[] {
  if (columns.some(({ kind }) => kind === "test")) return columns;
  // "Date | 1 Nov | 15 Nov": the word names the row of dates and stands over the tests' names.
  const [first, ...rest] = columns;
  const overDates = first?.kind === "date" && rest.some((column) => column.kind === "value" && column.date !== null);
  return overDates ? [{ kind: "test" }, ...rest] : [{ kind: "test" }, ...columns];
}
