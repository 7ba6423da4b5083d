import { nameKey } from "./name-key";
import { readData, readTable } from "./read-table";

/** An ICD-10-CM code; headers (not billable) are there too, so that a case coded to three characters is understood. */
export type Icd10Entry = { code: string; display: string; billable: boolean };

export type Icd10Index = {
  /** With or without the dot, any case. */
  byCode(code: string): Icd10Entry | null;
  /** By code prefix or by words: any order, prefixes, synonyms. Best first; 20 unless said otherwise. */
  search(words: string, limit?: number): Icd10Entry[];
  /** The codes that a whole term stands for, exact by `nameKey`: synonyms first, then official wording. */
  codesOfTerm(term: string): readonly string[];
  /** The longest synonym in letters and digits, for readers that look terms up in running text. */
  maxTermLength: number;
};

let loaded: Icd10Index | null = null;

/** ICD-10-CM, loaded once per process. */
export function icd10cm(): Icd10Index {
  loaded ??= load();
  return loaded;
}

function load(): Icd10Index {
  const entries: Icd10Entry[] = readData("icd10cm.tsv.gz").split("\n").slice(1, -1).map((line) => {
    const [code = "", display = "", billable = ""] = line.split("\t");
    return { code, display, billable: billable === "1" };
  });
  const byCode = new Map(entries.map((entry) => [nameKey(entry.code), entry]));
  const terms = new Map<string, string[]>();
  let maxTermLength = 0;
  const rows = [...readTable("curated/icd10cm-terms.tsv"), ...readTable("icd10cm-synonyms.tsv").sort((a, b) => Number(b[2] === "curated") - Number(a[2] === "curated"))];
  for (const [code = "", term = ""] of rows) {
    const key = nameKey(term);
    const known = terms.get(key);
    if (known === undefined) terms.set(key, [code]);
    else if (!known.includes(code)) known.push(code);
    maxTermLength = Math.max(maxTermLength, key.length);
  }
  let official: Map<string, string[]> | null = null;
  const officialTerms = (): Map<string, string[]> => {
    official ??= entries.reduce((map, entry) => map.set(nameKey(entry.display), [...(map.get(nameKey(entry.display)) ?? []), entry.code]), new Map<string, string[]>());
    return official;
  };
  return {
    byCode: (code) => byCode.get(nameKey(code)) ?? null,
    codesOfTerm: (term) => terms.get(nameKey(term)) ?? officialTerms().get(nameKey(term)) ?? [],
    maxTermLength,
    search(words, limit = 20) {
      const code = nameKey(words);
      if (/^[a-z]\d/.test(code)) return entries.filter((entry) => nameKey(entry.code).startsWith(code)).slice(0, limit);
      const synonyms = (terms.get(code) ?? []).map((one) => byCode.get(nameKey(one))).filter((one) => one !== undefined);
      const wanted = words.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
      if (wanted.length === 0) return [];
      const hits = entries.filter((entry) => {
        const display = ` ${entry.display.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ")}`;
        return wanted.every((word) => display.includes(` ${word}`));
      });
      hits.sort((a, b) => a.display.length - b.display.length || (a.code < b.code ? -1 : 1));
      return [...new Set([...synonyms, ...hits])].slice(0, limit);
    },
  };
}
