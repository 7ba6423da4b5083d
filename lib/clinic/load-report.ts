import { leafletOf } from "@/lib/report/leaflet/choose-leaflet";
import type { Leaflet } from "@/lib/domain/leaflet";
import { reportModel, type ReportModel } from "@/lib/report/model/report-model";
import { reportOfSigned } from "@/lib/report/signed/model-of-signed";
import type { PaperSize } from "@/lib/report/formats/pdf/render";
import { variantOf, type ReportVariant } from "@/lib/domain/report-variant";
import { readSignedReview } from "@/lib/report/signed/read-signed";
import type { CurrentSession } from "@/lib/auth/current-session";
import { AppError } from "@/lib/domain/errors";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import type { ReviewRecord } from "@/lib/store/reviews/review-record";
import { getReview } from "@/lib/store/reviews/reviews";
import { signedDocument } from "@/lib/store/reviews/signing";
import { toAcknowledge } from "@/lib/store/reviews/to-acknowledge";

/** All that the variants of one review's report are made of. */
export interface ReportParts {
  readonly record: ReviewRecord;
  readonly model: ReportModel;
  /** Null while the review is a draft: a leaflet is handed over from a signed review. */
  readonly leaflet: Leaflet | null;
  /** What was chosen at signing. */
  readonly chosen: ReportVariant;
  readonly paper: PaperSize;
}

/** The parts of a review's report, draft or signed. A signed one is made from the document as it was signed, and so is always the same. */
export async function reportParts(session: CurrentSession, reference: string): Promise<ReportParts> {
  const record = await getReview(session.scope, reference);
  if (record === null) throw new AppError("not-found");
  const stored = await signedDocument(session.scope, reference);
  const { organisation } = session;
  const chosen = variantOf(record.reportKind) ?? "full";
  if (stored === null)
    return { record, model: draftModel(record, session), leaflet: null, chosen, paper: paperOf(organisation.country) };
  const signed = readSignedReview(stored.document);
  const model = reportOfSigned(signed, {
    superseded: record.status === "superseded",
    digest: stored.digest,
    fallback: { id: record.id, organisation: organisation.name, timeZone: organisation.timeZone },
  });
  return {
    record,
    model,
    leaflet: signed.leaflet ?? leafletOf(signed.patientCase, loadKnowledge()),
    chosen,
    paper: paperOf(signed.organisation?.country ?? organisation.country),
  };
}

/** The report's model alone. */
export async function reportOf(session: CurrentSession, reference: string): Promise<ReportModel> {
  return (await reportParts(session, reference)).model;
}

function paperOf(country: string): PaperSize {
  return country === "US" ? "LETTER" : "A4";
}

function draftModel(record: ReviewRecord, { organisation }: CurrentSession): ReportModel {
  const { patientCase, review, decisions, chosenLabs } = record;
  const words = new Map(toAcknowledge(review).map((box) => [box.key, box.text]));
  return reportModel({
    patientCase,
    review,
    decisions,
    chosenLabs,
    acknowledged: record.acknowledged.map((key) => words.get(key) ?? key),
    identity: {
      reviewId: record.id,
      reference: record.localReference === null ? record.reference : `${record.reference} · ${record.localReference}`,
      status: "draft",
      signedBy: null,
      signedAt: null,
      organisation: organisation.name,
      timeZone: organisation.timeZone,
      generatedAt: new Date().toISOString(),
      digest: null,
    },
  });
}
