import { readFileSync } from "node:fs";
import { conditionWords } from "@/lib/terminology/icd10cm/condition-words";
import { dataPath } from "@/lib/terminology/data-path";
import { icd10cm } from "@/lib/terminology/icd10cm/icd10cm";

/** A condition named in a line; offsets are into the line. `reviewed`: by our own table, not by ICD-10-CM's wording. */
export interface ConditionMention {
  code: string;
  start: number;
  end: number;
}

/** A word of a line with its place. `folded`: as official wordings are compared, one spelling for Britain and America; empty for "of". */
interface Word {
  key: string;
  folded: string;
  start: number;
  end: number;
}

/** Words that carry no meaning inside a term: "carcinoma of (the) breast". */
const SILENT = new Set(["the", "a", "an"]);
const LONGEST_TERM = 9;

/** Single words of ICD-10-CM and of the disease ontology that are also ordinary words of a record. */
const TOO_SHORT = 4;

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}↑↓][\p{L}\p{N}'’+↑↓]*/gu)) {
    const key = match[0].toLowerCase().replace(/’/g, "'");
    words.push({ key, folded: conditionWords(key).join(" "), start: match.index, end: match.index + match[0].length });
  }
  return words;
}

/** `Parkinson's` and `parkinsons` are one. */
const termKey = (words: readonly string[]): string =>
  words
    .filter((word) => !SILENT.has(word))
    .map((word) => word.replace(/'/g, ""))
    .join(" ");

let loaded: ReadonlyMap<string, string> | null = null;

/** Our own table of how clinicians write conditions: term to code. Loaded once per process. */
function ownTerms(): ReadonlyMap<string, string> {
  if (loaded !== null) return loaded;
  const terms = new Map<string, string>();
  const lines = readFileSync(dataPath("lib", "reading", "conditions", "data", "condition-terms.tsv"), "utf8")
    .trim()
    .split("\n")
    .slice(1);
  for (const line of lines) {
    const [code = "", list = ""] = line.split("\t");
    for (const term of list.split(";")) {
      const key = termKey(wordsOf(term.trim()).map((word) => word.key));
      if (key !== "" && !terms.has(key)) terms.set(key, code);
    }
  }
  loaded = terms;
  return terms;
}

let loadedOfficial: ReadonlyMap<string, string> | null = null;

/** ICD-10-CM's wording without the words of classification ("acne", "liver transplant"), by `conditionWords`. Loaded once per process. */
function officialTerms(): ReadonlyMap<string, string> {
  loadedOfficial ??= new Map(
    readFileSync(dataPath("lib", "reading", "conditions", "data", "official-terms.tsv"), "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line): [string, string] => {
        const tab = line.indexOf("\t");
        return [line.slice(tab + 1), line.slice(0, tab)];
      }),
  );
  return loadedOfficial;
}

/** A stretch that begins or ends with "of" or "and" is no term of its own. */
function officialCode(words: readonly Word[]): string | null {
  if (words[0]?.folded === "" || words.at(-1)?.folded === "") return null;
  const term = words
    .map((word) => word.folded)
    .filter((word) => word !== "")
    .join(" ");
  return (
    officialTerms().get(term) ??
    (term.length > 5 && term.endsWith("s") ? officialTerms().get(term.slice(0, -1)) : undefined) ??
    null
  );
}

/**
 * The code of a whole term: our table first, then the shortened wording of ICD-10-CM, then its synonyms.
 * @param wholeClause the words are all of a clause: then the full official wording counts too, which costs a search
 */
function codeOf(words: readonly Word[], wholeClause: boolean): string | null {
  const keys = words.map((word) => word.key);
  const known = ownTerms().get(termKey(keys)) ?? officialCode(words);
  if (known !== null) return known;
  const term = keys.join(" ");
  if (keys.length === 1 && term.length <= TOO_SHORT) return null;
  const synonyms = icd10cm();
  const [code] = wholeClause && keys.length > 1 ? synonyms.codesOfTerm(term) : synonyms.codesOfSynonym(term);
  return code ?? synonyms.codesOfSynonym(words.map((word) => word.folded || word.key).join(" "))[0] ?? singular(keys);
}

/** "strokes", "fractures": the plural of a term of our table. */
function singular(keys: readonly string[]): string | null {
  const last = keys.at(-1);
  if (last === undefined || last.length < 5 || !last.endsWith("s")) return null;
  return ownTerms().get(termKey([...keys.slice(0, -1), last.slice(0, -1)])) ?? null;
}

/** Between the words of one term only blanks and light signs may stand; a comma, a stop or a bracket ends a term. */
function gapAllows(line: string, left: Word, right: Word): boolean {
  return /^[\s\-–/.&+]*$/.test(line.slice(left.end, right.start)) && !/\.\s/.test(line.slice(left.end, right.start));
}

/**
 * Two codes in which a comma belongs to the wording ("Diabetes mellitus, type 2"): tried where the words before the comma alone
 * are a term too.
 */
const gapAllowsComma = (line: string, left: Word, right: Word): boolean =>
  /^[\s\-–/.,(]*$/.test(line.slice(left.end, right.start));

/** The conditions named in a line, from left to right, the longest term first, none overlapping. */
export function findConditions(line: string): ConditionMention[] {
  const words = wordsOf(line);
  const mentions: ConditionMention[] = [];
  let at = 0;
  while (at < words.length) {
    const found = longestFrom(line, words, at);
    if (found === null) at += 1;
    else {
      mentions.push(found.mention);
      at = found.next;
    }
  }
  return mentions;
}

const endsClause = (line: string, word: Word): boolean =>
  /^[\s.)]*(?:$|[;\n]|\.\s)/.test(line.slice(word.end, word.end + 4)) || line.slice(word.end).trim() === "";
const startsClause = (line: string, word: Word): boolean =>
  /(?:^|[;:.,\n]\s{0,11}|^[\s\-•*\d.()]+)$/.test(line.slice(Math.max(0, word.start - 12), word.start));

function longestFrom(
  line: string,
  words: readonly Word[],
  at: number,
): { mention: ConditionMention; next: number } | null {
  const first = words[at];
  if (first === undefined) return null;
  let best: { mention: ConditionMention; next: number } | null = null;
  const stretch: Word[] = [];
  let comma = false;
  for (let to = at; to < Math.min(words.length, at + LONGEST_TERM); to += 1) {
    const word = words[to];
    const previous = words[to - 1];
    if (word === undefined) break;
    if (to > at && previous !== undefined && !gapAllows(line, previous, word)) {
      if (!gapAllowsComma(line, previous, word) || comma) break;
      comma = true;
    }
    stretch.push(word);
    const code = codeOf(stretch, endsClause(line, word) && startsClause(line, first));
    if (code !== null) best = { mention: { code, start: first.start, end: word.end }, next: to + 1 };
  }
  return best;
}
