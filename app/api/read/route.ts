import { CaseInput } from "@/lib/domain/case";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { dateIn } from "@/lib/store/accounts/organisation";
import { jsonHandler } from "@/app/_http/json-handler";
import { readEntry } from "@/app/_view-models/entry/read-entry";
import { withClinic } from "@/lib/clinic/review-entry";

/** Live reading: the entry as it stands, read; nothing is stored. */
export const POST = jsonHandler("entry.read", CaseInput, ({ body, session }) => {
  const today = dateIn(session.organisation.timeZone, new Date());
  return Promise.resolve(readEntry(withClinic(body, session.organisation), loadKnowledge(), today));
});
