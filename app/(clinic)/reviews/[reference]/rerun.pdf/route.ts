import { offload } from "@/lib/offload/offload";
import { rerunHandler } from "../../_rerun/rerun-file";

/** What differs when a signed review is run again, as PDF. */
export const GET = rerunHandler({
  type: "application/pdf",
  extension: "pdf",
  inline: true,
  render: (document) => offload("document-pdf", { document, paper: "A4" }),
});
