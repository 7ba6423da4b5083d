import type { FindingDraft } from "@/lib/review/findings/finding-draft";
import type { Facts } from "@/lib/review/facts/facts";
import { isHigh, isLow } from "@/lib/review/facts/results/interpret-result";

/** The problem of each finding: every finding has exactly one. */
export type Placement = ReadonlyMap<FindingDraft, string>;

/**
 * Places each finding in one problem, by the first that fits: its red flag, its result, what its content names, a mechanism that is
 * at work in this patient, a mechanism that several drugs share, its condition, and what is left by its kind. Medications that none of
 * these places stand together as drugs linked with cramps, unless they are loud. A finding that another one tells stands with it.
 */
export function placeFindings(drafts: readonly FindingDraft[], facts: Facts): Placement {
  const placement = new Map<FindingDraft, string>();
  const later: FindingDraft[] = [];
  for (const draft of drafts) {
    const problem = ownProblem(draft, facts);
    if (problem === null) later.push(draft);
    else placement.set(draft, problem);
  }
  const atWork = new Set([...placement].filter(([draft]) => speaksForAMechanism(draft)).map(([, problem]) => problem));
  const shared = new Set(
    drafts.flatMap(({ finding, cluster }) =>
      cluster === true ? finding.mechanisms.flatMap((id) => finding.ingredients.map((name) => `${id}|${name}`)) : [],
    ),
  );
  for (const draft of later) placement.set(draft, byMechanism(draft, facts, { atWork, shared }));
  const byId = new Map(drafts.map((draft) => [draft.finding.id, draft]));
  for (const draft of drafts) {
    const home = draft.finding.foldedInto === undefined ? undefined : byId.get(draft.finding.foldedInto);
    const problem = home === undefined ? undefined : placement.get(home);
    if (problem !== undefined) placement.set(draft, problem);
  }
  return placement;
}

/** The problem that a finding has by itself; null where it hangs on what else is found. */
function ownProblem({ finding, problems, cluster }: FindingDraft, facts: Facts): string | null {
  const { index } = facts;
  if (problems !== undefined && problems.length > 0) return likeliest(problems, facts);
  switch (finding.kind) {
    case "lab-result":
      return likeliest(problemsOfResult(finding.labId, facts), facts) ?? index.problems.ofRest("missing-information");
    case "condition":
    case "red-flag": {
      const covering = finding.conditionId === undefined ? [] : index.problems.ofCondition(finding.conditionId);
      return likeliest(covering, facts) ?? index.problems.ofRest("missing-information");
    }
    case "interaction":
    case "medication":
      return cluster === true || finding.kind === "medication" ? null : index.problems.ofRest("missing-information");
    case "safety":
      return index.problems.ofRest("scope");
    default:
      return index.problems.ofRest(finding.kind);
  }
}

/** Of several problems the first that an abnormal result of this patient speaks for; else the first. */
function likeliest(problems: readonly string[], facts: Facts): string | null {
  const { byId } = facts.index.problems;
  return (
    problems.find((id) =>
      byId.get(id)?.covers.labs.some(({ lab, is }) => {
        const result = facts.labs.latest.get(lab);
        return result !== undefined && (is === "low" ? isLow(result) : isHigh(result));
      }),
    ) ??
    problems[0] ??
    null
  );
}

function problemsOfResult(labId: string | undefined, { labs, index }: Facts): readonly string[] {
  if (labId === undefined) return [];
  const result = labs.latest.get(labId) ?? labs.old.get(labId);
  if (result !== undefined && isHigh(result)) return index.problems.ofResult(labId, "high");
  if (result !== undefined && isLow(result)) return index.problems.ofResult(labId, "low");
  return [...index.problems.ofResult(labId, "low"), ...index.problems.ofResult(labId, "high")];
}

/** A sign, a result or a condition that is told by name says that the mechanism of its problem may be at work. */
function speaksForAMechanism({ finding }: FindingDraft): boolean {
  return finding.kind === "red-flag" || finding.kind === "lab-result" || finding.kind === "condition";
}

interface AtWork {
  readonly atWork: ReadonlySet<string>;
  /** `mechanism|ingredient` of the drugs that share a mechanism. */
  readonly shared: ReadonlySet<string>;
}

function byMechanism({ finding, cluster }: FindingDraft, facts: Facts, { atWork, shared }: AtWork): string {
  const { problems } = facts.index;
  const covering = finding.mechanisms.map((id) => ({ id, problem: problems.ofMechanism(id)[0] }));
  // A weak association does not make a drug the cause of what is seen.
  const weak = finding.strength === "weak" || finding.strength === "label-only";
  const loud = finding.priority === "review" || finding.priority === "act-now";
  const found =
    (weak && !loud ? undefined : covering.find(({ problem }) => problem !== undefined && atWork.has(problem))) ??
    (cluster === true ? covering[0] : undefined) ??
    covering.find(({ id }) => finding.ingredients.some((name) => shared.has(`${id}|${name}`))) ??
    (loud ? covering[0] : undefined);
  return found?.problem ?? problems.ofRest("medication");
}
