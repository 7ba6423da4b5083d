import { readDelimited, resolveScalar, Unsupported, UNSUPPORTED, usableKey, type Cursor } from "./plain-yaml-scalars";

/**
 * Reads the plain part of YAML that the content is written in, some twenty times faster than a full parser, so that the
 * product starts at once: block maps and lists, flow collections, quoted and plain scalars, folded and literal text.
 * Returns `{ ok: false }` for everything else (anchors, tags, several documents, anything that is not YAML): the caller
 * then asks the full parser, which also words the errors. Where it does answer, the answer is that of the full parser; a
 * test holds the two against each other on the whole content and on broken copies of it.
 */
export function readPlainYaml(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: new BlockReader(text).document() };
  } catch (error) {
    if (error instanceof Unsupported) return { ok: false };
    throw error;
  }
}

interface Line {
  indent: number;
  text: string;
  /** Blanks at the end were taken off; they count in block text only. */
  trailing: boolean;
}

/** Everything that JavaScript takes for a blank besides the space and the line feed. */
const ODD_BLANK = /[^\S \n]/;
const COMMENT = /(?:^|\s)#/;
/** Begins quoted text or a flow collection. */
const DELIMITER = new Set("\"'[{");
/** No plain scalar begins so. */
const INDICATOR = new Set("&*!%@`,]}#|>");

class BlockReader {
  private readonly lines: Line[];
  private at = 0;

  constructor(text: string) {
    if (ODD_BLANK.test(text) || /^(?:---|\.\.\.|%)/m.test(text)) throw UNSUPPORTED;
    this.lines = text.split("\n").map((raw) => {
      const line = raw.trimEnd();
      const indent = line.length - line.trimStart().length;
      return { indent, text: line.slice(indent), trailing: line.length < raw.length };
    });
  }

  document(): unknown {
    const first = this.peek();
    if (!first) return null;
    const value = this.node(-1, first.indent);
    if (this.peek()) throw UNSUPPORTED;
    return value;
  }

  /** The next line that holds something, without taking it. */
  private peek(): Line | null {
    for (; this.at < this.lines.length; this.at++) {
      const line = this.lines[this.at];
      if (line && line.text !== "" && !line.text.startsWith("#")) return line;
    }
    return null;
  }

  /** A value that begins on the current line at `indent`; `parent` is the indentation that its continuation lines must exceed. */
  private node(parent: number, indent: number): unknown {
    const line = this.peek();
    if (!line || line.indent !== indent) throw UNSUPPORTED;
    if (isItem(line.text)) return this.list(indent);
    if (keyOf(line.text)) return this.map(indent);
    return this.inline(line.text, parent);
  }

  private list(indent: number): unknown[] {
    const items: unknown[] = [];
    for (let line = this.peek(); line && line.indent === indent && isItem(line.text); line = this.peek()) {
      const rest = line.text.slice(1).trimStart();
      if (rest === "" || rest.startsWith("#")) {
        this.at++;
        items.push(this.below(indent));
        continue;
      }
      const column = indent + line.text.length - rest.length;
      this.lines[this.at] = { ...line, indent: column, text: rest };
      items.push(this.node(indent, column));
    }
    return items;
  }

  private map(indent: number): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    for (let line = this.peek(); line && line.indent === indent; line = this.peek()) {
      const found = keyOf(line.text);
      if (!found || isItem(line.text) || Object.hasOwn(map, found.key)) throw UNSUPPORTED;
      map[found.key] = this.mapValue(found.rest, indent);
    }
    return map;
  }

  private mapValue(rest: string, indent: number): unknown {
    if (rest !== "" && !rest.startsWith("#")) return this.inline(rest, indent);
    this.at++;
    const next = this.peek();
    return next && next.indent === indent && isItem(next.text) ? this.list(indent) : this.below(indent);
  }

  /** What stands indented below a key or a dash; null where nothing does. */
  private below(indent: number): unknown {
    const next = this.peek();
    return next && next.indent > indent ? this.node(indent, next.indent) : null;
  }

  /** A value that begins on the current line: quoted, flow, block text or plain. Takes its lines. */
  private inline(text: string, parent: number): unknown {
    const first = text[0] ?? "";
    if (first === "|" || first === ">") return this.blockText(text, parent);
    if (DELIMITER.has(first)) return this.delimited(text, parent);
    return this.plain(text, parent);
  }

  /** Quoted text or a flow collection, which may go on over lines that are indented deeper than `parent`. */
  private delimited(text: string, parent: number): unknown {
    let whole = text;
    let end = this.at + 1;
    for (;;) {
      const cursor: Cursor = { text: whole, at: 0 };
      const value = readDelimited(cursor);
      if (value.complete) {
        this.expectEnd(whole.slice(cursor.at));
        this.at = end;
        this.refuseContinuation(parent);
        return value.value;
      }
      const next = this.lines[end++];
      if (!next || (next.text !== "" && next.indent <= parent)) throw UNSUPPORTED;
      whole += `\n${next.text}`;
    }
  }

  private plain(text: string, parent: number): unknown {
    if (INDICATOR.has(text[0] ?? "") || /^[?:-](?:\s|$)/.test(text)) throw UNSUPPORTED;
    const parts: string[] = [];
    let line: string | null = text;
    while (line !== null) {
      const comment: number = line.includes("#") ? line.search(COMMENT) : -1;
      const words: string = comment < 0 ? line : line.slice(0, comment).trimEnd();
      if (words.includes(":") && /:(?:\s|$)/.test(words)) throw UNSUPPORTED;
      parts.push(words);
      const next: Line | undefined = this.lines[++this.at];
      const goesOn: boolean = next !== undefined && next.text !== "" && next.indent > parent;
      if (goesOn && (comment >= 0 || /^(?:#|-(?:\s|$))/.test(next?.text ?? ""))) throw UNSUPPORTED;
      if (!goesOn && next !== undefined) this.refuseContinuation(parent);
      line = goesOn ? (next?.text ?? null) : null;
    }
    return resolveScalar(parts.join(" "), parts.length > 1);
  }

  private blockText(header: string, parent: number): string {
    const kind = /^([|>])(-?)$/.exec(header);
    if (!kind) throw UNSUPPORTED;
    const taken: Line[] = [];
    for (this.at++; this.at < this.lines.length; this.at++) {
      const line = this.lines[this.at];
      if (!line || (line.text !== "" && line.indent <= parent)) break;
      taken.push(line);
    }
    while (taken.at(-1)?.text === "") taken.pop();
    const indent = taken[0]?.indent ?? 0;
    if (taken.length === 0 || taken[0]?.text === "") throw UNSUPPORTED;
    if (taken.some((line) => line.trailing || (line.text !== "" && line.indent !== indent))) throw UNSUPPORTED;
    const words = taken.map((line) => line.text);
    const body = kind[1] === "|" ? words.join("\n") : fold(words);
    return kind[2] === "-" ? body : `${body}\n`;
  }

  /** After a finished value only a line of the same or a smaller depth may follow. */
  private refuseContinuation(parent: number): void {
    const next = this.peek();
    if (next && next.indent > parent) throw UNSUPPORTED;
  }

  private expectEnd(rest: string): void {
    if (rest !== "" && !/^\s+(?:#.*)?$/.test(rest)) throw UNSUPPORTED;
  }
}

function isItem(text: string): boolean {
  return text === "-" || text.startsWith("- ");
}

/** The key at the beginning of a line and what follows its colon. Only plain names are keys here. */
function keyOf(text: string): { key: string; rest: string } | null {
  if (DELIMITER.has(text[0] ?? "")) {
    if (/["'\]}]\s*:(?:\s|$)/.test(text)) refuseQuotedKey(text);
    return null;
  }
  const colon = keyColon(text);
  if (colon < 0) return null;
  const key = text.slice(0, colon).trimEnd();
  if (key.includes("#") && COMMENT.test(key)) return null;
  return { key: usableKey(key), rest: text.slice(colon + 1).trimStart() };
}

/** Place of the first colon that a blank or the end of the line follows. */
function keyColon(text: string): number {
  for (let at = text.indexOf(":"); at >= 0; at = text.indexOf(":", at + 1)) {
    const next = text[at + 1];
    if (next === undefined || next === " ") return at;
  }
  return -1;
}

/** A quoted or flow key (`"a": b`) is left to the full parser; a quoted value that merely holds a colon is not a key. */
function refuseQuotedKey(text: string): void {
  const cursor: Cursor = { text, at: 0 };
  if (readDelimited(cursor).complete && /^\s*:/.test(text.slice(cursor.at))) throw UNSUPPORTED;
}

/** Folded text: line breaks become blanks, empty lines become line breaks. */
function fold(lines: readonly string[]): string {
  let text = "";
  let blanks = 0;
  for (const line of lines) {
    if (line === "") {
      blanks++;
      continue;
    }
    text += text === "" ? line : blanks > 0 ? "\n".repeat(blanks) + line : ` ${line}`;
    blanks = 0;
  }
  return text;
}
