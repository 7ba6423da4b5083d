import { searchLines, type ConditionTerms } from "./icd-search";
import { termSearch } from "./icd-terms";
import { openIcdWordIndex, type IcdWordIndex } from "./icd-word-index";
import { nameKey } from "@/lib/terminology/drugs/name-key";
import { readBytes, readTable } from "@/lib/terminology/read-table";

/** An ICD-10-CM code; headers (not billable) are there too, so that a case coded to three characters is understood. */
export type Icd10Entry = { code: string; display: string; billable: boolean };

export type Icd10Index = {
  /** With or without the dot, any case. */
  byCode(code: string): Icd10Entry | null;
  /** By code prefix or by words: any order, prefixes, synonyms, British or American spelling. Best first; 20 unless said otherwise. */
  search(words: string, limit?: number): Icd10Entry[];
  /** The codes that a whole term stands for, exact by `nameKey`: curated terms, then other synonyms, then official wording. */
  codesOfTerm(term: string): readonly string[];
  /** As `codesOfTerm` without the official wording: one look-up in a map, for readers that try every stretch of a text. */
  codesOfSynonym(term: string): readonly string[];
  /** The longest synonym in letters and digits, for readers that look terms up in running text. */
  maxTermLength: number;
};

let loaded: Icd10Index | null = null;

/** ICD-10-CM, loaded once per process. The table stays one text; entries are made when they are asked for. */
export function icd10cm(): Icd10Index {
  loaded ??= load();
  return loaded;
}

/** The table as one text with the start of every line; lines stand in code order. */
class CodeTable {
  private readonly starts: Uint32Array;

  constructor(
    private readonly text: string,
    lineCount: number,
  ) {
    this.starts = new Uint32Array(lineCount + 1);
    let start = text.indexOf("\n") + 1;
    for (let line = 0; line <= lineCount; line += 1) {
      this.starts[line] = start;
      start = text.indexOf("\n", start) + 1;
    }
  }

  get lineCount(): number {
    return this.starts.length - 1;
  }

  code(line: number): string {
    const start = this.starts[line] ?? 0;
    return this.text.slice(start, this.text.indexOf("\t", start));
  }

  chapter(line: number): string {
    return this.text[this.starts[line] ?? 0] ?? "";
  }

  entry(line: number): Icd10Entry {
    const [code = "", display = "", billable = ""] = this.text
      .slice(this.starts[line] ?? 0, (this.starts[line + 1] ?? 0) - 1)
      .split("\t");
    return { code, display, billable: billable === "1" };
  }

  /** The first line whose code is not before this one. */
  firstAtLeast(code: string): number {
    let [low, high] = [0, this.lineCount];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.code(middle) < code) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  find(code: string): number | null {
    const line = this.firstAtLeast(code);
    return line < this.lineCount && this.code(line) === code ? line : null;
  }
}

function load(): Icd10Index {
  const words = openIcdWordIndex(readBytes("icd10cm-words.bin.gz"));
  const table = new CodeTable(readBytes("icd10cm.tsv.gz").toString("latin1"), words.lineCount);
  const rows = readTable("icd10cm-synonyms.tsv");
  const curated = [...readTable("curated/icd10cm-terms.tsv"), ...rows.filter((row) => row[2] === "curated")];
  const inOrder = [...curated, ...rows.filter((row) => row[2] !== "curated")];
  const { codesOf, maxTermLength } = termIndex(inOrder);
  let terms: ConditionTerms | null = null;
  const byWords = (query: string, limit: number): Icd10Entry[] =>
    searchLines(query, words, (terms ??= conditionTerms(inOrder, table)), (line) => table.chapter(line), limit).map(
      (line) => table.entry(line),
    );
  return {
    byCode(code) {
      const line = table.find(dotted(code));
      return line === null ? null : table.entry(line);
    },
    search(query, limit = 20) {
      const coded = looksLikeCode(query) ? byPrefix(table, dotted(query), limit) : [];
      return coded.length > 0 ? coded : exactFirst(query, byWords(query, limit), codesOf, table, limit);
    },
    codesOfSynonym: (term) => codesOf.get(nameKey(term)) ?? [],
    codesOfTerm: (term) => codesOf.get(nameKey(term)) ?? officialCodes(term, table, words),
    maxTermLength,
  };
}

/** The terms for searching by words. A code is looked up when one of its terms is hit. */
function conditionTerms(rows: readonly string[][], table: CodeTable): ConditionTerms {
  const search = termSearch(rows.map(([, term = ""]) => term));
  return { search, lineOf: (term) => table.find(rows[term]?.[0] ?? "") };
}

/** Terms of one key in the order of the rows. */
function termIndex(rows: readonly string[][]): { codesOf: Map<string, string[]>; maxTermLength: number } {
  const codesOf = new Map<string, string[]>();
  let maxTermLength = 0;
  for (const [code = "", term = ""] of rows) {
    const key = nameKey(term);
    const known = codesOf.get(key);
    if (known === undefined) codesOf.set(key, [code]);
    else if (!known.includes(code)) known.push(code);
    maxTermLength = Math.max(maxTermLength, key.length);
  }
  return { codesOf, maxTermLength };
}

/** What the whole query is a known term of stands first. */
function exactFirst(
  query: string,
  hits: readonly Icd10Entry[],
  codesOf: ReadonlyMap<string, readonly string[]>,
  table: CodeTable,
  limit: number,
): Icd10Entry[] {
  const exact = (codesOf.get(nameKey(query)) ?? []).flatMap((code) => {
    const line = table.find(code);
    return line === null ? [] : [table.entry(line)];
  });
  return [...exact, ...hits.filter((hit) => !exact.some((one) => one.code === hit.code))].slice(0, limit);
}

/** Codes whose official wording is the term, letter for letter apart from case and punctuation. */
function officialCodes(term: string, table: CodeTable, words: IcdWordIndex): string[] {
  const key = nameKey(term);
  if (key === "") return [];
  return searchLines(term, words, null, () => "", 50)
    .map((line) => table.entry(line))
    .filter((entry) => nameKey(entry.display) === key)
    .map((entry) => entry.code);
}

function byPrefix(table: CodeTable, prefix: string, limit: number): Icd10Entry[] {
  const found: Icd10Entry[] = [];
  for (let line = table.firstAtLeast(prefix); line < table.lineCount && found.length < limit; line += 1) {
    if (!table.code(line).startsWith(prefix)) break;
    found.push(table.entry(line));
  }
  return found;
}

function looksLikeCode(query: string): boolean {
  return /^[a-z]\d[0-9a-z]?\.?[0-9a-z]{0,4}$/i.test(query.trim());
}

/** `g4762` as ICD-10-CM writes it: `G47.62`. */
function dotted(code: string): string {
  const plain = code.replace(/[^0-9a-z]/gi, "").toUpperCase();
  return plain.length > 3 ? `${plain.slice(0, 3)}.${plain.slice(3)}` : plain;
}
