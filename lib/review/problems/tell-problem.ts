import type { Problem } from "@/lib/domain/review";
import type { Facts } from "@/lib/review/facts/facts";
import { evaluate } from "@/lib/review/rules/evaluate-predicate";
import { unique } from "@/lib/review/format";
import { headlineOf } from "./headline";
import type { JudgedProblem } from "./judge-problems";

const MOST_AGAINST = 2;
const MOST_OPTIONS = 4;
const MOST_QUESTIONS = 2;

/** A problem in words, made from the facts of this patient and from what its findings say. */
export function tellProblem(judged: JudgedProblem, facts: Facts): Problem {
  const { problem, priority, howSoon, drafts, drugs, results, tests } = judged;
  const words = drafts.filter(({ finding }) => finding.foldedInto === undefined).map((draft) => draft.words());
  return {
    id: problem.id,
    title: titleOf(judged, facts),
    priority,
    howSoon,
    headline: headlineOf(judged, titleOf(judged, facts), facts),
    drugs: [...drugs],
    results: [...results],
    facts: unique(drafts.flatMap(({ seen }) => seen ?? [])),
    against: unique(words.flatMap(({ against }) => against)).slice(0, MOST_AGAINST),
    options: unique(words.flatMap(({ options }) => options)).slice(0, MOST_OPTIONS),
    tests: [...tests],
    questions: questionsOf(judged, facts),
    findingIds: drafts.map(({ finding }) => finding.id),
  };
}

/** The title in the words of the patient's country; with the problem that was joined to it. */
export function titleOf({ problem, joined }: JudgedProblem, { context }: Facts): string {
  if (joined !== null && problem.joins !== undefined) return problem.joins.title;
  return context.jurisdiction === "UK" ? (problem.titleUK ?? problem.title) : problem.title;
}

/** What would settle it, where that is not known yet and can matter. */
function questionsOf({ problem, priority }: JudgedProblem, facts: Facts): string[] {
  if (priority === "info") return [];
  return problem.questions
    .filter(
      ({ when, unless }) =>
        (when === undefined || evaluate(when, facts) !== false) &&
        (unless === undefined || evaluate(unless, facts) !== true),
    )
    .map(({ text }) => text)
    .slice(0, MOST_QUESTIONS);
}
