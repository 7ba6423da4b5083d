import { CaseInput } from "@/lib/domain/case";
import { loadKnowledge } from "@/lib/knowledge/load";
import { dateIn } from "@/lib/store/organisation";
import { jsonHandler } from "@/app/api/_http/json-handler";
import { readEntry } from "@/app/(clinic)/reviews/_views/read-entry";
import { withClinic } from "@/app/(clinic)/reviews/_views/review-case";

/** Live reading: the entry as it stands, read; nothing is stored. */
export const POST = jsonHandler(CaseInput, ({ body, session }) => {
  const today = dateIn(session.organisation.timeZone, new Date());
  return Promise.resolve(readEntry(withClinic(body, session.organisation), loadKnowledge(), today));
});
