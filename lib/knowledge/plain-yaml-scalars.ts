/** Thrown for YAML outside of the plain part; the full parser takes over. */
export class Unsupported extends Error {}

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
const ODD_NUMBER = /^(?:0[ox][0-9a-fA-F]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** Value of a plain scalar by the core schema of YAML 1.2. Text over several lines is always text. */
export function resolveScalar(text: string, severalLines = false): unknown {
  if (severalLines) return text;
  if (NULL.test(text)) return null;
  if (TRUE.test(text)) return true;
  if (FALSE.test(text)) return false;
  if (INTEGER.test(text) || FLOAT.test(text)) return Number(text);
  if (ODD_NUMBER.test(text)) throw new Unsupported();
  return text;
}

/** Keys are plain names; everything else (`1: x`, `<<: *y`, `__proto__`) is left to the full parser. */
export function usableKey(key: string): string {
  if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(key) || typeof resolveScalar(key) !== "string") throw new Unsupported();
  return key;
}

/** Reads the quoted scalar at the cursor; line breaks inside of it are folded to blanks. */
function quoted(cursor: Cursor): string {
  const rest = cursor.text.slice(cursor.at);
  const found = (rest.startsWith('"') ? /^"(?:[^"\\]|\\[^\n])*"/ : /^'(?:[^']|'')*'/).exec(rest);
  if (!found) throw rest.includes("\\\n") ? new Unsupported() : new Incomplete();
  cursor.at += found[0].length;
  if (found[0].includes("\n\n")) throw new Unsupported();
  const text = found[0].replace(/ *\n */g, " ");
  if (text.startsWith("'")) return text.slice(1, -1).replaceAll("''", "'");
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "string") return value;
  } catch {
    // An escape that JSON does not know.
  }
  throw new Unsupported();
}

export type FlowResult = { complete: true; value: unknown } | { complete: false };

class Incomplete extends Error {}

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
    else if (next !== "]") throw new Unsupported();
  }
  cursor.at++;
  return items;
}

function flowMap(cursor: Cursor): Record<string, unknown> {
  const map: Record<string, unknown> = {};
  cursor.at++;
  for (;;) {
    if (skipBlanks(cursor) === "}") break;
    const found = /^([A-Za-z][A-Za-z0-9_-]*)\s*:(?=\s)/.exec(cursor.text.slice(cursor.at, cursor.at + 200));
    if (!found) throw cursor.text.slice(cursor.at).includes("\n") || /[:}]/.test(cursor.text.slice(cursor.at)) ? new Unsupported() : new Incomplete();
    const key = usableKey(found[1] ?? "");
    if (Object.hasOwn(map, key) || found[0].includes("\n")) throw new Unsupported();
    cursor.at += found[0].length;
    const next = skipBlanks(cursor);
    if (next === "," || next === "}") throw new Unsupported();
    map[key] = flowValue(cursor);
    const after = skipBlanks(cursor);
    if (after === ",") cursor.at++;
    else if (after !== "}") throw new Unsupported();
  }
  cursor.at++;
  return map;
}

const PLAIN_START = /^(?:[^\s,[\]{}"'&*!|>%@`#:?-]|[-:?](?=[^\s,[\]{}]))/;
const PLAIN_REST = /^(?:[^,[\]{}:#\n]|:(?=[^\s,[\]{}])|(?<=[^\s])#)*/;

/** A plain scalar inside a flow collection; it may go on over several lines, which are folded to blanks. */
function flowPlain(cursor: Cursor): unknown {
  if (!PLAIN_START.test(cursor.text.slice(cursor.at, cursor.at + 2))) throw new Unsupported();
  const parts: string[] = [];
  for (;;) {
    const part = PLAIN_REST.exec(cursor.text.slice(cursor.at))?.[0] ?? "";
    cursor.at += part.length;
    parts.push(part.trimEnd());
    const next = cursor.text[cursor.at];
    if (next === undefined) throw new Incomplete();
    if (next === "," || next === "]" || next === "}") return resolveScalar(parts.join(" "), parts.length > 1);
    if (next !== "\n") throw new Unsupported();
    const after = cursor.text[cursor.at + 1];
    if (after === undefined) throw new Incomplete();
    if (after === "," || after === "]" || after === "}") return resolveScalar(parts.join(" "), parts.length > 1);
    if (!/[A-Za-z0-9]/.test(after)) throw new Unsupported();
    cursor.at++;
  }
}

/** Skips blanks, line breaks and comments; returns the character that stands there. */
function skipBlanks(cursor: Cursor): string {
  for (;;) {
    const found = /^\s+/.exec(cursor.text.slice(cursor.at, cursor.at + 200));
    if (found) cursor.at += found[0].length;
    const next = cursor.text[cursor.at];
    if (next === undefined) throw new Incomplete();
    if (next === "#") {
      if (!found) throw new Unsupported();
      const end = cursor.text.indexOf("\n", cursor.at);
      if (end < 0) throw new Incomplete();
      cursor.at = end;
      continue;
    }
    return next;
  }
}
