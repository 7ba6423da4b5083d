import { PRIORITY_WORDS } from "@/lib/domain/priority-words";
import { referenceMarks } from "./short-finding";
import { clinicalPageLines } from "./page-lines";
import type { Block, BoxItem, ReportDocument } from "./report-document";
import type { ReportFinding, ReportModel, ReportTest } from "@/lib/report/model/report-model";
import type { ReportProblem } from "@/lib/report/model/report-problems";
import { fullDocument } from "./full";
import { leadLines, NO_RED_FLAG, NO_TEST } from "./summary";
import { isOpen } from "./test-items";

const heading = (text: string): Block => ({ kind: "heading", level: 2, text });
const listed = (title: string, items: readonly string[]): Block[] =>
  items.length === 0 ? [] : [heading(title), { kind: "list", items }];

/** Options of a problem that stand in the report; the evidence report has all of them. */
const MOST_OPTIONS = 2;

const isLoud = ({ priority }: { readonly priority: ReportProblem["priority"] }): boolean =>
  priority === "act-now" || priority === "review";

/** "· Act", where it was decided. */
function decidedMark({ decision }: ReportFinding): string {
  return decision === null ? "" : ` · ${decision}`;
}

/** A finding in one line: its title, what was decided and its sources. The first words of a headline are not said again. */
function findingLine(finding: ReportFinding): string {
  return `${finding.title}${decidedMark(finding)}${referenceMarks(finding.references, 3)}`;
}

/** A loud problem: its headline, its findings above information, what to consider. */
function loudProblem(problem: ReportProblem): Block[] {
  const findings = problem.findings.filter(({ priority }) => priority !== "info");
  const decided = findings.some(({ decision }) => decision !== null);
  return [
    { kind: "paragraph", text: `${PRIORITY_WORDS[problem.priority]}: ${problem.headline}`, look: "strong" },
    {
      kind: "list",
      items: [
        ...findings.map(findingLine),
        ...problem.options.slice(0, MOST_OPTIONS).map((option) => `→ ${option}`),
        ...(decided ? [] : ["No decision recorded."]),
      ],
    },
  ];
}

/** A problem to consider in one line: every finding by title. */
function quietLine({ title, findings }: ReportProblem): string {
  const shown = findings.filter(({ priority }) => priority !== "info");
  return `${title}: ${shown.map(findingLine).join("; ")}.`;
}

/** A test with its last result; its reasons stand under the problems. */
function testItem({ name, answered, chosen }: ReportTest): BoxItem {
  return { ticked: chosen, name, detail: answered === null ? "" : `last ${answered}` };
}

function medicationLine({ line, name, status }: ReportModel["medications"][number]): string {
  if (name !== null) return line;
  return `${line}: ${status === "not-medication" ? "not a medication" : "NOT READ"}`;
}

/** The report by problem: the summary, a block for each problem, the tests, and everything that was entered. */
export function byProblemDocument(model: ReportModel, problems: readonly ReportProblem[]): ReportDocument {
  const loud = problems.filter(isLoud);
  const consider = problems.filter(({ priority }) => priority === "consider");
  const information = problems.flatMap(({ findings }) => findings).filter(({ priority }) => priority === "info").length;
  const open = model.tests.filter(isOpen);
  const asked = open.some(({ chosen }) => chosen);
  return {
    variant: "full",
    title: model.title,
    lead: leadLines(model),
    blocks: [
      { kind: "paragraph", text: model.intendedUse, look: "small" },
      { kind: "paragraph", text: (model.summary ?? []).join(" "), look: "strong" },
      ...(loud.some(({ priority }) => priority === "act-now")
        ? []
        : [{ kind: "paragraph", text: NO_RED_FLAG } as const]),
      ...(loud.length === 0 ? [] : [heading("Problems")]),
      ...loud.flatMap(loudProblem),
      ...listed("To consider", consider.map(quietLine)),
      ...(information === 0
        ? []
        : [{ kind: "paragraph", text: `${information} for information, in the evidence report.` } as const]),
      heading(asked ? "Tests asked for, and others to consider" : "Tests to consider"),
      ...(open.length === 0
        ? [{ kind: "paragraph", text: NO_TEST } as const]
        : [{ kind: "boxes", items: open.map(testItem) } as const]),
      ...listed("Not known", model.questions),
      ...listed(
        "Not read, so not covered",
        model.unread.map((entry) => `“${entry.text}”`),
      ),
      ...listed("Seen by the signer", model.acknowledged),
      heading("What changed before the cramps began"),
      { kind: "timeline", timeline: model.timeline },
      ...listed("Medications as entered", model.medications.map(medicationLine)),
      ...listed("Conditions", model.conditions),
      ...listed("Symptoms, in the words entered", model.symptomWords),
      ...listed("Results", model.results),
      heading("Sources"),
      model.sources.length === 0
        ? { kind: "paragraph", text: "No finding, so no source." }
        : { kind: "sources", sources: citedSources(model, problems) },
      { kind: "paragraph", text: model.scope, look: "small" },
    ],
    ...clinicalPageLines(model),
  };
}

/** The sources that a line above names; the evidence report has all of them. */
function citedSources(model: ReportModel, problems: readonly ReportProblem[]): ReportModel["sources"] {
  const cited = new Set(
    problems
      .flatMap(({ findings }) => findings)
      .filter(({ priority }) => priority !== "info")
      .flatMap(({ references }) => references.slice(0, 3)),
  );
  return model.sources.filter(({ number }) => cited.has(number));
}

/** The full report of a review: by problem, or as it was where it was made before problems were grouped. */
export function fullReport(model: ReportModel): ReportDocument {
  return model.problems === null ? fullDocument(model) : byProblemDocument(model, model.problems);
}
