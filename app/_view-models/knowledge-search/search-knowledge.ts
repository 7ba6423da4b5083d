import { conditionsOf } from "@/lib/knowledge/condition-of-code";
import type { Knowledge } from "@/lib/knowledge/schema";
import { drugNames, type DrugNameEntry } from "@/lib/terminology/drugs/drug-names";
import { icd10cm } from "@/lib/terminology/icd10cm/icd10cm";
import { loinc } from "@/lib/terminology/loinc";
import { nameKey } from "@/lib/terminology/drugs/name-key";
import { nearNames } from "@/lib/terminology/spelling/near-names";
import type { KnowledgeKind } from "@/app/_view-models/knowledge-href";
import { nearestQuery } from "./near-words";
import { foldedWords, searchIndex, type IndexedPage } from "./search-index";

export type SearchHit = { kind: KnowledgeKind; href: string; title: string; ruleId: string | null; note: string };

/** What was found. `drug`: what the query means where it is a drug name; `meant`: names that may have been meant, offered and never applied. */
export type SearchAnswer = {
  hits: readonly SearchHit[];
  drug: { name: string; brand: boolean; ingredients: readonly string[] } | null;
  meant: readonly string[];
};

/** Longest query that is looked at, in characters. */
export const LONGEST_QUERY = 200;
const SHORTEST_PREFIX = 3;
const SCORES = { named: 100, coded: 95, title: 80, drug: 70, near: 50, far: 20 } as const;

/** Pages about `query`, best first: a drug under any of its names, a class, a condition or its code, a test, an interaction, a treatment. */
export function searchKnowledge(knowledge: Knowledge, query: string): SearchAnswer {
  const text = query.slice(0, LONGEST_QUERY);
  const key = nameKey(text);
  if (key === "") return { hits: [], drug: null, meant: [] };
  const entries = drugNames().lookup(key);
  const ingredients = [...new Set(entries.flatMap((entry) => entry.ingredients.map((one) => one.name.toLowerCase())))];
  const coded = codedIds(knowledge, text);
  const words = queryWords(text);
  const scored = searchIndex(knowledge).map((page) => ({
    page,
    score: Math.max(
      drugScore(page, ingredients),
      coded.has(`${page.kind} ${page.id}`) ? SCORES.coded : 0,
      wordScore(page, words),
    ),
  }));
  const hits = scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ page }) => hitOf(page, ingredients));
  return {
    hits,
    drug: drugOf(text, entries, ingredients),
    meant: entries.length > 0 || hits.length > 0 ? [] : meantBy(knowledge, text),
  };
}

/** What may have been meant by a query that found nothing: words of our titles first, then names of drugs. */
function meantBy(knowledge: Knowledge, text: string): string[] {
  const query = nearestQuery(searchIndex(knowledge), foldedWords(text));
  const names = nearNames(text, { limit: 5 }).map((near) => near.entry.name);
  return [...new Set([...(query === null ? [] : [query]), ...names])];
}

function drugScore(page: IndexedPage, ingredients: readonly string[]): number {
  if (!ingredients.some((name) => page.drugs.has(name))) return 0;
  return page.kind === "classes" ? SCORES.named : SCORES.drug;
}

/** A word of the query, folded, with the drugs that it stands for by itself (“salbutamol furosemide” names two). */
type QueryWord = { word: string; drugs: readonly string[] };

function queryWords(text: string): QueryWord[] {
  return text.split(/\s+/).flatMap((written) => {
    const drugs = drugNames()
      .lookup(nameKey(written))
      .flatMap((entry) => entry.ingredients.map((one) => one.name.toLowerCase()));
    return foldedWords(written).map((word) => ({ word, drugs }));
  });
}

/** Every word of the query begins a word of the page, or names a drug of it; the farthest of them decides. Short words count only whole. */
function wordScore(page: IndexedPage, words: readonly QueryWord[]): number {
  if (words.length === 0) return 0;
  const scores = words.map(({ word, drugs }) => {
    const begins = (candidate: string) =>
      word.length < SHORTEST_PREFIX ? candidate === word : candidate.startsWith(word);
    if (page.titleWords.some(begins)) return SCORES.title;
    if (page.nearWords.some(begins) || drugs.some((name) => page.drugs.has(name))) return SCORES.near;
    return word.length >= SHORTEST_PREFIX && page.farWords.some(begins) ? SCORES.far : 0;
  });
  return Math.min(...scores);
}

/** Conditions by code or by a term that stands for one, tests by a name or abbreviation (“K”, “CK”). */
function codedIds(knowledge: Knowledge, text: string): Set<string> {
  const codes = icd10cm().byCode(text.trim()) === null ? icd10cm().codesOfTerm(text) : [text.trim()];
  const conditions = codes
    .flatMap((code) => conditionsOf(knowledge, code)[0]?.id ?? [])
    .map((id) => `conditions ${id}`);
  const analyte = loinc().analyteOf(text.trim());
  const loincs = new Set(
    analyte === null
      ? []
      : loinc()
          .byAnalyte(analyte)
          .map((entry) => entry.loinc),
  );
  const labs = knowledge.labs
    .filter((lab) => lab.loinc.some(({ code }) => loincs.has(code)))
    .map((lab) => `labs ${lab.id}`);
  return new Set([...conditions, ...labs]);
}

function hitOf(page: IndexedPage, ingredients: readonly string[]): SearchHit {
  const held = ingredients.filter((name) => page.drugs.has(name));
  const note =
    held.length > 0 ? `About ${held.join(", ")}` : [page.group, page.note].filter((part) => part !== "").join(" · ");
  return { kind: page.kind, href: page.href, title: page.title, ruleId: page.ruleId, note };
}

function drugOf(text: string, entries: readonly DrugNameEntry[], ingredients: readonly string[]): SearchAnswer["drug"] {
  const [first] = entries;
  if (first === undefined) return null;
  return { name: first.kind === "brand" ? first.name : text.trim(), brand: first.kind === "brand", ingredients };
}
