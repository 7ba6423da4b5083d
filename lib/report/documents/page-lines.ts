import type { ReportDocument } from "./report-document";
import type { ReportModel } from "@/lib/report/model/report-model";

type PageLines = Pick<ReportDocument, "pageHead" | "pageFoot" | "pageBlanks" | "generatedAt" | "forPatient">;

/** What stands on each page of a clinical document, so that a page that is parted from the others can be told. */
export function clinicalPageLines(model: ReportModel): PageLines {
  return {
    pageHead: `${model.patientLine} · ${model.statusLine}`,
    pageFoot: model.identityLine,
    pageBlanks: ["Signature", "Date"],
    generatedAt: model.identity.generatedAt,
    forPatient: false,
  };
}
