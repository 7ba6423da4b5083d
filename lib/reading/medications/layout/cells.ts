import type { Span } from "@/lib/reading/medications/text/list-parts";
import type { Token } from "@/lib/reading/medications/text/tokens";

/** One cell of a line: its tokens, and where on the line it begins. */
export type Cell = Span & { column: number };

export type Delimiter = "|" | "tab" | "blanks" | ",";

/** How the cells of a line are told apart; null where it is one piece. */
export function delimiterOf(text: string, tokens: readonly Token[], line: Span): Delimiter | null {
  let blanks = false;
  for (let at = line.from; at < line.to; at += 1) {
    if (tokens[at]?.text === "|") return "|";
    if (at === line.from) continue;
    const between = text.slice(tokens[at - 1]?.end ?? 0, tokens[at]?.start ?? 0);
    if (between.includes("\t")) return "tab";
    blanks ||= between.length > 1;
  }
  return blanks ? "blanks" : null;
}

/** The cells of a line; an empty one holds no tokens. With blanks, `column` is where the cell begins, else its number. */
export function cellsOf(text: string, tokens: readonly Token[], line: Span, delimiter: Delimiter): Cell[] {
  const cells: Cell[] = [];
  const lineStart = lineStartOf(text, tokens[line.from]?.start ?? 0);
  let from = line.from;
  let column = 0;
  const close = (to: number): void => {
    cells.push({ from, to, column: delimiter === "blanks" ? (tokens[from]?.start ?? lineStart) - lineStart : column });
    column += 1;
  };
  if (delimiter === "tab") column = tabsIn(text, lineStart, tokens[line.from]?.start ?? lineStart);
  for (let at = line.from; at < line.to; at += 1) {
    if (delimiter === "|" || delimiter === ",") {
      if (tokens[at]?.text !== delimiter) continue;
      if (at > line.from || delimiter === ",") close(at);
      from = at + 1;
      continue;
    }
    if (at === line.from) continue;
    const between = text.slice(tokens[at - 1]?.end ?? 0, tokens[at]?.start ?? 0);
    const tabs = delimiter === "tab" ? between.split("\t").length - 1 : 0;
    if (tabs === 0 && !(delimiter === "blanks" && between.length > 1)) continue;
    close(at);
    from = at;
    column += Math.max(0, tabs - 1);
  }
  if (from < line.to) close(line.to);
  return cells;
}

function lineStartOf(text: string, at: number): number {
  // Step by step: looking back for a sign that the text never holds would go to its begin for every line.
  let start = at;
  while (start > 0 && text[start - 1] !== "\n" && text[start - 1] !== "\r") start -= 1;
  return start;
}

function tabsIn(text: string, from: number, to: number): number {
  return text.slice(from, to).split("\t").length - 1;
}
