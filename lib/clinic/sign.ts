import type { CurrentSession } from "@/lib/auth/current-session";
import { AppError } from "@/lib/domain/errors";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { leafletOf } from "@/lib/report/leaflet/choose-leaflet";
import type { MadeReport } from "@/lib/store/reviews/kept-reports";
import type { ReviewRecord, Signing, ToSign } from "@/lib/store/reviews/review-record";
import { getReview } from "@/lib/store/reviews/reviews";
import { signReview } from "@/lib/store/reviews/signing";
import { makeSignedReports, signedParts } from "./signed-reports";

/**
 * Signs a review with the patient's leaflet, and keeps with it every report that is offered from then on.
 * @param more what else is kept of it as it stood at the signature: the review's own page
 */
export async function signWithReports(
  session: CurrentSession,
  reference: string,
  signing: Omit<Signing, "leaflet" | "makeReports">,
  more: (toSign: ToSign) => Promise<readonly MadeReport[]> = () => Promise.resolve([]),
): Promise<ReviewRecord> {
  const { scope, organisation } = session;
  const draft = await getReview(scope, reference);
  if (draft === null) throw new AppError("not-found");
  return signReview(scope, reference, {
    ...signing,
    // Had the draft changed after this, its version would differ and the signature be refused.
    leaflet: leafletOf(draft.patientCase, loadKnowledge()),
    makeReports: async (toSign) => {
      const { document, digest, record } = toSign;
      const parts = signedParts(document, {
        superseded: false,
        digest,
        fallback: { id: record.id, organisation: organisation.name, timeZone: organisation.timeZone },
        country: organisation.country,
      });
      return [...(await makeSignedReports(parts, { document, digest })), ...(await more(toSign))];
    },
  });
}
