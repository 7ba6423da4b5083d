import { FIRST_SYMPTOMS, SYMPTOM_LABELS } from "@/app/_view-models/symptom-labels";
import { displayDate, displayInstant } from "@/lib/domain/display-date";
import type { PatientCase } from "@/lib/domain/case";
import { factsOfFinding } from "@/lib/domain/finding-facts";
import type { Knowledge } from "@/lib/knowledge/schema";
import { isUnread } from "@/lib/report/model/reading-summary";
import { presentConditions } from "@/lib/review/rules/present-conditions";
import { readFacts, type Facts } from "@/lib/review/facts/facts";
import { indexOf } from "@/lib/review/facts/knowledge-index";
import { britishName } from "@/lib/terminology/drugs/british-names";
import type { Organisation } from "@/lib/store/accounts/organisation";
import { factsDigest } from "@/lib/store/reviews/standing-decisions";
import type { ReviewRecord } from "@/lib/store/reviews/review-record";
import { bannerFacts } from "./banner-facts";
import { decisionViews } from "./decision-view";
import { markDrugs } from "@/app/_view-models/drug-runs";
import { findingView } from "./finding-view";
import { medicationRows, rowRank, withSince } from "./medication-rows";
import { problemViews, summaryLine } from "./problem-view";
import type { ReviewView } from "./review-view";
import { causeViews, resultViews, testView } from "./side-views";
import { sinceSentence, sinceView, type FollowUpChanges } from "@/app/_view-models/history/since-view";
import { SourceNumbers } from "./source-numbers";

/** The facts of a case, as the review itself reads them. */
export function factsOf(patientCase: PatientCase, knowledge: Knowledge): Facts {
  const read = readFacts(patientCase, indexOf(knowledge));
  return { ...read, conditions: presentConditions(patientCase, read) };
}

/**
 * Everything that the review page draws, made from the stored record; the browser adds nothing to it.
 * @param before the review that this one follows up; null where it follows none
 */
export function buildReviewView(
  record: ReviewRecord,
  organisation: Organisation,
  knowledge: Knowledge,
  before: ReviewRecord | null = null,
): { view: ReviewView; since: FollowUpChanges | null } {
  const { patientCase, review } = record;
  const facts = factsOf(patientCase, knowledge);
  const numbers = new SourceNumbers();
  const ingredients = [
    ...new Set([
      ...patientCase.medications.flatMap((piece) =>
        piece.medications.flatMap((medication) => medication.ingredients.map((one) => one.name)),
      ),
      ...review.findings.flatMap((finding) => finding.ingredients),
    ]),
  ];
  const names = [...new Set([...ingredients, ...ingredients.map(britishName)])];
  const compared = before === null ? null : sinceView(before, record, names, organisation.timeZone);
  const plainRows = medicationRows(patientCase, review, facts, knowledge).sort(
    (a, b) => rowRank(a) - rowRank(b) || (a.sortName < b.sortName ? -1 : 1),
  );
  const rows = compared === null ? plainRows : withSince(plainRows, patientCase, compared.cases.medications);
  const view: ReviewView = {
    reference: record.reference,
    version: record.version,
    status: record.status,
    describeStatus: statusWords(record, organisation.timeZone),
    isExample: record.isExample,
    banner: bannerFacts(record.reference, record.localReference, patientCase.context, facts),
    unread: review.unread.map(({ text, where }) => ({ text, where })),
    summary: summaryLine(review, names),
    problems: problemViews(review, names, knowledge),
    findings: review.findings.map((finding) => ({
      ...findingView(finding, names, knowledge, numbers),
      factsDigest: factsDigest(factsOfFinding(finding, patientCase)),
      since: compared?.view.byFinding[finding.id] ?? null,
    })),
    decisions: decisionViews(record.decisions, organisation.timeZone),
    tests: review.labs.map((lab) => testView(lab, names, facts, review.problems)),
    chosenLabs: record.chosenLabs,
    questions: review.questions.map((question) => markDrugs(question, names)),
    notEntered: notEntered(facts),
    medications: rows,
    recognised: patientCase.medications.filter((piece) => piece.status === "recognised").length,
    notRead: patientCase.medications.filter(isUnread).length,
    causes: causeViews(review, facts, knowledge, numbers),
    results: resultViews(patientCase, facts, new Set(compared?.cases.newResults)),
    conditions: patientCase.conditions
      .filter((piece) => piece.status !== "not-condition")
      .map((piece) =>
        [
          ...new Set([
            piece.text.trim(),
            ...piece.codes.flatMap((code) =>
              piece.text.trim().toUpperCase() === code.code ? [code.display] : [code.code],
            ),
            piece.polarity === "present" ? "" : piece.polarity,
          ]),
        ]
          .filter((part) => part !== "")
          .join(" · "),
      ),
    sources: numbers.list,
    knowledgeVersion: review.knowledgeVersion,
    knowledgeChanged: record.status === "draft" && review.knowledgeVersion !== knowledge.version,
    differsToday: null,
    pageNotKept: false,
    previousReference: record.previousReference,
    sinceDate: compared?.view.date ?? null,
    sinceSentence: compared === null ? null : sinceSentence(compared.view),
    followedUpBy: record.followedUpBy,
    supersededBy: record.supersededBy,
    followUpDue: record.followUpDue === null ? null : displayDate(record.followUpDue),
  };
  return { view, since: compared?.view ?? null };
}

function statusWords(record: ReviewRecord, timeZone: string): string {
  const signed =
    record.signedAt === null
      ? null
      : `Signed by ${record.signedBy?.displayName ?? "a clinician"} ${displayInstant(record.signedAt, timeZone)}`;
  if (record.status === "draft") return `Draft · Saved ${displayInstant(record.updatedAt, timeZone)}`;
  if (record.status === "archived") return signed === null ? "Archived draft" : `Archived. ${signed}`;
  return record.status === "superseded" ? `${signed ?? "Signed"}, superseded` : (signed ?? "Signed");
}

/** The symptoms that decide urgency and were not answered, in words. */
function notEntered(facts: Pick<Facts, "symptoms">): string[] {
  return Object.entries(SYMPTOM_LABELS)
    .slice(0, FIRST_SYMPTOMS)
    .filter(([id]) => (facts.symptoms.answers.get(id) ?? "unknown") === "unknown")
    .map(([, words]) => words.toLowerCase());
}
