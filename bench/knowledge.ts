import { buildKnowledge, type BuiltKnowledge } from "@/lib/knowledge/load/build-knowledge";
import { checkKnowledge } from "@/lib/knowledge/check/check";
import { readContentFiles } from "@/lib/knowledge/load/content-files";
import { quietest } from "./child";
import { medianMs, table } from "./measure";

const PROCESSES = 7;

/** The start of the knowledge base in a process of its own, and how it grows with the content. */
export function knowledgeTable(): string {
  const first = quietest("knowledge-child.ts", PROCESSES);
  const files = readContentFiles();
  const one = buildKnowledge(files);
  const growth = [1, 2, 4].map((times) => {
    const many = Array.from({ length: times }, () => files).flat();
    const copies = copied(one, times);
    const problems = checkKnowledge(copies, { today: "" }).filter((problem) => problem.severity === "error").length;
    return {
      times,
      read: medianMs(() => buildKnowledge(many), 10, 5),
      checked: medianMs(() => checkKnowledge(copies, { today: "" }), 10, 5),
      problems,
    };
  });
  const base = growth[0] ?? { read: 1, checked: 1 };
  return [
    table(
      [`loading and validating, quietest of ${PROCESSES} processes`, "ms", "processor ms, all threads", "MB"],
      [
        ["as it is", (first.ms ?? 0).toFixed(0), (first.cpu ?? 0).toFixed(0), (first.MB ?? 0).toFixed(1)],
        ["promised", "200", "", ""],
      ],
    ),
    table(
      ["content, warm process", "read ms", "×", "checks ms", "×", "errors"],
      growth.map(({ times, read, checked, problems }) => [
        `× ${times}`,
        read.toFixed(1),
        (read / base.read).toFixed(2),
        checked.toFixed(1),
        (checked / base.checked).toFixed(2),
        String(problems),
      ]),
    ),
  ].join("\n\n");
}

/** So many copies of the content under other ids, with other members and codes, so that the checks find nothing amiss in them. */
function copied(built: BuiltKnowledge, times: number): BuiltKnowledge {
  const { knowledge } = built;
  const each = <T extends { id: string }>(entries: readonly T[], change: (entry: T, copy: number) => T): T[] =>
    entries.flatMap((entry) =>
      Array.from({ length: times }, (_, copy) =>
        copy === 0 ? entry : change({ ...entry, id: `${entry.id}-${copy}` }, copy),
      ),
    );
  const ruled = <T extends { ruleId: string }>(entry: T, copy: number): T => ({
    ...entry,
    ruleId: `${entry.ruleId}-${copy}`,
  });
  const classes = each(knowledge.classes, (entry, copy) => ({
    ...ruled(entry, copy),
    members: [
      ...entry.members,
      ...entry.members.map((member) => ({ ...member, rxcui: null, name: `${member.name} ${entry.id}` })),
    ].slice(entry.members.length),
    evidence: entry.evidence.map(forAll),
    statements: entry.statements.map(forAll),
    against: entry.against.map(forAll),
    options: entry.options.map(forAll),
    alternatives: entry.alternatives.map(forAll),
    mistakenCures: entry.mistakenCures.map(forAll),
    safety: entry.safety.map(({ members: _, ...flag }) => flag),
  }));
  return {
    ...built,
    knowledge: {
      ...knowledge,
      classes,
      drugSets: each(knowledge.drugSets, (entry) => entry),
      interactions: each(knowledge.interactions, ruled),
      mechanisms: each(knowledge.mechanisms, (entry) => entry),
      conditions: each(knowledge.conditions, (entry, copy) => ({
        ...ruled(entry, copy),
        icd10cm: [],
        icd10cmExcept: [],
      })),
      redFlags: each(knowledge.redFlags, ruled),
      labs: each(knowledge.labs, (entry) => entry),
      hints: each(knowledge.hints, (entry) => entry),
      treatments: each(knowledge.treatments, (entry) => entry),
      leaflet: each(knowledge.leaflet, (entry) => entry),
    },
  };
}

function forAll<T extends { onlyFor?: string[] | undefined }>(part: T): T {
  const { onlyFor: _, ...rest } = part;
  return { ...part, ...rest, onlyFor: undefined };
}
