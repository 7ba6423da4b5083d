import type { CurrentSession } from "@/lib/auth/current-session";
import { AppError } from "@/lib/domain/errors";
import { offload } from "@/lib/offload/offload";
import type { ReportModel } from "@/lib/report/model/report-model";
import type { Rerun } from "@/lib/report/signed/rerun";
import { readSignedReview } from "@/lib/report/signed/read-signed";
import { signedDocument } from "@/lib/store/reviews/signing";
import { loadReport } from "@/lib/clinic/load-report";

/** A signed review beside its run on the knowledge of now. Throws `not-found`, and `conflict` for a draft. */
export async function rerunParts(
  session: CurrentSession,
  reference: string,
): Promise<{ model: ReportModel; rerun: Rerun }> {
  const model = await loadReport(session, reference);
  const stored = await signedDocument(session.scope, reference);
  if (stored === null) throw new AppError("conflict", "This review is a draft. Review it again on its own page.");
  return { model, rerun: await offload("rerun", { signed: readSignedReview(stored.document) }) };
}
