import { displayDate } from "@/lib/domain/display-date";
import type { ReportFinding, ReportModel, ReportTest } from "@/lib/report/model/report-model";
import type { MedicationRow } from "@/lib/report/model/medication-rows";
import { isOpen } from "@/lib/report/documents/test-items";
import { joinStatements } from "@/lib/report/text/join-statements";
import { textHeading as heading, wrap } from "@/lib/report/text/wrap-lines";

const labelled = (label: string, texts: readonly string[]): string[] =>
  texts.length === 0 ? [] : wrap(`${label}: ${joinStatements(texts)}`, "    ", "  ");

const references = (numbers: readonly number[]): string => (numbers.length === 0 ? "" : ` [${numbers.join(", ")}]`);

function findingLines(finding: ReportFinding): string[] {
  return [
    ...wrap(`- ${finding.title}${references(finding.references)}`, "  ", ""),
    ...labelled("Association", finding.strength === null ? [] : [finding.strength]),
    ...labelled("Why here", finding.reasons),
    ...labelled("Known", finding.effects),
    ...labelled("Against", finding.against),
    ...labelled("Options", finding.options),
    ...labelled("Decision", [finding.decision ?? "none recorded"]),
    ...labelled("Rule", [finding.ruleId]),
  ];
}

function testLines(test: ReportTest): string[] {
  const last = test.answered === null ? "" : `: ${test.chosen ? "last" : "answered,"} ${test.answered}`;
  const openMark = test.chosen ? "[x]" : "[ ]";
  const left = test.leftOutOf.length === 0 ? "" : `; not in ${test.leftOutOf.join(" or ")}`;
  return [
    ...wrap(`${isOpen(test) ? openMark : " - "} ${test.name}${last}`, "    ", ""),
    ...labelled("  Why", [joinStatements(test.reasons) + left]),
    ...(test.repeat === null ? [] : labelled("  Repeat", [test.repeat])),
  ];
}

function medicationLines(row: MedicationRow): string[] {
  if (row.name === null)
    return wrap(`- “${row.line}”: ${row.status === "not-medication" ? "not a medication" : "NOT READ"}`, "  ", "");
  const detail = [
    row.ingredients.join(" and "),
    row.dose,
    row.use,
    row.start === null ? "start not given" : `since ${displayDate(row.start)}`,
  ].filter((part) => part !== null);
  return wrap(`- ${row.name}: ${detail.join("; ")}`, "  ", "");
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [...heading(title), ...lines];

/** The report as plain text for pasting into a record: at most 80 columns, no tables, ends with a line break. */
export function reportText(model: ReportModel): string {
  const lines = [
    ...wrap(model.title),
    ...wrap(model.patientLine),
    ...wrap(model.statusLine),
    ...wrap(model.readingLine),
    ...wrap(model.intendedUse),
    ...model.groups.flatMap((group) =>
      section(`${group.word} (${group.findings.length})`, group.findings.flatMap(findingLines)),
    ),
    ...section(
      "Tests to consider",
      model.tests.length === 0
        ? wrap("No test is suggested: no finding asks for one.")
        : model.tests.flatMap(testLines),
    ),
    ...section(
      "Not known",
      model.questions.flatMap((question) => wrap(`- ${question}`, "  ", "")),
    ),
    ...section(
      "Not read",
      model.unread.flatMap((entry) => wrap(`- “${entry.text}” (${entry.where}: ${entry.status})`, "  ", "")),
    ),
    ...section(
      "Seen by the signer",
      model.acknowledged.flatMap((text) => wrap(`- ${text}`, "  ", "")),
    ),
    ...section("Medications as entered", model.medications.flatMap(medicationLines)),
    ...section(
      "Conditions",
      model.conditions.flatMap((text) => wrap(`- ${text}`, "  ", "")),
    ),
    ...section(
      "Symptoms, in the words entered",
      model.symptomWords.flatMap((text) => wrap(`- ${text}`, "  ", "")),
    ),
    ...section(
      "Results",
      model.results.flatMap((text) => wrap(`- ${text}`, "  ", "")),
    ),
    ...section(
      "Sources",
      model.sources.flatMap((source) =>
        wrap(`${source.number}. ${source.citation}${source.link === null ? "" : ` ${source.link}`}`, "   ", ""),
      ),
    ),
    "",
    ...wrap(model.scope),
    ...wrap(model.identityLine),
  ];
  return `${lines.join("\n")}\n`;
}
