import { PRIORITY_WORDS } from "@/lib/domain/priority-words";
import type { Priority } from "@/lib/domain/vocabulary";
import type { Block, BoxItem, ReportDocument, ShortFinding } from "@/lib/report/documents/report-document";
import type { ReportFinding } from "@/lib/report/model/report-model";
import { REPORT_STYLE } from "./style";
import { withTallMan } from "@/lib/report/text/tall-man-text";
import { timelineKey } from "@/lib/report/timeline/key";
import { stripSvg, timelineStrip } from "@/lib/report/formats/timeline-svg";
import { visibleText } from "@/lib/report/text/visible-text";

/** A link above the report; not printed. */
export interface ReportLink {
  readonly href: string;
  readonly label: string;
  readonly current?: boolean;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it may stand between tags and in quoted attributes; what cannot be seen is written out. */
const t = (text: string): string => visibleText(text).replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

const SHAPES: Readonly<Record<Priority, string>> = {
  "act-now": '<polygon points="4,1 10,1 13,4 13,10 10,13 4,13 1,10 1,4" fill="#000"/>',
  review: '<polygon points="7,1 13,13 1,13" fill="#4a4a4a"/>',
  consider: '<polygon points="7,1 13,7 7,13 1,7" fill="#8a8a8a"/>',
  info: '<circle cx="7" cy="7" r="5" fill="none" stroke="#000" stroke-width="1.5"/>',
};

const mark = (priority: Priority): string =>
  `<svg class="mark" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">${SHAPES[priority]}</svg>`;

const list = (items: readonly string[]): string => `<ul>${items.map((item) => `<li>${t(item)}</li>`).join("")}</ul>`;

const statements = (texts: readonly string[]): string => (texts.length === 1 ? t(texts[0] ?? "") : list(texts));

const fact = (label: string, html: string): string => `<div><dt>${t(label)}</dt><dd>${html}</dd></div>`;

/** Draws the blocks of one document; knows which sources it lists, so that a number links to its source only where there is one. */
class Blocks {
  private readonly numbered: ReadonlySet<number>;
  private timelines = 0;
  private readonly regions = new Map<string, number>();

  constructor(private readonly document: ReportDocument) {
    this.numbered = new Set(
      document.blocks.flatMap((block) => (block.kind === "sources" ? block.sources.map(({ number }) => number) : [])),
    );
  }

  html(): string {
    return this.document.blocks.map((block) => this.block(block)).join("\n");
  }

  private references(numbers: readonly number[]): string {
    if (numbers.length === 0) return "";
    return ` [${numbers.map((number) => (this.numbered.has(number) ? `<a href="#source-${number}" aria-label="Source ${number}">${number}</a>` : String(number))).join(", ")}]`;
  }

  private block(block: Block): string {
    switch (block.kind) {
      case "heading":
        return `<h${block.level}${block.newPage === true ? ' class="new-page"' : ""}>${t(block.text)}</h${block.level}>`;
      case "paragraph":
        return `<p${block.look === undefined ? "" : ` class="${block.look}"`}>${t(block.text)}</p>`;
      case "notice":
        return `<section class="notice"><h2>${t(block.title)}</h2>${block.text === "" ? "" : `<p>${t(block.text)}</p>`}${block.points.length === 0 ? "" : list(block.points)}</section>`;
      case "list":
        return list(block.items);
      case "facts":
        return `<dl>${block.rows.map(({ label, text }) => fact(label, t(text))).join("")}</dl>`;
      case "short-findings":
        return `<ul class="findings">${block.findings.map((finding) => this.shortFinding(finding)).join("")}</ul>`;
      case "findings":
        return block.findings.map((finding) => this.finding(finding)).join("\n");
      case "boxes":
        return `<ul class="boxes">${block.items.map(boxItem).join("")}</ul>`;
      case "table":
        return this.table(block.caption, block.head, block.rows);
      case "timeline":
        return this.timeline(block.timeline);
      case "sources":
        return `<ol class="sources">${block.sources.map(({ number, citation, link }) => `<li value="${number}" id="source-${number}">${t(citation)}${link === null ? "" : ` <a href="${t(link)}">${t(link)}</a>`}</li>`).join("")}</ol>`;
      case "blanks":
        return `<ul class="blanks">${block.labels.map((label) => `<li>${t(label)}</li>`).join("")}</ul>`;
    }
  }

  /** Two regions of one page have two names. */
  private table(caption: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
    const count = (this.regions.get(caption) ?? 0) + 1;
    this.regions.set(caption, count);
    return table(caption, count === 1 ? caption : `${caption} (${count})`, head, rows);
  }

  private shortFinding({ priority, title, detail, decision, references }: ShortFinding): string {
    const said = [
      detail === "" ? "" : t(detail),
      decision === null ? "" : `<span><b>Decision:</b> ${t(decision)}</span>`,
    ]
      .filter((part) => part !== "")
      .join(" ");
    return `<li>${mark(priority)}<div><b><span class="spoken">${PRIORITY_WORDS[priority]}: </span>${t(title)}</b>${this.references(references)}${said === "" ? "" : `<br>${said}`}</div></li>`;
  }

  private finding(finding: ReportFinding): string {
    const part = (label: string, texts: readonly string[]): string =>
      texts.length === 0 ? "" : fact(label, statements(texts));
    return `<section class="finding"><h4>${mark(finding.priority)} <span class="spoken">${PRIORITY_WORDS[finding.priority]}: </span>${t(finding.title)}${this.references(finding.references)}</h4><dl>${[
      part("Association", finding.strength === null ? [] : [`${finding.strength}; timing ${finding.timing}`]),
      part("Why here", finding.reasons),
      part("What is known", finding.effects),
      part("What speaks against", finding.against),
      part("Options", finding.options),
      part("Decision", [finding.decision ?? "none recorded"]),
      part("Rule", [finding.ruleId]),
    ].join("")}</dl></section>`;
  }

  private timeline(timeline: Extract<Block, { kind: "timeline" }>["timeline"]): string {
    this.timelines += 1;
    const strip = timelineStrip(timeline, { width: 640, height: 640 });
    const caption = `<figcaption id="timeline-${this.timelines}">${t(timeline.caption)}</figcaption>`;
    const rows = timeline.groups.flatMap((group) =>
      group.drugs.map((drug) => [
        withTallMan(drug.medication.ingredients.map(({ name }) => name).join(" and ")),
        drug.change,
        drug.beforeOnset,
      ]),
    );
    const drawing =
      strip === null
        ? ""
        : `<div class="drawing">${stripSvg(strip).replace("<svg ", `<svg role="img" aria-labelledby="timeline-${this.timelines}" `)}</div><p class="small">${t(timelineKey(timeline))}</p>`;
    return `<figure>${caption}${drawing}</figure>${rows.length === 0 ? "" : this.table("Starts and changes against the onset of the cramps", ["Drug", "Start or change", "Against the onset"], rows)}`;
  }
}

function boxItem({ ticked, name, detail }: BoxItem): string {
  const asked = ticked === true ? "asked for" : "not ticked";
  const word = ticked === null ? "answered" : asked;
  const box =
    ticked === null
      ? "–"
      : `<svg class="mark" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true"><rect x="1" y="1" width="12" height="12" fill="none" stroke="#000"/>${ticked ? '<polyline points="3,7 6,11 11,3" fill="none" stroke="#000" stroke-width="1.75"/>' : ""}</svg>`;
  return `<li>${box}<div><span class="spoken">${word}: </span><b>${t(name)}</b>${detail === "" ? "" : `: ${t(detail)}`}</div></li>`;
}

function table(caption: string, name: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const body = rows
    .map(
      (row) =>
        `<tr>${row.map((cell, index) => (index === 0 ? `<th scope="row">${t(cell)}</th>` : `<td>${cell === "" ? "–" : t(cell)}</td>`)).join("")}</tr>`,
    )
    .join("");
  return `<div class="scroll" role="region" aria-label="${t(name)}" tabindex="0"><table><caption>${t(caption)}</caption><thead><tr>${head.map((cell) => `<th scope="col">${t(cell)}</th>`).join("")}</tr></thead><tbody>${body}</tbody></table></div>`;
}

/**
 * A document as one accessible HTML file: headings in order, tables with scope, language set, no script, its style inside; it
 * reads on a screen, with a screen reader and on paper (head and foot repeat on each page). The same document gives the same bytes.
 */
export function documentHtml(document: ReportDocument, links: readonly ReportLink[] = []): string {
  const navigation =
    links.length === 0
      ? ""
      : `<nav aria-label="Report">${links.map(({ href, label, current }) => `<a href="${t(href)}"${current === true ? ' aria-current="page"' : ""}>${t(label)}</a>`).join(" ")}</nav>\n`;
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${t(document.title)} – CrampCheck</title>
<style>${REPORT_STYLE}</style>
</head>
<body${document.forPatient ? ' class="for-patient"' : ""}>
${navigation}<table role="presentation" class="sheet"><thead><tr><td><header class="page-head">${t(document.pageHead)}</header></td></tr></thead><tfoot><tr><td><footer class="page-foot">${document.pageBlanks.length === 0 ? "" : `<ul class="blanks">${document.pageBlanks.map((label) => `<li>${t(label)}</li>`).join("")}</ul>`}${t(document.pageFoot)}</footer></td></tr></tfoot><tbody><tr><td>
<main>
<h1>${t(document.title)}</h1>
${document.lead.map((line, index) => `<p${index === 0 ? ' class="strong"' : ""}>${t(line)}</p>`).join("\n")}
${new Blocks(document).html()}
</main>
</td></tr></tbody></table>
</body>
</html>
`;
}
