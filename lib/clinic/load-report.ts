import type { Leaflet } from "@/lib/domain/leaflet";
import { buildReportModel, type ReportModel } from "@/lib/report/model/report-model";
import type { PaperSize } from "@/lib/report/formats/pdf/render";
import { variantOf, type ReportVariant } from "@/lib/domain/report-variant";
import type { CurrentSession } from "@/lib/auth/current-session";
import { AppError } from "@/lib/domain/errors";
import type { ReviewRecord } from "@/lib/store/reviews/review-record";
import { getReview } from "@/lib/store/reviews/reviews";
import { signedDocument } from "@/lib/store/reviews/signing";
import { toAcknowledge } from "@/lib/store/reviews/to-acknowledge";
import { paperOf, signedParts } from "./signed-reports";

/** All that the variants of one review's report are made of. */
export interface ReportParts {
  readonly record: ReviewRecord;
  readonly model: ReportModel;
  /** Null while the review is a draft, and where none was signed: a leaflet is handed over from a signed review. */
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
  const signed = signedParts(stored.document, {
    superseded: record.status === "superseded",
    digest: stored.digest,
    fallback: { id: record.id, organisation: organisation.name, timeZone: organisation.timeZone },
    country: organisation.country,
  });
  return {
    record,
    model: signed.model,
    leaflet: signed.leaflet,
    chosen: chosen === "leaflet" && signed.leaflet === null ? "full" : chosen,
    paper: signed.paper,
  };
}

/** The report's model alone. */
export async function loadReport(session: CurrentSession, reference: string): Promise<ReportModel> {
  return (await reportParts(session, reference)).model;
}

function draftModel(record: ReviewRecord, { organisation }: CurrentSession): ReportModel {
  const { patientCase, review, decisions, chosenLabs } = record;
  const words = new Map(toAcknowledge(review).map((box) => [box.key, box.text]));
  return buildReportModel({
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
