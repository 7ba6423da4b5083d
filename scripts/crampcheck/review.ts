import { z } from "zod";
import { CaseInput, type PatientCase } from "@/lib/domain/case";
import { AppError } from "@/lib/domain/errors";
import type { Review } from "@/lib/domain/review";
import { reviewInput } from "@/lib/intake/review-input";
import type { Knowledge } from "@/lib/knowledge/schema";
import { reportCsv } from "@/lib/report/formats/csv";
import { reportModel, type ReportModel } from "@/lib/report/model/report-model";
import { renderPdf, renderText } from "@/lib/report/render-report";
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

function model({ patientCase, review }: Reviewed, generatedAt: string): ReportModel {
  return reportModel({
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
  switch (format) {
    case "json":
      return `${JSON.stringify(reviewed.review, null, 2)}\n`;
    case "text":
      return renderText({ model: model(reviewed, generatedAt), leaflet: null }, variant);
    case "csv":
      return reportCsv(model(reviewed, generatedAt));
    case "pdf":
      return renderPdf({ model: model(reviewed, generatedAt), leaflet: null }, variant, "A4");
  }
}
