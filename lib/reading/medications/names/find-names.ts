import { drugNames, type DrugNameEntry } from "@/lib/terminology/drugs/drug-names";
import { isEnglishWord } from "@/lib/reading/medications/text/english-words";
import type { NameHit } from "@/lib/reading/medications/text/list-parts";
import { phraseSet } from "@/lib/reading/medications/text/phrase-table";
import type { Token } from "@/lib/reading/medications/text/tokens";
import {
  GRAPEFRUIT_WARNINGS,
  NAME_INSIDE_OTHER,
  NOT_MEDICATIONS,
} from "@/lib/reading/medications/vocabulary/not-medications";
import { FORMS } from "@/lib/reading/medications/vocabulary/forms";
import { FREQUENCIES } from "@/lib/reading/medications/vocabulary/frequencies";
import { ROUTES } from "@/lib/reading/medications/vocabulary/routes";
import { SIG_WORDS } from "@/lib/reading/medications/vocabulary/sig-words";
import { DOSE_UNITS, PER_UNITS } from "@/lib/reading/medications/vocabulary/units";

const OTHER_MEANING = phraseSet([...NAME_INSIDE_OTHER, ...GRAPEFRUIT_WARNINGS]);
const NO_DRUG = phraseSet(NOT_MEDICATIONS);
const TITLES = new Set(["dr", "mr", "mrs", "ms", "prof"]);
/** Longest name that is looked for, in tokens; longer ones in the tables are lists of extracts. */
const MAX_TOKENS = 16;

/** Finds every drug name, longest first from each word, never inside a longer word. Linear in the number of tokens. */
export function findNames(tokens: readonly Token[]): NameHit[] {
  const hits: NameHit[] = [];
  let at = 0;
  while (at < tokens.length) {
    const skip = skipAt(tokens, at);
    const hit = startsName(tokens, at) ? longestName(tokens, at) : null;
    // "MS Contin" is a name, "Ms. Lantz" is a person.
    if (skip > 0 && (hit === null || hit.to < at + skip)) {
      at += skip;
      continue;
    }
    const other = Math.max(
      OTHER_MEANING.at(tokens, at, tokens.length)?.length ?? 0,
      NO_DRUG.at(tokens, at, tokens.length)?.length ?? 0,
    );
    if (hit !== null && hit.to - at > other) {
      hits.push(hit);
      at = hit.to;
    } else at += Math.max(1, other);
  }
  return hits;
}

/** "Dr. Lantz": the name of a person. */
function skipAt(tokens: readonly Token[], at: number): number {
  if (!TITLES.has(tokens[at]?.text ?? "")) return 0;
  const dot = tokens[at + 1]?.text === "." ? 1 : 0;
  return tokens[at + 1 + dot]?.kind === "word" ? 2 + dot : 0;
}

function startsName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.kind === "mark" || token.kind === "newline") return false;
  const before = tokens[at - 1];
  return token.gap || before === undefined || before.kind === "mark" || before.kind === "newline";
}

/** The end of a word: nothing joined to it, except a strength ("amlodipine10mg"). */
function endsName(tokens: readonly Token[], last: number, keyLength: number): boolean {
  const next = tokens[last + 1];
  if (next === undefined || next.gap || next.kind === "mark" || next.kind === "newline") return true;
  if (next.kind === "number" && keyLength >= 5)
    return DOSE_UNITS.has(tokens[last + 2]?.text ?? "") || tokens[last + 2]?.gap !== false;
  return next.kind === "word" && next.text === "tm";
}

type Separators = { gaps: number[]; slash: boolean; comma: boolean; newline: boolean };

function longestName(tokens: readonly Token[], from: number): NameHit | null {
  const names = drugNames();
  const seen: Separators = { gaps: [], slash: false, comma: false, newline: false };
  let key = "";
  let best: NameHit | null = null;
  for (let at = from; at < tokens.length && at - from < MAX_TOKENS; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.kind === "newline") {
      if (seen.newline || key.length < 6) break;
      seen.newline = true;
      continue;
    }
    if (token.kind === "mark") {
      if (!passMark(tokens, at, seen)) break;
      continue;
    }
    if (token.gap && at > from) seen.gaps.push(key.length);
    key += token.text;
    if (key.length > names.maxKeyLength) break;
    if (!endsName(tokens, at, key.length)) continue;
    const entries = names.lookup(key).filter((entry) => fits(entry, key, seen) && wrapFits(tokens, at, seen));
    if (entries.length === 0) continue;
    const shorter: NameHit | null = best;
    const strengthOnly: boolean =
      shorter !== null && onlyNumbers(tokens, shorter.to, at + 1) && sameProducts(shorter.entries, entries);
    if (!strengthOnly) best = { from, to: at + 1, entries, everyday: entries.every((entry) => isEveryday(entry)) };
  }
  return best;
}

/** "Mag-Ox 400", "Advair Diskus 250/50": where the shorter name is the same product, the numbers are its strength. */
function onlyNumbers(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token?.kind === "newline" || (token?.kind === "word" && !(at > from && DOSE_UNITS.has(token.text))))
      return false;
  }
  return true;
}

function sameProducts(a: readonly DrugNameEntry[], b: readonly DrugNameEntry[]): boolean {
  const names = (entries: readonly DrugNameEntry[]): string =>
    [...new Set(entries.flatMap((entry) => entry.ingredients.map((one) => one.name)))].sort().join("+");
  return names(a) === names(b);
}

/** Marks that may stand inside a name; the others end it. */
function passMark(tokens: readonly Token[], at: number, seen: Separators): boolean {
  const mark = tokens[at]?.text ?? "";
  const next = tokens[at + 1];
  if (next === undefined || next.kind === "newline") return mark === "-";
  if (mark === "-" || mark === "'" || mark === "®" || mark === "©") return true;
  if (mark === ".") return !next.gap || (tokens[at - 1]?.text.length ?? 9) <= 2;
  if (mark === "#") return next.kind === "number";
  if (mark === "/" || mark === "+" || mark === "&") {
    seen.slash = true;
    return true;
  }
  if (mark === ",") {
    seen.comma = true;
    return true;
  }
  return false;
}

function fits(entry: DrugNameEntry, key: string, seen: Separators): boolean {
  if (seen.comma && !entry.name.includes(",")) return false;
  if (saysOnlyDirections(entry)) return false;
  if (seen.slash && entry.ingredients.length < 2 && !/[/&+]/.test(entry.name)) return false;
  if (seen.gaps.length === 0) return true;
  const breaks = breaksOf(entry.name);
  return seen.gaps.every((gap) => breaks.has(gap)) || loosened(key, seen.gaps);
}

/** A product named with words of directions alone ("Refill 3") is never meant on a list. */
function saysOnlyDirections(entry: DrugNameEntry): boolean {
  if (entry.kind !== "brand" || entry.source.startsWith("curated")) return false;
  const words = entry.name.toLowerCase().match(/[a-z]+/g) ?? [];
  return words.length > 0 && entry.name.length > 5 && words.every((word) => isDirectionWord(word));
}

/** Places in the key of a name where the name itself has a separator. */
function breaksOf(name: string): ReadonlySet<number> {
  const breaks = new Set<number>();
  let length = 0;
  let previous = "";
  for (const character of name.toLowerCase()) {
    const letter = /\p{L}/u.test(character) ? "letter" : "";
    const kind = /\d/.test(character) ? "digit" : letter;
    if (kind !== previous || kind === "") breaks.add(length);
    if (kind !== "") length += 1;
    previous = kind;
  }
  return breaks;
}

/** A space where the table's name has none ("Mira Lax"): only in long keys, and not between two English words. */
function loosened(key: string, gaps: readonly number[]): boolean {
  if (key.length < 6) return false;
  const parts = [0, ...gaps].map((gap, index, all) => key.slice(gap, all[index + 1] ?? key.length));
  return parts.every((part) => part.length >= 2) && !parts.every((part) => part.length < 4 || isEnglishWord(part));
}

/** A name may run over a line's end only where the next line does not begin with a name or a number of its own. */
function wrapFits(tokens: readonly Token[], last: number, seen: Separators): boolean {
  if (!seen.newline) return true;
  let at = last;
  while (tokens[at]?.kind !== "newline" && at > 0) at -= 1;
  const first = tokens[at + 1];
  return first !== undefined && first.kind === "word" && drugNames().lookup(first.text).length === 0;
}

/** Abbreviations and words of directions that are also names: "inh", "same". */
export function isDirectionWord(word: string): boolean {
  return SIG_WORDS.has(word) || FORM_OR_ROUTE.has(word);
}

const FORM_OR_ROUTE: ReadonlySet<string> = new Set([
  ...FORMS.map(([words]) => words),
  ...ROUTES.map(([words]) => words),
  ...FREQUENCIES.map(([words]) => words),
  ...PER_UNITS.keys(),
]);

/** A product of a shop or a brand whose every word is an English word. */
function isEveryday(entry: DrugNameEntry): boolean {
  if (entry.kind !== "brand" && entry.kind !== "synonym") return false;
  if (entry.source.startsWith("curated")) return false;
  const words = entry.name.toLowerCase().match(/[a-z]+/g) ?? [];
  if (words.length === 0) return false;
  if (words.join("").length <= 3 || isDirectionWord(words.join(""))) return true;
  return (
    words.every((word) => word.length <= 2 || isEnglishWord(word)) &&
    words.every((word) =>
      drugNames()
        .lookup(word)
        .every((other) => other.kind === "brand" || other === entry || word.length <= 3),
    )
  );
}
