import { jsonHandler } from "@/app/_http/json-handler";
import { loadWorklist } from "@/lib/clinic/worklist-page";
import { WorklistQuery } from "@/lib/store/worklist/worklist-query";

/** One page of the worklist: search, sort, filter and paging run in SQL. A POST, so that nothing searched for stands in an address. */
export const POST = jsonHandler("review.open", WorklistQuery, ({ body, session }) => loadWorklist(session, body));
