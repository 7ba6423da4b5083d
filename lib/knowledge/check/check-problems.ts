import type { BuiltKnowledge } from "@/lib/knowledge/load/build-knowledge";
import { REST_KINDS } from "@/lib/knowledge/problem-schema";
import type { LabTest } from "@/lib/knowledge/schema";
import type { Finding } from "./content-problem";
import type { FieldPath } from "./content-problem";

/** Every rule of the content has a problem, and every problem a rule: no finding can fall between them. */
export function checkProblems({ knowledge }: BuiltKnowledge): Finding[] {
  const { problems } = knowledge;
  const covered = (part: "mechanisms" | "conditions" | "redFlags" | "rest") =>
    new Set<string>(problems.flatMap(({ covers }) => covers[part]));
  const sides = new Set(problems.flatMap(({ covers }) => covers.labs.map(({ lab, is }) => `${lab}/${is}`)));
  const uncovered = (kind: string, entries: readonly { id: string }[], known: ReadonlySet<string>) =>
    entries
      .filter(({ id }) => !known.has(id))
      .map((at) => error(at, ["id"], `no problem covers the ${kind} “${at.id}” (content/problems.yaml)`));
  const rest = covered("rest");
  return [
    ...uncovered("mechanism", knowledge.mechanisms, covered("mechanisms")),
    ...uncovered("condition", knowledge.conditions, covered("conditions")),
    ...uncovered("red flag", knowledge.redFlags, covered("redFlags")),
    ...knowledge.labs.flatMap((lab) =>
      sidesOf(lab)
        .filter((side) => !sides.has(`${lab.id}/${side}`))
        .map((side) => error(lab, ["id"], `no problem covers a ${side} “${lab.id}” (content/problems.yaml)`)),
    ),
    ...REST_KINDS.filter((kind) => !rest.has(kind)).map((kind) =>
      error(null, [], `no problem takes findings of the kind “${kind}” (content/problems.yaml)`),
    ),
    ...withoutRule(knowledge),
  ];
}

/** The sides on which a result of the test can be abnormal. */
function sidesOf({ ranges, critical, marked }: LabTest): ("low" | "high")[] {
  const limits = [...ranges, ...critical, ...marked];
  return [
    ...(limits.some(({ low }) => low !== null) ? (["low"] as const) : []),
    ...(limits.some(({ high }) => high !== null) ? (["high"] as const) : []),
  ];
}

/** A problem that nothing leads to would never be told. */
function withoutRule({ problems, interactions, classes }: BuiltKnowledge["knowledge"]): Finding[] {
  const named = new Set([
    ...interactions.map(({ problem }) => problem),
    ...classes.flatMap(({ safety, withdrawal, accumulatesIn }) =>
      [...safety, ...withdrawal, ...accumulatesIn].map(({ problem }) => problem),
    ),
  ]);
  return problems
    .filter(({ id, covers }) => !named.has(id) && Object.values(covers).every((list) => list.length === 0))
    .map((at) => error(at, ["covers"], `nothing leads to the problem “${at.id}”`));
}

function error(at: object | null, path: FieldPath, message: string): Finding {
  return { severity: "error", rule: "problem", at, path, message };
}
