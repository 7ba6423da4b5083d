import { markDrugs } from "@/app/_view-models/drug-runs";
import type { RichText } from "@/app/_view-models/rich-text";
import { displayDate } from "@/lib/domain/display-date";
import { compareCases, type CaseComparison, type MedicationDifference } from "@/lib/review/compare/compare-cases";
import { compareReviews, type DifferenceKind } from "@/lib/review/compare/compare-reviews";
import type { ReviewRecord } from "@/lib/store/reviews/review-record";
import { decisionViews } from "@/app/_view-models/review/decision-view";
import { formatValue } from "@/app/_view-models/review/lab-view";

/** What is told of a finding beside it: new, moved, and what was decided then. */
export type FindingSince = { words: string; decidedThen: string | null };

/** What differs from the review that is followed up. */
export type FollowUpChanges = {
  reference: string;
  /** “22 Nov 2026”. */
  date: string;
  cramps: string | null;
  /** Cramps a week were told then and not now. */
  crampsMissing: boolean;
  drugs: RichText[];
  unchangedDrugs: number;
  results: string[];
  conditions: string[];
  findings: RichText[];
  tests: string[];
  /** Set where the two were judged with different knowledge, so that a difference may come from there. */
  knowledge: string | null;
  byFinding: Readonly<Record<string, FindingSince>>;
};

/** What a clinician asks first; differences of wording are in the re-run and the signed documents. */
const FINDINGS: ReadonlySet<DifferenceKind> = new Set(["finding-new", "finding-gone", "priority"]);
const TESTS: ReadonlySet<DifferenceKind> = new Set(["test-new", "test-gone", "test-open-again"]);

/** Compares a follow-up with the review before it. */
export function sinceView(
  before: ReviewRecord,
  now: ReviewRecord,
  names: readonly string[],
  timeZone: string,
): { view: FollowUpChanges; cases: CaseComparison } {
  const cases = compareCases(before.patientCase, now.patientCase);
  const differences = compareReviews(before.review, now.review);
  const changed = cases.medications.filter(({ change }) => change !== "unchanged");
  const { crampsPerWeek } = cases;
  const all = [
    ...names,
    ...before.patientCase.medications.flatMap((piece) =>
      piece.medications.flatMap(({ ingredients }) => ingredients.map(({ name }) => name)),
    ),
  ];
  const words = (text: string) => markDrugs(text, all);
  return {
    cases,
    view: {
      reference: before.reference,
      date: displayDate(cases.since),
      cramps: crampsPerWeek === null ? null : describeCramps(crampsPerWeek),
      crampsMissing:
        before.patientCase.context.cramps.perWeek !== null && now.patientCase.context.cramps.perWeek === null,
      drugs: changed.map((difference) => words(`${nameOf(difference)}: ${difference.words}`)),
      unchangedDrugs: cases.medications.length - changed.length,
      results: cases.newResults.map(
        (result) =>
          `${result.name.charAt(0).toUpperCase()}${result.name.slice(1)} ${formatValue(result)}${result.date === null ? ", date not given" : ` on ${displayDate(result.date)}`}`,
      ),
      conditions: [
        ...cases.newConditions.map((one) => `${one}: newly listed`),
        ...cases.goneConditions.map((one) => `${one}: no longer listed`),
      ],
      findings: differences.filter(({ kind }) => FINDINGS.has(kind)).map(({ sentence }) => words(sentence)),
      tests: differences.filter(({ kind }) => TESTS.has(kind)).map(({ sentence }) => sentence),
      knowledge:
        before.review.knowledgeVersion === now.review.knowledgeVersion
          ? null
          : `Knowledge version ${before.review.knowledgeVersion} then, ${now.review.knowledgeVersion} now: some differences may come from there.`,
      byFinding: findingsSince(before, now, timeZone),
    },
  };
}

/** The differences counted, for the head of the page. */
export function sinceSentence(since: FollowUpChanges): string {
  const count = (amount: number, one: string, many: string) =>
    amount === 0 ? [] : [`${amount} ${amount === 1 ? one : many}`];
  const parts = [
    ...(since.cramps === null ? [] : [since.cramps]),
    ...count(since.drugs.length, "drug changed", "drugs changed"),
    ...count(since.results.length, "new result", "new results"),
    ...count(since.findings.length, "finding new, gone or moved", "findings new, gone or moved"),
  ];
  return `Follow-up of ${since.reference}, since ${since.date}: ${parts.length === 0 ? "nothing that was entered has changed" : parts.join(", ")}.`;
}

function nameOf({ before, after }: MedicationDifference): string {
  return (after ?? before)?.ingredients.map(({ name }) => name).join(" and ") ?? "";
}

function findingsSince(before: ReviewRecord, now: ReviewRecord, timeZone: string): Record<string, FindingSince> {
  const differences = new Map(
    compareReviews(before.review, now.review)
      .filter(({ kind }) => kind === "finding-new" || kind === "priority")
      .map((one) => [one.id, one]),
  );
  const decided = new Map(
    decisionViews(before.decisions, timeZone).map(({ findingId, words, earlier }) => [
      findingId,
      earlier === null ? words : `${words} (${earlier.replace(/: look again\.$/, "").toLowerCase()})`,
    ]),
  );
  return Object.fromEntries(
    now.review.findings.map(({ id }): [string, FindingSince] => {
      const difference = differences.get(id);
      const moved =
        difference?.kind === "priority" ? difference.sentence.replace(/^“.*”: /, "").replace(/\.$/, "") : null;
      return [
        id,
        { words: difference === undefined ? "as before" : (moved ?? "new"), decidedThen: decided.get(id) ?? null },
      ];
    }),
  );
}

function describeCramps({ before, after }: { before: number; after: number }): string {
  return before === after ? `cramps a week ${after}, as before` : `cramps a week ${before} to ${after}`;
}
