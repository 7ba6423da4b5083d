import { documentPdf } from "@/lib/report/formats/pdf/render";
import { rerunHandler } from "../../_rerun/rerun-file";

/** What differs when a signed review is run again, as PDF. */
export const GET = rerunHandler({
  type: "application/pdf",
  extension: "pdf",
  inline: true,
  render: async (document) => new Uint8Array(await documentPdf(document, { paper: "A4" })),
});
