import { reportCsv } from "@/lib/report/formats/csv";
import { fileResponse } from "@/app/_http/file-response";
import { reportHandler } from "../../_report/report-request";

/** The report as CSV, safe to open in a spreadsheet. */
export const GET = reportHandler(async ({ model, reference }) =>
  fileResponse(reportCsv(model), { type: "text/csv; charset=utf-8", name: `${reference}.csv`, inline: false }),
);
