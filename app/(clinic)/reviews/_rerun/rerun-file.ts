import { requireSession, type CurrentSession } from "@/lib/auth/current-session";
import { recordDownload } from "@/lib/clinic/access-record";
import type { ReportDocument } from "@/lib/report/documents/report-document";
import { rerunDocument } from "@/lib/report/documents/rerun";
import { fileResponse } from "@/app/_http/file-response";
import { referenceOf } from "@/app/_http/reference";
import { refusedResponse } from "@/app/_http/responses";
import { fileOf } from "@/app/(clinic)/reviews/_report/report-request";
import { rerunParts } from "./rerun-parts";

/** A handler that gives the differences of a re-run as a file. */
export function rerunHandler(format: {
  type: string;
  extension: string;
  inline: boolean;
  render: (document: ReportDocument) => Promise<BodyInit> | BodyInit;
}) {
  return async (request: Request, { params }: { params: Promise<{ reference: string }> }): Promise<Response> => {
    let session: CurrentSession | null = null;
    try {
      session = await requireSession("review.open");
      const reference = referenceOf(await params);
      const { model, rerun } = await rerunParts(session, reference);
      await recordDownload(session.scope, reference, { kind: fileOf(request) });
      return fileResponse(await format.render(rerunDocument(model, rerun)), {
        type: format.type,
        name: `${reference}-run-again.${format.extension}`,
        inline: format.inline,
      });
    } catch (error) {
      return refusedResponse(error, session, await params);
    }
  };
}
