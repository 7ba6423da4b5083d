import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { referencesOf } from "@/lib/knowledge/references";
import type { Knowledge, Source } from "@/lib/knowledge/schema";
import { hasIdentifier, hostOf } from "@/lib/knowledge/source-standing";

const SHOWN = 15;

interface Standing {
  source: Source;
  uses: number;
  /** Newest year that the citation names. */
  year: number | null;
  onCopy: boolean;
}

/** Prints what a reviewer should look at next among the sources; always 0. */
export function sources(): number {
  const all = standings(loadKnowledge());
  const pages = all.filter(({ source }) => !source.notAPage);
  const copies = pages.filter((row) => row.onCopy && !hasIdentifier(row.source));
  const unidentified = pages.filter((row) => !row.onCopy && !hasIdentifier(row.source));
  console.log(`${pages.length} sources: ${pages.length - copies.length - unidentified.length} with a PMID or DOI,`);
  console.log(`${unidentified.length} by address alone, ${copies.length} read on a host of copies alone`);
  table("Read on a host of copies alone, most used first", copies.toSorted(mostUsed));
  table("Known by an address alone, most used first", unidentified.toSorted(mostUsed).slice(0, SHOWN));
  const dated = pages.filter((row) => row.year !== null);
  table("Oldest", dated.toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0)).slice(0, SHOWN));
  table("Most used", pages.toSorted(mostUsed).slice(0, SHOWN));
  return 0;
}

function standings(knowledge: Knowledge): Standing[] {
  const copies = new Set(knowledge.sourceHosts.map((entry) => entry.host));
  const uses = new Map<string, number>();
  for (const { to, id } of referencesOf({ knowledge })) if (to === "source") uses.set(id, (uses.get(id) ?? 0) + 1);
  return [...knowledge.sources.values()].map((source) => ({
    source,
    uses: uses.get(source.id) ?? 0,
    year: yearOf(source.citation),
    onCopy: copies.has(hostOf(source) ?? ""),
  }));
}

function yearOf(citation: string): number | null {
  const years = (citation.match(/\b(?:19|20)\d\d\b/g) ?? []).map(Number);
  return years.length > 0 ? Math.max(...years) : null;
}

function mostUsed(a: Standing, b: Standing): number {
  return b.uses - a.uses || a.source.id.localeCompare(b.source.id);
}

function table(title: string, rows: readonly Standing[]): void {
  console.log(`\n${title}`);
  for (const { source, uses, year } of rows)
    console.log(`  ${String(uses).padStart(3)} uses  ${year ?? "    "}  ${source.id.padEnd(24)} ${source.citation}`);
}
