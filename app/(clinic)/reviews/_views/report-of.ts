import { reportModel, type ReportModel } from "@/lib/report/report-model";
import type { CurrentSession } from "@/lib/auth/current-session";
import { AppError } from "@/lib/domain/errors";
import { getReview } from "@/lib/store/reviews";
import { signedDocument } from "@/lib/store/signing";

/** The report of a review, draft or signed. A signed one is always the same: it is dated by its signature. */
export async function reportOf(session: CurrentSession, reference: string): Promise<ReportModel> {
  const record = await getReview(session.scope, reference);
  if (record === null) throw new AppError("not-found");
  const signed = await signedDocument(session.scope, reference);
  const { patientCase, review, decisions, chosenLabs, acknowledged } = record;
  const known = record.localReference === null ? record.reference : `${record.reference} · ${record.localReference}`;
  return reportModel({
    patientCase, review, decisions, chosenLabs, acknowledged,
    identity: {
      reviewId: record.id,
      reference: known,
      status: record.status,
      signedBy: record.signedBy?.displayName ?? null,
      signedAt: record.signedAt,
      organisation: session.organisation.name,
      timeZone: session.organisation.timeZone,
      generatedAt: record.signedAt ?? new Date().toISOString(),
      digest: signed?.digest ?? null,
    },
  });
}
