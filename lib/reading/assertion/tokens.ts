/** A word or a mark of free text, in lower case, with its place. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Ends a sentence, parts a clause, or neither. */
  readonly mark: "sentence" | "comma" | "colon" | "question" | "dash" | "slash" | null;
}

/** "c/o", "w/o", "r/o", "+ve", fractions and numbers with a point, words with an apostrophe; then single marks. */
const TOKEN =
  /\(\+\)|\[\+\]|\(-\)|\[-\]|[-+]ve\b|\b\p{L}\/\p{L}(?!\p{L})|\b\p{L}&\p{L}(?!\p{L})|\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?(?:\/\d+)?|\p{L}+(?:['’]\p{L}+)?|[.;:!?\n,/+&°↑↓•…#>]|\s[-–—](?=\s)|[–—]|[\u0028\u0029]/gu;

const MARKS: ReadonlyMap<string, Token["mark"]> = new Map([
  [".", "sentence"],
  [";", "sentence"],
  ["!", "sentence"],
  ["\n", "sentence"],
  ["•", "sentence"],
  ["…", "sentence"],
  ["?", "question"],
  [",", "comma"],
  ["(", "comma"],
  [")", "comma"],
  [":", "colon"],
  ["-", "dash"],
  ["–", "dash"],
  ["—", "dash"],
  ["/", "slash"],
]);

/** Written in another way than it is looked for. */
const SAME: ReadonlyMap<string, string> = new Map([
  ["&", "and"],
  ["#", "fracture"],
  ["+", "and"],
  ["w/o", "without"],
  ["(-)", "⊖"],
  ["[-]", "⊖"],
  ["-ve", "negative"],
  ["+ve", "positive"],
  ["(+)", "⊕"],
  ["[+]", "⊕"],
  ["d&v", "d/v"],
  ["n&v", "n/v"],
  ["cannot", "can't"],
  ["cant", "can't"],
  ["couldnt", "couldn't"],
  ["dont", "don't"],
  ["doesnt", "doesn't"],
  ["didnt", "didn't"],
  ["wont", "won't"],
  ["isnt", "isn't"],
  ["wasnt", "wasn't"],
  ["hasnt", "hasn't"],
  ["havent", "haven't"],
  ["arent", "aren't"],
  ["wouldnt", "wouldn't"],
  // As it is said in Scotland and the north of England.
  ["cannae", "can't"],
  ["canny", "can't"],
  ["couldnae", "couldn't"],
  ["dinnae", "don't"],
  ["dinna", "don't"],
  ["didnae", "didn't"],
  ["doesnae", "doesn't"],
  ["isnae", "isn't"],
  ["wasnae", "wasn't"],
  ["havenae", "haven't"],
  ["hasnae", "hasn't"],
  ["willnae", "won't"],
  ["winnae", "won't"],
  ["wouldnae", "wouldn't"],
  ["nae", "no"],
  ["ma", "my"],
  ["wi", "with"],
  ["wi'", "with"],
  ["fae", "from"],
  ["frae", "from"],
  ["doon", "down"],
  ["oot", "out"],
  ["aboot", "about"],
  ["hame", "home"],
  ["efter", "after"],
  ["wan", "one"],
  ["sair", "sore"],
  ["deid", "dead"],
  ["heid", "head"],
  ["airm", "arm"],
  ["haun", "hand"],
  ["haunds", "hands"],
  ["taes", "toes"],
  ["greetin", "crying"],
  ["greeting", "crying"],
  ["jag", "injection"],
  ["nowt", "nothing"],
  ["summat", "something"],
  ["owt", "anything"],
  ["im", "i'm"],
  ["ive", "i've"],
]);

/** "could not" is "couldn't": what can be said in two words is looked for in one form. */
const WITH_NOT: ReadonlyMap<string, string> = new Map([
  ["can", "can't"],
  ["could", "couldn't"],
  ["do", "don't"],
  ["does", "doesn't"],
  ["did", "didn't"],
  ["is", "isn't"],
  ["are", "aren't"],
  ["was", "wasn't"],
  ["were", "weren't"],
  ["has", "hasn't"],
  ["have", "haven't"],
  ["had", "hadn't"],
  ["will", "won't"],
  ["would", "wouldn't"],
]);
/** "not only", "not just" deny nothing. */
const NOT_GOES_ON = /^\s+(?:only|just)\b/i;

const WHOLE = new Set([
  "he's",
  "she's",
  "it's",
  "that's",
  "there's",
  "what's",
  "who's",
  "where's",
  "how's",
  "let's",
  "here's",
]);

/** Words with a full stop that ends no sentence. */
const STOPPED = new Set([
  "approx",
  "dr",
  "mr",
  "mrs",
  "ms",
  "vs",
  "eg",
  "ie",
  "etc",
  "st",
  "no",
  "lt",
  "rt",
  "bilat",
  "unilat",
  "lat",
  "med",
  "prox",
  "dist",
  "hx",
  "pt",
  "temp",
  "resp",
  "abdo",
  "occ",
  "poss",
  "prob",
  "prev",
  "resp",
  "approx",
  "wk",
  "wks",
  "hr",
  "hrs",
  "min",
  "mins",
  "yr",
  "yrs",
  "mo",
  "mos",
]);

/** A line that is shorter was ended, not wrapped. */
const SHORTEST_LINE = 50;

/** A vertical list or a heading in capitals ends where the line does; a line that is only wrapped goes on in small letters. */
function wrapped(text: string, at: number): boolean {
  if (at - (text.lastIndexOf("\n", at - 1) + 1) < SHORTEST_LINE) return false;
  const next = /\S/.exec(text.slice(at + 1, at + 40))?.[0] ?? "";
  const before = text.slice(Math.max(0, at - 1), at);
  return /[a-z]/.test(next) && /[a-z,]/.test(before);
}

/** The word before a "not" with it: "could not" as "couldn't". Null where they stay two. */
function withNot(previous: Token | undefined, text: string, end: number): Token | null {
  if (previous === undefined || previous.mark !== null || NOT_GOES_ON.test(text.slice(end, end + 8))) return null;
  const contracted = WITH_NOT.get(previous.text);
  return contracted === undefined ? null : { ...previous, text: contracted, end };
}

/** Cuts free words into tokens: in lower case, apostrophes made plain, shorthand brought to one form. Linear in the text. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  // "my calf's tight", "his mother's": what is spoken of is one token, its ending another.
  const push = (token: Token) => {
    if (!token.text.endsWith("'s") || WHOLE.has(token.text) || token.text.length < 4) return tokens.push(token);
    tokens.push({ ...token, text: token.text.slice(0, -2), end: token.end - 2 });
    return tokens.push({ ...token, text: "'s", start: token.end - 2 });
  };
  for (const match of text.matchAll(TOKEN)) {
    const raw = match[0].trim().toLowerCase().replaceAll("’", "'") || match[0];
    const start = match.index + (match[0].length - match[0].trimStart().length);
    const end = match.index + match[0].length;
    let mark = MARKS.get(match[0] === "\n" ? "\n" : raw) ?? null;
    if (match[0] === "\n" && wrapped(text, match.index)) continue;
    // "temp nl / power nl": a slash between blanks parts like a comma.
    if (mark === "slash" && /\s/.test(text.charAt(start - 1)) && /\s/.test(text.charAt(end))) mark = "comma";
    const previous = tokens[tokens.length - 1];
    if (
      raw === "." &&
      mark === "sentence" &&
      previous !== undefined &&
      previous.end === start &&
      isShort(previous.text, text, end)
    )
      mark = null;
    const joined = raw === "not" ? withNot(previous, text, end) : null;
    if (joined !== null) {
      tokens[tokens.length - 1] = joined;
      continue;
    }
    push({ text: SAME.get(raw) ?? raw, start: match[0] === "\n" ? match.index : start, end, mark });
  }
  return tokens;
}

/** "wt. loss", "approx. 3 cm": a known short word before small letters or digits. */
function isShort(word: string, text: string, end: number): boolean {
  return STOPPED.has(word) && /^\s+[a-z\d]/.test(text.slice(end, end + 4)) && word !== "no";
}
