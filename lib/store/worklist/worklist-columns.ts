import type { PatientCase } from "@/lib/domain/case";
import type { Finding, Review } from "@/lib/domain/review";
import { PRIORITIES, type Priority } from "@/lib/domain/vocabulary";
import { formatReference } from "@/lib/store/reviews/reference";
import { withoutNul } from "@/lib/store/stored-text";

const SEARCH_TEXT_LENGTH = 20_000;

/** The rank that is stored for a priority: 0 is the loudest; 4 where there is no finding. */
export const NO_FINDING_RANK = PRIORITIES.length;

export function priorityOfRank(rank: number): Priority | null {
  return PRIORITIES[rank] ?? null;
}

/** The copies that let the worklist sort, filter and search in SQL without opening a case. */
export function worklistColumns(of: {
  number: number;
  localReference: string | null;
  patientCase: PatientCase;
  review: Review;
  decided: ReadonlySet<string>;
}) {
  const { patientCase, review } = of;
  const { context } = patientCase;
  return {
    birthYear: context.birthYear,
    sex: context.sex,
    crampsOnset: context.cramps.onset,
    crampsPerWeek: context.cramps.perWeek,
    priorityRank: highestRank(review.findings),
    openFindings: openFindings(review, of.decided).length,
    unreadLines: review.unread.length,
    searchText: searchText(of),
  };
}

/**
 * Findings that still want a decision: those shown open on the review page. What is for information, and what stands at
 * `consider` by the floor of the commissioned groups alone, is folded there and is not counted.
 */
export function openFindings(review: Review, decided: ReadonlySet<string>): Finding[] {
  return review.findings.filter(
    (finding) => finding.priority !== "info" && finding.byFloor !== true && !decided.has(finding.id),
  );
}

function highestRank(findings: readonly Finding[]): number {
  return findings.reduce((rank, finding) => Math.min(rank, PRIORITIES.indexOf(finding.priority)), NO_FINDING_RANK);
}

function searchText(of: { number: number; localReference: string | null; patientCase: PatientCase }): string {
  const drugs = of.patientCase.medications.flatMap((piece) =>
    piece.medications.flatMap((medication) => [
      medication.name,
      ...medication.ingredients.map((ingredient) => ingredient.name),
    ]),
  );
  const words = new Set(
    [formatReference(of.number), of.localReference ?? "", ...drugs].map((word) => withoutNul(word).toLowerCase()),
  );
  return [...words]
    .filter((word) => word !== "")
    .join("\n")
    .slice(0, SEARCH_TEXT_LENGTH);
}
