/** Words that a search may ignore: they are in half of all titles. */
const SMALL_WORDS = /(?<![a-z0-9])(?:of|the|an?|and|or|in|on|to|by|for|at|is|has)(?![a-z0-9])/g;
const BEYOND_ASCII = /[^\x00-\x7f]+/g;
const MARK = /\p{M}/gu;
const BETWEEN_WORDS = /[^a-z0-9\n]+/g;

/**
 * The words of a condition for searching: lower case, accents dropped, British and American spelling as one (`hypokalaemia`
 * and `hypokalemia`, `oedema` and `edema`), small words left out.
 */
export function conditionWords(text: string): string[] {
  return searchable(text.replaceAll("\n", " "))
    .split(" ")
    .filter((word) => word !== "");
}

/** The `conditionWords` of each line of a text, as ` word word` after each line break and at the start: many terms at the price of a few. */
export function conditionLines(text: string): string {
  return ` ${searchable(text)}`
    .replace(/ {2,}/g, " ")
    .replace(/ ?\n ?/g, "\n ")
    .trimEnd();
}

/** Words of conditions with blanks between them; line breaks stay. */
function searchable(text: string): string {
  const plain = text
    .replace(BEYOND_ASCII, (letters) => letters.normalize("NFKD").replace(MARK, ""))
    .toLowerCase()
    .replaceAll("'s", "");
  return oneSpelling(plain.replace(BETWEEN_WORDS, " ").replace(SMALL_WORDS, ""));
}

function oneSpelling(words: string): string {
  return words
    .replaceAll("ae", "e")
    .replaceAll("oe", "e")
    .replace(/our(?![a-z0-9])/g, "or")
    .replace(/(?<=[a-z0-9])ise(?=[ds]?(?![a-z0-9]))/g, "ize")
    .replaceAll("fibre", "fiber");
}
