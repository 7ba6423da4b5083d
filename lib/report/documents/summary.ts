import { PRIORITY_WORDS } from "@/lib/domain/priority-words";
import type { Priority } from "@/lib/domain/vocabulary";
import { clinicalPageLines } from "./page-lines";
import type { Block, ReportDocument } from "./report-document";
import type { ReportFinding, ReportModel } from "@/lib/report/model/report-model";
import { shortFinding } from "./short-finding";
import { shortTestItem } from "./test-items";

export const NO_RED_FLAG = "No red flag in what was entered. This does not exclude one.";
export const DECIDED_TO_ACT = "Decided: act";
export const NO_TEST = "No test is suggested: no finding asks for one.";

/** The findings of one level, in the order of the review. */
export function findingsAt(model: ReportModel, priority: Priority): readonly ReportFinding[] {
  return model.groups.find((group) => group.priority === priority)?.findings ?? [];
}

/** What was decided “Act”, of every level, loudest first: it is told before anything else. */
export function decidedToAct(model: ReportModel): readonly ReportFinding[] {
  return model.groups.flatMap(({ findings }) => findings).filter(isActedOn);
}

/** The findings of one level that are not told above as decided. */
export function notActedOn(model: ReportModel, priority: Priority): readonly ReportFinding[] {
  return findingsAt(model, priority).filter((finding) => !isActedOn(finding));
}

function isActedOn({ decisionAction }: ReportFinding): boolean {
  return decisionAction === "act";
}

/** “Review (4)”, or “Review (4): 1 told above” where findings of the level are told as decided. */
export function levelHeading(model: ReportModel, priority: Priority): string {
  const all = findingsAt(model, priority).length;
  const above = all - notActedOn(model, priority).length;
  return `${PRIORITY_WORDS[priority]} (${all})${above === 0 ? "" : `: ${above} told above`}`;
}

/** What stands under a level without findings: another sentence where they are told above. */
export function emptyLevel(model: ReportModel, priority: Priority): string {
  if (findingsAt(model, priority).length > 0) return "Decided; told above.";
  return priority === "act-now" ? NO_RED_FLAG : "Nothing at this level.";
}

/** The lines under the title that say whose review it is, whether it is signed and how much of the list was read. */
export function leadLines(model: ReportModel): string[] {
  return [`${model.patientLine} · cramps ${model.crampsLine}`, model.statusLine, model.readingLine];
}

/** What the first page says, without a limit of room: the question answered alone. */
export function summaryBlocks(model: ReportModel): Block[] {
  const level = (priority: Priority): Block[] => {
    const findings = notActedOn(model, priority);
    return [
      { kind: "heading", level: 2, text: levelHeading(model, priority) },
      findings.length === 0
        ? { kind: "paragraph", text: emptyLevel(model, priority) }
        : {
            kind: "short-findings",
            findings: findings.map((finding) =>
              priority === "consider" ? { ...shortFinding(finding), detail: "" } : shortFinding(finding),
            ),
          },
    ];
  };
  const acted = decidedToAct(model);
  const forInformation = notActedOn(model, "info").length;
  return [
    { kind: "paragraph", text: model.intendedUse, look: "small" },
    ...(acted.length === 0
      ? []
      : [
          { kind: "heading", level: 2, text: `${DECIDED_TO_ACT} (${acted.length})` } as const,
          { kind: "short-findings", findings: acted.map((finding) => shortFinding(finding)) } as const,
        ]),
    ...level("act-now"),
    ...level("review"),
    ...level("consider"),
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
