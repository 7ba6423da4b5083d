import { AppError } from "@/lib/domain/errors";
import { documentHtml, type ReportLink } from "./formats/html/render";
import { documentText } from "./formats/text/document";
import { fullReport } from "./documents/by-problem";
import { fullDocument } from "./documents/full";
import { gpLetter } from "./documents/gp-letter";
import { labRequest } from "./documents/lab-request";
import type { Leaflet } from "@/lib/domain/leaflet";
import { leafletDocument } from "./documents/leaflet";
import type { ReportDocument } from "./documents/report-document";
import type { ReportModel } from "./model/report-model";
import { documentPdf, reportPdf, type PaperSize } from "./formats/pdf/render";
import { reportText } from "./formats/text/report";
import type { ReportVariant } from "@/lib/domain/report-variant";
import { summaryDocument } from "./documents/summary";

/** What every variant is made from. The leaflet is null while a review is not signed. */
export interface ReportSourceParts {
  readonly model: ReportModel;
  readonly leaflet: Leaflet | null;
}

/** One variant as a document without a format. Throws `conflict` for a leaflet of a review that is not signed. */
export function composeDocument({ model, leaflet }: ReportSourceParts, variant: ReportVariant): ReportDocument {
  switch (variant) {
    case "full":
      return fullReport(model);
    case "evidence":
      return { ...fullDocument(model), variant: "evidence" };
    case "summary":
      return summaryDocument(model);
    case "gp-letter":
      return gpLetter(model);
    case "lab-request":
      return labRequest(model);
    case "leaflet":
      if (leaflet === null)
        throw new AppError(
          "conflict",
          model.identity.signedAt === null
            ? "A patient leaflet is handed over from a signed review only. Sign the review first."
            : "No patient leaflet was kept when this review was signed. Make a new version of it to hand one over.",
        );
      return leafletDocument(leaflet, model.identity);
  }
}

/** A variant as PDF. */
export async function renderPdf(parts: ReportSourceParts, variant: ReportVariant, paper: PaperSize): Promise<Buffer> {
  const before = parts.model.problems === null;
  if (variant === "evidence" || (variant === "full" && before)) return reportPdf(parts.model, { paper });
  if (variant === "summary") return reportPdf(parts.model, { paper, only: "first-page" });
  return documentPdf(composeDocument(parts, variant), { paper });
}

/** A variant as plain text of 80 columns. */
export function renderText(parts: ReportSourceParts, variant: ReportVariant): string {
  const whole = variant === "evidence" || (variant === "full" && parts.model.problems === null);
  return whole ? reportText(parts.model) : documentText(composeDocument(parts, variant));
}

/** A variant as an HTML file. */
export function renderHtml(
  parts: ReportSourceParts,
  variant: ReportVariant,
  links: readonly ReportLink[] = [],
): string {
  return documentHtml(composeDocument(parts, variant), links);
}
