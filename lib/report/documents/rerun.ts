import { displayDate } from "@/lib/domain/display-date";
import { clinicalPageLines } from "./page-lines";
import type { Block, ReportDocument } from "./report-document";
import type { ReportModel } from "@/lib/report/model/report-model";
import { rerunSentence, type Rerun } from "@/lib/report/signed/rerun";
import { withTallMan } from "@/lib/report/text/tall-man-text";

const PARTS = [
  ["finding", "Findings"],
  ["test", "Tests"],
  ["question", "Questions"],
  ["entry", "What was not read"],
] as const;

/** What differs when a signed review is run again, and why, as a document to print or paste. */
export function rerunDocument(model: ReportModel, rerun: Rerun): ReportDocument {
  const lists = PARTS.flatMap(([about, title]): Block[] => {
    const own = rerun.differences.filter((difference) => difference.about === about);
    return own.length === 0
      ? []
      : [
          { kind: "heading", level: 2, text: `${title} (${own.length})` },
          { kind: "list", items: own.map(({ sentence }) => withTallMan(sentence)) },
        ];
  });
  return {
    variant: "rerun",
    title: "Run again on the current knowledge",
    lead: [model.patientLine, model.statusLine, rerunSentence(rerun)],
    blocks: [
      {
        kind: "paragraph",
        text: `Both are made for ${displayDate(rerun.asOf)}, so that only the knowledge base and the reading of the list differ. The signed review stays as it is.`,
        look: "small",
      },
      ...lists,
      ...(rerun.reread.length === 0
        ? []
        : [
            { kind: "heading", level: 2, text: "Read differently now" } as const,
            { kind: "list", items: rerun.reread } as const,
          ]),
      ...(rerun.contentChanges.length === 0
        ? []
        : [
            { kind: "heading", level: 2, text: "What changed in the knowledge base, and why" } as const,
            {
              kind: "list",
              items: rerun.contentChanges.map(({ date, change, why }) => `${displayDate(date)}: ${change} ${why}`),
            } as const,
          ]),
    ],
    ...clinicalPageLines(model),
    pageFoot: `${model.identityLine} · run again on knowledge ${rerun.to}`,
  };
}
