import { SYMPTOM_IDS } from "@/lib/domain/context";
import type { BuiltKnowledge } from "@/lib/knowledge/load/build-knowledge";
import type { Finding } from "./content-problem";
import { referencesOf, type Reference, type ReferenceTarget } from "@/lib/knowledge/references";

/** Every id that is named exists, and every source, mechanism, drug set and lab that exists is named somewhere. */
export function checkReferences(built: BuiltKnowledge): Finding[] {
  const references = referencesOf(built);
  return [
    ...unknownIds(built, references),
    ...unknownDrugs(built, references),
    ...orphans(built, references),
    ...unbacked(built),
  ];
}

/** A drug that a predicate or selector names is a class, a set or a member of one; a slip of the pen would hold for nobody. */
function unknownDrugs({ knowledge }: BuiltKnowledge, references: readonly Reference[]): Finding[] {
  const members = [...knowledge.classes, ...knowledge.drugSets].flatMap((entry) => [
    entry.id,
    ...entry.members.map((member) => member.name),
  ]);
  const together = knowledge.classes.flatMap((entry) => entry.together?.members.map((member) => member.name) ?? []);
  const known = new Set([...members, ...together].map((name) => name.toLowerCase()));
  return references
    .filter((reference) => reference.to === "drug" && !known.has(reference.id.toLowerCase()))
    .map((reference) => ({
      severity: "error",
      rule: "unknown-drug",
      at: reference.from,
      path: reference.path,
      message: `"${reference.id}" is no class, no set and no member of one`,
    }));
}

const ids = (entries: readonly { id: string }[]): Set<string> => new Set(entries.map((entry) => entry.id));

function unknownIds({ knowledge }: BuiltKnowledge, references: readonly Reference[]): Finding[] {
  const known: Record<Exclude<ReferenceTarget, "drug">, ReadonlySet<string>> = {
    source: new Set(knowledge.sources.keys()),
    lab: ids(knowledge.labs),
    condition: ids(knowledge.conditions),
    mechanism: ids(knowledge.mechanisms),
    class: ids(knowledge.classes),
    set: ids(knowledge.drugSets),
    interaction: ids(knowledge.interactions),
    treatment: ids(knowledge.treatments),
    problem: ids(knowledge.problems),
    "red-flag": ids(knowledge.redFlags),
    symptom: new Set([...SYMPTOM_IDS, ...knowledge.symptoms.map((sign) => sign.id)]),
  };
  return references
    .filter((reference) => reference.to !== "drug" && !known[reference.to].has(reference.id))
    .map((reference) => ({
      severity: "error",
      rule: "unknown-id",
      at: reference.from,
      path: reference.path,
      message: `no ${reference.to} has the id "${reference.id}"`,
    }));
}

/** What nobody names is either a forgotten link or a leftover. Labs that are panels are offered for what they hold. */
function orphans({ knowledge, sources }: BuiltKnowledge, references: readonly Reference[]): Finding[] {
  const named = (to: ReferenceTarget) =>
    new Set(references.filter((reference) => reference.to === to).map((reference) => reference.id));
  const groups: [ReferenceTarget, readonly { id: string }[]][] = [
    ["source", sources],
    ["mechanism", knowledge.mechanisms],
    ["lab", knowledge.labs.filter((lab) => !lab.isPanel)],
  ];
  const used = groups.flatMap(([to, entries]) => {
    const usedIds = named(to);
    return entries.filter((entry) => !usedIds.has(entry.id)).map((entry) => orphan(entry, to, entry.id));
  });
  const usedSets = new Set([...named("set"), ...named("drug")]);
  return [
    ...used,
    ...knowledge.drugSets.filter((set) => !usedSets.has(set.id)).map((set) => orphan(set, "set", set.id)),
  ];
}

function orphan(at: object, to: ReferenceTarget, id: string): Finding {
  return { severity: "warning", rule: `unused-${to}`, at, path: ["id"], message: `nothing names the ${to} "${id}"` };
}

/** What is marked as verified names a page that was read; a source of the kind "general knowledge" is none. */
function unbacked({ knowledge, sources }: BuiltKnowledge): Finding[] {
  const pages = new Set(sources.filter((source) => !source.notAPage).map((source) => source.id));
  const verified = [
    ...knowledge.classes,
    ...knowledge.interactions,
    ...knowledge.conditions,
    ...knowledge.redFlags,
    ...knowledge.labs,
    ...knowledge.treatments,
  ];
  const named = (entry: (typeof verified)[number]) =>
    "codeSources" in entry ? [...entry.sources, ...entry.codeSources] : entry.sources;
  const withoutPage: Finding[] = verified
    .filter((entry) => entry.verified && !named(entry).some((id) => pages.has(id)))
    .map((at) => ({
      severity: "error",
      rule: "verified-without-source",
      at,
      path: ["sources"],
      message: `"${at.id}" is marked as verified but names no page that was read`,
    }));
  const incomplete: Finding[] = sources
    .filter((source) => !source.notAPage && !source.pmid && !source.doi && !source.url)
    .map((at) => ({
      severity: "error",
      rule: "incomplete-source",
      at,
      path: [],
      message: `source "${at.id}" has neither PMID nor DOI nor address`,
    }));
  return [...withoutPage, ...incomplete];
}
