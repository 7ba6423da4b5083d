import { documentText } from "@/lib/report/formats/text/document";
import { rerunHandler } from "../../_rerun/rerun-file";

/** What differs when a signed review is run again, as plain text. */
export const GET = rerunHandler({
  type: "text/plain; charset=utf-8",
  extension: "txt",
  inline: false,
  render: documentText,
});
