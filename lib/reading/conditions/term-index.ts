import { icd10cm } from "@/lib/terminology/icd10cm/icd10cm";
import { conditionWords } from "@/lib/terminology/icd10cm/condition-words";
import { bagKey, canonicalWord, readRows, wordsOf, type Word } from "./words";

/** What a stretch of words stands for. */
export interface TermMatch {
  /** Best first. */
  codes: readonly string[];
  /** The words support the code; otherwise it is asked. */
  sure: boolean;
}

/** A code with whether its term leaves out a word that tells codes apart. */
interface Official {
  code: string;
  loose: boolean;
}

interface TermIndex {
  /** Our own table of how clinicians write conditions. */
  own: ReadonlyMap<string, string>;
  /** ICD-10-CM's wording without the words of classification. */
  official: ReadonlyMap<string, Official>;
  /** Terms of two words and more of both tables without their order. */
  bags: ReadonlyMap<string, readonly string[]>;
  /** Every word of a term: a word that can tell one condition from another. */
  vocabulary: ReadonlySet<string>;
  /** Every word of a term as it is spelt. */
  spellings: ReadonlySet<string>;
}

/** Words that carry no meaning inside a term: "carcinoma of (the) breast". */
const SILENT = new Set(["the", "a", "an"]);

/** `Parkinson's` and `parkinsons` are one. */
const termKey = (words: readonly string[]): string =>
  words
    .filter((word, at) => at === words.length - 1 || !SILENT.has(word))
    .map((word) => word.replaceAll("'", ""))
    .join(" ");

/** A term of two conditions is known only as it stands: "diabetes/CKD" does not say that one came of the other. */
const JOINS = /\b(?:with|due|secondary to|and|after|post|following)\b/i;

let loaded: TermIndex | null = null;

/** The tables of terms, loaded once per process. */
export function termIndex(): TermIndex {
  loaded ??= load();
  return loaded;
}

function load(): TermIndex {
  const own = new Map<string, string>();
  const bags = new Map<string, string[]>();
  const vocabulary = new Set<string>();
  const spellings = new Set<string>();
  for (const [code = "", list = ""] of readRows("condition-terms.tsv")) {
    for (const term of list.split(";")) {
      const words = wordsOf(term.trim());
      const key = termKey(words.map((word) => word.key));
      if (key === "" || own.has(key)) continue;
      own.set(key, code);
      for (const word of words) for (const form of word.folded.split(" ")) spellings.add(form);
      const canonical = words.flatMap((word) => word.canonical.split(" "));
      for (const word of canonical) vocabulary.add(word);
      const bag = bagKey(canonical);
      if (bag.includes(" ") && !JOINS.test(term) && !bags.has(bag)) bags.set(bag, [code]);
    }
  }
  const ownBags = new Set(bags.keys());
  const official = new Map<string, Official>();
  for (const [code = "", term = "", how = ""] of readRows("official-terms.tsv")) {
    official.set(term, { code, loose: how === "loose" });
    for (const form of term.split(" ")) spellings.add(form);
    const canonical = term.split(" ").map(canonicalWord);
    for (const word of canonical) vocabulary.add(word);
    const bag = bagKey(canonical);
    if (how === "loose" || !bag.includes(" ") || ownBags.has(bag)) continue;
    const known = bags.get(bag);
    if (known === undefined) bags.set(bag, [code]);
    else if (!known.includes(code)) known.push(code);
  }
  vocabulary.delete("");
  return { own, official, bags, vocabulary, spellings };
}

/** Single words of synonyms that are also ordinary words of a record. */
const TOO_SHORT = 4;

/**
 * What the words are a term of: our table first, then the wording of ICD-10-CM, then the same words in another order or form,
 * then the synonyms of the disease ontology.
 * @param wholeClause the words are all of a clause: then the full official wording counts too, which costs a search
 */
export function matchTerm(words: readonly Word[], wholeClause: boolean): TermMatch | null {
  const keys = words.map((word) => word.key);
  return ownTerm(keys) ?? officialTerm(words) ?? sameWords(words) ?? synonym(words, keys, wholeClause);
}

const sureOf = (code: string): TermMatch => ({ codes: [code], sure: true });

/** A term of our table, or its plural ("strokes"). */
function ownTerm(keys: readonly string[]): TermMatch | null {
  const { own } = termIndex();
  const known = own.get(termKey(keys));
  if (known !== undefined) return sureOf(known);
  const last = keys.at(-1) ?? "";
  if (last.length < 5 || !last.endsWith("s")) return null;
  const one = own.get(termKey([...keys.slice(0, -1), last.slice(0, -1)]));
  return one === undefined ? null : sureOf(one);
}

/** A stretch that begins or ends with "of" or "and" is no term of its own. */
const isFramed = (words: readonly Word[], part: "folded" | "canonical"): boolean =>
  words[0]?.[part] !== "" && words.at(-1)?.[part] !== "";

function officialTerm(words: readonly Word[]): TermMatch | null {
  if (!isFramed(words, "folded")) return null;
  const { official } = termIndex();
  const term = words
    .map((word) => word.folded)
    .filter((word) => word !== "")
    .join(" ");
  const found = official.get(term) ?? (term.length > 5 && term.endsWith("s") ? official.get(term.slice(0, -1)) : null);
  return found === null || found === undefined ? null : { codes: [found.code], sure: !found.loose };
}

/** The same words in another order or form. Codes of different categories are asked. */
function sameWords(words: readonly Word[]): TermMatch | null {
  // A number in front is that of a list: "1. CKD".
  if (words.length < 2 || !isFramed(words, "canonical") || /^\d+$/.test(words[0]?.key ?? "")) return null;
  const parts = words.flatMap((word) => word.canonical.split(" ")).filter((word) => word !== "");
  // A word that stands twice belongs to two terms: "high cholesterol and high".
  if (new Set(parts).size < parts.length) return null;
  const codes = termIndex().bags.get(bagKey(parts));
  if (codes === undefined) return null;
  const categories = new Set(codes.map((code) => code.slice(0, 3)));
  return { codes: categories.size === 1 ? codes.slice(0, 1) : codes, sure: categories.size === 1 };
}

/** Shorter official wordings stand in our tables; a longer one costs a search. */
const LONG_WORDING = 4;
/** So many searches for official wordings are remembered. */
const MOST_REMEMBERED = 512;
const remembered = new Map<string, readonly string[]>();

function officialCodes(term: string): readonly string[] {
  const known = remembered.get(term);
  if (known !== undefined) return known;
  const codes = icd10cm().codesOfTerm(term);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(term, codes);
  return codes;
}

/** A synonym counts where a word of it stands in the official wording too; the ontology gives neighbours' codes as well. */
function synonym(words: readonly Word[], keys: readonly string[], wholeClause: boolean): TermMatch | null {
  const term = keys.join(" ");
  if (keys.length === 1 && term.length <= TOO_SHORT) return null;
  const index = icd10cm();
  const written = wholeClause && keys.length >= LONG_WORDING ? officialCodes(term) : index.codesOfSynonym(term);
  const codes =
    written.length > 0 ? written : index.codesOfSynonym(words.map((word) => word.folded || word.key).join(" "));
  const code = codes[0];
  if (code === undefined) return null;
  const said = new Set(words.flatMap((word) => word.canonical.split(" ")));
  const supported = conditionWords(index.byCode(code)?.display ?? "").some((word) => said.has(canonicalWord(word)));
  return { codes: supported ? [code] : codes.slice(0, 3), sure: supported };
}
