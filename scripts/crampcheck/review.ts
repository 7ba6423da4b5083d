import { z } from "zod";
import { CaseInput, type PatientCase } from "@/lib/domain/case";
import { AppError } from "@/lib/domain/errors";
import type { Review } from "@/lib/domain/review";
import { reviewInput } from "@/lib/intake/review-input";
import type { Knowledge } from "@/lib/knowledge/schema";
import type { ReportModel } from "@/lib/report/model/report-model";
import type { ReviewFormat, ReviewVariant } from "./command";

export interface Reviewed {
  patientCase: PatientCase;
  review: Review;
}

/** The answer of `review` for one case. Throws `bad-input` where it is not a case at all. */
export function answerReview(input: unknown, options: { knowledge: Knowledge; today: string }): Reviewed {
  const parsed = CaseInput.safeParse(input);
  if (!parsed.success) throw new AppError("bad-input", `Not a case: ${z.prettifyError(parsed.error)}`);
  return reviewInput(parsed.data, options);
}

async function modelOf({ patientCase, review }: Reviewed, generatedAt: string): Promise<ReportModel> {
  const { buildReportModel } = await import("@/lib/report/model/report-model");
  return buildReportModel({
    patientCase,
    review,
    decisions: [],
    chosenLabs: [],
    acknowledged: [],
    identity: {
      reviewId: review.id ?? "not stored",
      reference: review.id,
      status: "draft",
      signedBy: null,
      signedAt: null,
      organisation: null,
      timeZone: "UTC",
      generatedAt,
      digest: null,
    },
  });
}

/** Renders a review in the format asked for; text and PDF in the variant asked for. */
export async function renderReview(
  reviewed: Reviewed,
  { format, variant }: { format: ReviewFormat; variant: ReviewVariant },
  generatedAt: string,
): Promise<string | Buffer> {
  if (format === "json") return `${JSON.stringify(reviewed.review, null, 2)}\n`;
  if (format === "fhir") {
    const { fhirDocument } = await import("@/lib/fhir/out/document");
    return `${JSON.stringify(fhirDocument(reviewed.patientCase, reviewed.review), null, 2)}\n`;
  }
  // The report is loaded when it is asked for: an answer as JSON needs none of it.
  const model = await modelOf(reviewed, generatedAt);
  if (format === "csv") return (await import("@/lib/report/formats/csv")).reportCsv(model);
  const { renderPdf, renderText } = await import("@/lib/report/render-report");
  const parts = { model, leaflet: null };
  return format === "text" ? renderText(parts, variant) : renderPdf(parts, variant, "A4");
}
