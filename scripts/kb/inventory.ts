import type { Knowledge } from "@/lib/knowledge/schema";
import { dossierRows, leftOutRows } from "./tables";

/** What one kind of content holds, beside the table of the dossier that it was written from. */
export interface InventoryRow {
  kind: string;
  entries: number;
  /** Entries whose figure was not read in a public page; null for kinds that are not verified one by one. */
  unverified: number | null;
  figures: number;
  dossier: { rows: number; leftOut: { id: string; why: string }[]; added: number } | null;
}

interface Entry {
  id: string;
  verified?: boolean;
}

export function inventory(knowledge: Knowledge): InventoryRow[] {
  return [
    row(
      "classes",
      knowledge.classes,
      count(knowledge.classes, (entry) => entry.evidence),
      "drug_classes",
    ),
    row(
      "interactions",
      knowledge.interactions,
      count(knowledge.interactions, (entry) => entry.figures),
      "interactions",
    ),
    row(
      "conditions",
      knowledge.conditions,
      count(knowledge.conditions, (entry) => entry.figures),
      "conditions",
    ),
    row("labs", knowledge.labs, 0, "labs"),
    row(
      "treatments",
      knowledge.treatments,
      count(knowledge.treatments, (entry) => entry.figures),
      "treatments",
    ),
    row("sources", [...knowledge.sources.values()], 0, "sources"),
    row("red flags", knowledge.redFlags, 0, null),
    row("mechanisms", knowledge.mechanisms, 0, null),
    row("drug sets", knowledge.drugSets, 0, null),
    row("hints", knowledge.hints, 0, null),
    row("leaflet", knowledge.leaflet, 0, null),
  ];
}

function count<T>(entries: readonly T[], figures: (entry: T) => readonly unknown[]): number {
  return entries.reduce((sum, entry) => sum + figures(entry).length, 0);
}

function row(kind: string, entries: readonly Entry[], figures: number, table: string | null): InventoryRow {
  const judged = entries.some((entry) => entry.verified !== undefined);
  return {
    kind,
    entries: entries.length,
    unverified: judged ? entries.filter((entry) => entry.verified === false).length : null,
    figures,
    dossier: table === null ? null : dossierOf(table, entries),
  };
}

function dossierOf(table: string, entries: readonly Entry[]): InventoryRow["dossier"] {
  const ids = new Set(entries.map((entry) => entry.id));
  const rows = dossierRows().filter((dossier) => dossier.table === table);
  const reasons = new Map(
    leftOutRows()
      .filter((left) => left.table === table)
      .map((left) => [left.id, left.why]),
  );
  const known = new Set(rows.map((dossier) => dossier.id));
  return {
    rows: rows.length,
    leftOut: rows
      .filter((dossier) => !ids.has(dossier.id))
      .map(({ id }) => ({ id, why: reasons.get(id) ?? "NO REASON GIVEN (scripts/kb/left-out.tsv)" })),
    added: entries.filter((entry) => !known.has(entry.id)).length,
  };
}
