import { reportHandler } from "../../_report/report-request";

/** The signed review as JSON with its digest (docs/schema/signed-review.schema.json); what `verify` reads. */
export const GET = reportHandler("json");
