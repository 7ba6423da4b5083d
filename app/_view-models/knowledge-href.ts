import type { Knowledge } from "@/lib/knowledge/schema";

/** The parts of the knowledge base that have pages: `/knowledge/<kind>/<id>`. */
export const KNOWLEDGE_KINDS = ["classes", "conditions", "interactions", "labs", "treatments", "red-flags"] as const;
export type KnowledgeKind = (typeof KNOWLEDGE_KINDS)[number];

export function isKnowledgeKind(text: string): text is KnowledgeKind {
  return KNOWLEDGE_KINDS.some((kind) => kind === text);
}

/** The address of the page of one entry, by its id in the content. */
export function knowledgeHref(kind: KnowledgeKind, id: string): string {
  return `/knowledge/${kind}/${encodeURIComponent(id)}`;
}

export const classHref = (classId: string): string => knowledgeHref("classes", classId);
export const conditionHref = (conditionId: string): string => knowledgeHref("conditions", conditionId);
export const interactionHref = (interactionId: string): string => knowledgeHref("interactions", interactionId);
export const labHref = (labId: string): string => knowledgeHref("labs", labId);
export const treatmentHref = (treatmentId: string): string => knowledgeHref("treatments", treatmentId);
export const redFlagHref = (redFlagId: string): string => knowledgeHref("red-flags", redFlagId);

const hrefsOf = new WeakMap<Pick<Knowledge, "classes">, ReadonlyMap<string, string>>();

/** The page of the content behind a rule that a finding names (`DIU-01`, `INT-012`, `CON-04`, `RED-02`); null for a rule of the program itself. */
export function knowledgeHrefOfRule(
  knowledge: Pick<Knowledge, "classes" | "interactions" | "conditions" | "redFlags">,
  ruleId: string,
): string | null {
  let hrefs = hrefsOf.get(knowledge);
  if (hrefs === undefined) {
    hrefs = new Map([
      ...knowledge.classes.map((one): [string, string] => [one.ruleId, classHref(one.id)]),
      ...knowledge.interactions.map((one): [string, string] => [one.ruleId, interactionHref(one.id)]),
      ...knowledge.conditions.map((one): [string, string] => [one.ruleId, conditionHref(one.id)]),
      ...knowledge.redFlags.map((one): [string, string] => [one.ruleId, redFlagHref(one.id)]),
    ]);
    hrefsOf.set(knowledge, hrefs);
  }
  return hrefs.get(ruleId) ?? null;
}
