import { displayDate } from "@/lib/domain/display-date";
import type { Strength } from "@/lib/domain/vocabulary";
import type { Knowledge } from "@/lib/knowledge/schema";
import { classHref } from "@/app/_view-models/knowledge-href";
import { sourceIdsOf } from "@/app/knowledge/_view-models/page-context";

/** A class as the table of all classes shows it: plain data, all that reaches the browser. */
export type ClassRow = {
  id: string;
  href: string;
  name: string;
  topic: string;
  strength: Strength;
  /** The first figure, as its source prints it; null where none was read. */
  figure: string | null;
  evidence: string;
  sources: number;
  /** ISO date, for sorting, and as it is printed. */
  checked: string;
  checkedWords: string;
  verified: boolean;
};

export function classRows(knowledge: Knowledge): ClassRow[] {
  return knowledge.classes.map((one) => ({
    id: one.id,
    href: classHref(one.id),
    name: one.name,
    topic: one.topic,
    strength: one.strength,
    figure: one.evidence[0]?.text ?? null,
    evidence: one.evidenceKind,
    sources: sourceIdsOf(knowledge, one).length,
    checked: one.checked,
    checkedWords: displayDate(one.checked),
    verified: one.verified,
  }));
}
