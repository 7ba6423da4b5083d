import { renderPdf } from "@/lib/report/render-report";
import { fileResponse } from "@/app/_http/file-response";
import { fileName, reportHandler } from "../../_report/report-request";

/** A variant of the report as PDF; a draft says on every page that it is one. */
export const GET = reportHandler(async (asked) =>
  fileResponse(new Uint8Array(await renderPdf(asked, asked.variant, asked.paper)), {
    type: "application/pdf",
    name: fileName(asked, "pdf"),
    inline: true,
  }),
);
