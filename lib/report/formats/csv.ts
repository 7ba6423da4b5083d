import { stringify } from "csv-stringify/sync";
import type { ReportModel } from "@/lib/report/model/report-model";

const COLUMNS = [
  "record",
  "reference",
  "priority",
  "title_or_line",
  "strength_or_status",
  "name",
  "ingredients",
  "dose",
  "use",
  "start",
  "stop",
  "reasons",
  "figures",
  "against",
  "options",
  "decision",
  "tests_answered_by",
  "repeat",
  "rule",
  "sources",
  "knowledge_version",
  "review_id",
] as const;
type Column = (typeof COLUMNS)[number];
type Row = Partial<Record<Column, string>>;

/**
 * A cell that a spreadsheet would take for a formula gets a leading apostrophe (OWASP); line breaks and other control
 * characters become spaces, so that a row is one line.
 */
export function safeCell(value: string): string {
  const flat = value.replace(/[\u0000-\u001f\u007f]+/g, " ");
  return /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/.test(flat) ? `'${flat}` : flat;
}

const joined = (texts: readonly string[]): string => texts.join(" | ");

function rows(model: ReportModel): Row[] {
  const link = new Map(model.sources.map((source) => [source.number, source.link ?? source.citation]));
  return [
    ...model.groups.flatMap((group) =>
      group.findings.map((finding): Row => ({
        record: "finding",
        priority: group.word,
        title_or_line: finding.title,
        strength_or_status: finding.strength ?? "",
        reasons: joined(finding.reasons),
        figures: joined(finding.effects),
        against: joined(finding.against),
        options: joined(finding.options),
        decision: finding.decision ?? "none recorded",
        rule: finding.ruleId,
        sources: joined(finding.references.map((number) => link.get(number) ?? "")),
      })),
    ),
    ...model.tests.map((test): Row => ({
      record: "test",
      priority: test.priority,
      title_or_line: test.name,
      strength_or_status: test.loinc ?? "",
      reasons: joined(test.reasons),
      tests_answered_by: test.answered ?? "",
      repeat: test.repeat ?? "",
      decision: test.chosen ? "asked for" : "",
    })),
    ...model.medications.map((row): Row => ({
      record: "medication",
      title_or_line: row.line,
      strength_or_status: row.status,
      name: row.name ?? "",
      ingredients: row.ingredients.join(" and "),
      dose: row.dose ?? "",
      use: row.use ?? "",
      start: row.start ?? "",
      stop: row.stop ?? "",
      reasons: joined(row.findings),
    })),
    ...model.unread.map((entry): Row => ({
      record: "not read",
      title_or_line: entry.text,
      strength_or_status: entry.status,
      reasons: entry.where,
      options: joined(entry.suggestions),
    })),
  ];
}

/** The report as CSV (RFC 4180, UTF-8, CRLF): one row a finding, a test, a medication and an unread entry; safe against formula injection. */
export function reportCsv(model: ReportModel): string {
  return reportsCsv([model]);
}

/** Several reports in one table, one after the other; each row names its review. */
export function reportsCsv(models: readonly ReportModel[]): string {
  const table = models.flatMap((model) =>
    rows(model).map((row) => {
      const full: Row = {
        ...row,
        reference: model.identity.reference ?? "",
        knowledge_version: model.knowledgeVersion,
        review_id: model.identity.reviewId,
      };
      return COLUMNS.map((column) => safeCell(full[column] ?? ""));
    }),
  );
  return stringify([[...COLUMNS], ...table], { record_delimiter: "windows" });
}
