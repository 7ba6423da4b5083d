import { markDrugs } from "@/app/_view-models/drug-runs";
import type { RichText } from "@/app/_view-models/rich-text";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { referencesOf } from "@/lib/knowledge/references";
import type { Knowledge, Source } from "@/lib/knowledge/schema";
import { sourceLink } from "@/lib/report/model/report-model";

/** A source with its number on this page. */
export type NumberedSource = Source & { number: number; link: string | null };

/** What every part of a knowledge page needs: the content, the numbers of its sources, and the drug names to mark. */
export type PageContext = {
  knowledge: Knowledge;
  sources: readonly NumberedSource[];
  numbersOf: (ids: readonly string[]) => number[];
  mark: (text: string) => RichText;
};

/** The context of the page of one entry; its sources are numbered in the order in which the content names them. */
export function pageContext(entry: object): PageContext {
  const knowledge = loadKnowledge();
  const ids = sourceIdsOf(knowledge, entry);
  const numbers = new Map(ids.map((id, index) => [id, index + 1]));
  const sources = ids.flatMap((id) => {
    const source = knowledge.sources.get(id);
    return source === undefined ? [] : [{ ...source, number: numbers.get(id) ?? 0, link: sourceLink(source) }];
  });
  return {
    knowledge,
    sources,
    numbersOf: (wanted) => [...new Set(wanted)].flatMap((id) => numbers.get(id) ?? []).sort((a, b) => a - b),
    mark: (text) => markKnownDrugs(knowledge, text),
  };
}

const sourcesOf = new WeakMap<Knowledge, ReadonlyMap<object, string[]>>();

/** Ids of the sources that an entry names anywhere, each once. */
export function sourceIdsOf(knowledge: Knowledge, entry: object): readonly string[] {
  let all = sourcesOf.get(knowledge);
  if (all === undefined) {
    const found = new Map<object, string[]>();
    for (const { from, to, id } of referencesOf({ knowledge })) {
      if (to !== "source") continue;
      const ids = found.get(from);
      if (ids === undefined) found.set(from, [id]);
      else if (!ids.includes(id)) ids.push(id);
    }
    all = found;
    sourcesOf.set(knowledge, all);
  }
  return all.get(entry) ?? [];
}

const namesOf = new WeakMap<Knowledge, readonly string[]>();

/** A sentence with every drug that the content knows marked as a drug name. */
function markKnownDrugs(knowledge: Knowledge, text: string): RichText {
  let names = namesOf.get(knowledge);
  if (names === undefined) {
    names = drugNamesOfContent(knowledge);
    namesOf.set(knowledge, names);
  }
  const lower = text.toLowerCase();
  return markDrugs(
    text,
    names.filter((name) => lower.includes(name)),
  );
}

/** Substances that are measured, eaten or drunk are not drawn as drugs: “potassium” in running text is mostly a result. */
function drugNamesOfContent(knowledge: Knowledge): string[] {
  const measured = new Set(knowledge.labs.flatMap((lab) => lab.name.toLowerCase().split(/[^a-z0-9]+/)));
  const substances = new Set(
    knowledge.classes
      .filter((one) => one.topic === "Supplements and substances")
      .flatMap((one) => one.members.map((member) => member.name.toLowerCase())),
  );
  const members = [...knowledge.classes, ...knowledge.drugSets].flatMap((one) =>
    one.members.map((member) => member.name.toLowerCase()),
  );
  return [...new Set(members)].filter((name) => !measured.has(name) && !substances.has(name));
}
