import pdfmake from "pdfmake";
import type { Column, Content, TDocumentDefinitions } from "pdfmake/interfaces";
import { detailBlocks } from "@/lib/report/documents/full";
import { pdfBlocks } from "./blocks";
import { FIRST_PAGE_END, firstPage } from "./first-page";
import { plainFont } from "./plain-font";
import { FONT_FILES, printableText } from "./font-metrics";
import type { ReportDocument } from "@/lib/report/documents/report-document";
import type { ReportModel } from "@/lib/report/model/report-model";
import { summaryDocument } from "@/lib/report/documents/summary";

export type PaperSize = "A4" | "LETTER";

const MARGIN = 51; // 18 mm in points
const HEAD = 54;
const FOOT = 66;
const PAGE: Readonly<Record<PaperSize, { width: number; height: number }>> = {
  A4: { width: 595.28, height: 841.89 },
  LETTER: { width: 612, height: 792 },
};
/** The first page is measured before it is laid out; where the layout comes out taller, it is made again with this much less. */
const STEP = 22;
const MOST_TRIES = 12;

let prepared = false;

/** pdfmake's files in memory, which its types leave out. */
function memoryFiles(): { writeFileSync(name: string, content: Buffer): void } {
  const files: unknown = Reflect.get(pdfmake, "virtualfs");
  if (
    typeof files !== "object" ||
    files === null ||
    !("writeFileSync" in files) ||
    typeof files.writeFileSync !== "function"
  )
    throw new Error("This version of pdfmake takes no font from memory.");
  const { writeFileSync } = files;
  return { writeFileSync: (name, content) => void writeFileSync.call(files, name, content) };
}

/** Gives pdfmake its fonts once, from memory, and forbids it every file and every address. */
function preparePdfmake(): void {
  if (prepared) return;
  for (const [weight, file] of Object.entries(FONT_FILES))
    memoryFiles().writeFileSync(`plex-${weight}.ttf`, plainFont(file));
  pdfmake.setFonts({ Plex: { normal: "plex-normal.ttf", bold: "plex-bold.ttf" } });
  pdfmake.setLocalAccessPolicy(() => false);
  pdfmake.setUrlAccessPolicy(() => false);
  prepared = true;
}

/** Larger for the patient; a letter is one page, as short as its words can be made. */
function fontSizeOf({ forPatient, variant }: Pick<ReportDocument, "forPatient" | "variant">): number {
  if (forPatient) return 12;
  return variant === "gp-letter" ? 9 : 10;
}

/** The parts of the page that every clinical document has, around its content. */
function definition(
  document: Omit<ReportDocument, "blocks" | "lead">,
  content: Content[],
  paper: PaperSize,
  seen: (page: number) => void = () => undefined,
): TDocumentDefinitions {
  const { width } = PAGE[paper];
  const small = { points: width - 2 * MARGIN - 60, fontSize: 8 };
  return {
    pageSize: paper,
    pageMargins: [MARGIN, HEAD, MARGIN, FOOT],
    language: "en-GB",
    info: {
      title: document.title,
      subject: document.forPatient ? "For the patient" : "For clinicians",
      producer: "CrampCheck",
      creator: "CrampCheck",
      creationDate: new Date(document.generatedAt),
    },
    header: () => ({ text: printableText(document.pageHead, small), style: "meta", margin: [MARGIN, 24, MARGIN, 0] }),
    footer: (page, pages) => footer(document, page, pages, small.points),
    content,
    pageBreakBefore: (node, nodes) => {
      if (node.id === FIRST_PAGE_END) seen(node.startPosition.pageNumber);
      // A heading never stands alone at the foot of a page.
      return node.headlineLevel !== undefined && nodes.getFollowingNodesOnPage().length === 0;
    },
    defaultStyle: { font: "Plex", fontSize: fontSizeOf(document), lineHeight: 1.08 },
    styles: {
      title: { fontSize: document.forPatient ? 20 : 16, bold: true },
      section: { fontSize: document.forPatient ? 14 : 12, bold: true },
      subsection: { fontSize: 11, bold: true },
      meta: { fontSize: 8, color: "#475261" },
    },
  };
}

function footer(
  document: Pick<ReportDocument, "pageFoot" | "pageBlanks">,
  page: number,
  pages: number,
  points: number,
): Content {
  const blank = (label: string, length: number): Column => ({
    width: "auto",
    text: `${printableText(label)} ${"_".repeat(length)}`,
  });
  return {
    margin: [MARGIN, 12, MARGIN, 0],
    stack: [
      {
        columns: [
          ...document.pageBlanks.map((label, index) => blank(label, index === 0 ? 40 : 18)),
          { width: "*", text: `page ${page} of ${pages}`, alignment: "right" },
        ],
        columnGap: 16,
        fontSize: 9,
      },
      { text: printableText(document.pageFoot, { points, fontSize: 8 }), style: "meta", margin: [0, 6, 0, 0] },
    ],
  };
}

function render(built: TDocumentDefinitions): Promise<Buffer> {
  preparePdfmake();
  return pdfmake.createPdf(built).getBuffer();
}

/**
 * The full report or, with `only`, its first page alone, as PDF. The first page is one page in every case. The same model gives
 * the same bytes: the creation date is the model's, the fonts are embedded, and the library is pinned.
 */
export async function reportPdf(
  model: ReportModel,
  options: { paper: PaperSize; only?: "first-page" },
): Promise<Buffer> {
  const { width, height } = PAGE[options.paper];
  const full = options.only === undefined;
  const look = { width: width - 2 * MARGIN, fontSize: 10, sayLevel: false };
  let pdf: Buffer | null = null;
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    let endsOn = 1;
    const room = {
      width: look.width,
      height: height - HEAD - FOOT - 6 - attempt * STEP,
      behind: full ? "page 2 on" : "in the full report",
    };
    const content = [...firstPage(model, room), ...(full ? pdfBlocks(detailBlocks(model), look) : [])];
    pdf = await render(
      definition(summaryDocument(model), content, options.paper, (page) => {
        endsOn = page;
      }),
    );
    if (endsOn === 1) return pdf;
  }
  if (pdf === null) throw new Error("The report has no first page.");
  return pdf;
}

/** Any other variant as PDF: its blocks on as many pages as they need. */
export async function documentPdf(document: ReportDocument, options: { paper: PaperSize }): Promise<Buffer> {
  const look = {
    width: PAGE[options.paper].width - 2 * MARGIN,
    fontSize: fontSizeOf(document),
    sayLevel: document.variant === "gp-letter",
  };
  const head: Content[] = [
    { text: printableText(document.title), style: "title" },
    ...document.lead.map((line, index): Content => ({
      text: printableText(line, { points: look.width - 8, fontSize: look.fontSize }),
      bold: index === 0,
      margin: [0, 2, 0, 0],
    })),
  ];
  return render(definition(document, [...head, ...pdfBlocks(document.blocks, look)], options.paper));
}
