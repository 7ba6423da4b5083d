import pdfmake from "pdfmake";
import type { TDocumentDefinitions } from "pdfmake/interfaces";
import { pdfContent } from "./pdf-content";
import { FONT_FILES, printableText } from "./printable-text";
import type { ReportModel } from "./report-model";

export type PaperSize = "A4" | "LETTER";

const MARGIN = 51; // 18 mm in points

let prepared = false;

/** Gives pdfmake its fonts once and forbids it every other file and every address. */
function preparePdfmake(): void {
  if (prepared) return;
  pdfmake.setFonts({ Plex: { normal: FONT_FILES.normal, bold: FONT_FILES.bold } });
  pdfmake.setLocalAccessPolicy((file) => file === FONT_FILES.normal || file === FONT_FILES.bold);
  pdfmake.setUrlAccessPolicy(() => false);
  prepared = true;
}

function definition(model: ReportModel, paper: PaperSize): TDocumentDefinitions {
  const reference = printableText(model.patientLine);
  return {
    pageSize: paper,
    pageMargins: [MARGIN, 62, MARGIN, 56],
    language: "en-GB",
    info: { title: model.title, subject: "For clinicians", producer: "CrampCheck", creator: "CrampCheck", creationDate: new Date(model.identity.generatedAt) },
    header: () => ({ text: `${reference} · ${printableText(model.statusLine)}`, style: "meta", margin: [MARGIN, 30, MARGIN, 0] }),
    footer: (page, pages) => ({
      columns: [{ width: "*", text: printableText(model.identityLine) }, { width: "auto", text: `page ${page} of ${pages}` }],
      style: "meta",
      margin: [MARGIN, 18, MARGIN, 0],
    }),
    content: pdfContent(model),
    // A heading never stands alone at the foot of a page.
    pageBreakBefore: (node, nodes) => node.headlineLevel === 1 && nodes.getFollowingNodesOnPage().length === 0,
    defaultStyle: { font: "Plex", fontSize: 10, lineHeight: 1.2 },
    styles: { title: { fontSize: 16, bold: true }, section: { fontSize: 12, bold: true }, meta: { fontSize: 8, color: "#475261" } },
  };
}

/**
 * The report as PDF. The same model gives the same bytes: the creation date is the model's, the fonts are embedded, and the
 * library is pinned.
 */
export async function reportPdf(model: ReportModel, options: { paper: PaperSize }): Promise<Buffer> {
  preparePdfmake();
  return pdfmake.createPdf(definition(model, options.paper)).getBuffer();
}
