import { renderText } from "@/lib/report/render-report";
import { fileResponse } from "@/app/_http/file-response";
import { fileName, reportHandler } from "../../_report/report-request";

/** A variant of the report as plain text of 80 columns, for pasting into a record. */
export const GET = reportHandler(async (asked) =>
  fileResponse(renderText(asked, asked.variant), {
    type: "text/plain; charset=utf-8",
    name: fileName(asked, "txt"),
    inline: false,
  }),
);
