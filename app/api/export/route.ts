import { zipSync } from "fflate";
import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { requireSession, type CurrentSession } from "@/lib/auth/current-session";
import { reportsCsv } from "@/lib/report/formats/csv";
import type { ReportModel } from "@/lib/report/model/report-model";
import { offload } from "@/lib/offload/offload";
import { recordDownload, recordRefusal } from "@/lib/clinic/access-record";
import { keptReport } from "@/lib/store/reviews/kept-reports";
import { dateIn } from "@/lib/store/accounts/organisation";
import { fileResponse } from "@/app/_http/file-response";
import { parsedBody } from "@/app/_http/json-handler";
import { errorResponse } from "@/app/_http/responses";
import { EXPORT_KINDS, EXPORT_LIMITS, type ExportKind } from "@/lib/clinic/export-limits";
import { loadReport } from "@/lib/clinic/load-report";

const Wanted = z.object({
  kind: z.enum(EXPORT_KINDS),
  references: z.array(z.string().regex(/^CC-\d{1,9}$/, "A reference looks like CC-0412.")).min(1),
});

/**
 * Several reviews as one file: their reports in one CSV, or an archive of PDFs. Every review must be the caller's
 * organisation's, or nothing is exported; each is recorded as exported.
 */
export async function POST(request: Request): Promise<Response> {
  try {
    const session = await requireSession("review.export", request);
    const { kind, references } = await parsedBody(request, Wanted);
    const chosen = [...new Set(references)];
    if (chosen.length > EXPORT_LIMITS[kind])
      throw new AppError(
        "too-large",
        `At most ${EXPORT_LIMITS[kind]} reviews go into one export; ${chosen.length} are chosen. Nothing was exported.`,
      );
    const reports = await reportsOf(session, chosen);
    const file = kind === "csv" ? csvFile(reports) : await archive(session, reports);
    for (const { reference } of reports)
      await recordDownload(session.scope, reference, { kind, together: reports.length });
    return fileResponse(file.content, {
      type: file.type,
      name: fileName(session, kind, reports.length),
      inline: false,
    });
  } catch (error) {
    return errorResponse(error);
  }
}

type Report = { reference: string; model: ReportModel };

/** One after the other, so that other requests are answered in between. */
async function reportsOf(session: CurrentSession, references: readonly string[]): Promise<Report[]> {
  const reports: Report[] = [];
  for (const reference of references) reports.push({ reference, model: await modelOf(session, reference) });
  return reports;
}

/** One that is not there refuses the whole export; who asked for it is on record. */
async function modelOf(session: CurrentSession, reference: string): Promise<ReportModel> {
  try {
    return await loadReport(session, reference);
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") await recordRefusal(session.scope, reference);
    throw error;
  }
}

function csvFile(reports: readonly Report[]) {
  return { content: reportsCsv(reports.map(({ model }) => model)), type: "text/csv; charset=utf-8" };
}

async function archive(session: CurrentSession, reports: readonly Report[]) {
  const paper = session.organisation.country === "US" ? "LETTER" : "A4";
  // Of a signed review the bytes that were kept at the signature.
  const files: Record<string, Uint8Array> = {};
  for (const { reference, model } of reports)
    files[`${reference}.pdf`] =
      (await keptReport(session.scope, reference, { variant: "full", format: "pdf" }))?.bytes ??
      (await offload("pdf", { model, leaflet: null, variant: "full", paper }));
  // Stored as they are: a PDF is compressed already.
  return { content: new Uint8Array(zipSync(files, { level: 0 })), type: "application/zip" };
}

function fileName({ organisation }: CurrentSession, kind: ExportKind, count: number): string {
  return `crampcheck-${dateIn(organisation.timeZone, new Date())}-${count}-reviews.${kind === "csv" ? "csv" : "zip"}`;
}
