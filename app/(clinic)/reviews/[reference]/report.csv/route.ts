import { requireSession } from "@/lib/auth/current-session";
import { reportCsv } from "@/lib/report/report-csv";
import { fileResponse } from "@/app/api/_http/file-response";
import { referenceOf } from "@/app/api/_http/reference";
import { errorResponse } from "@/app/api/_http/responses";
import { reportOf } from "../../_views/report-of";

/** The report as CSV, safe to open in a spreadsheet. */
export async function GET(_request: Request, { params }: { params: Promise<{ reference: string }> }): Promise<Response> {
  try {
    const session = await requireSession();
    const reference = referenceOf(await params);
    return fileResponse(reportCsv(await reportOf(session, reference)), { type: "text/csv; charset=utf-8", name: `${reference}.csv`, inline: false });
  } catch (error) {
    return errorResponse(error);
  }
}
