import { AppError } from "@/lib/domain/errors";
import type { PaperSize } from "@/lib/report/formats/pdf/render";
import { variantOf, type ReportVariant } from "@/lib/domain/report-variant";
import { requireSession, type CurrentSession } from "@/lib/auth/current-session";
import { recordDownload } from "@/lib/clinic/access-record";
import { reportFile, type ReportFormat } from "@/lib/clinic/report-file";
import { fileResponse } from "@/app/_http/file-response";
import { referenceOf } from "@/app/_http/reference";
import { refusedResponse } from "@/app/_http/responses";

type Context = { params: Promise<{ reference: string }> };

/**
 * A handler that gives a report as a file. `?variant=` names the variant (without it the full report), `?paper=` A4 or LETTER
 * (without it the clinic's). Every failure is one of the closed error codes.
 */
export function reportHandler(format: ReportFormat) {
  return async (request: Request, { params }: Context): Promise<Response> => {
    let session: CurrentSession | null = null;
    try {
      session = await requireSession("review.open");
      const reference = referenceOf(await params);
      const query = new URL(request.url).searchParams;
      const variant = askedVariant(query.get("variant"));
      const file = await reportFile(session, reference, { variant, format, paper: askedPaper(query.get("paper")) });
      await recordDownload(session.scope, reference, { kind: fileOf(request), variant });
      return fileResponse(file.content, file);
    } catch (error) {
      return refusedResponse(error, session, await params);
    }
  };
}

/** The last part of the address: `report.pdf`, `rerun.txt`. */
export function fileOf(request: Request): string {
  return new URL(request.url).pathname.split("/").at(-1) ?? "";
}

/** The variant that an address asks for. Throws `not-found` for one that does not exist. */
function askedVariant(word: string | null): ReportVariant {
  const variant = word === null ? "full" : variantOf(word);
  if (variant === null) throw new AppError("not-found");
  return variant;
}

function askedPaper(word: string | null): PaperSize | null {
  if (word === null) return null;
  const paper = word.toUpperCase();
  if (paper === "A4" || paper === "LETTER") return paper;
  throw new AppError("bad-input", "Paper is A4 or LETTER.");
}
