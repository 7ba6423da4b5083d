import type { DrugSelector, EvidenceFigure, Knowledge, Member, Statement } from "@/lib/knowledge/schema";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { changesOf } from "@/lib/knowledge/changes/history";
import { wordsOfPredicate } from "@/lib/knowledge/predicates/predicate-text";
import { drugNames } from "@/lib/terminology/drugs/drug-names";
import { nameKey } from "@/lib/terminology/drugs/name-key";

const SEVERITIES: readonly Knowledge["interactions"][number]["severity"][] = [
  "contraindicated",
  "major",
  "moderate",
  "minor",
];

/** Prints all that the content says about a drug (any name of it), a class, an interaction, a condition, a lab, a treatment or a source. */
export function show(args: readonly string[]): number {
  const asked = args.join(" ").trim();
  if (!asked) {
    console.error("Usage: npm run kb:show -- NAME");
    return 2;
  }
  const knowledge = loadKnowledge();
  const lines = [...drugLines(knowledge, asked), ...entryLines(knowledge, asked)];
  if (lines.length === 0) {
    console.log(
      `The knowledge base ${knowledge.version} says nothing about “${asked}”. That is not evidence that it plays no part.`,
    );
    return 1;
  }
  console.log(`Knowledge base ${knowledge.version}\n`);
  console.log(lines.join("\n"));
  return 0;
}

function drugLines(knowledge: Knowledge, asked: string): string[] {
  const entries = drugNames().lookup(nameKey(asked));
  const ingredients = new Map(
    entries.flatMap((entry) => entry.ingredients).map((ingredient) => [ingredient.name, ingredient]),
  );
  return [...ingredients.values()].flatMap((ingredient) => {
    const is = (member: Member) =>
      (member.rxcui !== null && member.rxcui === ingredient.rxcui) || nameKey(member.name) === nameKey(ingredient.name);
    const classes = knowledge.classes.filter((entry) => entry.members.some(is));
    const sets = knowledge.drugSets.filter((entry) => entry.members.some(is));
    const picks = (selector: DrugSelector) =>
      (selector.ingredients.some((name) => nameKey(name) === nameKey(ingredient.name)) ||
        selector.classes.some((id) => classes.some((entry) => entry.id === id)) ||
        selector.sets.some((id) => sets.some((entry) => entry.id === id))) &&
      !selector.except.some((name) => nameKey(name) === nameKey(ingredient.name));
    const interactions = knowledge.interactions
      .filter((entry) => entry.drugs.some(picks))
      .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
    const treatments = knowledge.treatments.filter((entry) => entry.drugs && picks(entry.drugs));
    return [
      `${ingredient.name} (RxCUI ${ingredient.rxcui ?? "none"})`,
      ...(classes.length === 0
        ? ["  no class"]
        : classes.flatMap((entry) =>
            [...classLines(entry), ...historyLines(knowledge, entry.id)].map((line) => `  ${line}`),
          )),
      ...(sets.length > 0 ? [`  sets: ${sets.map((entry) => entry.name).join("; ")}`] : []),
      ...(interactions.length > 0 ? ["  interactions"] : []),
      ...interactions.map(
        (entry) =>
          `    ${entry.ruleId} ${entry.severity.padEnd(15)} ${entry.title}${entry.jurisdiction ? ` (${entry.jurisdiction})` : ""}${entry.verified ? "" : ", not verified"}`,
      ),
      ...treatments.map((entry) => `  as a treatment: ${entry.name}: ${entry.effect} ${entry.position}`),
      "",
    ];
  });
}

function historyLines(knowledge: Knowledge, id: string): string[] {
  return changesOf(knowledge, "classes", id).map(({ date, change, why }) => `  changed ${date}: ${change} ${why}`);
}

function classLines(entry: Knowledge["classes"][number]): string[] {
  return [
    `${entry.ruleId} ${entry.name} (${entry.id}): association ${entry.strength} by rule ${entry.gradeRule}, at most ${entry.ceiling}${entry.verified ? "" : ", not verified"}, checked ${entry.checked}`,
    `  mechanism: ${entry.mechanismText} [${entry.mechanisms.join(", ")}]`,
    ...entry.evidence.map((figure) => `  ${figureLine(figure)}`),
    ...statementLines("known", entry.statements),
    ...statementLines("against", entry.against),
    ...(entry.loudOnlyWhen ? [`  only when ${entry.loudOnlyWhen.words}`] : []),
    ...entry.raisedTo.map((raise) => `  ${raise.strength} when ${raise.words}`),
    ...[...entry.safety, ...entry.withdrawal, ...entry.accumulatesIn].map((flag) => `  safety: ${flag.title}`),
    ...statementLines("option", entry.options),
    ...statementLines("alternative", entry.alternatives),
    ...statementLines("mistaken cure", entry.mistakenCures),
    `  tests: ${entry.labs.join(", ") || "none"}; sources: ${entry.sources.join(", ")}`,
  ];
}

function figureLine(figure: EvidenceFigure): string {
  const counted = figure.text.toLowerCase().startsWith(figure.outcome.toLowerCase()) ? "" : `${figure.outcome}: `;
  return `figure: ${counted}${figure.text}${figure.comparison ? `, against ${figure.comparison}` : ""} (${figure.kind}${figure.year ? ` ${figure.year}` : ""}, ${figure.source})`;
}

function statementLines(label: string, statements: readonly Statement[]): string[] {
  return statements.map(
    (statement) =>
      `  ${label}: ${statement.text}${statement.sources.length > 0 ? ` (${statement.sources.join(", ")})` : ""}`,
  );
}

function entryLines(knowledge: Knowledge, asked: string): string[] {
  const is = (entry: { id: string; ruleId?: string }) =>
    entry.id === asked.toLowerCase() || entry.ruleId?.toLowerCase() === asked.toLowerCase();
  const source = knowledge.sources.get(asked.toLowerCase());
  return [
    ...knowledge.classes
      .filter(is)
      .flatMap((entry) => [
        ...classLines(entry),
        `  members: ${entry.members.map((member) => (member.also === undefined ? member.name : `${member.name} (${member.also})`)).join(", ")}`,
        "",
      ]),
    ...knowledge.interactions
      .filter(is)
      .flatMap((entry) => [
        `${entry.ruleId} ${entry.title}: ${entry.severity}`,
        `  ${entry.mechanismText} ${entry.effect}`,
        ...(entry.when ? [`  when ${wordsOfPredicate(entry.when)}`] : []),
        ...entry.caps.map(
          (cap) =>
            `  label limit: ${cap.of} ${cap.maxDailyMg} mg daily${cap.jurisdiction ? ` (${cap.jurisdiction})` : ""}`,
        ),
        ...entry.figures.map((figure) => `  ${figureLine(figure)}`),
        ...entry.options.map((option) => `  option: ${option}`),
        `  sources: ${entry.sources.join(", ")}`,
        "",
      ]),
    ...knowledge.conditions
      .filter(is)
      .flatMap((entry) => [
        `${entry.ruleId} ${entry.name}: ${entry.role}, red flag ${entry.redFlag}${entry.verified ? "" : ", not verified"}`,
        `  ${entry.why}`,
        `  codes: ${entry.icd10cm.join(", ")}`,
        ...(entry.when ? [`  or when ${wordsOfPredicate(entry.when)}`] : []),
        ...entry.figures.map((figure) => `  ${figureLine(figure)}`),
        ...entry.options.map((option) => `  option: ${option}`),
        `  tests: ${entry.labs.join(", ") || "none"}; sources: ${entry.sources.join(", ")}`,
        "",
      ]),
    ...knowledge.labs
      .filter(is)
      .flatMap((entry) => [
        `${entry.name} (LOINC ${entry.loinc.map((loinc) => loinc.code).join(", ") || "none"})`,
        `  ${entry.why}`,
        ...entry.ranges.map(
          (range) =>
            `  range ${range.low ?? "…"} to ${range.high ?? "…"} ${range.unit}${range.sex ? ` ${range.sex}` : ""}${range.pregnant ? " in pregnancy" : ""} (${range.source})`,
        ),
        ...entry.critical.map(
          (limit) =>
            `  critical at or below ${limit.low ?? "…"}, at or above ${limit.high ?? "…"} ${limit.unit} (${limit.source})`,
        ),
        `  left out of: ${entry.leftOutOf.join(", ") || "none"}`,
        "",
      ]),
    ...knowledge.treatments
      .filter(is)
      .flatMap((entry) => [
        `${entry.name}: ${entry.evidenceLevel}`,
        `  ${entry.effect}`,
        ...entry.figures.map((figure) => `  ${figureLine(figure)}`),
        `  ${entry.position}`,
        ...entry.unsafeWhen.map((gate) => `  not where ${wordsOfPredicate(gate.when)}: ${gate.words}`),
        "",
      ]),
    ...(source
      ? [
          `${source.citation}`,
          `  ${[source.pmid && `PMID ${source.pmid}`, source.doi && `DOI ${source.doi}`, source.url].filter(Boolean).join(", ")}`,
          `  read: ${source.whatWasVerified}`,
          "",
        ]
      : []),
  ];
}
