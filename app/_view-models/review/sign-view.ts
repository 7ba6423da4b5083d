import type { RichText } from "@/app/_view-models/rich-text";
import { displayInstant } from "@/lib/domain/display-date";
import { describeDecidedEarlier, decidedFindings, isStanding } from "@/lib/domain/decision";
import { variantOf, type ReportVariant } from "@/lib/domain/report-variant";
import { readingSummary } from "@/lib/report/model/reading-summary";
import type { Organisation } from "@/lib/store/accounts/organisation";
import type { ReviewRecord } from "@/lib/store/reviews/review-record";
import { toAcknowledge, toDecide, type ToAcknowledge } from "@/lib/store/reviews/to-acknowledge";
import type { Knowledge } from "@/lib/knowledge/schema";
import type { BannerFacts } from "@/app/_shell/patient-banner";
import { bannerFacts } from "./banner-facts";
import { factsOf } from "./build-review-view";
import { withoutContent } from "./stored-only";
import { markDrugs } from "@/app/_view-models/drug-runs";

/** What the signer checks before signing. */
export type SignView = {
  reference: string;
  version: number;
  banner: BannerFacts;
  entered: string;
  notRead: number;
  /** `again`: decided earlier, and what they are about has changed since. */
  decisions: { made: number; of: number; again: number };
  tests: string[];
  reportKind: ReportVariant;
  localReference: string | null;
  acknowledge: ToAcknowledge[];
  decide: { id: string; title: RichText; why: string }[];
  signingAs: string;
};

/** `now`: instant in ISO form, shown as the time of signing to come */
export function signView(
  record: ReviewRecord,
  {
    signer,
    organisation,
    knowledge,
    now,
  }: { signer: string; organisation: Organisation; knowledge: Knowledge; now: string },
): SignView {
  const { review, patientCase } = record;
  // A signed review is not judged again with the knowledge of another day.
  const asSigned = record.signedAt === null || review.knowledgeVersion === knowledge.version;
  const judgedBy = asSigned ? knowledge : withoutContent(knowledge);
  const decided = decidedFindings(record.decisions);
  const earlier = new Map(
    record.decisions.filter((one) => !isStanding(one)).map(({ findingId, changed }) => [findingId, changed ?? []]),
  );
  const reading = readingSummary(patientCase);
  const parts = [
    `${reading.understood} understood`,
    ...(reading.notCurrent > 0 ? [`${reading.notCurrent} not current`] : []),
    ...(reading.notMedication > 0 ? [`${reading.notMedication} not a medication`] : []),
  ];
  return {
    reference: record.reference,
    version: record.version,
    banner: bannerFacts(record.reference, record.localReference, patientCase.context, factsOf(patientCase, judgedBy)),
    entered:
      reading.pieces === 0
        ? "no medication"
        : `${reading.pieces} ${reading.pieces === 1 ? "line" : "lines"}: ${parts.join(", ")}`,
    notRead: review.unread.length,
    decisions: {
      made: review.findings.filter((finding) => decided.has(finding.id)).length,
      of: review.findings.length,
      again: review.findings.filter((finding) => earlier.has(finding.id)).length,
    },
    tests: review.labs.filter((lab) => record.chosenLabs.includes(lab.id)).map((lab) => lab.name),
    reportKind: variantOf(record.reportKind) ?? "full",
    localReference: record.localReference,
    acknowledge: toAcknowledge(review),
    decide: toDecide(review, decided).map((finding) => ({
      id: finding.id,
      title: markDrugs(finding.title, finding.ingredients),
      why: whyOpen(earlier.get(finding.id)),
    })),
    signingAs: `Signing as ${signer}, ${displayInstant(now, organisation.timeZone)}. Knowledge version ${review.knowledgeVersion}.`,
  };
}

function whyOpen(changed: readonly string[] | undefined): string {
  return changed === undefined ? "has no decision." : `was ${describeDecidedEarlier(changed)}: look again.`;
}
