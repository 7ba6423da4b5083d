import { jsonHandler } from "@/app/api/_http/json-handler";
import { worklistAnswer } from "@/app/(clinic)/reviews/_worklist/worklist-answer";
import { listReviews } from "@/lib/store/worklist";
import { WorklistQuery } from "@/lib/store/worklist-query";

/** One page of the worklist: search, sort, filter and paging run in SQL. A POST, so that nothing searched for stands in an address. */
export const POST = jsonHandler(WorklistQuery, async ({ body, session }) => worklistAnswer(await listReviews(session.scope, body), session.organisation.timeZone));
