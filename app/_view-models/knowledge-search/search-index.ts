import type { DrugSelector, Knowledge } from "@/lib/knowledge/schema";
import { KNOWLEDGE_KINDS, type KnowledgeKind } from "@/app/_view-models/knowledge-href";
import { entriesOf, type EntryLine } from "@/app/_view-models/entry-title";

/** A page as the search sees it: folded texts, the nearer to the title the better, and the drugs that it is about. */
export type IndexedPage = EntryLine & {
  kind: KnowledgeKind;
  titleWords: readonly string[];
  nearWords: readonly string[];
  farWords: readonly string[];
  drugs: ReadonlySet<string>;
};

const indexOf = new WeakMap<Knowledge, readonly IndexedPage[]>();

/** Every page of the knowledge base, made once per process. */
export function searchIndex(knowledge: Knowledge): readonly IndexedPage[] {
  let pages = indexOf.get(knowledge);
  if (pages === undefined) {
    pages = KNOWLEDGE_KINDS.flatMap((kind) => indexKind(knowledge, kind));
    indexOf.set(knowledge, pages);
  }
  return pages;
}

function indexKind(knowledge: Knowledge, kind: KnowledgeKind): IndexedPage[] {
  const details = detailsOf(knowledge, kind);
  return entriesOf(knowledge, kind).map((line) => {
    const { near, far, drugs } = details.get(line.id) ?? { near: [], far: [], drugs: [] };
    return {
      ...line,
      kind,
      drugs: new Set(drugs.map((name) => name.toLowerCase())),
      titleWords: foldedWords(line.title),
      nearWords: foldedWords([line.id, line.ruleId, line.group, ...near, ...drugs].join(" ")),
      farWords: foldedWords(far.join(" ")),
    };
  });
}

type Details = { near: readonly string[]; far: readonly string[]; drugs: readonly string[] };

function detailsOf(knowledge: Knowledge, kind: KnowledgeKind): Map<string, Details> {
  const mechanismName = new Map(knowledge.mechanisms.map((one) => [one.id, one.name]));
  switch (kind) {
    case "classes":
      return new Map(
        knowledge.classes.map((one) => [
          one.id,
          {
            near: one.mechanisms.map((id) => `${id} ${mechanismName.get(id) ?? ""}`),
            drugs: one.members.flatMap((member) =>
              member.also === undefined ? [member.name] : [member.name, member.also],
            ),
            far: [
              one.mechanismText,
              ...[...one.statements, ...one.against, ...one.options].map((statement) => statement.text),
              ...one.evidence.map((figure) => figure.text),
            ],
          },
        ]),
      );
    case "conditions":
      return new Map(
        knowledge.conditions.map((one) => [
          one.id,
          { near: one.icd10cm, drugs: [], far: [one.why, one.tellsApart ?? "", ...one.options] },
        ]),
      );
    case "interactions":
      return new Map(
        knowledge.interactions.map((one) => [
          one.id,
          {
            near: [one.effect],
            drugs: one.drugs.flatMap((selector) => drugsOf(knowledge, selector)),
            far: [one.mechanismText, ...one.options],
          },
        ]),
      );
    case "labs":
      return new Map(
        knowledge.labs.map((one) => [
          one.id,
          { near: [...one.loinc.map((code) => code.code), ...one.panels], drugs: [], far: [one.why, one.notes ?? ""] },
        ]),
      );
    case "treatments":
      return new Map(
        knowledge.treatments.map((one) => [
          one.id,
          {
            near: [one.effect],
            drugs: one.drugs === undefined ? [] : drugsOf(knowledge, one.drugs),
            far: [one.position, one.cautions ?? "", one.adverse ?? ""],
          },
        ]),
      );
    case "red-flags":
      return new Map(
        knowledge.redFlags.map((one) => [one.id, { near: one.words, drugs: [], far: [one.why, ...one.options] }]),
      );
  }
}

/** Names of all drugs that a selector means. */
function drugsOf(knowledge: Knowledge, selector: DrugSelector): string[] {
  const groups = [
    ...knowledge.classes.filter((one) => selector.classes.includes(one.id)),
    ...knowledge.drugSets.filter((one) => selector.sets.includes(one.id)),
  ];
  return [...selector.ingredients, ...groups.flatMap((group) => group.members.map((member) => member.name))].filter(
    (name) => !selector.except.includes(name),
  );
}

/** Words in lower case, without accents, British and American spelling alike (“hypokalaemia”, “estrogen”). */
export function foldedWords(text: string): string[] {
  const folded = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/ae|oe/g, "e");
  return [
    ...new Set(
      folded
        .split(/[^a-z0-9.]+/)
        .map((word) => word.replace(/^\.+|(?<!\.)\.+$/g, ""))
        .filter((word) => word !== ""),
    ),
  ];
}
