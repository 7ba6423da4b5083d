import { readBytes } from "@/lib/terminology/read-table";

/** A row of the compiled table of names: name, kind, ingredient positions, source. */
export type CompiledRow = { name: string; kind: string; positions: readonly number[]; source: string };

/** The compiled table by key. Only the places of the lines are taken at first, which keeps the start quick. */
export type CompiledNames = {
  /** Name key and the place of its first line, in the order of the table. */
  starts: Map<string, number>;
  /** The kind on the line that stands there. */
  kindAt(start: number): string;
  /** The rows of the key whose first line stands there. */
  rowsAt(start: number): CompiledRow[];
};

/** Opens `drug-names.tsv`. The table is sorted by key, so the lines of one key stand together. */
export function compiledNames(): CompiledNames {
  // One byte a letter: a text with Greek letters in it would be held in two bytes throughout. They are decoded where they stand.
  const text = readBytes("drug-names.tsv").toString("latin1");
  const starts = new Map<string, number>();
  let start = text.indexOf("\n") + 1;
  let before = "";
  while (start < text.length) {
    const key = text.slice(start, text.indexOf("\t", start));
    if (key !== before) starts.set(utf8(key), start);
    before = key;
    start = text.indexOf("\n", start) + 1;
  }
  return {
    starts,
    kindAt(at) {
      const kind = text.indexOf("\t", text.indexOf("\t", at) + 1) + 1;
      return text.slice(kind, text.indexOf("\t", kind));
    },
    rowsAt(first) {
      const rows: CompiledRow[] = [];
      const key = text.slice(first, text.indexOf("\t", first) + 1);
      for (let at = first; text.startsWith(key, at); at = text.indexOf("\n", at) + 1)
        rows.push(rowOf(utf8(text.slice(at, text.indexOf("\n", at)))));
      return rows;
    },
  };
}

function rowOf(line: string): CompiledRow {
  const [, name = "", kind = "", positions = "", source = ""] = line.split("\t");
  return { name, kind, positions: positions.split(",").map(Number), source };
}

const BEYOND_ASCII = /[\x80-\xff]/;

/** Text whose UTF-8 bytes were read one by one. */
function utf8(bytes: string): string {
  return BEYOND_ASCII.test(bytes) ? Buffer.from(bytes, "latin1").toString("utf8") : bytes;
}
