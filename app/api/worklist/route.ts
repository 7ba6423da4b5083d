import { jsonHandler } from "@/app/api/_http/json-handler";
import { askWorklist } from "@/app/(clinic)/reviews/_worklist/ask-worklist";
import { WorklistQuery } from "@/lib/store/worklist-query";

/** One page of the worklist: search, sort, filter and paging run in SQL. A POST, so that nothing searched for stands in an address. */
export const POST = jsonHandler(WorklistQuery, ({ body, session }) => askWorklist(session, body));
