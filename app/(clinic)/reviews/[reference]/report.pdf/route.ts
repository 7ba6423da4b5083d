import { reportHandler } from "../../_report/report-request";

/** A variant of the report as PDF; a draft says on every page that it is one. */
export const GET = reportHandler("pdf");
