/** A cell of a row with its place in the line. */
export interface Cell {
  text: string;
  start: number;
  end: number;
}

/** How the columns of a line are parted. */
export type Delimiter = "tab" | "pipe" | "comma" | "blanks" | "blank";

const PARTS: Readonly<Record<Delimiter, RegExp>> = {
  tab: /\t/g,
  pipe: /\|/g,
  comma: /,/g,
  blanks: /\s{2,}/g,
  blank: /\s+/g,
};

/** The delimiter that a line shows by itself; a single blank parts columns only under a head that says so. */
export function delimiterOf(line: string): Delimiter | null {
  if (line.includes("\t")) return "tab";
  if (line.includes("|")) return "pipe";
  return /\S\s{2,}\S/.test(line.slice(0, 2000)) ? "blanks" : null;
}

/** The cells of a line, without the blanks around them; an empty cell keeps its place, but those at both ends of a piped line. */
export function cellsOf(line: string, delimiter: Delimiter): Cell[] {
  const cells: Cell[] = [];
  const add = (from: number, to: number) => {
    const raw = line.slice(from, to);
    const text = raw.trim().replace(/^"|"$/g, "");
    const start = from + (text === "" ? 0 : raw.indexOf(text));
    cells.push({ text, start, end: start + text.length });
  };
  let from = 0;
  let quotes = 0;
  let counted = 0;
  for (const match of line.matchAll(PARTS[delimiter])) {
    if (delimiter === "comma") {
      for (; counted < match.index; counted += 1) if (line[counted] === '"') quotes += 1;
      if (quotes % 2 === 1) continue;
    }
    add(from, match.index);
    from = match.index + match[0].length;
  }
  add(from, line.length);
  if (delimiter !== "pipe") return cells;
  if (cells[0]?.text === "") cells.shift();
  if (cells.at(-1)?.text === "") cells.pop();
  return cells;
}
