import { requireSession } from "@/lib/auth/current-session";
import type { ReportDocument } from "@/lib/report/documents/report-document";
import { rerunDocument } from "@/lib/report/documents/rerun";
import { fileResponse } from "@/app/_http/file-response";
import { referenceOf } from "@/app/_http/reference";
import { errorResponse } from "@/app/_http/responses";
import { rerunParts } from "./rerun-parts";

/** A handler that gives the differences of a re-run as a file. */
export function rerunHandler(format: {
  type: string;
  extension: string;
  inline: boolean;
  render: (document: ReportDocument) => Promise<BodyInit> | BodyInit;
}) {
  return async (_request: Request, { params }: { params: Promise<{ reference: string }> }): Promise<Response> => {
    try {
      const session = await requireSession();
      const reference = referenceOf(await params);
      const { model, rerun } = await rerunParts(session, reference);
      return fileResponse(await format.render(rerunDocument(model, rerun)), {
        type: format.type,
        name: `${reference}-run-again.${format.extension}`,
        inline: format.inline,
      });
    } catch (error) {
      return errorResponse(error);
    }
  };
}
