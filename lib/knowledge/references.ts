import type { BuiltKnowledge } from "./load/build-knowledge";
import { predicateReferences } from "./predicates/predicate-references";
import type { Predicate } from "./predicates/predicate-schema";
import type { FieldPath } from "./check/content-problem";
import type { ConditionalText, DrugSelector, EvidenceFigure, Member, Statement } from "./schema";

export type ReferenceTarget =
  | "source"
  | "lab"
  | "condition"
  | "mechanism"
  | "class"
  | "set"
  | "interaction"
  | "treatment"
  | "red-flag"
  | "symptom"
  | "problem"
  | "drug";

/** One entry of the content naming another one. */
export interface Reference {
  from: object;
  path: FieldPath;
  to: ReferenceTarget;
  id: string;
}

/** Every reference of the content to another entry, a symptom or a drug. */
export function referencesOf({ knowledge }: Pick<BuiltKnowledge, "knowledge">): Reference[] {
  const found: Reference[] = [];
  const collector = (from: object) => {
    const ids = (to: ReferenceTarget, list: readonly string[] | undefined, ...path: FieldPath) =>
      list?.forEach((id, i) => found.push({ from, to, id, path: [...path, i] }));
    const one = (to: ReferenceTarget, id: string | undefined, ...path: FieldPath) => {
      if (id !== undefined) found.push({ from, to, id, path });
    };
    const statements = (list: readonly Statement[], ...path: FieldPath) =>
      list.forEach((statement, i) => {
        ids("source", statement.sources, ...path, i, "sources");
        when(statement.when, ...path, i, "when");
        when(statement.unless, ...path, i, "unless");
      });
    const when = (predicate: Predicate | undefined, ...path: FieldPath) => {
      if (predicate !== undefined)
        predicateReferences(predicate, path).forEach((reference) => found.push({ from, ...reference }));
    };
    const drugs = (selector: DrugSelector, ...path: FieldPath) => {
      ids("class", selector.classes, ...path, "classes");
      ids("set", selector.sets, ...path, "sets");
      ids("drug", selector.except, ...path, "except");
    };
    const figures = (list: readonly EvidenceFigure[], ...path: FieldPath) =>
      list.forEach((figure, i) => {
        one("source", figure.source, ...path, i, "source");
        when(figure.when, ...path, i, "when");
      });
    const texts = (list: readonly ConditionalText[] | undefined, ...path: FieldPath) =>
      list?.forEach((text, i) => {
        when(text.when, ...path, i, "when");
        when(text.unless, ...path, i, "unless");
      });
    const members = (list: readonly Member[]) =>
      list.forEach((member, i) => ids("mechanism", member.mechanisms, "members", i, "mechanisms"));
    return { ids, one, statements, figures, when, drugs, texts, members };
  };

  for (const entry of knowledge.classes) {
    const add = collector(entry);
    for (const field of ["safety", "withdrawal", "accumulatesIn"] as const)
      entry[field].forEach((flag, i) => add.one("problem", flag.problem, field, i, "problem"));
    add.ids("class", entry.replaces, "replaces");
    add.members(entry.members);
    add.ids("mechanism", entry.mechanisms, "mechanisms");
    add.ids("lab", entry.labs, "labs");
    add.ids("source", entry.sources, "sources");
    add.figures(entry.evidence, "evidence");
    for (const field of ["statements", "against", "options", "alternatives", "mistakenCures"] as const)
      add.statements(entry[field], field);
    add.ids("source", entry.onset.sources, "onset", "sources");
    add.when(entry.loudOnlyWhen?.when, "loudOnlyWhen", "when");
    entry.raisedTo.forEach((raise, i) => add.when(raise.when, "raisedTo", i, "when"));
    for (const field of ["safety", "withdrawal", "accumulatesIn"] as const)
      entry[field].forEach((flag, i) => {
        add.when(flag.when, field, i, "when");
        if (field !== "safety") add.when(entry[field][i]?.actNowWhen, field, i, "actNowWhen");
        add.ids("lab", flag.labs, field, i, "labs");
        add.ids("source", flag.sources, field, i, "sources");
      });
  }
  for (const entry of knowledge.drugSets) collector(entry).ids("source", entry.sources, "sources");
  for (const entry of knowledge.interactions) {
    const add = collector(entry);
    entry.drugs.forEach((selector, i) => add.drugs(selector, "drugs", i));
    add.one("problem", entry.problem, "problem");
    add.when(entry.when, "when");
    entry.risesTo.forEach((rise, i) => {
      add.when(rise.when, "risesTo", i, "when");
      add.one("source", rise.source, "risesTo", i, "source");
    });
    entry.caps.forEach((cap, i) => add.one("source", cap.source, "caps", i, "source"));
    add.ids("interaction", entry.replaces, "replaces");
    add.ids("mechanism", entry.mechanisms, "mechanisms");
    add.figures(entry.figures, "figures");
    add.statements(entry.against, "against");
    add.statements(entry.alternatives, "alternatives");
    add.ids("lab", entry.labs, "labs");
    add.ids("source", entry.sources, "sources");
  }
  for (const entry of knowledge.mechanisms) {
    const add = collector(entry);
    entry.matchingResults.forEach((result, i) => add.when(result, "matchingResults", i));
    add.ids("lab", entry.labs, "labs");
    add.statements(entry.clusterAgainst, "clusterAgainst");
    add.texts(entry.clusterOptionsWhen, "clusterOptionsWhen");
    add.ids("source", entry.sources, "sources");
  }
  for (const entry of knowledge.problems) {
    const add = collector(entry);
    const { covers } = entry;
    add.ids("mechanism", covers.mechanisms, "covers", "mechanisms");
    add.ids("condition", covers.conditions, "covers", "conditions");
    add.ids("red-flag", covers.redFlags, "covers", "redFlags");
    covers.labs.forEach(({ lab }, i) => add.one("lab", lab, "covers", "labs", i, "lab"));
    add.ids("lab", entry.shows, "shows");
    add.one("problem", entry.joins?.problem, "joins", "problem");
    entry.questions.forEach(({ when, unless }, i) => {
      add.when(when, "questions", i, "when");
      add.when(unless, "questions", i, "unless");
    });
  }
  for (const entry of knowledge.conditions) {
    const add = collector(entry);
    add.ids("symptom", entry.askFor, "askFor");
    add.when(entry.when, "when");
    add.texts(entry.whyWhen, "whyWhen");
    add.texts(entry.optionsWhen, "optionsWhen");
    add.figures(entry.figures, "figures");
    add.ids("lab", entry.labs, "labs");
    add.statements(entry.against, "against");
    add.ids("source", entry.sources, "sources");
  }
  for (const entry of knowledge.redFlags) {
    const add = collector(entry);
    add.when(entry.when, "when");
    add.one("condition", entry.conditionId, "conditionId");
    add.ids("red-flag", entry.replaces, "replaces");
    add.ids("lab", entry.labs, "labs");
    add.ids("source", entry.sources, "sources");
  }
  for (const entry of knowledge.labs) {
    const add = collector(entry);
    entry.ranges.forEach((range, i) => add.one("source", range.source, "ranges", i, "source"));
    entry.critical.forEach((limit, i) => add.one("source", limit.source, "critical", i, "source"));
    add.texts(entry.optionsWhen, "optionsWhen");
    entry.marked.forEach((limit, i) => add.one("source", limit.source, "marked", i, "source"));
    entry.repeat.forEach((repeat, i) => {
      add.when(repeat.when, "repeat", i, "when");
      add.ids("source", repeat.sources, "repeat", i, "sources");
    });
    add.one("condition", entry.lowMeans, "lowMeans");
    add.one("condition", entry.highMeans, "highMeans");
    add.ids("source", entry.sources, "sources");
    add.ids("source", entry.codeSources, "codeSources");
  }
  for (const entry of knowledge.hints) {
    const add = collector(entry);
    add.drugs(entry.drugs, "drugs");
    add.one("condition", entry.conditionId, "conditionId");
    add.ids("condition", entry.unlessConditions, "unlessConditions");
    add.ids("source", entry.sources, "sources");
  }
  for (const entry of knowledge.treatments) {
    const add = collector(entry);
    add.figures(entry.figures, "figures");
    entry.unsafeWhen.forEach((gate, i) => add.when(gate.when, "unsafeWhen", i, "when"));
    if (entry.drugs) add.drugs(entry.drugs, "drugs");
    add.ids("source", entry.sources, "sources");
  }
  for (const entry of knowledge.leaflet) {
    const add = collector(entry);
    entry.unsafeWhen.forEach((gate, i) => add.when(gate, "unsafeWhen", i));
    add.when(entry.onlyWhen, "onlyWhen");
    entry.unless.forEach((gate, i) => add.when(gate, "unless", i));
    add.one("treatment", entry.treatmentId, "treatmentId");
  }
  for (const entry of knowledge.history) collector(entry).ids("source", entry.sources, "sources");
  return found;
}
