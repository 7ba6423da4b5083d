import { displayDate } from "@/lib/domain/display-date";
import { clinicalPageLines } from "./page-lines";
import type { Block, ReportDocument } from "./report-document";
import type { ReportModel } from "@/lib/report/model/report-model";
import type { MedicationRow } from "@/lib/report/model/medication-rows";
import { leadLines, NO_TEST, summaryBlocks } from "./summary";
import { withTallMan } from "@/lib/report/text/tall-man-text";
import { testItem } from "./test-items";

const heading = (text: string): Block => ({ kind: "heading", level: 2, text });

/** A heading with a list under it, or nothing where the list is empty. */
const listed = (title: string, items: readonly string[], lead?: string): Block[] =>
  items.length === 0
    ? []
    : [
        heading(title),
        ...(lead === undefined ? [] : [{ kind: "paragraph", text: lead } as const]),
        { kind: "list", items },
      ];

function medicationCells(row: MedicationRow): string[] {
  if (row.name === null) return [row.line, row.status === "not-medication" ? "not a medication" : "NOT READ", "", ""];
  const dates = [
    row.start === null ? "start not given" : `since ${displayDate(row.start)}`,
    ...(row.stop === null ? [] : [`${row.use === "current" ? "last dose" : "until"} ${displayDate(row.stop)}`]),
  ].join(", ");
  return [
    row.line,
    [row.ingredients.join(" and "), row.dose].filter((part) => part !== null).join("; "),
    `${row.use ?? ""}; ${dates}`,
    row.findings.length === 0 ? "not flagged" : row.findings.join("; "),
  ];
}

function timelineRows({ timeline }: ReportModel): string[][] {
  return timeline.groups.flatMap((group) =>
    group.drugs.map((drug) => [
      withTallMan(drug.medication.ingredients.map(({ name }) => name).join(" and ")),
      drug.change,
      drug.beforeOnset,
    ]),
  );
}

/** Everything behind the first page: each finding with its whole basis, then all that was entered. */
export function detailBlocks(model: ReportModel): Block[] {
  return [
    { kind: "heading", level: 2, text: "Findings in full", newPage: true },
    ...model.groups.flatMap((group): Block[] =>
      group.findings.length === 0
        ? []
        : [
            { kind: "heading", level: 3, text: `${group.word} (${group.findings.length})` },
            { kind: "findings", findings: group.findings },
          ],
    ),
    ...(model.groups.every((group) => group.findings.length === 0)
      ? [{ kind: "paragraph", text: `No finding. ${model.readingLine} This does not rule out a drug cause.` } as const]
      : []),
    ...listed(
      "Not read",
      model.unread.map((entry) => `“${entry.text}” (${entry.where}: ${entry.status})`),
      "These entries were not understood and were not judged.",
    ),
    ...listed("Not known", model.questions),
    heading("Tests to consider, with their reasons"),
    model.tests.length === 0
      ? { kind: "paragraph", text: NO_TEST }
      : { kind: "boxes", items: model.tests.map(testItem) },
    ...listed("Seen by the signer", model.acknowledged),
    heading("Medications as entered"),
    model.medications.length === 0
      ? { kind: "paragraph", text: "None was entered." }
      : {
          kind: "table",
          caption: "Each entry of the list, as written and as read",
          head: ["As written", "Read as", "Use", "Findings"],
          rows: model.medications.map(medicationCells),
          widths: [25, 25, 18, 32],
        },
    heading("Starts and changes against the onset of the cramps"),
    { kind: "paragraph", text: model.timeline.caption },
    ...(timelineRows(model).length === 0
      ? []
      : [
          {
            kind: "table",
            caption: "Starts and changes against the onset of the cramps",
            head: ["Drug", "Start or change", "Against the onset"],
            rows: timelineRows(model),
            widths: [30, 40, 30],
          } as const,
        ]),
    ...listed("Conditions", model.conditions),
    ...listed("Symptoms, in the words entered", model.symptomWords),
    ...listed("Results", model.results),
    heading("Sources"),
    model.sources.length === 0
      ? { kind: "paragraph", text: "No finding, so no source." }
      : { kind: "sources", sources: model.sources },
    heading("Scope"),
    { kind: "paragraph", text: model.scope },
    ...integrityBlocks(model),
  ];
}

function integrityBlocks({ identity }: ReportModel): Block[] {
  if (identity.digest === null) return [];
  return [
    heading("Which review this is"),
    {
      kind: "paragraph",
      text: "Made from the signed review with this SHA-256 digest. On the page “Verify a report” it can be compared with the digest that the clinic keeps.",
    },
    {
      kind: "facts",
      rows: [
        { label: "Digest", text: identity.digest.replace(/(.{16})(?=.)/g, "$1 ") },
        { label: "Review", text: identity.reviewId },
      ],
    },
  ];
}

/** The full report: the first page, then everything. */
export function fullDocument(model: ReportModel): ReportDocument {
  return {
    variant: "full",
    title: model.title,
    lead: leadLines(model),
    blocks: [...summaryBlocks(model), ...detailBlocks(model)],
    ...clinicalPageLines(model),
  };
}
