const COMBINING_MARK = /\p{M}/gu;
const NOT_ASCII_KEY = /[^a-z0-9]+/g;
const NOT_LETTER_OR_DIGIT = /[^\p{L}\p{N}]/gu;

/**
 * The form in which names are compared: compatibility forms unified (NFKC), accents dropped, lower case, and nothing but
 * letters and digits. `nameKey("Co-Codamol 8/500") === "cocodamol8500"`.
 */
export function nameKey(text: string): string {
  const ascii = asciiKey(text);
  if (ascii !== null) return ascii;
  return text.normalize("NFKD").replace(COMBINING_MARK, "").normalize("NFKC").toLowerCase().replace(NOT_LETTER_OR_DIGIT, "");
}

/** The key of plain ASCII text without a regular expression (nearly every token is one), or null when it is not ASCII. */
function asciiKey(text: string): string | null {
  let plain = true;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 127) return null;
    if (!isLowerOrDigit(code)) plain = false;
  }
  if (plain) return text;
  return text.toLowerCase().replace(NOT_ASCII_KEY, "");
}

function isLowerOrDigit(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}
