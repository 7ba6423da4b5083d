/** A stretch of a line that stands for itself; `end` is exclusive and takes the separator with it. */
export interface Item {
  start: number;
  end: number;
}

/** What parts the items of a line outside brackets. */
const SEPARATOR = /[,;\t|]|\.(?=\s)|\s[-–—•·]\s|\s?\+\s?|\s&\s|\band\b(?!\/)|\s\/\s/gi;

/** The places of a line that stand inside brackets. */
function insideBrackets(line: string): Uint8Array {
  const inside = new Uint8Array(line.length + 1);
  if (!/[([{]/.test(line)) return inside;
  let depth = 0;
  for (let at = 0; at < line.length; at += 1) {
    const letter = line[at];
    if (letter === "(" || letter === "[" || letter === "{") depth += 1;
    if (depth > 0) inside[at] = 1;
    if ((letter === ")" || letter === "]" || letter === "}") && depth > 0) depth -= 1;
  }
  // A bracket that is never closed holds nothing together.
  return depth > 0 ? new Uint8Array(line.length + 1) : inside;
}

/** The items of a line, in order, covering all of it. A separator inside a condition's own words does not part it. */
export function itemsOf(line: string, mentions: readonly { start: number; end: number }[]): Item[] {
  const inside = insideBrackets(line);
  const items: Item[] = [];
  let start = 0;
  let at = 0;
  for (const match of line.matchAll(SEPARATOR)) {
    while ((mentions[at]?.end ?? Infinity) <= match.index) at += 1;
    const mention = mentions[at];
    if (inside[match.index] === 1 || (mention !== undefined && mention.start < match.index)) continue;
    const end = match.index + match[0].length;
    items.push({ start, end });
    start = end;
  }
  items.push({ start, end: line.length });
  return items;
}
