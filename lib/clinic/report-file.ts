import type { CurrentSession } from "@/lib/auth/current-session";
import { AppError } from "@/lib/domain/errors";
import type { ReportVariant } from "@/lib/domain/report-variant";
import { reportCsv } from "@/lib/report/formats/csv";
import type { PaperSize } from "@/lib/report/formats/pdf/render";
import { renderHtml, renderText } from "@/lib/report/render-report";
import { offload } from "@/lib/offload/offload";
import { signedReviewFile } from "@/lib/report/signed/signed-review";
import { keptReport } from "@/lib/store/reviews/kept-reports";
import { getReview } from "@/lib/store/reviews/reviews";
import { signedDocument } from "@/lib/store/reviews/signing";
import { reportParts, type ReportParts } from "./load-report";
import { reportLinks } from "./report-links";

export type ReportFormat = "pdf" | "html" | "text" | "csv" | "json";

export interface WantedReport {
  readonly variant: ReportVariant;
  readonly format: ReportFormat;
  /** Null for the clinic's own. */
  readonly paper: PaperSize | null;
}

export interface ReportFile {
  readonly content: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly name: string;
  readonly inline: boolean;
  /** Whether these are the bytes that were made and kept at the signature. */
  readonly kept: boolean;
}

const FORMATS = {
  pdf: { type: "application/pdf", extension: "pdf", inline: true },
  html: { type: "text/html; charset=utf-8", extension: "html", inline: true },
  text: { type: "text/plain; charset=utf-8", extension: "txt", inline: false },
  csv: { type: "text/csv; charset=utf-8", extension: "csv", inline: false },
  json: { type: "application/json; charset=utf-8", extension: "json", inline: false },
} as const satisfies Record<ReportFormat, { type: string; extension: string; inline: boolean }>;

/**
 * A report as a file. Of a signed review it is the bytes that were kept at the signature; of one signed before they were kept,
 * and on another paper than the clinic's, it is printed from what was signed; of a draft it is made now and says DRAFT.
 */
export async function reportFile(
  session: CurrentSession,
  reference: string,
  wanted: WantedReport,
): Promise<ReportFile> {
  const { format, paper } = wanted;
  const variant = format === "csv" || format === "json" ? "full" : wanted.variant;
  const { type, inline } = FORMATS[format];
  const kept = await keptReport(session.scope, reference, { variant, format });
  if (kept !== null && (paper === null || kept.paper === null || paper === kept.paper)) {
    const superseded = (await getReview(session.scope, reference))?.status === "superseded";
    const name = fileName({ reference, variant, format, superseded });
    return { content: new Uint8Array(kept.bytes), type, name, inline, kept: true };
  }
  const content = await made(session, reference, { ...wanted, variant });
  return { ...content, type, inline, kept: false };
}

async function made(session: CurrentSession, reference: string, wanted: WantedReport) {
  const { format, variant } = wanted;
  const parts = await reportParts(session, reference);
  const superseded = parts.record.status === "superseded";
  const content = format === "json" ? await signedFile(session, reference) : await rendered(parts, wanted);
  return {
    content: new Uint8Array(typeof content === "string" ? Buffer.from(content, "utf8") : content),
    name: fileName({ reference, variant, format, superseded }),
  };
}

async function signedFile(session: CurrentSession, reference: string): Promise<string> {
  const signed = await signedDocument(session.scope, reference);
  if (signed === null)
    throw new AppError("conflict", "This review is a draft. The signed document exists after signing.");
  return signedReviewFile(signed);
}

async function rendered(parts: ReportParts, { variant, format, paper }: WantedReport): Promise<Uint8Array | string> {
  if (format === "pdf")
    return offload("pdf", { model: parts.model, leaflet: parts.leaflet, variant, paper: paper ?? parts.paper });
  if (format === "csv") return reportCsv(parts.model);
  if (format === "text") return renderText(parts, variant);
  return renderHtml(parts, variant, reportLinks(parts.record.reference, variant, parts.leaflet));
}

type Named = Pick<WantedReport, "variant" | "format"> & { reference: string; superseded: boolean };

/**
 * `CC-0412-gp-letter.pdf`: never anything that was entered, since file names travel. That a newer version counts is said here,
 * because the bytes are those of the signature.
 */
function fileName({ reference, variant, format, superseded }: Named): string {
  const kind = variant === "full" ? "" : `-${variant}`;
  return `${reference}${kind}${superseded ? "-superseded" : ""}.${FORMATS[format].extension}`;
}
