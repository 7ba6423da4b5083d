import type { Priority } from "@/lib/domain/vocabulary";
import { clinicalPageLines } from "./page-lines";
import type { Block, ReportDocument } from "./report-document";
import type { ReportFinding, ReportModel } from "@/lib/report/model/report-model";
import { shortFinding } from "./short-finding";
import { shortTestItem } from "./test-items";

export const NO_RED_FLAG = "No red flag in what was entered. This does not exclude one.";
export const NO_TEST = "No test is suggested: no finding asks for one.";

/** The findings of one level, in the order of the review. */
export function findingsAt(model: ReportModel, priority: Priority): readonly ReportFinding[] {
  return model.groups.find((group) => group.priority === priority)?.findings ?? [];
}

/** The lines under the title that say whose review it is, whether it is signed and how much of the list was read. */
export function leadLines(model: ReportModel): string[] {
  return [`${model.patientLine} · cramps ${model.crampsLine}`, model.statusLine, model.readingLine];
}

/** What the first page says, without a limit of room: the question answered alone. */
export function summaryBlocks(model: ReportModel): Block[] {
  const level = (priority: Priority, word: string, none: string): Block[] => {
    const findings = findingsAt(model, priority);
    return [
      { kind: "heading", level: 2, text: `${word} (${findings.length})` },
      findings.length === 0
        ? { kind: "paragraph", text: none }
        : {
            kind: "short-findings",
            findings: findings.map((finding) =>
              priority === "consider" ? { ...shortFinding(finding), detail: "" } : shortFinding(finding),
            ),
          },
    ];
  };
  const forInformation = findingsAt(model, "info").length;
  return [
    { kind: "paragraph", text: model.intendedUse, look: "small" },
    ...level("act-now", "Act now", NO_RED_FLAG),
    ...level("review", "Review", "Nothing at this level."),
    ...level("consider", "Consider", "Nothing at this level."),
    { kind: "paragraph", text: `${forInformation} more for information, in the full report.` },
    { kind: "heading", level: 2, text: "Tests to consider" },
    model.tests.length === 0
      ? { kind: "paragraph", text: NO_TEST }
      : { kind: "boxes", items: model.tests.map(shortTestItem) },
    { kind: "heading", level: 2, text: "What changed before the cramps began" },
    { kind: "timeline", timeline: model.timeline },
    ...(model.questions.length === 0
      ? []
      : [{ kind: "heading", level: 2, text: "Not known" } as const, { kind: "list", items: model.questions } as const]),
  ];
}

/** The one-page summary. */
export function summaryDocument(model: ReportModel): ReportDocument {
  return {
    variant: "summary",
    title: model.title,
    lead: leadLines(model),
    blocks: summaryBlocks(model),
    ...clinicalPageLines(model),
  };
}
