import { createColumnHelper, tableFeatures } from "@tanstack/react-table";
import type { AuditLine } from "@/lib/clinic/audit-page";

export const features = tableFeatures({});
const helper = createColumnHelper<typeof features, AuditLine>();

/** The order is the trail's own, newest first, and the filters are the server's: nothing is sorted in the browser. */
export const columns = helper.columns([
  helper.accessor("number", { header: "Number" }),
  helper.accessor("at", { header: "When" }),
  helper.accessor("who", { header: "Who" }),
  helper.accessor("action", { header: "What" }),
  helper.accessor("subject", { header: "To what" }),
  helper.accessor("address", { header: "From where" }),
  helper.accessor("detail", { header: "Detail" }),
]);
