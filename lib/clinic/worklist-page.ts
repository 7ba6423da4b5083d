import type { CurrentSession } from "@/lib/auth/current-session";
import { dateIn } from "@/lib/store/accounts/organisation";
import { countViews, listReviews } from "@/lib/store/worklist/worklist";
import type { WorklistQuery } from "@/lib/store/worklist/worklist-query";
import { worklistAnswer, type WorklistResponse } from "./worklist-line";

/** One page of the caller's worklist, with the counts of its views: for the page and for its handler alike. */
export async function loadWorklist(
  { scope, organisation }: CurrentSession,
  query: WorklistQuery,
): Promise<WorklistResponse> {
  const [page, counts] = await Promise.all([listReviews(scope, query), countViews(scope, query)]);
  return worklistAnswer(page, counts, organisation.timeZone, dateIn(organisation.timeZone, new Date()));
}
