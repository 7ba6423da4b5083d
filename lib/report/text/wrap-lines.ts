import { visibleText } from "./visible-text";

/** Columns of a record system that wraps no line. */
export const WIDTH = 80;

/** Breaks a paragraph at word boundaries; a word longer than the line is cut, never lost. */
export function wrap(text: string, indent = "", firstIndent = indent): string[] {
  const lines: string[] = [];
  let line = firstIndent;
  let empty = true;
  const flush = (): void => {
    lines.push(line);
    line = indent;
    empty = true;
  };
  for (let word of visibleText(text)
    .split(/\s+/)
    .filter((part) => part !== "")) {
    if (!empty && line.length + 1 + word.length > WIDTH) flush();
    while (line.length + (empty ? 0 : 1) + word.length > WIDTH) {
      const room = wholeLetters(word, WIDTH - line.length);
      line += word.slice(0, room);
      word = word.slice(room);
      flush();
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  if (!empty) lines.push(line);
  return lines;
}

/** So many letters that none is cut in the middle of its two halves (an emoji has two). */
function wholeLetters(word: string, room: number): number {
  const last = word.charCodeAt(room - 1);
  return last >= 0xd800 && last <= 0xdbff && room > 1 ? room - 1 : room;
}

/** A heading of plain text: an empty line, the words in capitals, a rule. */
export function textHeading(text: string): string[] {
  return ["", ...wrap(text.toUpperCase()), "-".repeat(Math.min(text.length, WIDTH))];
}
