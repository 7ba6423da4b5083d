import { readRows, type Word } from "./words";
import type { TermMatch } from "./term-index";

interface Meaning {
  /** "-": no condition. */
  code: string;
  signs: ReadonlySet<string>;
}

let loaded: ReadonlyMap<string, readonly Meaning[]> | null = null;

function acronyms(): ReadonlyMap<string, readonly Meaning[]> {
  if (loaded !== null) return loaded;
  const table = new Map<string, Meaning[]>();
  for (const [acronym = "", code = "", signs = ""] of readRows("acronyms.tsv")) {
    const meanings = table.get(acronym) ?? [];
    meanings.push({ code, signs: new Set(signs.split(" ")) });
    table.set(acronym, meanings);
  }
  loaded = table;
  return table;
}

/** Whether a word is an abbreviation with more than one meaning. One that is also a word of everyday language ("AS") only in capitals. */
export const isAcronym = (key: string, written: string): boolean =>
  acronyms().has(key) && (written !== key || !ALSO_A_WORD.has(key));

const ALSO_A_WORD = new Set(["as", "add", "et", "ed", "ai", "di", "pa", "om", "pm", "op", "mm", "ad", "ph"]);

/** What stands around an abbreviation. */
export interface Surroundings {
  before: Word | undefined;
  after: Word | undefined;
  /** What stands right behind it. */
  rest: string;
  /** All words of the text. */
  all: ReadonlySet<string>;
}

/**
 * What an abbreviation with several meanings stands for here: what the words around it decide, else all its codes, asked.
 * Null where it is no condition ("3 mi", "MS Contin").
 */
export function meaningOf(word: Word, around: Surroundings): TermMatch | null {
  const meanings = acronyms().get(word.key) ?? [];
  const signs = signsOf(around);
  const decided = meanings.filter((meaning) => signs.some((sign) => meaning.signs.has(sign)));
  const near = decided.length > 0 ? decided : meanings.filter((meaning) => fits(meaning, around.all, word.key));
  const counted = near.length > 0 ? near : meanings.filter((meaning) => meaning.signs.has("*"));
  if (counted.some((meaning) => meaning.code === "-")) return null;
  const codes = counted.map((meaning) => meaning.code);
  if (codes.length === 1) return { codes, sure: true };
  return { codes: meanings.map((meaning) => meaning.code).filter((code) => code !== "-"), sure: false };
}

/** The signs beside the abbreviation: `<word`, `>word`, `<#`, `>:`. */
function signsOf({ before, after, rest }: Surroundings): string[] {
  return [
    ...(before === undefined ? [] : [`<${before.key}`, ...(/^\d/.test(before.key) ? ["<#"] : [])]),
    ...(after === undefined ? [] : [`>${after.key}`, ...(/^\d{2,3}$/.test(after.key) ? [">#"] : [])]),
    ...(/^\s*:/.test(rest) ? [">:"] : []),
  ];
}

function fits(meaning: Meaning, all: ReadonlySet<string>, own: string): boolean {
  for (const sign of meaning.signs) if (sign !== own && sign !== "*" && all.has(sign)) return true;
  return false;
}
