import type { ProblemDrug, ProblemResult } from "@/lib/domain/review";
import { HowSoon, type Priority } from "@/lib/domain/vocabulary";
import type { ClinicalProblem } from "@/lib/knowledge/problem-schema";
import { moreUrgent, priorityRank, usualHowSoon, type FindingDraft } from "@/lib/review/findings/finding-draft";
import type { Facts } from "@/lib/review/facts/facts";
import type { ListedDrug } from "@/lib/review/facts/medications/listed-drugs";
import { isCritical, isHigh, isLow, type InterpretedResult } from "@/lib/review/facts/results/interpret-result";
import type { JudgedTest } from "@/lib/review/suggestions/suggest-tests";
import { unique } from "@/lib/review/format";
import { placeFindings, type Placement } from "./place-findings";

/** A problem of this patient before a word is said of it. */
export interface JudgedProblem {
  readonly problem: ClinicalProblem;
  /** Another problem that rests on the same drugs and is told here. */
  readonly joined: ClinicalProblem | null;
  readonly priority: Priority;
  readonly howSoon: HowSoon | null;
  /** Its findings, in the order of the review. */
  readonly drafts: readonly FindingDraft[];
  readonly drugs: readonly ProblemDrug[];
  readonly results: readonly ProblemResult[];
  /** Ids of the tests that its findings ask for. */
  readonly tests: readonly string[];
  /** Those of them that no result answers. */
  readonly openTests: readonly string[];
}

/** The findings gathered into problems, the most urgent first; every finding in exactly one. */
export function judgeProblems(
  drafts: readonly FindingDraft[],
  tests: readonly JudgedTest[],
  facts: Facts,
): JudgedProblem[] {
  const placement = joinSameDrugs(placeFindings(drafts, facts), facts);
  const groups = new Map<string, FindingDraft[]>();
  for (const draft of drafts) {
    const id = placement.problems.get(draft);
    if (id !== undefined) groups.set(id, [...(groups.get(id) ?? []), draft]);
  }
  return [...groups]
    .flatMap(([id, members]) => {
      const problem = facts.index.problems.byId.get(id);
      const joined = placement.joined.get(id) ?? null;
      return problem === undefined ? [] : [gather({ problem, joined, drafts: members }, tests, facts)];
    })
    .sort(
      (a, b) =>
        priorityRank(a.priority) - priorityRank(b.priority) ||
        soonRank(a.howSoon) - soonRank(b.howSoon) ||
        (facts.index.problems.order.get(a.problem.id) ?? 0) - (facts.index.problems.order.get(b.problem.id) ?? 0),
    );
}

interface Joined {
  readonly problems: Placement;
  /** Problem id → what was joined to it. */
  readonly joined: ReadonlyMap<string, ClinicalProblem>;
}

/** Two problems that rest on the same drugs and name each other in the content are one: low potassium and low magnesium. */
function joinSameDrugs(placement: Placement, facts: Facts): Joined {
  const problems = new Map(placement);
  const joined = new Map<string, ClinicalProblem>();
  const membersOf = (id: string) => [...problems].filter(([, problem]) => problem === id).map(([draft]) => draft);
  for (const { id, joins } of facts.index.problems.byId.values()) {
    const other = joins === undefined ? undefined : facts.index.problems.byId.get(joins.problem);
    if (other === undefined) continue;
    const [own, others] = [membersOf(id), membersOf(other.id)];
    if (own.length > 0 && others.length === 0 && isShown(other, facts)) joined.set(id, other);
    const [ownDrugs, otherDrugs] = [drugsOf(own), drugsOf(others)];
    if (ownDrugs.length === 0 || otherDrugs.length === 0 || !otherDrugs.every((name) => ownDrugs.includes(name)))
      continue;
    for (const draft of others) problems.set(draft, id);
    joined.set(id, other);
  }
  return { problems, joined };
}

/** Whether a result of this patient establishes the problem, though another finding tells it. */
function isShown({ covers }: ClinicalProblem, { labs }: Facts): boolean {
  return covers.labs.some(({ lab, is }) => {
    const result = labs.latest.get(lab);
    return result !== undefined && (is === "low" ? isLow(result) : isHigh(result));
  });
}

function drugsOf(drafts: readonly FindingDraft[]): string[] {
  return unique(drafts.flatMap(({ finding }) => finding.ingredients));
}

const SOONEST: readonly HowSoon[] = HowSoon.options;

function soonRank(howSoon: HowSoon | null): number {
  return howSoon === null ? SOONEST.length : SOONEST.indexOf(howSoon);
}

function gather(
  { problem, joined, drafts }: Pick<JudgedProblem, "problem" | "joined" | "drafts">,
  tests: readonly JudgedTest[],
  facts: Facts,
): JudgedProblem {
  const ids = new Set(drafts.map(({ finding }) => finding.id));
  const asked = tests.filter(({ reasons }) => reasons.some(({ findingId }) => ids.has(findingId)));
  const soon = drafts.map(({ finding }) => finding.howSoon ?? usualHowSoon(finding));
  return {
    problem,
    joined,
    priority: drafts.map(({ finding }) => finding.priority).reduce(moreUrgent),
    howSoon: soon.reduce((a, b) => (soonRank(a) <= soonRank(b) ? a : b)),
    drafts,
    drugs: drugsIn(drafts, facts),
    results: resultsIn([problem, ...(joined === null ? [] : [joined])], drafts, facts),
    tests: asked.map(({ lab }) => lab.id),
    openTests: asked.filter(({ answered }) => !answered).map(({ lab }) => lab.id),
  };
}

/** Each drug that bears on the problem, with what it is to the loudest finding that names it. */
function drugsIn(drafts: readonly FindingDraft[], facts: Facts): ProblemDrug[] {
  const roles = new Map<string, string>();
  for (const { finding, role } of drafts)
    for (const name of finding.ingredients) if (role !== undefined && !roles.has(name)) roles.set(name, role(name));
  return [...roles].flatMap(([ingredient, role]) =>
    linesOf(ingredient, facts).map(({ drug, use }) => ({
      ingredient,
      line: drug.line,
      dose: drug.dose,
      since: drug.medication.start,
      changed: drug.events.findLast(({ kind }) => kind !== "started")?.words ?? null,
      use,
      role,
    })),
  );
}

/** The lines that hold an ingredient: those that are taken; where none is, those that may be, and then those that are over. */
function linesOf(ingredient: string, { drugs }: Facts): { drug: ListedDrug; use: ProblemDrug["use"] }[] {
  for (const use of ["current", "uncertain", "stopped"] as const) {
    const found = drugs[use].filter(({ profiles }) => profiles.some(({ name }) => name === ingredient));
    if (found.length > 0) return found.map((drug) => ({ drug, use })).sort((a, b) => a.drug.line - b.drug.line);
  }
  return [];
}

/** The latest results that the problem is about or that its findings name. */
function resultsIn(
  problems: readonly ClinicalProblem[],
  drafts: readonly FindingDraft[],
  facts: Facts,
): ProblemResult[] {
  const ids = unique([
    ...drafts.flatMap(({ finding }) => finding.labId ?? []),
    ...problems.flatMap(({ covers, shows }) => [...covers.labs.map(({ lab }) => lab), ...shows]),
  ]);
  return ids.flatMap((id) => {
    const judged = facts.labs.latest.get(id);
    return judged === undefined ? [] : [toResult(judged)];
  });
}

function toResult(judged: InterpretedResult): ProblemResult {
  const { value, unit, date } = judged.result;
  return { labId: judged.lab.id, value, unit, date, band: bandOf(judged) };
}

function bandOf(judged: InterpretedResult): ProblemResult["band"] {
  if (judged.notInterpretedBecause !== null) return "not-interpreted";
  if (isCritical(judged)) return "critical";
  if (judged.marked === true) return "marked";
  if (isLow(judged)) return "low";
  return isHigh(judged) ? "high" : "normal";
}
