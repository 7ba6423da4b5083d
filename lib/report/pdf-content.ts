import type { Content, TableCell } from "pdfmake/interfaces";
import { displayDate } from "@/lib/domain/display-date";
import type { Priority } from "@/lib/domain/vocabulary";
import { priorityShape, tickBox } from "./pdf-shapes";
import { printableText } from "./printable-text";
import type { ReportFinding, ReportModel, ReportTest } from "./report-model";
import type { MedicationRow } from "./report-rows";
import { firstFacts, joinStatements } from "./statements";

const p = printableText;

/** A value with its unit, which no line break may part. */
const MEASURE = /(\d[\d.,]*\s?[a-zµ%]{1,10}(?:\/[A-Za-z0-9.]+)+(?:\s?m2)?)/;

/** Text in which a value and its unit stay together. */
function runs(text: string, bold = false): Content[] {
  return p(text).split(MEASURE).filter((part) => part !== "").map((part) => ({ text: part, bold, noWrap: MEASURE.test(part) }));
}

/** A paragraph; `above` is the space before it in points. */
const paragraph = (text: string, above = 0, look: { bold?: boolean; style?: string } = {}): Content => ({ text: p(text), margin: [0, above, 0, 0], ...look });

const references = (numbers: readonly number[]): string => (numbers.length === 0 ? "" : ` [${numbers.join(", ")}]`);

/** The first page names two sources of each finding; the full text has all of them. */
const firstReferences = (numbers: readonly number[]): string => (numbers.length <= 2 ? references(numbers) : ` [${numbers.slice(0, 2).join(", ")} …]`);

const heading = (text: string): Content => ({ text: p(text), style: "section", margin: [0, 8, 0, 3], headlineLevel: 1 });

const list = (texts: readonly string[]): Content => ({ ul: texts.map((text) => p(text)) });

/** A line with the shape of its priority in front. */
function marked(priority: Priority, body: Content, margin: [number, number, number, number] = [0, 2, 0, 4]): Content {
  return { columns: [{ width: 16, stack: [{ ...priorityShape(priority), margin: [0, 2, 0, 0] }] }, { width: "*", stack: [body] }], margin, unbreakable: true };
}

const labelled = (label: string, texts: readonly string[]): Content[] =>
  texts.length === 0 ? [] : [{ text: [{ text: `${label}: `, bold: true }, ...runs(joinStatements(texts))], margin: [0, 1, 0, 0] }];

/** The reasons that say more than the title does. */
const newFacts = ({ title, reasons }: ReportFinding): string[] => reasons.filter((reason) => !title.startsWith(reason.slice(0, 24)));

/** First page: a finding in two or three lines, enough to act on; the whole of it stands behind. */
function shortFinding(finding: ReportFinding): Content {
  return marked(finding.priority, {
    text: [
      ...runs(finding.title, true),
      ...runs(`. ${joinStatements(firstFacts(newFacts(finding), 170))} `),
      { text: "Decision: ", bold: true },
      p(`${finding.decision ?? "none recorded"}${firstReferences(finding.references)}`),
    ],
  }, [0, 1, 0, 3]);
}

function fullFinding(finding: ReportFinding): Content {
  return marked(finding.priority, {
    stack: [
      { text: [...runs(finding.title, true), references(finding.references)] },
      ...labelled("Association", finding.strength === null ? [] : [`${finding.strength}; timing ${finding.timing}`]),
      ...labelled("Why here", finding.reasons),
      ...labelled("What is known", finding.effects),
      ...labelled("What speaks against", finding.against),
      ...labelled("Options", finding.options),
      ...labelled("Decision", [finding.decision ?? "none recorded"]),
      { text: p(`Rule ${finding.ruleId}`), style: "meta" },
    ],
  }, [0, 2, 0, 8]);
}

/** First page: a test with the one reason that weighs most. */
function shortTest(test: ReportTest): Content {
  const more = test.reasons.length > 1 ? `; ${test.reasons.length - 1} more` : "";
  const left = test.leftOutOf.length === 0 ? "" : `; not in ${test.leftOutOf.join(" or ")}`;
  const detail = test.answered === null ? `${firstFacts(test.reasons, 60).join("")}${more}${left}` : `answered: ${test.answered}`;
  return {
    columns: [{ width: 16, stack: test.answered === null ? [tickBox(test.chosen)] : [{ text: "–" }] }, { width: "*", text: [{ text: p(test.name), bold: true }, ...runs(`: ${detail}`)] }],
    margin: [0, 0, 0, 1],
    unbreakable: true,
  };
}

function testLine(test: ReportTest): Content {
  const left = test.leftOutOf.length === 0 ? "" : `; not in ${test.leftOutOf.join(" or ")}`;
  const answered = test.answered === null ? "" : ` Answered: ${test.answered}.`;
  const repeat = test.repeat === null ? "" : ` ${test.repeat}`;
  return {
    columns: [
      { width: 16, stack: test.answered === null ? [tickBox(test.chosen)] : [{ text: "–" }] },
      { width: "*", text: [{ text: p(test.name), bold: true }, p(` (${joinStatements(test.reasons)}${left}).${answered}${repeat}`)] },
    ],
    margin: [0, 1, 0, 2],
    unbreakable: true,
  };
}

function firstPage(model: ReportModel): Content[] {
  const group = (priority: Priority) => model.groups.find((candidate) => candidate.priority === priority)?.findings ?? [];
  const consider = group("consider");
  const actNow = group("act-now");
  return [
    paragraph(model.title, 0, { style: "title" }),
    paragraph(model.patientLine, 2, { bold: true }),
    paragraph(model.statusLine, 1),
    paragraph(model.readingLine, 4, { bold: model.unread.length > 0 }),
    paragraph(model.intendedUse, 2, { style: "meta" }),
    heading(`Act now (${actNow.length})`),
    ...(actNow.length === 0 ? [paragraph("No red flag in what was entered. This does not exclude one.")] : actNow.map(shortFinding)),
    heading(`Review (${group("review").length})`),
    ...(group("review").length === 0 ? [paragraph("Nothing at this level.")] : group("review").map(shortFinding)),
    heading(`Consider (${consider.length}) · For information (${group("info").length})`),
    ...(consider.length === 0 ? [] : consider.map((finding) => marked("consider", { text: [...runs(finding.title), firstReferences(finding.references)] }, [0, 0, 0, 1]))),
    heading("Tests to consider"),
    ...(model.tests.length === 0 ? [paragraph("No test is suggested: no finding asks for one.")] : model.tests.map(shortTest)),
    ...(model.questions.length === 0 ? [] : [heading("Not known"), list(model.questions)]),
    {
      unbreakable: true,
      columns: [{ width: "*", text: "Signature ______________________________" }, { width: "auto", text: "Date ________________" }],
      margin: [0, 14, 0, 0],
    },
  ];
}

/** The narrowest column, within its padding; drug names fit, and what does not gets places to break. */
const CELL = { points: 98, fontSize: 9 };

const cell = (text: string, bold = false): TableCell => ({ text: p(text, CELL), bold });

function medicationRow(row: MedicationRow): TableCell[] {
  if (row.name === null) return [cell(row.line), cell(row.status === "not-medication" ? "not a medication" : "NOT READ", row.status !== "not-medication"), cell(""), cell("")];
  const dates = [row.start === null ? "start not given" : `since ${displayDate(row.start)}`, ...(row.stop === null ? [] : [`until ${displayDate(row.stop)}`])].join(", ");
  return [cell(row.line), cell([row.ingredients.join(" and "), row.dose].filter((part) => part !== null).join("; ")), cell(`${row.use ?? ""}; ${dates}`), cell(row.findings.join("; "))];
}

function table(widths: (string | number)[], head: string[], rows: TableCell[][]): Content {
  return {
    table: { headerRows: 1, dontBreakRows: true, widths, body: [head.map((text) => ({ text, bold: true })), ...rows] },
    layout: "lightHorizontalLines",
    fontSize: 9,
  };
}

function details(model: ReportModel): Content[] {
  return [
    { text: "Findings in full", style: "title", pageBreak: "before" },
    ...model.groups.flatMap((group) => (group.findings.length === 0 ? [] : [heading(`${group.word} (${group.findings.length})`), ...group.findings.map(fullFinding)])),
    ...(model.unread.length === 0
      ? []
      : [heading("Not read"), paragraph("These entries were not understood and were not judged."), list(model.unread.map((entry) => `“${entry.text}” (${entry.where}: ${entry.status})`))]),
    ...(model.tests.length === 0 ? [] : [heading("Tests to consider, with their reasons"), ...model.tests.map(testLine)]),
    ...(model.acknowledged.length === 0 ? [] : [heading("Seen by the signer"), list(model.acknowledged)]),
    heading("Medications as entered"),
    ...(model.medications.length === 0 ? [paragraph("None was entered.")] : [table(["*", "*", 110, 110], ["As written", "Read as", "Use", "Findings"], model.medications.map(medicationRow))]),
    ...(model.conditions.length === 0 ? [] : [heading("Conditions"), list(model.conditions)]),
    ...(model.results.length === 0 ? [] : [heading("Results"), list(model.results)]),
    heading("Sources"),
    ...(model.sources.length === 0
      ? [paragraph("No finding, so no source.")]
      : model.sources.map((source): Content => ({ text: [`${source.number}. ${p(source.citation)} `, ...(source.link === null ? [] : [{ text: p(source.link), link: source.link }])], fontSize: 9, margin: [0, 0, 0, 2] }))),
    heading("Scope"),
    paragraph(model.scope),
  ];
}

/** The body of the report: a first page that answers the question alone, then everything in full. */
export function pdfContent(model: ReportModel): Content[] {
  return [...firstPage(model), ...details(model)];
}
