import type { EvidenceFigure } from "@/lib/knowledge/schema";
import type { KnowledgeKind } from "@/app/_view-models/knowledge-href";

/** The kind of evidence behind a figure, as it is printed. */
export const KIND_WORDS: Readonly<Record<EvidenceFigure["kind"], string>> = {
  trial: "trial",
  "meta-analysis": "meta-analysis",
  "sequence-symmetry": "prescribing-sequence study",
  cohort: "cohort",
  "case-control": "case-control study",
  "case-series": "case series",
  label: "product information",
  regulator: "regulator",
  guideline: "guideline",
  review: "review",
  "case-report": "case report",
};

/** The parts of the knowledge base by name. */
export const PART_WORDS: Readonly<Record<KnowledgeKind, { many: string; one: string }>> = {
  classes: { many: "Drug classes", one: "Drug class" },
  conditions: { many: "Conditions", one: "Condition" },
  interactions: { many: "Interactions", one: "Interaction" },
  labs: { many: "Laboratory tests", one: "Laboratory test" },
  treatments: { many: "Treatments and self-care", one: "Treatment" },
  "red-flags": { many: "Red flags", one: "Red flag" },
};
