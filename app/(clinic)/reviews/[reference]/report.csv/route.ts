import { reportHandler } from "../../_report/report-request";

/** The report as CSV, safe to open in a spreadsheet. */
export const GET = reportHandler("csv");
