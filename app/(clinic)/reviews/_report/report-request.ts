import { AppError } from "@/lib/domain/errors";
import type { PaperSize } from "@/lib/report/formats/pdf/render";
import { variantOf, type ReportVariant } from "@/lib/domain/report-variant";
import { requireSession } from "@/lib/auth/current-session";
import { referenceOf } from "@/app/_http/reference";
import { errorResponse } from "@/app/_http/responses";
import { reportParts, type ReportParts } from "@/lib/clinic/load-report";

/** One variant of one review's report, as it was asked for. */
export interface AskedReport extends ReportParts {
  readonly reference: string;
  readonly variant: ReportVariant;
}

type Context = { params: Promise<{ reference: string }> };

/**
 * A handler that gives a report as a file. `?variant=` names the variant (without it the full report), `?paper=` A4 or LETTER
 * (without it the clinic's). Every failure is one of the closed error codes.
 */
export function reportHandler(work: (asked: AskedReport) => Promise<Response>) {
  return async (request: Request, { params }: Context): Promise<Response> => {
    try {
      const session = await requireSession();
      const reference = referenceOf(await params);
      const query = new URL(request.url).searchParams;
      const parts = await reportParts(session, reference);
      return await work({
        ...parts,
        reference,
        variant: askedVariant(query.get("variant")),
        paper: askedPaper(query.get("paper")) ?? parts.paper,
      });
    } catch (error) {
      return errorResponse(error);
    }
  };
}

/** The variant that an address asks for. Throws `not-found` for one that does not exist. */
export function askedVariant(word: string | null): ReportVariant {
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

/** `CC-0412-gp-letter.pdf`: never anything that was entered, since file names travel. */
export function fileName(
  { reference, variant }: Pick<AskedReport, "reference" | "variant">,
  extension: string,
): string {
  return `${reference}${variant === "full" ? "" : `-${variant}`}.${extension}`;
}
