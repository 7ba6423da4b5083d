/** Thrown for YAML outside of the plain part; the full parser takes over. One instance, because a stack trace for each would cost more than the reading. */
export class Unsupported extends Error {}
export const UNSUPPORTED = new Unsupported();

export interface Cursor {
  text: string;
  at: number;
}

const NULL = /^(?:~|null|Null|NULL)?$/;
const TRUE = /^(?:true|True|TRUE)$/;
const FALSE = /^(?:false|False|FALSE)$/;
const INTEGER = /^[-+]?[0-9]+$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/;
/** Written numbers that are left to the full parser: octal, hexadecimal, exponents, infinity. */
const ODD_NUMBER =
  /^(?:0[ox][0-9a-fA-F]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** What every value but text begins with: null, true, false and numbers. Most scalars are text and are spared the patterns. */
const MAY_BE_VALUE = new Set("~nNtTfF+-.0123456789");

/** Value of a plain scalar by the core schema of YAML 1.2. Text over several lines is always text. */
export function resolveScalar(text: string, severalLines = false): unknown {
  if (severalLines || (text !== "" && !MAY_BE_VALUE.has(text[0] ?? ""))) return text;
  if (NULL.test(text)) return null;
  if (TRUE.test(text)) return true;
  if (FALSE.test(text)) return false;
  if (INTEGER.test(text) || FLOAT.test(text)) return Number(text);
  if (ODD_NUMBER.test(text)) throw UNSUPPORTED;
  return text;
}

/** Keys are plain names; everything else (`1: x`, `<<: *y`, `__proto__`) is left to the full parser. */
export function usableKey(key: string): string {
  if (usableKeys.has(key)) return key;
  if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(key) || typeof resolveScalar(key) !== "string") throw UNSUPPORTED;
  usableKeys.add(key);
  return key;
}

/** Keys that were found usable: the content has a hundred of them and writes each a hundred times. */
const usableKeys = new Set<string>();

const DOUBLE_QUOTED = /"(?:[^"\\]|\\[^\n])*"/y;
const SINGLE_QUOTED = /'(?:[^']|'')*'/y;

/** Reads the quoted scalar at the cursor; line breaks inside of it are folded to blanks. */
function quoted(cursor: Cursor): string {
  const double = cursor.text[cursor.at] === '"';
  const found = match(double ? DOUBLE_QUOTED : SINGLE_QUOTED, cursor);
  if (found === null) throw cursor.text.includes("\\\n", cursor.at) ? UNSUPPORTED : INCOMPLETE;
  if (found.includes("\n\n")) throw UNSUPPORTED;
  const text = found.includes("\n") ? found.replace(/(?<! ) *\n */g, " ") : found;
  if (!double) return text.slice(1, -1).replaceAll("''", "'");
  if (!text.includes("\\")) return text.slice(1, -1);
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "string") return value;
  } catch {
    // An escape that JSON does not know.
  }
  throw UNSUPPORTED;
}

/** What the sticky pattern finds at the cursor, which moves behind it; null and unmoved where it finds nothing. */
function match(pattern: RegExp, cursor: Cursor): string | null {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text)?.[0] ?? null;
  if (found !== null) cursor.at += found.length;
  return found;
}

export type FlowResult = { complete: true; value: unknown } | { complete: false };

/** Thrown where the text ends inside a quoted scalar or a flow collection; the next line may complete it. */
class Incomplete extends Error {}
const INCOMPLETE = new Incomplete();

/** Reads the quoted scalar or flow collection at the cursor; not complete where the text ends inside of it. */
export function readDelimited(cursor: Cursor): FlowResult {
  try {
    return { complete: true, value: flowValue(cursor) };
  } catch (error) {
    if (error instanceof Incomplete) return { complete: false };
    throw error;
  }
}

function flowValue(cursor: Cursor): unknown {
  const first = cursor.text[cursor.at];
  if (first === "[") return flowList(cursor);
  if (first === "{") return flowMap(cursor);
  if (first === '"' || first === "'") return quoted(cursor);
  return flowPlain(cursor);
}

function flowList(cursor: Cursor): unknown[] {
  const items: unknown[] = [];
  cursor.at++;
  for (;;) {
    if (skipBlanks(cursor) === "]") break;
    items.push(flowValue(cursor));
    const next = skipBlanks(cursor);
    if (next === ",") cursor.at++;
    else if (next !== "]") throw UNSUPPORTED;
  }
  cursor.at++;
  return items;
}

const FLOW_KEY = /[A-Za-z][A-Za-z0-9_-]*\s*:(?=\s)/y;

function flowMap(cursor: Cursor): Record<string, unknown> {
  const map: Record<string, unknown> = {};
  cursor.at++;
  for (;;) {
    if (skipBlanks(cursor) === "}") break;
    const found = match(FLOW_KEY, cursor);
    if (found === null) throw /[\n:}]/.test(cursor.text.slice(cursor.at)) ? UNSUPPORTED : INCOMPLETE;
    const key = usableKey(found.slice(0, -1).trimEnd());
    if (Object.hasOwn(map, key) || found.includes("\n")) throw UNSUPPORTED;
    const next = skipBlanks(cursor);
    if (next === "," || next === "}") throw UNSUPPORTED;
    map[key] = flowValue(cursor);
    const after = skipBlanks(cursor);
    if (after === ",") cursor.at++;
    else if (after !== "}") throw UNSUPPORTED;
  }
  cursor.at++;
  return map;
}

const PLAIN_START = /(?:[^\s,[\]{}"'&*!|>%@`#:?-]|[-:?](?=[^\s,[\]{}]))/y;
const PLAIN_REST = /(?:[^,[\]{}:#\n]|:(?=[^\s,[\]{}])|(?<=[^\s])#)*/y;

/** A plain scalar inside a flow collection; it may go on over several lines, which are folded to blanks. */
function flowPlain(cursor: Cursor): unknown {
  PLAIN_START.lastIndex = cursor.at;
  if (!PLAIN_START.test(cursor.text)) throw UNSUPPORTED;
  const parts: string[] = [];
  for (;;) {
    const part = match(PLAIN_REST, cursor) ?? "";
    parts.push(part.trimEnd());
    const next = cursor.text[cursor.at];
    if (next === undefined) throw INCOMPLETE;
    if (next === "," || next === "]" || next === "}") return resolveScalar(parts.join(" "), parts.length > 1);
    if (next !== "\n") throw UNSUPPORTED;
    const after = cursor.text[cursor.at + 1];
    if (after === undefined) throw INCOMPLETE;
    if (after === "," || after === "]" || after === "}") return resolveScalar(parts.join(" "), parts.length > 1);
    if (!/[A-Za-z0-9]/.test(after)) throw UNSUPPORTED;
    cursor.at++;
  }
}

/** Skips blanks, line breaks and comments; returns the character that stands there. */
function skipBlanks(cursor: Cursor): string {
  const { text } = cursor;
  for (let blank = false; ; cursor.at++) {
    const next = text[cursor.at];
    if (next === undefined) throw INCOMPLETE;
    if (next === " " || next === "\n") {
      blank = true;
      continue;
    }
    if (next !== "#") return next;
    if (!blank) throw UNSUPPORTED;
    const end = text.indexOf("\n", cursor.at);
    if (end < 0) throw INCOMPLETE;
    cursor.at = end;
  }
}
