import type { Assertion } from "@/lib/domain/vocabulary";
import { statusOf } from "./form-answers";

/** What the heads of a table call its columns. */
type Column = "status" | "relation" | "yes" | "no" | "other";

const HEADS: readonly [Column, RegExp][] = [
  [
    "status",
    /^(?:status|clinical status|verification(?: status)?|verificationstatus|clinicalstatus|active\??|state|present\??|answer|response|y\/n|yes\/no)$/i,
  ],
  ["relation", /^(?:relation(?:ship)?|family member|relative|who)$/i],
  ["yes", /^(?:yes|y)$/i],
  ["no", /^(?:no|n)$/i],
];
const HEAD_WORD =
  /^(?:conditions?|problems?|diagnos[ie]s|disease|disorder|name|description|onset(?: date)?|date|noted|icd(?:-?10)?(?:-?cm)?(?: code)?|code|comments?|notes?|resolved(?: date)?|year|since|severity|priority|#|no\.?|source|provider|last updated|updated|date noted|treatment|end date|start date|medical history|history)$/i;
const TICK = /^(?:x|✓|✔|☒|☑|\[x\]|yes|y|1|true)$/i;
const SELF = /^(?:self|patient|pt|own|me|-|n\/a|)$/i;

/** The cells of a line of a table, or null where it is none. */
export function cellsOf(line: string): string[] | null {
  if (!/\t|\|/.test(line)) return null;
  const cells = line
    .replace(/^\s*\|/, "")
    .replace(/\|\s*$/, "")
    .split(/\t|\|/)
    .map((cell) => cell.trim());
  return cells.length < 2 ? null : cells;
}

/** Reads the rows of a table one after the other: the last head tells what their columns are. */
export class TableRows {
  private columns: readonly Column[] | null = null;

  /** Whether the cells are the head of a table, or the rule under it; a head is kept for the rows below. */
  isHead(cells: readonly string[]): boolean {
    if (cells.every((cell) => /^:?-*:?$/.test(cell))) return true;
    const named = cells.map((cell) => HEADS.find(([, pattern]) => pattern.test(cell))?.[0] ?? "other");
    const known = cells.filter((cell, at) => named[at] !== "other" || HEAD_WORD.test(cell) || cell === "").length;
    if (known < cells.length || cells.every((cell) => cell === "") || !cells.some((cell) => HEAD_WORD.test(cell)))
      return false;
    this.columns = named;
    return true;
  }

  /** A line that is no row ends the table. */
  end(): void {
    this.columns = null;
  }

  /** What the row says of its condition: its status, its tick, whose it is; null where it says nothing. */
  polarityOf(cells: readonly string[]): Assertion | null {
    const { columns } = this;
    if (columns === null || columns.length < cells.length - 1) return bareStatus(cells);
    const at = (column: Column): string | null => {
      const index = columns.indexOf(column);
      return index < 0 ? null : (cells[index] ?? "");
    };
    const relation = at("relation");
    if (relation !== null && !SELF.test(relation)) return "family";
    if (TICK.test(at("no") ?? "")) return "negated";
    if (TICK.test(at("yes") ?? "")) return "present";
    const states = columns.flatMap((column, index) => (column === "status" ? [statusOf(cells[index] ?? "")] : []));
    return strongest(states);
  }
}

/** Without a head, a cell that is nothing but a status tells the row's. */
function bareStatus(cells: readonly string[]): Assertion | null {
  return strongest(cells.slice(1).map((cell) => (/^\d/.test(cell) ? null : statusOf(cell))));
}

function strongest(states: readonly (Assertion | null)[]): Assertion | null {
  const order: readonly Assertion[] = ["negated", "past", "uncertain", "present"];
  return order.find((polarity) => states.includes(polarity)) ?? null;
}
