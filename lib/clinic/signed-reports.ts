import type { Leaflet } from "@/lib/domain/leaflet";
import { ReportVariant } from "@/lib/domain/report-variant";
import { reportCsv } from "@/lib/report/formats/csv";
import type { PaperSize } from "@/lib/report/formats/pdf/render";
import type { ReportModel } from "@/lib/report/model/report-model";
import { renderHtml, renderText } from "@/lib/report/render-report";
import { offload } from "@/lib/offload/offload";
import { modelOfSigned, type SignedState } from "@/lib/report/signed/model-of-signed";
import { readSignedReview } from "@/lib/report/signed/read-signed";
import { signedReviewFile } from "@/lib/report/signed/signed-review";
import type { KeptFormat, MadeReport } from "@/lib/store/reviews/kept-reports";
import { reportLinks } from "./report-links";

/** What the reports of a signed review are made of: the document alone, whatever the knowledge base holds today. */
export interface SignedParts {
  readonly reference: string;
  readonly model: ReportModel;
  /** Null where none was signed: it was not kept before November 2026, and nothing is added to what was signed. */
  readonly leaflet: Leaflet | null;
  readonly paper: PaperSize;
}

/** The parts of a signed document's reports. `country` stands in where the document names none. */
export function signedParts(document: string, state: SignedState & { country: string }): SignedParts {
  const signed = readSignedReview(document);
  return {
    reference: signed.reference,
    model: modelOfSigned(signed, state),
    leaflet: signed.leaflet ?? null,
    paper: paperOf(signed.organisation?.country ?? state.country),
  };
}

/** The paper that a clinic prints on. */
export function paperOf(country: string): PaperSize {
  return country === "US" ? "LETTER" : "A4";
}

/** Every report that is offered of a signed review: each kind as PDF, accessible page and text; CSV; the signed document. */
export async function makeSignedReports(
  parts: SignedParts,
  signed: { document: string; digest: string },
): Promise<MadeReport[]> {
  const text = (variant: string, format: KeptFormat, words: string): MadeReport => ({
    variant,
    format,
    paper: null,
    bytes: Buffer.from(words, "utf8"),
  });
  const reports: MadeReport[] = [
    text("full", "csv", reportCsv(parts.model)),
    text("full", "json", signedReviewFile(signed)),
  ];
  for (const variant of ReportVariant.options) {
    if (variant === "leaflet" && parts.leaflet === null) continue;
    const bytes = await offload("pdf", { model: parts.model, leaflet: parts.leaflet, variant, paper: parts.paper });
    reports.push(
      { variant, format: "pdf", paper: parts.paper, bytes },
      text(variant, "text", renderText(parts, variant)),
      text(variant, "html", renderHtml(parts, variant, reportLinks(parts.reference, variant, parts.leaflet))),
    );
  }
  return reports;
}
