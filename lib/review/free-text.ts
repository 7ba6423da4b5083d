/** Free words as tokens, each with whether something before it in the same clause takes it back. */
export interface FreeText {
  readonly tokens: readonly string[];
  /** Offset of each token in the text, to quote from. */
  readonly starts: readonly number[];
  /** Per token: said not to be so, only possible, past, or someone else's. */
  readonly denied: readonly boolean[];
  readonly text: string;
}

const TOKEN = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?(?:\/\d+)?|[.;:!?\n]|,|\?/gu;

/** Words after which what follows is not said of the patient now. */
const DENYING = new Set(["no", "not", "denies", "denied", "denying", "without", "never", "nil", "none", "negative", "absent", "neither", "nor", "if", "unless", "excluded", "resolved", "previous", "previously", "former", "mother", "father", "brother", "sister", "family", "fhx", "isn't", "hasn't", "doesn't", "wasn't", "don't", "didn't"]);
const DENYING_PAIRS = new Set(["ruled out", "history of", "h o", "risk of", "watch for", "report any", "return if", "free of", "no longer"]);
/** After these the denial goes on over commas to the end of the sentence. */
const LISTING = new Set(["denies", "denied", "denying", "without", "nor", "neither"]);
const TURNING = new Set(["but", "however", "although", "though", "except", "has", "reports", "complains", "now", "presents"]);
const SENTENCE_END = /^[.;:!?\n]$/;

/** Cuts free words into tokens and marks what is denied: "denies dark urine or fever, but has weakness". */
export function readFreeText(text: string): FreeText {
  const matches = [...text.toLowerCase().replaceAll("’", "'").matchAll(TOKEN)];
  const tokens = matches.map((match) => match[0]);
  const denied: boolean[] = [];
  let denying: "no" | "to-comma" | "to-sentence-end" = "no";
  tokens.forEach((token, at) => {
    const previous = tokens[at - 1];
    if (SENTENCE_END.test(token)) denying = "no";
    else if (token === ",") denying = denying === "to-comma" && !closesList(tokens, at) ? "no" : denying;
    else if (TURNING.has(token) && previous !== "without") denying = "no";
    denied.push(denying !== "no");
    if (LISTING.has(token)) denying = "to-sentence-end";
    else if (DENYING.has(token) || (previous !== undefined && DENYING_PAIRS.has(`${previous} ${token}`))) denying = denying === "to-sentence-end" ? denying : "to-comma";
  });
  return { tokens, starts: matches.map((match) => match.index), denied, text };
}

/** Whether the list that goes on after a comma ends in "or" or "nor" before the sentence does: "no fever, rash or swelling". */
function closesList(tokens: readonly string[], comma: number): boolean {
  for (let at = comma + 1; at < tokens.length; at += 1) {
    const token = tokens[at] ?? "";
    if (SENTENCE_END.test(token) || TURNING.has(token)) return false;
    if (token === "or" || token === "nor") return true;
  }
  return false;
}

/** The tokens of a phrase to look for. */
export function phraseTokens(phrase: string): string[] {
  return [...phrase.toLowerCase().replaceAll("’", "'").matchAll(TOKEN)].map((match) => match[0]).filter((token) => token !== ",");
}

/** A phrase that was found and not taken back, as written. */
export interface FoundPhrase<Meaning> {
  readonly meaning: Meaning;
  readonly quote: string;
}

/** Phrases, each with what it means, found in free words as whole words. */
export class PhraseBook<Meaning> {
  private readonly byFirst = new Map<string, { tokens: readonly string[]; meaning: Meaning }[]>();

  constructor(entries: Iterable<readonly [string, Meaning]>) {
    for (const [phrase, meaning] of entries) {
      const tokens = phraseTokens(phrase);
      const [first] = tokens;
      if (first === undefined) continue;
      const list = this.byFirst.get(first);
      if (list === undefined) this.byFirst.set(first, [{ tokens, meaning }]);
      else list.push({ tokens, meaning });
    }
  }

  /** Every meaning once, by its longest phrase; what is denied before it does not count. */
  find(text: FreeText): FoundPhrase<Meaning>[] {
    const found = new Map<Meaning, { quote: string; length: number }>();
    text.tokens.forEach((token, at) => {
      for (const { tokens, meaning } of this.byFirst.get(token) ?? []) {
        if (text.denied[at] === true || (found.get(meaning)?.length ?? 0) >= tokens.length) continue;
        if (tokens.every((word, offset) => text.tokens[at + offset] === word)) found.set(meaning, { quote: quote(text, at, tokens.length), length: tokens.length });
      }
    });
    return [...found].map(([meaning, { quote: words }]) => ({ meaning, quote: words }));
  }
}

function quote(text: FreeText, at: number, length: number): string {
  const start = text.starts[at] ?? 0;
  const last = at + length - 1;
  return text.text.slice(start, (text.starts[last] ?? start) + (text.tokens[last]?.length ?? 0));
}
