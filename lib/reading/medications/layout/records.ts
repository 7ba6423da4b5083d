import type { Span, UseMark } from "@/lib/reading/medications/text/list-parts";
import type { Token } from "@/lib/reading/medications/text/tokens";
import { COLUMN_HEADS, type ColumnKind } from "@/lib/reading/medications/vocabulary/column-heads";
import { answerAt } from "@/lib/reading/medications/use/form-answer";
import { factsOf, hasName, statusIn, type RowFacts } from "./row-facts";

type Field = { kind: ColumnKind; words: string; cell: Span; at: number };

/**
 * What records say of their drug: pasted JSON or YAML, "Medication: … / Status: …" with one field a line, and a bare status on the
 * line below its drug.
 */
export function recordsIn(tokens: readonly Token[], lines: readonly Span[], isName: (at: number) => boolean): Records {
  const fields = fieldsIn(tokens);
  const named = fields.filter(({ kind, cell }) => kind === "name" && hasName(cell, isName));
  if (named.length > 0 && fields.length > named.length)
    return { rows: ofFields(tokens, fields), statusLines: [], fields: new Set(fields.map(({ at }) => at)) };
  const below = fieldsBelow(tokens, lines, fields, isName);
  if (below.rows.length > 0) return below;
  return { ...statusBelow(tokens, lines, isName), fields: new Set() };
}

export type Records = { rows: RowFacts[]; statusLines: readonly number[]; fields: ReadonlySet<number> };

/** Keys at the start of a line or behind "{" and ",", with what stands behind their colon. */
function fieldsIn(tokens: readonly Token[]): Field[] {
  const fields: Field[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (tokens[at]?.kind !== "word" || !opensField(tokens, at)) continue;
    const key = COLUMN_HEADS.at(tokens, at, Math.min(tokens.length, at + 5));
    if (key === null) continue;
    let colon = at + key.length;
    while (['"', "'", "?"].includes(tokens[colon]?.text ?? "")) colon += 1;
    if (tokens[colon]?.text !== ":") continue;
    const from = skipQuotes(tokens, colon + 1);
    const to = endOfValue(tokens, from);
    // "ceased:" alone heads what stands below it.
    if (to <= from) continue;
    const words = tokens
      .slice(at, at + key.length)
      .map((token) => token.text)
      .join(" ");
    fields.push({ kind: key.value, words, cell: { from, to }, at });
    at = Math.max(at, to - 1);
  }
  return fields;
}

function opensField(tokens: readonly Token[], at: number): boolean {
  let before = at - 1;
  while (before >= 0 && ['"', "'", "-", "*", "•", "#"].includes(tokens[before]?.text ?? "")) before -= 1;
  const token = tokens[before];
  return token === undefined || token.kind === "newline" || ["{", ",", ";", "|"].includes(token.text);
}

function skipQuotes(tokens: readonly Token[], from: number): number {
  let at = from;
  while (['"', "'"].includes(tokens[at]?.text ?? "")) at += 1;
  return at;
}

function endOfValue(tokens: readonly Token[], from: number): number {
  let at = from;
  while (
    at < tokens.length &&
    tokens[at]?.kind !== "newline" &&
    !['"', "}", "{", ";", "|"].includes(tokens[at]?.text ?? "")
  ) {
    if (tokens[at]?.text === "," && tokens[at + 1]?.text === '"') break;
    at += 1;
  }
  return at;
}

/** Fields from one name to the next belong to it; in JSON those of one pair of braces. */
function ofFields(tokens: readonly Token[], fields: readonly Field[]): RowFacts[] {
  const braces = tokens.some(({ text }) => text === "{");
  const records: Field[][] = [];
  let brace = -1;
  const braceOf = braces ? braceNumbers(tokens) : null;
  for (const field of fields) {
    const own = braceOf?.[field.at] ?? 0;
    const opens = braceOf === null ? field.kind === "name" : own !== brace;
    if (opens || records.length === 0) records.push([field]);
    else records.at(-1)?.push(field);
    brace = own;
  }
  return records.flatMap((record) => {
    const name = record.find(({ kind }) => kind === "name");
    return name === undefined ? [] : [factsOf(tokens, name.cell, record)];
  });
}

const BELOW: ReadonlySet<ColumnKind> = new Set(["start", "stop", "status", "taking", "held"]);

/** "Simvastatin 20 mg nocte" with "Stop date: 01/02/2024" on the line below: a field of the one drug above it. */
function fieldsBelow(
  tokens: readonly Token[],
  lines: readonly Span[],
  fields: readonly Field[],
  isName: (at: number) => boolean,
): Records {
  const found = new Map<Span, Field[]>();
  const used = new Set<number>();
  for (const field of fields) {
    if (!BELOW.has(field.kind) || hasName(field.cell, isName) || !saysSomething(tokens, field.cell)) continue;
    const own = lines.findIndex(({ from, to }) => field.at >= from && field.at < to);
    let above = own - 1;
    while (above >= 0 && above >= own - MOST_FIELDS && !hasName(lines[above] ?? field.cell, isName)) above -= 1;
    const line = lines[above];
    if (own < 0 || line === undefined || hasName(lines[own] ?? line, isName) || !hasName(line, isName)) continue;
    found.set(line, [...(found.get(line) ?? []), field]);
    used.add(field.at);
  }
  const rows = [...found].map(([line, own]) => factsOf(tokens, line, own)).sort((a, b) => a.from - b.from);
  return { rows, statusLines: [], fields: used };
}

const MOST_FIELDS = 8;

/** A date, an answer or a status, and no list that the key heads. */
function saysSomething(tokens: readonly Token[], cell: Span): boolean {
  if (tokens[cell.from]?.kind === "number" || answerAt(tokens, cell.from) !== null) return true;
  return (
    cell.to - cell.from <= 4 &&
    (statusIn(tokens, cell) !== null ||
      /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/.test(tokens[cell.from]?.text ?? ""))
  );
}

/** For each token the number of the brace that it stands in. */
function braceNumbers(tokens: readonly Token[]): number[] {
  const open: number[] = [];
  let count = 0;
  return tokens.map(({ text }) => {
    if (text === "{") open.push((count += 1));
    else if (text === "}") open.pop();
    return open.at(-1) ?? 0;
  });
}

/** "Terbinafine / Discontinued / Simvastatin / Active": each status below the one drug that stands above it. */
function statusBelow(
  tokens: readonly Token[],
  lines: readonly Span[],
  isName: (at: number) => boolean,
): Pick<Records, "rows" | "statusLines"> {
  const rows: RowFacts[] = [];
  const statusLines: number[] = [];
  let named: Span[] = [];
  let last = false;
  for (const line of lines) {
    const status = wholeStatus(tokens, line) && !hasName(line, isName);
    last = status;
    if (status) {
      const [only, ...more] = named;
      if (more.length > 0 && line === lines.at(-1) && rows.length === 0) return endsInStatus(tokens, more.at(-1), line);
      if (only === undefined || more.length > 0) return { rows: [], statusLines: [] };
      rows.push(factsOf(tokens, only, [{ kind: "status", words: "below it", cell: line }]));
      statusLines.push(line.from);
      named = [];
    } else if (hasName(line, isName)) named.push(line);
  }
  // A single status with drugs below it heads them.
  return last && (rows.length > 1 || lines.length <= 3) ? { rows, statusLines } : { rows: [], statusLines: [] };
}

/** A status that ends the text heads nothing: it speaks of the drug above it, or of all; the nearest is asked about. */
function endsInStatus(
  tokens: readonly Token[],
  above: Span | undefined,
  line: Span,
): Pick<Records, "rows" | "statusLines"> {
  const use = statusIn(tokens, line);
  if (above === undefined || use === null || use === "current") return { rows: [], statusLines: [] };
  const reason = `below it: ${tokens
    .slice(line.from, line.to)
    .map(({ text }) => text)
    .join(" ")}`;
  const mark: UseMark = { use: "uncertain", reason, choices: [use, "current"] };
  return { rows: [{ ...above, use: mark, start: null, stop: null, ignore: [] }], statusLines: [line.from] };
}

function wholeStatus(tokens: readonly Token[], line: Span): boolean {
  const words = tokens.slice(line.from, line.to).filter(({ kind }) => kind !== "mark");
  return (
    words.length > 0 &&
    words.length <= 3 &&
    words.every(({ kind }) => kind === "word") &&
    statusIn(tokens, line) !== null
  );
}
