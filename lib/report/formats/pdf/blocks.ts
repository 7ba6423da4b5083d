import type { Content, TableCell } from "pdfmake/interfaces";
import { PRIORITY_WORDS } from "@/lib/domain/priority-words";
import type { Priority } from "@/lib/domain/vocabulary";
import { priorityShape, tickBox } from "./shapes";
import { runs } from "./runs";
import { printableText } from "./font-metrics";
import type { Block, BoxItem, ShortFinding } from "@/lib/report/documents/report-document";
import type { ReportFinding } from "@/lib/report/model/report-model";
import { unbrokenMarks } from "@/lib/report/documents/short-finding";
import { joinStatements } from "@/lib/report/text/join-statements";
import { timelineKey } from "@/lib/report/timeline/key";
import { STRIP_FONT, timelineStrip, type TimelineStrip } from "@/lib/report/formats/timeline-svg";

/** How blocks are drawn: the room between the margins, and whether a finding says its level in words. */
export interface PdfLook {
  /** Width between the margins, in points. */
  readonly width: number;
  readonly fontSize: number;
  readonly sayLevel: boolean;
}

const FULL_TIMELINE = 420;
const CELL_FONT = 9;

/** The blocks of a document as PDF content; a heading is kept with the first thing under it, so that it never ends a page alone. */
export function pdfBlocks(blocks: readonly Block[], look: PdfLook): Content[] {
  const contents: Content[] = [];
  let headings: Content[] = [];
  for (const block of blocks) {
    const [first, ...others] = pdfBlock(block, look);
    if (first === undefined) continue;
    if (block.kind === "heading") headings.push(first);
    else {
      contents.push(
        ...(headings.length === 0 ? [first] : keptTogether(headings, first, block.kind === "table")),
        ...others,
      );
      headings = [];
    }
  }
  return [...contents, ...headings];
}

/** Headings with what stands under them. A table breaks over pages by itself, so only its heading is held by `pageBreakBefore`. */
function keptTogether(headings: readonly Content[], first: Content, breaks: boolean): Content[] {
  if (breaks || isBreakable(first)) return [...headings, first];
  const [top, ...others] = headings;
  // A page break asked for by the heading is the whole block's.
  if (typeof top === "object" && !Array.isArray(top) && "pageBreak" in top && top.pageBreak !== undefined) {
    const { pageBreak, ...heading } = top;
    return [{ stack: [heading, ...others, first], unbreakable: true, pageBreak }];
  }
  return [{ stack: [...headings, first], unbreakable: true }];
}

function isBreakable(content: Content): boolean {
  return (
    typeof content === "object" && !Array.isArray(content) && "unbreakable" in content && content.unbreakable === false
  );
}

/** A line with a shape in front, kept on one page. */
export function marked(shape: Content, body: Content, margin: [number, number, number, number]): Content {
  return {
    columnGap: 0,
    columns: [
      { width: 16, stack: [shape] },
      { width: "*", stack: [body] },
    ],
    margin,
    unbreakable: true,
  };
}

/** A heading that never stands alone at the foot of a page. */
export function heading(text: string, level: 2 | 3 = 2, newPage = false): Content {
  return {
    text: printableText(text),
    style: level === 2 ? "section" : "subsection",
    margin: [0, level === 2 ? 8 : 6, 0, 3],
    headlineLevel: level,
    ...(newPage ? { pageBreak: "before" as const } : {}),
  };
}

function pdfBlock(block: Block, look: PdfLook): Content[] {
  const room = { points: look.width - 24, fontSize: look.fontSize };
  switch (block.kind) {
    case "heading":
      return [heading(block.text, block.level, block.newPage)];
    case "paragraph":
      return [
        {
          text: runs(block.text, { bold: block.look === "strong", room }),
          margin: [0, 1, 0, 3],
          ...(block.look === "small" ? { style: "meta" } : {}),
        },
      ];
    case "notice":
      return [notice(block, room.points)];
    case "list":
      return block.items.map((item, index) => ({
        ul: [{ text: runs(item, { room }) }],
        margin: [0, 0, 0, index === block.items.length - 1 ? 3 : 0],
      }));
    case "facts":
      return block.rows.map(({ label, text }) => ({
        text: [{ text: `${printableText(label)}: `, bold: true }, ...runs(text, { room })],
        margin: [0, 1, 0, 1],
      }));
    case "short-findings":
      return block.findings.map((finding) => shortFindingContent(finding, look.sayLevel));
    case "findings":
      return block.findings.map(findingContent);
    case "boxes":
      return block.items.map(boxContent);
    case "table":
      return [tableContent(block, look.width)];
    case "timeline":
      return timelineContent(block.timeline, { width: look.width, height: FULL_TIMELINE });
    case "sources":
      return block.sources.map(({ number, citation, link }): Content => ({
        text: [
          `${number}. ${printableText(citation, { points: look.width - 10, fontSize: 9 })} `,
          ...(link === null ? [] : [{ text: printableText(link, { points: look.width - 10, fontSize: 9 }), link }]),
        ],
        fontSize: 9,
        margin: [0, 0, 0, 2],
      }));
    case "blanks":
      return [blanks(block.labels, look.width)];
  }
}

/** A finding in short, with its decision and the numbers of its sources. */
export function shortFindingContent(finding: ShortFinding, sayLevel: boolean, mostReferences = Infinity): Content {
  const level = sayLevel ? [{ text: `${PRIORITY_WORDS[finding.priority]}: `, bold: true }] : [];
  const detail = finding.detail === "" ? [] : runs(`. ${finding.detail}`);
  const decision =
    finding.decision === null ? [] : [{ text: "  Decision: ", bold: true }, printableText(finding.decision)];
  return shaped(
    finding.priority,
    {
      text: [
        ...level,
        ...runs(finding.title, { bold: true }),
        ...detail,
        ...decision,
        unbrokenMarks(finding.references, mostReferences),
      ],
    },
    [0, 1, 0, 3],
  );
}

function shaped(priority: Priority, body: Content, margin: [number, number, number, number]): Content {
  return marked({ ...priorityShape(priority), margin: [0, 3, 0, 0] }, body, margin);
}

function findingContent(finding: ReportFinding): Content {
  const part = (label: string, texts: readonly string[]): Content[] =>
    texts.length === 0
      ? []
      : [{ text: [{ text: `${label}: `, bold: true }, ...runs(joinStatements(texts))], margin: [0, 1, 0, 0] }];
  const body: Content[] = [
    { text: [...runs(finding.title, { bold: true }), unbrokenMarks(finding.references)] },
    ...part("Association", finding.strength === null ? [] : [`${finding.strength}; timing ${finding.timing}`]),
    ...part("Why here", finding.reasons),
    ...part("What is known", finding.effects),
    ...part("What speaks against", finding.against),
    ...part("Options", finding.options),
    ...part("Decision", [finding.decision ?? "none recorded"]),
    { text: printableText(`Rule ${finding.ruleId}`), style: "meta" },
  ];
  const length = [finding.title, ...finding.reasons, ...finding.effects, ...finding.against, ...finding.options].join(
    " ",
  ).length;
  // What is longer than about half a page may break over two; keeping it together would leave a page half empty, or not fit at all.
  return { ...shapedStack(finding.priority, body), unbreakable: length < 2_500 };
}

function shapedStack(priority: Priority, stack: Content[]): Extract<Content, { columns: unknown }> {
  return {
    columnGap: 0,
    columns: [
      { width: 16, stack: [{ ...priorityShape(priority), margin: [0, 3, 0, 0] }] },
      { width: "*", stack },
    ],
    margin: [0, 2, 0, 8],
  };
}

/** A test with its box. */
export function boxContent({ ticked, name, detail }: BoxItem): Content {
  return marked(
    ticked === null ? { text: "–" } : { ...tickBox(ticked), margin: [0, 2, 0, 0] },
    { text: [...runs(name, { bold: true }), ...(detail === "" ? [] : runs(`: ${detail}`))] },
    [0, 1, 0, 2],
  );
}

function tableContent(block: Extract<Block, { kind: "table" }>, width: number): Content {
  const padding = 8;
  const rooms = block.widths.map((share) => (share / 100) * width - padding - 1);
  const cell = (text: string, column: number, bold = false): TableCell => ({
    text: runs(text, { bold, room: { points: rooms[column] ?? 60, fontSize: CELL_FONT } }),
  });
  return {
    table: {
      headerRows: 1,
      dontBreakRows: block.rows.every((row) => row.join("").length < 1_500),
      widths: rooms,
      body: [
        block.head.map((text, column) => cell(text, column, true)),
        ...block.rows.map((row) => row.map((text, column) => cell(text, column, text === "NOT READ"))),
      ],
    },
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0,
      hLineColor: () => "#999999",
      paddingLeft: (column) => (column === 0 ? 0 : padding / 2),
      paddingRight: () => padding / 2,
      paddingTop: () => 2,
      paddingBottom: () => 2,
    },
    fontSize: CELL_FONT,
    margin: [0, 0, 0, 4],
  };
}

/** The strip with its sentence and its key. */
export function timelineContent(
  timeline: Extract<Block, { kind: "timeline" }>["timeline"],
  room: { width: number; height: number },
): Content[] {
  const strip = timelineStrip(timeline, room);
  const left = strip === null || strip.drugsLeft === 0 ? "" : ` ${strip.drugsLeft} more in the table behind.`;
  return [
    {
      text: runs(`${timeline.caption}${left}`, { room: { points: room.width - 10, fontSize: 10 } }),
      margin: [0, 0, 0, 2],
    },
    ...(strip === null ? [] : [stripContent(strip), { text: timelineKey(timeline), style: "meta" }]),
  ];
}

/** Height of the letters above the baseline, as a fraction of the font size, in the PDF's font. */
const ASCENT = 1.025;

/** Words are set over the shapes at their own places and take no room; their places count from below the shapes, which come first. */
function stripContent(strip: TimelineStrip): Content {
  return {
    stack: [
      { svg: strip.shapes, width: strip.width, height: strip.height },
      ...strip.words.map(({ text, x, y, bold }): Content => ({
        text,
        fontSize: STRIP_FONT,
        lineHeight: 1,
        bold,
        noWrap: true,
        relativePosition: { x, y: y - STRIP_FONT * ASCENT - strip.height },
      })),
    ],
    unbreakable: true,
  };
}

function notice({ title, text, points }: Extract<Block, { kind: "notice" }>, points1: number): Content {
  const room = { points: points1 - 30, fontSize: 12 };
  return {
    table: {
      widths: ["*"],
      body: [
        [
          {
            stack: [
              { text: printableText(title, room), style: "section" },
              ...(text === "" ? [] : [{ text: runs(text, { room }) }]),
              ...(points.length === 0 ? [] : [{ ul: points.map((point) => ({ text: runs(point, { room }) })) }]),
            ],
          },
        ],
      ],
    },
    layout: {
      hLineWidth: () => 1.5,
      vLineWidth: () => 1.5,
      paddingLeft: () => 8,
      paddingRight: () => 8,
      paddingTop: () => 5,
      paddingBottom: () => 6,
    },
    margin: [0, 6, 0, 6],
    unbreakable: true,
  };
}

/** Lines to be filled in by hand, each with its label in front. */
function blanks(labels: readonly string[], width: number): Content {
  return {
    stack: labels.map((label): Content => ({
      columns: [
        { width: "auto", text: `${printableText(label)} ` },
        {
          width: "*",
          canvas: [{ type: "line", x1: 4, y1: 11, x2: Math.min(260, width / 2), y2: 11, lineWidth: 0.75 }],
        },
      ],
      margin: [0, 4, 0, 2],
    })),
    margin: [0, 2, 0, 6],
  };
}
