import { buildReportModel, type ReportModel } from "@/lib/report/model/report-model";
import type { SignedReview } from "./signed-review";

/** What stands beside a signed review and may change after it: whether a newer version counts now. */
export interface SignedState {
  readonly superseded: boolean;
  readonly digest: string;
  /** For what was signed before it was kept in the document. */
  readonly fallback: { readonly id: string; readonly organisation: string; readonly timeZone: string };
}

/** The report of a signed review, from the document alone: dated by its signature, so that it is always the same. */
export function modelOfSigned(signed: SignedReview, { superseded, digest, fallback }: SignedState): ReportModel {
  const { patientCase, review, decisions, chosenLabs } = signed;
  return buildReportModel({
    patientCase,
    review,
    decisions,
    chosenLabs,
    acknowledged: signed.acknowledged.map((key) => describeAcknowledgement(key, signed)),
    identity: {
      reviewId: signed.id ?? fallback.id,
      reference: signed.localReference === null ? signed.reference : `${signed.reference} · ${signed.localReference}`,
      status: superseded ? "superseded" : "signed",
      signedBy: signed.signedBy.displayName,
      signedAt: signed.signedAt,
      organisation: signed.organisation?.name ?? fallback.organisation,
      timeZone: signed.organisation?.timeZone ?? fallback.timeZone,
      generatedAt: signed.signedAt,
      digest,
    },
  });
}

/** What the signer ticked, in words: the keys are `unread:<where>:<text>` and `check-failed:<finding id>`. */
function describeAcknowledgement(key: string, { review }: SignedReview): string {
  const unread = review.unread.find((entry) => key === `unread:${entry.where}:${entry.text.trim()}`);
  if (unread !== undefined) return `“${unread.text.trim()}” was not read (${unread.where})`;
  return review.findings.find((finding) => key === `check-failed:${finding.id}`)?.title ?? key;
}
