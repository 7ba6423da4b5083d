import { PRIORITY_WORDS } from "@/lib/domain/priority-words";
import type { Block, BoxItem, ReportDocument, ShortFinding } from "@/lib/report/documents/report-document";
import type { ReportFinding } from "@/lib/report/model/report-model";
import { referenceMarks } from "@/lib/report/documents/short-finding";
import { joinStatements } from "@/lib/report/text/join-statements";
import { withTallMan } from "@/lib/report/text/tall-man-text";
import { textHeading, wrap } from "@/lib/report/text/wrap-lines";

const item = (text: string): string[] => wrap(`- ${text}`, "  ", "");

const labelled = (label: string, texts: readonly string[]): string[] =>
  texts.length === 0 ? [] : wrap(`${label}: ${joinStatements(texts)}`, "    ", "  ");

function shortFindingLines({ priority, title, detail, decision, references }: ShortFinding): string[] {
  return [
    ...wrap(`- ${PRIORITY_WORDS[priority]}: ${title}${referenceMarks(references)}`, "  ", ""),
    ...(detail === "" ? [] : wrap(detail, "  ")),
    ...(decision === null ? [] : labelled("Decision", [decision])),
  ];
}

function findingLines(finding: ReportFinding): string[] {
  return [
    ...wrap(`- ${finding.title}${referenceMarks(finding.references)}`, "  ", ""),
    ...labelled("Association", finding.strength === null ? [] : [`${finding.strength}; timing ${finding.timing}`]),
    ...labelled("Why here", finding.reasons),
    ...labelled("What is known", finding.effects),
    ...labelled("What speaks against", finding.against),
    ...labelled("Options", finding.options),
    ...labelled("Decision", [finding.decision ?? "none recorded"]),
    ...labelled("Rule", [finding.ruleId]),
  ];
}

function boxLines({ ticked, name, detail }: BoxItem): string[] {
  const box = ticked === true ? "[x]" : "[ ]";
  return wrap(`${ticked === null ? " - " : box} ${name}${detail === "" ? "" : `: ${detail}`}`, "    ", "");
}

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case "heading":
      return textHeading(block.text);
    case "paragraph":
      return wrap(block.text);
    case "notice":
      return [
        ...textHeading(block.title),
        ...(block.text === "" ? [] : wrap(block.text)),
        ...block.points.flatMap(item),
      ];
    case "list":
      return block.items.flatMap(item);
    case "facts":
      return block.rows.flatMap(({ label, text }) => wrap(`${label}: ${text}`, "  ", ""));
    case "short-findings":
      return block.findings.flatMap(shortFindingLines);
    case "findings":
      return block.findings.flatMap(findingLines);
    case "boxes":
      return block.items.flatMap(boxLines);
    case "table":
      return block.rows.flatMap((row) =>
        item(
          row
            .map((cell, index) => (index === 0 || cell === "" ? cell : `${block.head[index] ?? ""}: ${cell}`))
            .filter((cell) => cell !== "")
            .join("; "),
        ),
      );
    case "timeline":
      return [
        ...wrap(block.timeline.caption),
        ...block.timeline.groups.flatMap((group) => [
          ...wrap(`${group.title}:`),
          ...group.drugs.flatMap((drug) =>
            item(
              `${withTallMan(drug.medication.ingredients.map(({ name }) => name).join(" and "))}: ${drug.change}; ${drug.beforeOnset}`,
            ),
          ),
        ]),
      ];
    case "sources":
      return block.sources.flatMap(({ number, citation, link }) =>
        wrap(`${number}. ${citation}${link === null ? "" : ` ${link}`}`, "   ", ""),
      );
    case "blanks":
      return block.labels.flatMap((label) => wrap(`${label}: ______________________________`));
  }
}

/** A document as plain text for pasting: at most 80 columns, no table that could break, ends with a line break. */
export function documentText(document: ReportDocument): string {
  const lines = [
    ...wrap(document.title),
    ...document.lead.flatMap((line) => wrap(line)),
    ...document.blocks.flatMap((block) =>
      block.kind === "paragraph" || block.kind === "blanks" ? ["", ...blockLines(block)] : blockLines(block),
    ),
    "",
    ...document.pageBlanks.flatMap((label) => wrap(`${label}: ______________________________`)),
    ...wrap(document.pageFoot),
  ];
  return `${lines.join("\n").replace(/\n{3,}/g, "\n\n")}\n`;
}
