import { reportHandler } from "../../_report/report-request";

/** A variant of the report as plain text of 80 columns, for pasting into a record. */
export const GET = reportHandler("text");
