/**
 * The text as the grammar sees it (NFKC, lower case, plain quotes and dashes, nothing invisible) with the place of
 * every unit in the text as given, so that case, width and compatibility forms never change a reading.
 */
export type CanonicalText = {
  readonly text: string;
  /** Offset in the original of the character that unit `at` came from; `at === text.length` gives the original length. */
  startOf(at: number): number;
  /** Offset in the original just behind the character that unit `at` came from. */
  endOf(at: number): number;
};

const PLAIN: ReadonlyMap<string, string> = new Map([
  ["‐", "-"],
  ["‑", "-"],
  ["‒", "-"],
  ["–", "-"],
  ["—", "-"],
  ["―", "-"],
  ["−", "-"],
  ["‘", "'"],
  ["’", "'"],
  ["ʼ", "'"],
  ["′", "'"],
  ["“", '"'],
  ["”", '"'],
  ["″", '"'],
  ["×", "x"],
  ["⁄", "/"],
  ["∕", "/"],
  // A vulgar fraction joins the number before it: "1½" is 1.5 and not 11/2.
  ["½", ".5"],
  ["¼", ".25"],
  ["¾", ".75"],
  ["µ", "μ"],
  ["‚", ","],
  ["·", "•"],
  ["‧", "•"],
  ["∙", "•"],
  ["●", "•"],
  ["▪", "•"],
  ["◦", "•"],
]);

/** Characters without a width of their own: soft hyphen, zero-width space and joiners, byte order mark, direction marks. */
function invisible(code: number): boolean {
  return (
    code === 0xad ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2064) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    code === 0xfeff
  );
}

const COMBINING = /^\p{M}$/u;

/** @param original any text, of any length; the work is linear in it */
export function canonicalText(original: string): CanonicalText {
  return isAscii(original) ? identity(original) : mapped(original);
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 126) return false;
  return true;
}

function identity(original: string): CanonicalText {
  return { text: original.toLowerCase(), startOf: (at) => at, endOf: (at) => at + 1 };
}

function mapped(original: string): CanonicalText {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  while (at < original.length) {
    const from = at;
    at += width(original, at);
    while (
      at < original.length &&
      original.charCodeAt(at) > 0x2ff &&
      COMBINING.test(original.slice(at, at + width(original, at)))
    )
      at += width(original, at);
    const cluster = original.slice(from, at);
    if (at - from === 1 && invisible(cluster.charCodeAt(0))) continue;
    const plain = plainForm(cluster);
    parts.push(plain);
    for (let unit = 0; unit < plain.length; unit += 1) {
      starts.push(from);
      ends.push(at);
    }
  }
  return {
    text: parts.join(""),
    startOf: (unit) => starts[unit] ?? original.length,
    endOf: (unit) => ends[unit] ?? original.length,
  };
}

function width(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function plainForm(cluster: string): string {
  const direct = PLAIN.get(cluster);
  if (direct !== undefined) return direct;
  const unified = cluster.normalize("NFKC").toLowerCase();
  if (unified.length === 1) return PLAIN.get(unified) ?? unified;
  return [...unified].map((character) => PLAIN.get(character) ?? character).join("");
}
