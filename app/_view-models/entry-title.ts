import type { Knowledge } from "@/lib/knowledge/schema";
import { isKnowledgeKind, knowledgeHref, type KnowledgeKind } from "@/app/_view-models/knowledge-href";
import { SEVERITY_WORDS } from "./severity-words";
import { sentenceCase } from "./sentence-case";

/** An entry as a list of its kind shows it. `group`: the heading it stands under; `note`: a few words after it. */
export type EntryLine = { id: string; href: string; title: string; ruleId: string | null; group: string; note: string };

/** All entries of a kind, in the order of the content. */
export function entriesOf(knowledge: Knowledge, kind: KnowledgeKind): EntryLine[] {
  switch (kind) {
    case "classes":
      return knowledge.classes.map((one) => ({
        id: one.id,
        href: knowledgeHref(kind, one.id),
        title: one.name,
        ruleId: one.ruleId,
        group: one.topic,
        note: "",
      }));
    case "conditions":
      return knowledge.conditions.map((one) => ({
        id: one.id,
        href: knowledgeHref(kind, one.id),
        title: one.name,
        ruleId: one.ruleId,
        group: sentenceCase(one.category),
        note: one.icd10cm.join(", "),
      }));
    case "interactions":
      return knowledge.interactions.map((one) => ({
        id: one.id,
        href: knowledgeHref(kind, one.id),
        title: one.title,
        ruleId: one.ruleId,
        group: SEVERITY_WORDS[one.severity],
        note: one.jurisdiction === undefined ? "" : `${one.jurisdiction} only`,
      }));
    case "labs":
      return knowledge.labs.map((one) => ({
        id: one.id,
        href: knowledgeHref(kind, one.id),
        title: one.name,
        ruleId: null,
        group: one.isPanel ? "Panels" : "Tests",
        note: one.units.map((unit) => unit.unit).join(", "),
      }));
    case "treatments":
      return knowledge.treatments.map((one) => ({
        id: one.id,
        href: knowledgeHref(kind, one.id),
        title: one.name,
        ruleId: null,
        group: sentenceCase(one.category),
        note: one.evidenceLevel,
      }));
    case "red-flags":
      return knowledge.redFlags.map((one) => ({
        id: one.id,
        href: knowledgeHref(kind, one.id),
        title: one.title,
        ruleId: one.ruleId,
        group: one.howSoon,
        note: "",
      }));
  }
}

/** Title of the page of an entry; null where there is none. */
export function entryTitle(knowledge: Knowledge, kind: string, id: string): string | null {
  const entry = entriesOfAny(knowledge, kind).find((one) => one.id === id);
  return entry?.title ?? null;
}

function entriesOfAny(knowledge: Knowledge, kind: string): EntryLine[] {
  return isKnowledgeKind(kind) ? entriesOf(knowledge, kind) : [];
}
