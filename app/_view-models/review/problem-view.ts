import { HOW_SOON_WORDS } from "@/lib/domain/priority-words";
import type { Finding, Problem, Review } from "@/lib/domain/review";
import type { Priority } from "@/lib/domain/vocabulary";
import { summarySentences } from "@/lib/report/model/report-problems";
import type { Knowledge } from "@/lib/knowledge/schema";
import { shortName } from "@/lib/review/facts/results/interpret-result";
import { markDrugs } from "@/app/_view-models/drug-runs";
import type { RichText } from "@/app/_view-models/rich-text";

/** So many options stand on a closed card. */
const MOST_OPTIONS = 2;

/** One problem as its card draws it. */
export type ProblemView = {
  id: string;
  title: string;
  priority: Priority;
  /** "now", "today", "within days", "at the next visit". */
  howSoon: string | null;
  headline: RichText;
  options: RichText[];
  /** What would settle it. */
  questions: RichText[];
  tests: string[];
  /** All its findings, in the order of the review. */
  findingIds: string[];
  /** Act-now findings: each is decided by itself. */
  aloneIds: string[];
  /** The findings that a decision on the closed card is written to: those that it names. */
  namedIds: string[];
  /** Where a drug of the list bears on it: the index of its line, and what it is to the problem. */
  drugs: { line: number; ingredient: string; role: string }[];
};

/** The problems of a review; null where it was made before problems were grouped. */
export function problemViews(review: Review, names: readonly string[], knowledge: Knowledge): ProblemView[] | null {
  if (review.problems === undefined) return null;
  const byId = new Map(review.findings.map((finding) => [finding.id, finding]));
  const labNames = new Map(knowledge.labs.map((lab) => [lab.id, shortName(lab)]));
  return review.problems.map((problem) => problemView(problem, byId, labNames, names));
}

/** What first, what else, what was not read; null for a review without problems. */
export function summaryLine(review: Review, names: readonly string[]): RichText[] | null {
  return summarySentences(review)?.map((sentence) => markDrugs(sentence, names)) ?? null;
}

function problemView(
  problem: Problem,
  byId: ReadonlyMap<string, Finding>,
  labNames: ReadonlyMap<string, string>,
  names: readonly string[],
): ProblemView {
  const own = problem.findingIds.flatMap((id) => byId.get(id) ?? []);
  const alone = own.filter(({ priority }) => priority === "act-now");
  const named = own.filter(
    ({ priority, byFloor, foldedInto }) =>
      priority === problem.priority && priority !== "info" && byFloor !== true && foldedInto === undefined,
  );
  return {
    id: problem.id,
    title: problem.title,
    priority: problem.priority,
    howSoon: problem.howSoon === null ? null : HOW_SOON_WORDS[problem.howSoon],
    headline: markDrugs(problem.headline, names),
    options: problem.options.slice(0, MOST_OPTIONS).map((option) => markDrugs(option, names)),
    questions: problem.questions.map((question) => markDrugs(question, names)),
    tests: problem.tests.map((id) => labNames.get(id) ?? id),
    findingIds: problem.findingIds,
    aloneIds: alone.map(({ id }) => id),
    namedIds: (alone.length > 0 ? alone : named).map(({ id }) => id),
    drugs: problem.drugs.map(({ line, ingredient, role }) => ({ line, ingredient, role })),
  };
}
