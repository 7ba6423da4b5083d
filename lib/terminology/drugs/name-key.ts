const COMBINING_MARK = /\p{M}/gu;
const NOT_LETTER_OR_DIGIT = /[^\p{L}\p{N}]/gu;

/**
 * The form in which names are compared: compatibility forms unified (NFKC), accents dropped, lower case, and nothing but
 * letters and digits. `nameKey("Co-Codamol 8/500") === "cocodamol8500"`.
 */
export function nameKey(text: string): string {
  const ascii = asciiKey(text);
  if (ascii !== null) return ascii;
  return text
    .normalize("NFKD")
    .replace(COMBINING_MARK, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(NOT_LETTER_OR_DIGIT, "");
}

/** The key of plain ASCII text without a regular expression (nearly every token is one), or null when it is not ASCII. */
function asciiKey(text: string): string | null {
  let kept = "";
  let start = 0;
  let capitals = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isLowerOrDigit(code)) continue;
    if (code > 127) return null;
    if (code >= 65 && code <= 90) {
      capitals = true;
      continue;
    }
    if (at > start) kept += text.slice(start, at);
    start = at + 1;
  }
  const all = start === 0 ? text : kept + text.slice(start);
  return capitals ? all.toLowerCase() : all;
}

function isLowerOrDigit(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}
