const BETWEEN_WORDS = /[^a-z0-9]+/;
/** Words that a search may ignore: they are in half of all titles. */
const SMALL_WORDS = new Set(["of", "the", "a", "an", "and", "or", "in", "on", "to", "by", "for", "at", "is", "has"]);

/**
 * The words of a condition for searching: lower case, accents dropped, British and American spelling as one (`hypokalaemia`
 * and `hypokalemia`, `oedema` and `edema`), small words left out.
 */
export function conditionWords(text: string): string[] {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("'s", "");
  return plain.split(BETWEEN_WORDS).filter((word) => word !== "" && !SMALL_WORDS.has(word)).map(oneSpelling);
}

function oneSpelling(word: string): string {
  return word.replaceAll("ae", "e").replaceAll("oe", "e").replace(/our$/, "or").replace(/(.)ise([ds]?)$/, "$1ize$2").replace(/fibre/, "fiber");
}
