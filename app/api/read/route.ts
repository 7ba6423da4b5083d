import { CaseInput } from "@/lib/domain/case";
import { LIMITS } from "@/lib/domain/limits";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { offloadUnlessSmall } from "@/lib/offload/offload";
import { dateIn } from "@/lib/store/accounts/organisation";
import { jsonHandler } from "@/app/_http/json-handler";
import { readingViewOf } from "@/app/_view-models/entry/read-entry";
import { withClinic } from "@/lib/clinic/review-entry";

/** Live reading: the entry as it stands, read; nothing is stored. */
export const POST = jsonHandler(
  "entry.read",
  CaseInput,
  async ({ body, session }) => {
    const input = withClinic(body, session.organisation);
    const today = dateIn(session.organisation.timeZone, new Date());
    const patientCase = await offloadUnlessSmall("read", { input, today, pieces: LIMITS.pieces });
    return readingViewOf(input, patientCase, loadKnowledge());
  },
  { anyText: true },
);
