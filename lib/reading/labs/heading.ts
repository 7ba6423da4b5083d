/** Words that a line of heads is made of. */
const HEAD_WORDS = new Set(
  "lab labs bloods blood result results investigation investigations test tests name unit units value values reference range ranges flag flags date dates collected fbc cbc bmp cmp lft lfts tft tfts bone profile renal panel function electrolytes chemistry ref interval component components latest on of and from u&e u&es u+e u+es ues previous current trend sample received pending taken".split(
    " ",
  ),
);
const NO_WORD = /^[\p{P}\p{S}\d]*$/u;

const REFERENCE = /^\W{0,4}(?:reference|normal)\s(?:ranges?|values?|intervals?|limits)\b/i;

/** A line that tells the laboratory's limits and no result. */
export function isReferenceLine(line: string): boolean {
  return REFERENCE.test(line);
}

/** A line that is a head: dates, signs, and words that name panels or columns, without a result. */
export function isHeading(line: string): boolean {
  if (REFERENCE.test(line)) return true;
  let words = 0;
  for (const part of line.toLowerCase().split(/[\s,;:|()[\]]+/)) {
    if (NO_WORD.test(part)) {
      if (/\d[.,]\d/.test(part) && !/\d[./-]\d+[./-]\d/.test(part)) return false;
      continue;
    }
    if (!HEAD_WORDS.has(part.replace(/^\P{L}+|(?<!\P{L})\P{L}+$/gu, "")) && !HEAD_WORDS.has(part)) return false;
    words += 1;
  }
  return words > 0 || /\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}/.test(line);
}
