import { HOW_SOON_WORDS } from "@/lib/domain/priority-words";
import type { Problem, Review } from "@/lib/domain/review";
import type { Priority } from "@/lib/domain/vocabulary";
import { withTallMan } from "@/lib/report/text/tall-man-text";
import { joinWords, lowered } from "@/lib/review/format";
import type { ReportFinding } from "./report-model";

/** A problem as a report prints it. */
export interface ReportProblem {
  readonly id: string;
  readonly title: string;
  readonly priority: Priority;
  /** "today", "within days"; null where nothing is pressing. */
  readonly howSoon: string | null;
  readonly headline: string;
  readonly options: readonly string[];
  readonly against: readonly string[];
  readonly findings: readonly ReportFinding[];
}

/** The problems of a review with their findings; null for one of before problems were grouped. */
export function reportProblems(review: Review, findings: readonly ReportFinding[]): ReportProblem[] | null {
  if (review.problems === undefined) return null;
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  return review.problems.map((problem) => reportProblem(problem, byId));
}

function reportProblem(problem: Problem, byId: ReadonlyMap<string, ReportFinding>): ReportProblem {
  return {
    id: problem.id,
    title: problem.title,
    priority: problem.priority,
    howSoon: problem.howSoon === null ? null : HOW_SOON_WORDS[problem.howSoon],
    headline: withTallMan(problem.headline),
    options: problem.options.map(withTallMan),
    against: problem.against.map(withTallMan),
    findings: problem.findingIds.flatMap((id) => byId.get(id) ?? []),
  };
}

/** Problems that say what is missing and not what the patient has. */
const GAPS: ReadonlySet<string> = new Set(["not-known", "not-checked"]);

/** What first, what else, what was not read: by name, where the reasons stand below. Null for a review without problems. */
export function summarySentences({ problems, unread }: Review): string[] | null {
  if (problems === undefined) return null;
  const of = (priority: Priority) =>
    problems
      .filter((problem) => problem.priority === priority && !GAPS.has(problem.id))
      .map(({ title }) => lowered(title));
  const [now, review, consider] = [of("act-now"), of("review"), of("consider")];
  return [
    ...(now.length === 0 ? [] : [`To act on: ${joinWords(now)}.`]),
    ...(review.length === 0 ? [] : [`To review: ${joinWords(review)}.`]),
    ...(consider.length === 0 ? [] : [`To consider: ${joinWords(consider)}.`]),
    ...(now.length + review.length + consider.length === 0
      ? ["Nothing on this list stands out as a cause of cramps."]
      : []),
    ...(unread.length === 0 ? [] : [`Not read: ${unread.length} ${unread.length === 1 ? "entry" : "entries"}.`]),
  ];
}
