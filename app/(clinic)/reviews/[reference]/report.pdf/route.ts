import { requireSession } from "@/lib/auth/current-session";
import { reportPdf } from "@/lib/report/report-pdf";
import { fileResponse } from "@/app/api/_http/file-response";
import { referenceOf } from "@/app/api/_http/reference";
import { errorResponse } from "@/app/api/_http/responses";
import { reportOf } from "../../_views/report-of";

/** The report as PDF; a draft says on every page that it is one. */
export async function GET(_request: Request, { params }: { params: Promise<{ reference: string }> }): Promise<Response> {
  try {
    const session = await requireSession();
    const reference = referenceOf(await params);
    const pdf = await reportPdf(await reportOf(session, reference), { paper: session.organisation.country === "US" ? "LETTER" : "A4" });
    return fileResponse(new Uint8Array(pdf), { type: "application/pdf", name: `${reference}.pdf`, inline: true });
  } catch (error) {
    return errorResponse(error);
  }
}
