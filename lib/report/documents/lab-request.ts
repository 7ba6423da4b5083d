import { displayInstant } from "@/lib/domain/display-date";
import { clinicalPageLines } from "./page-lines";
import type { Block, ReportDocument } from "./report-document";
import type { ReportModel, ReportTest } from "@/lib/report/model/report-model";
import { joinStatements } from "@/lib/report/text/join-statements";
import { isOpen, describeLastResult, describeLeftOut } from "./test-items";

const heading = (text: string): Block => ({ kind: "heading", level: 2, text });

const URGENCY = { "act-now": "Urgent, today", review: "Soon", consider: "Routine", info: "Routine" } as const;

function requestRow(test: ReportTest): string[] {
  return [
    test.name,
    test.loinc ?? "none",
    URGENCY[test.priority],
    joinStatements([
      ...describeLastResult(test),
      ...test.reasons,
      ...describeLeftOut(test),
      ...(test.repeat === null ? [] : [test.repeat]),
    ]),
  ];
}

const table = (caption: string, tests: readonly ReportTest[]): Block => ({
  kind: "table",
  caption,
  head: ["Test", "LOINC", "How soon", "Why"],
  rows: tests.map(requestRow),
  widths: [26, 12, 14, 48],
});

/** A request to the laboratory: the ticked tests, whatever their last results; where none is ticked, all open ones with a box for the hand. */
export function labRequest(model: ReportModel): ReportDocument {
  const open = model.tests.filter(isOpen);
  const chosen = open.filter((test) => test.chosen);
  const asked = chosen.length > 0 ? [table("Tests asked for", chosen)] : [];
  const toTick: Block[] =
    open.length === 0
      ? [{ kind: "paragraph", text: "No test is open: no finding asks for one that has not been answered." }]
      : [
          { kind: "paragraph", text: "No test was ticked in the review. Tick by hand what is asked for." },
          {
            kind: "boxes",
            items: open.map((test) => ({
              ticked: false,
              name: test.name,
              detail: [
                test.loinc === null ? "" : `LOINC ${test.loinc}`,
                URGENCY[test.priority].toLowerCase(),
                joinStatements([...test.reasons, ...describeLeftOut(test)]),
              ]
                .filter((part) => part !== "")
                .join("; "),
            })),
          },
        ];
  const answered = model.tests.filter((test) => !isOpen(test));
  const medicines = model.medications
    .filter((row) => row.name !== null && row.use === "current")
    .map((row) => [row.ingredients.join(" and "), row.dose].filter((part) => part !== null).join("; "));
  return {
    variant: "lab-request",
    title: "Request for laboratory tests",
    lead: [
      model.patientLine,
      `Asked by ${model.identity.signedBy ?? "____________________"}, ${model.identity.organisation ?? "organisation not entered"}, ${displayInstant(model.identity.generatedAt, model.identity.timeZone)}`,
      model.statusLine,
    ],
    blocks: [
      {
        kind: "blanks",
        labels: [
          "Name of the patient",
          "Date of birth",
          "Sample taken (date and time)",
          "By",
          "Telephone for critical results",
        ],
      },
      heading("Tests"),
      ...(chosen.length > 0 ? asked : toTick),
      ...(answered.length === 0
        ? []
        : [
            heading("Answered already"),
            {
              kind: "list",
              items: answered.map(
                (test) =>
                  `${test.name}: answered by ${test.answered ?? ""}.${test.repeat === null ? "" : ` ${test.repeat}`}`,
              ),
            } as const,
          ]),
      heading("Clinical details"),
      {
        kind: "facts",
        rows: [
          { label: "Reason", text: `Muscle cramps, ${model.crampsLine}` },
          { label: "Conditions", text: model.conditions.length === 0 ? "none entered" : model.conditions.join("; ") },
          { label: "Earlier results", text: model.results.length === 0 ? "none entered" : model.results.join("; ") },
        ],
      },
      heading("Current medication"),
      medicines.length === 0 ? { kind: "paragraph", text: "None was recognised." } : { kind: "list", items: medicines },
      ...(model.unread.length === 0
        ? []
        : [
            {
              kind: "paragraph",
              text: `Not read: ${model.unread.map((entry) => `“${entry.text}”`).join(", ")}.`,
              look: "strong",
            } as const,
          ]),
    ],
    ...clinicalPageLines(model),
  };
}
