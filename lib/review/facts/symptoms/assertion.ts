/** Whether words are said of the patient now, and if not, why not. */
export type Voice = "said" | "denied" | "other-person" | "past" | "hypothetical" | "long-standing";

const SENTENCE_END = /^[.;!?\n]$/;

/** Words after which what follows is denied. */
const DENYING = new Set([
  "no",
  "not",
  "denies",
  "denied",
  "denying",
  "deny",
  "without",
  "never",
  "nil",
  "none",
  "negative",
  "neg",
  "absent",
  "neither",
  "nor",
  "excluded",
  "isn't",
  "hasn't",
  "doesn't",
  "wasn't",
  "don't",
  "didn't",
  "aren't",
  "haven't",
  "⊖",
]);
const DENYING_PAIRS = new Set(["ruled out", "free of", "no longer", "absence of"]);
/** After these the denial goes on over commas to the end of the sentence. */
const LISTING = new Set(["denies", "denied", "denying", "deny", "without", "nor", "neither"]);
const TURNING = new Set([
  "but",
  "however",
  "although",
  "though",
  "except",
  "has",
  "reports",
  "complains",
  "now",
  "presents",
  "⊕",
]);

const PAST = new Set(["previous", "previously", "former", "formerly", "resolved"]);
const PAST_PAIRS = new Set(["history of", "h o", "hx of", "past history"]);

const IF = new Set(["if", "unless"]);
const HYPOTHETICAL_PAIRS = new Set([
  "risk of",
  "watch for",
  "watch out",
  "look for",
  "look out",
  "report any",
  "return if",
  "call if",
  "back if",
  "help if",
  "return precautions",
  "red flags",
  "safety net",
  "warning signs",
  "monitor for",
  "counselled on",
  "counseled on",
  "counselled about",
  "counseled about",
  "counselled re",
  "advised on",
  "advised about",
  "advised re",
  "warned about",
  "warned of",
  "educated on",
  "educated about",
  "case of",
  "develop any",
  "rule out",
  "r o",
  "screen for",
  "ask about",
  "precautions given",
  "symptoms to",
]);
const HYPOTHETICAL = new Set(["precautions", "safetynet", "safetynetting"]);

const PERSON = new Set([
  "mother",
  "father",
  "mum",
  "mom",
  "dad",
  "parent",
  "parents",
  "brother",
  "brothers",
  "sister",
  "sisters",
  "sibling",
  "siblings",
  "wife",
  "husband",
  "spouse",
  "partner",
  "boyfriend",
  "girlfriend",
  "son",
  "sons",
  "daughter",
  "daughters",
  "aunt",
  "uncle",
  "cousin",
  "cousins",
  "niece",
  "nephew",
  "grandmother",
  "grandfather",
  "grandson",
  "granddaughter",
  "grandparent",
  "grandparents",
  "family",
  "fhx",
  "relative",
  "relatives",
  "friend",
  "neighbour",
  "neighbor",
  "flatmate",
  "colleague",
]);
/** A relative who tells of the patient is not the one who has it: "wife says his legs are weak". */
const TELLING = new Set([
  "says",
  "said",
  "reports",
  "reported",
  "reporting",
  "noticed",
  "notices",
  "noted",
  "notes",
  "states",
  "stated",
  "tells",
  "thinks",
  "observed",
  "describes",
  "described",
  "saw",
  "worried",
  "concerned",
  "confirms",
  "feels",
  "found",
  "brought",
  "mentions",
  "mentioned",
  "is",
  "present",
  "here",
]);
const TELLING_IS = new Set(["worried", "concerned", "present", "here", "with"]);
/** "lives with his wife", "brought by her daughter". */
const BESIDE = new Set(["with", "by", "from", "per", "to", "cares", "for"]);
const PATIENT = new Set(["patient", "pt", "i", "client"]);

type Reach = "to-comma" | "to-sentence-end";

/** The voice of each token by what stands before it, and by what stands after it ("weakness: denied", "for five years"). */
export function voicesOf(tokens: readonly string[]): { before: Voice[]; after: Voice[] } {
  return { before: voicesBefore(tokens), after: voicesAfter(tokens) };
}

function voicesBefore(tokens: readonly string[]): Voice[] {
  const voices: Voice[] = [];
  let voice: Voice = "said";
  let reach: Reach = "to-comma";
  const postfixMarks = marksStandAfter(tokens);
  tokens.forEach((token, at) => {
    const previous = tokens[at - 1];
    if (SENTENCE_END.test(token)) voice = "said";
    else if (token === ":") {
      if (voice !== "said" && isTrigger(previous ?? "", tokens[at - 2])) reach = "to-sentence-end";
      else if (voice !== "hypothetical") voice = "said";
    } else if (token === ",") {
      if (reach === "to-comma" && voice !== "said" && !closesList(tokens, at) && !listsBareWords(tokens, at))
        voice = "said";
      else if (voice === "other-person" && ["he", "she", ...PATIENT].includes(tokens[at + 1] ?? "")) voice = "said";
    } else if (
      voice === "other-person"
        ? token === "but" || PATIENT.has(token)
        : TURNING.has(token) && previous !== "without" && voice !== "hypothetical"
    )
      voice = "said";
    voices.push(voice);
    const next = triggered(tokens, at, postfixMarks);
    if (
      next === null ||
      (voice === "hypothetical" && reach === "to-sentence-end") ||
      (voice === "other-person" && next.voice !== "other-person")
    )
      return;
    if (voice === next.voice && reach === "to-sentence-end") return;
    ({ voice, reach } = next);
  });
  return voices;
}

function isTrigger(token: string, previous: string | undefined): boolean {
  const pair = `${previous ?? ""} ${token}`;
  return (
    DENYING.has(token) ||
    HYPOTHETICAL.has(token) ||
    HYPOTHETICAL_PAIRS.has(pair) ||
    token === "given" ||
    PERSON.has(token) ||
    PAST_PAIRS.has(pair)
  );
}

/** What a token does to the words after it; null where nothing. */
function triggered(
  tokens: readonly string[],
  at: number,
  postfixMarks: ReadonlySet<number>,
): { voice: Voice; reach: Reach } | null {
  const token = tokens[at] ?? "";
  const pair = `${tokens[at - 1] ?? ""} ${token}`;
  const next = tokens[at + 1];
  if (HYPOTHETICAL.has(token) || HYPOTHETICAL_PAIRS.has(pair))
    return { voice: "hypothetical", reach: "to-sentence-end" };
  if (IF.has(token)) return { voice: "hypothetical", reach: "to-comma" };
  if (isOtherPerson(tokens, at)) return { voice: "other-person", reach: "to-sentence-end" };
  if (postfixMarks.has(at)) return null;
  if (LISTING.has(token) || ((token === "negative" || token === "neg") && (next === "for" || next === ":")))
    return { voice: "denied", reach: "to-sentence-end" };
  if (DENYING.has(token) || DENYING_PAIRS.has(pair)) return { voice: "denied", reach: "to-comma" };
  if (PAST.has(token) || PAST_PAIRS.has(pair)) return { voice: "past", reach: "to-comma" };
  return null;
}

function isOtherPerson(tokens: readonly string[], at: number): boolean {
  const token = (tokens[at] ?? "").replace(/'s$/, "");
  if (!PERSON.has(token)) return false;
  const next = tokens[at + 1] ?? "";
  if (next === "is" ? TELLING_IS.has(tokens[at + 2] ?? "") : TELLING.has(next)) return false;
  return ![tokens[at - 1], tokens[at - 2]].some((before) => before !== undefined && BESIDE.has(before));
}

/** "weakness (-), fever (-)": marks that stand after their word, where the sentence ends in one. */
function marksStandAfter(tokens: readonly string[]): Set<number> {
  const after = new Set<number>();
  let start = 0;
  for (let at = 0; at <= tokens.length; at += 1) {
    const token = tokens[at];
    if (token !== undefined && !SENTENCE_END.test(token)) continue;
    const last = tokens[at - 1];
    if (last === "⊖" || last === "⊕")
      for (let mark = start; mark < at; mark += 1) if (tokens[mark] === "⊖") after.add(mark);
    start = at + 1;
  }
  return after;
}

/** Whether the list that goes on after a comma ends in "or" or "nor" before the sentence does: "no fever, rash or swelling". */
function closesList(tokens: readonly string[], comma: number): boolean {
  for (let at = comma + 1; at < Math.min(tokens.length, comma + MOST_LISTED); at += 1) {
    const token = tokens[at] ?? "";
    if (SENTENCE_END.test(token) || TURNING.has(token)) return false;
    if (token === "or" || token === "nor") return true;
  }
  return false;
}

/** So far a list is looked at, so that a text costs what its length is. */
const MOST_LISTED = 40;

/** "no fever, weakness, numbness.": single words between commas go on with the denial. */
function listsBareWords(tokens: readonly string[], comma: number): boolean {
  const after = tokens[comma + 2];
  const item = tokens[comma + 1];
  return (
    item !== undefined &&
    !TURNING.has(item) &&
    !SENTENCE_END.test(item) &&
    (after === undefined || after === "," || SENTENCE_END.test(after))
  );
}

const AFTER_DENIED = new Set(["denies", "denied", "absent", "no", "none", "nil", "negative", "neg", "excluded", "⊖"]);
const AFTER_PAST = new Set(["resolved", "settled", "subsided", "gone", "recovered", "cleared"]);
const FILLING = new Set([
  ":",
  "?",
  "is",
  "was",
  "are",
  "were",
  "has",
  "have",
  "been",
  "currently",
  "now",
  "since",
  "it",
  "this",
  "all",
  "both",
  "completely",
  "fully",
  "patient",
  "pt",
  "by",
]);
const NOT_WHAT = new Set([
  "present",
  "reported",
  "noted",
  "seen",
  "found",
  "felt",
  "there",
  "observed",
  "elicited",
  "evident",
]);
const STARTING = new Set([
  "started",
  "began",
  "since",
  "onset",
  "developed",
  "noticed",
  "first",
  "starting",
  "ongoing",
  "still",
  "persistent",
  "persists",
  "continues",
]);
const CHANGING = new Set([
  "worse",
  "worsening",
  "worsened",
  "new",
  "newly",
  "progressive",
  "progressing",
  "increasing",
  "increasingly",
  "more",
  "acute",
  "acutely",
  "sudden",
  "suddenly",
  "getting",
  "weaker",
  "today",
  "yesterday",
  "spreading",
]);
const ROOM_IN_LIST = 2;

function voicesAfter(tokens: readonly string[]): Voice[] {
  const voices = tokens.map((): Voice => "said");
  const postfixMarks = marksStandAfter(tokens);
  tokens.forEach((token, at) => {
    const voice = tellsBack(tokens, at, postfixMarks);
    if (voice !== null) markBack(tokens, at, voice, voices);
    if (
      token === "chronic" ||
      token === "longstanding" ||
      token === "chronically" ||
      (token === "long" && tokens[at + 1] === "standing")
    )
      markPart(tokens, at, "long-standing", voices, CHANGING);
    if (
      (token === "years" || token === "yrs" || token === "decades") &&
      ["for", "x"].some((word) => tokens.slice(Math.max(0, at - 3), at).includes(word))
    )
      markPart(tokens, at, "long-standing", voices, CHANGING);
    if (
      (token === "ago" && /^(months?|mths?|years?|yrs?|decades)$/.test(tokens[at - 1] ?? "")) ||
      ((token === "month" || token === "year" || token === "summer" || token === "winter") && tokens[at - 1] === "last")
    )
      markPart(tokens, at, "past", voices, STARTING);
  });
  return voices;
}

/** A word that takes back what stands before it: "weakness absent", "swollen? no", "fever: denies", "resolved". */
function tellsBack(tokens: readonly string[], at: number, postfixMarks: ReadonlySet<number>): Voice | null {
  const token = tokens[at] ?? "";
  const next = tokens[at + 1];
  const ends =
    next === undefined || next === "," || SENTENCE_END.test(next) || next === "and" || next === "⊖" || next === "⊕";
  if (token === "not") return NOT_WHAT.has(next ?? "") ? "denied" : null;
  if (AFTER_PAST.has(token)) return "past";
  if (token === "⊖") return postfixMarks.has(at) ? "denied" : null;
  if (token === "ruled") return next === "out" ? "denied" : null;
  if (!AFTER_DENIED.has(token) || at === 0) return null;
  if (token === "absent" || token === "excluded" || token === "denied") return ends || next === "by" ? "denied" : null;
  return ends ? "denied" : null;
}

/** Marks the words that a word after them takes back: to the comma, over an "and" only between single words, over a colon to the start. */
function markBack(tokens: readonly string[], from: number, voice: Voice, voices: Voice[]): void {
  let at = from - 1;
  let colon = false;
  let commas = 0;
  while (at >= 0 && (FILLING.has(tokens[at] ?? "") || (tokens[at] === "," && commas === 0 && voice === "past"))) {
    if (tokens[at] === ":") colon = true;
    if (tokens[at] === ",") commas += 1;
    at -= 1;
  }
  for (; at >= 0; at -= 1) {
    const token = tokens[at] ?? "";
    if (SENTENCE_END.test(token) || token === ":" || TURNING.has(token) || token === "⊖") return;
    if (token === "," && !colon) return;
    if ((token === "and" || token === "or") && !colon && !shortBefore(tokens, at)) return;
    voices[at] = voice;
  }
}

function shortBefore(tokens: readonly string[], joint: number): boolean {
  let words = 0;
  for (let at = joint - 1; at >= 0 && words <= ROOM_IN_LIST; at -= 1, words += 1) {
    const token = tokens[at] ?? "";
    if (SENTENCE_END.test(token) || token === "," || token === ":") break;
  }
  return words <= ROOM_IN_LIST;
}

/** Marks the part of the sentence between commas, unless one of some words in it says otherwise. */
function markPart(
  tokens: readonly string[],
  at: number,
  voice: Voice,
  voices: Voice[],
  unless: ReadonlySet<string>,
): void {
  const ends = (token: string | undefined) =>
    token === undefined || SENTENCE_END.test(token) || token === "," || token === "but";
  let from = at;
  while (!ends(tokens[from - 1]) && at - from < MOST_LISTED) from -= 1;
  let to = at;
  while (!ends(tokens[to + 1]) && to - at < MOST_LISTED) to += 1;
  // "swollen, chronic": a part that is the word alone speaks of the part before it.
  if (from === to && tokens[from - 1] === ",") {
    from -= 1;
    while (!ends(tokens[from - 1]) && at - from < MOST_LISTED) from -= 1;
  }
  const part = tokens.slice(from, to + 1);
  if (part.some((token) => unless.has(token))) return;
  for (let mark = from; mark <= to; mark += 1) voices[mark] = voice;
}
