import type { LabPiece } from "@/lib/domain/lab";
import type { Jurisdiction, PartialDate } from "@/lib/domain/vocabulary";
import { findDate, settledDayFirst } from "@/lib/reading/dates/lab-dates";
import { findAnalytes } from "./find-analytes";
import { isHeading, isReferenceLine } from "./heading";
import { type FieldGroup, readFieldGroups } from "./layout/field-lines";
import { readTableHead, type TableHead } from "./layout/table-head";
import { readColumns, readRow, type TableRow } from "./layout/table-row";
import { type ReadLine, readLine, type TextHabits } from "./read-line";
import { toResult, type UnitSystem } from "./to-result";
import { unitSystemOf } from "./unit-system";
import type { DateFinder } from "./values/read-series";

export interface ReadLabsOptions {
  /** The day of the review (ISO date): a date without a year is the last such day before it. */
  asOf: string;
  /** Where the text itself does not settle it, `12/02/25` is read the way of this country; default US. */
  jurisdiction?: Jurisdiction;
}

/** British habits in the text: dates are day first. */
const DAY_FIRST =
  /\bU\s*(?:&|\+|and)\s*Es?\b|\bFBC\b|\bLFTs?\b|\bhaem|\bcalcium adj|\badj(?:usted)? ca|\bmicromol|\b[µμu]mol\/l|\bbone profile\b/i;

function isDayFirst(text: string, jurisdiction: Jurisdiction): boolean {
  const start = text.slice(0, 20_000);
  return settledDayFirst(start) ?? (jurisdiction === "UK" || DAY_FIRST.test(start));
}

function ofRow(row: TableRow, standing: PartialDate | null, units: UnitSystem | null): ReadLine {
  return {
    results: row.current.map((value) => toResult(value.analyte, { ...value, date: value.date ?? standing }, units)),
    history: row.earlier.map((value) => toResult(value.analyte, value, units)),
    leftover: row.unplaced,
    doubtful: row.current.some(({ doubtful }) => doubtful),
    date: null,
  };
}

/** The piece of a line; what it does not have is left out, so that a stored case reads as it was written. */
function pieceOf(text: string, start: number, read: ReadLine, status: LabPiece["status"]): LabPiece {
  return {
    text,
    start,
    end: start + text.length,
    status,
    results: read.results,
    ...(read.history.length > 0 ? { history: read.history } : {}),
    ...(read.leftover.length > 0 ? { leftover: read.leftover } : {}),
  };
}

function statusOf(line: string, read: ReadLine, isHead: boolean): LabPiece["status"] {
  if (read.results.length > 0) return read.doubtful ? "confirm" : "recognised";
  return isHead || isHeading(line) ? "not-lab" : "unrecognised";
}

/** Goes through the lines in order and knows the head and the date that stand above them. */
class LineReader {
  private head: TableHead | null = null;
  private standing: PartialDate | null = null;

  constructor(private readonly habits: TextHabits) {}

  /** Reads one line. `isHead`: it names columns and holds no result. */
  read(line: string): { read: ReadLine; isHead: boolean } {
    const head = readTableHead(line, this.habits.findDate);
    if (head !== null) {
      this.head = head;
      return { read: { results: [], history: [], leftover: [], doubtful: false, date: null }, isHead: true };
    }
    if (/^[\s|:+=_-]+$/.test(line) || isReferenceLine(line))
      return { read: { results: [], history: [], leftover: [], doubtful: false, date: null }, isHead: true };
    const row = this.head === null ? null : this.row(line, this.head);
    if (row !== null) return { read: ofRow(row, this.standing, this.habits.units), isHead: false };
    const read = readLine(line, this.standing, this.habits);
    if (read.date !== null) this.standing = read.date;
    return { read, isHead: false };
  }

  /** A blank line ends a table. */
  blank(): void {
    this.head = null;
  }

  private row(line: string, head: TableHead): TableRow | null {
    if (head.byRow) return readRow(line, head, this.habits.findDate);
    return findAnalytes(line).length > 0 ? null : readColumns(line, head, this.habits.findDate);
  }
}

/** One field a line: the results of a group stand with its first line, the others are part of it. */
function groupedLine(group: FieldGroup, isFirst: boolean, habits: TextHabits): ReadLine {
  const nothing: ReadLine = { results: [], history: [], leftover: [], doubtful: false, date: null };
  return isFirst ? readLine(group.asLine, null, habits) : nothing;
}

/**
 * Reads laboratory results out of free text, tables pasted from record systems and lists. Each non-blank line is a piece;
 * a line with a date alone dates what stands below it, and a line of heads names the columns below it. Of several values of
 * one test the dated ones all stand, else the one that is said to be the present one; earlier ones are its history; a number
 * that nothing accounts for is `leftover`, and is asked about.
 */
export function readLabs(text: string, { asOf, jurisdiction = "US" }: ReadLabsOptions): LabPiece[] {
  const dayFirst = isDayFirst(text, jurisdiction);
  const dateIn: DateFinder = (part) => findDate(part, dayFirst, asOf);
  const habits: TextHabits = { findDate: dateIn, units: unitSystemOf(text) };
  const reader = new LineReader(habits);
  const pieces: LabPiece[] = [];
  const lines = text.split("\n");
  const groups = readFieldGroups(lines);
  let offset = 0;
  lines.forEach((line, index) => {
    const trimmed = line.trim();
    if (trimmed === "") reader.blank();
    else {
      const start = offset + line.indexOf(trimmed);
      const folded = trimmed.normalize("NFKC");
      const plain = folded.length === trimmed.length ? folded : trimmed;
      const group = groups.get(index);
      if (group === undefined) {
        const { read, isHead } = reader.read(plain);
        pieces.push(pieceOf(trimmed, start, read, statusOf(plain, read, isHead)));
      } else {
        const read = groupedLine(group, group.first === index, habits);
        pieces.push(pieceOf(trimmed, start, read, statusOf(plain, read, group.first !== index)));
      }
    }
    offset += line.length + 1;
  });
  return pieces;
}
