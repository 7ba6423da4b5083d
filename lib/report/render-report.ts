import { AppError } from "@/lib/domain/errors";
import { documentHtml, type ReportLink } from "./document-html";
import { documentText } from "./document-text";
import { fullDocument } from "./full-document";
import { gpLetter } from "./gp-letter";
import { labRequest } from "./lab-request";
import type { Leaflet } from "./leaflet-schema";
import { leafletDocument } from "./leaflet-document";
import type { ReportDocument } from "./report-document";
import type { ReportModel } from "./report-model";
import { documentPdf, reportPdf, type PaperSize } from "./report-pdf";
import { reportText } from "./report-text";
import type { ReportVariant } from "./report-variant";
import { summaryDocument } from "./summary-document";

/** What every variant is made from. The leaflet is null while a review is not signed. */
export interface ReportSourceParts {
  readonly model: ReportModel;
  readonly leaflet: Leaflet | null;
}

/** One variant as a document without a format. Throws `conflict` for a leaflet of a review that is not signed. */
export function reportDocument({ model, leaflet }: ReportSourceParts, variant: ReportVariant): ReportDocument {
  switch (variant) {
    case "full": return fullDocument(model);
    case "summary": return summaryDocument(model);
    case "gp-letter": return gpLetter(model);
    case "lab-request": return labRequest(model);
    case "leaflet":
      if (leaflet === null) throw new AppError("conflict", "A patient leaflet is handed over from a signed review only. Sign the review first.");
      return leafletDocument(leaflet, model.identity);
  }
}

/** A variant as PDF. */
export async function renderPdf(parts: ReportSourceParts, variant: ReportVariant, paper: PaperSize): Promise<Buffer> {
  if (variant === "full") return reportPdf(parts.model, { paper });
  if (variant === "summary") return reportPdf(parts.model, { paper, only: "first-page" });
  return documentPdf(reportDocument(parts, variant), { paper });
}

/** A variant as plain text of 80 columns. */
export function renderText(parts: ReportSourceParts, variant: ReportVariant): string {
  return variant === "full" ? reportText(parts.model) : documentText(reportDocument(parts, variant));
}

/** A variant as an HTML file. */
export function renderHtml(parts: ReportSourceParts, variant: ReportVariant, links: readonly ReportLink[] = []): string {
  return documentHtml(reportDocument(parts, variant), links);
}
