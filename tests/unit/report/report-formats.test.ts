import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { reportCsv, safeCell } from "@/lib/report/formats/csv";
import { buildReportModel } from "@/lib/report/model/report-model";
import { reportText } from "@/lib/report/formats/text/report";
import { finding, medicationPiece, patientCase, reportInput, review } from "./fixtures";

const model = buildReportModel(reportInput());

describe("reportText", () => {
  it("stays within 80 columns, whatever it holds", () => {
    const long = buildReportModel(
      reportInput({
        review: review({
          findings: [finding({ title: "x".repeat(300), reasons: [`${"word ".repeat(60)}${"y".repeat(170)}`] })],
        }),
      }),
    );
    for (const line of reportText(long).split("\n")) expect(line.length).toBeLessThanOrEqual(80);
    expect(reportText(long).replace(/\s/g, "")).toContain("x".repeat(300));
  });

  it("holds every finding with its basis, its other side and its decision", () => {
    const text = reportText(model).replace(/\s+/g, " ");
    for (const part of [
      "1.48 (95 % CI 1.29 to 1.68)",
      "A chart review found no class over-represented.",
      "Consider a dose review.",
      "Decision: none recorded",
      "DIU-01",
    ])
      expect(text).toContain(part);
  });

  it("names what was not read, the version and the review", () => {
    const text = reportText(model).replace(/\s+/g, " ");
    expect(text).toContain("1 NOT READ (“Zaroxlyn 5mg”)");
    expect(text).toContain("review 7f2c · knowledge 2026.11 a1f3");
  });

  it("never says that nothing was found without saying how much was read", () => {
    const silent = reportText(
      buildReportModel(reportInput({ review: review({ findings: [], labs: [], questions: [] }) })),
    );
    expect(silent).toContain("No test is suggested: no finding asks for one.");
    expect(silent).toContain("1 NOT READ");
    expect(silent).not.toMatch(/all clear|safe\b/i);
  });
});

describe("reportCsv", () => {
  const read = (csv: string): Record<string, string>[] => parse(csv, { columns: true });

  it("has one row a finding, a test, an entry of the list and an unread one", () => {
    expect(read(reportCsv(model)).map((row) => row.record)).toEqual([
      "finding",
      "test",
      "medication",
      "medication",
      "not read",
    ]);
  });

  it("carries figure, source, rule and knowledge version on the finding", () => {
    const [row] = read(reportCsv(model));
    expect(row).toMatchObject({
      figures: "1.48 (95 % CI 1.29 to 1.68)",
      sources: "https://pubmed.ncbi.nlm.nih.gov/22157068/",
      rule: "DIU-01",
      knowledge_version: "2026.11 a1f3",
    });
  });

  it.each(["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "  =1", "\u0000=1", "＝1+1"])(
    "does not let %j run in a spreadsheet",
    (cell) => {
      expect(safeCell(cell)).toMatch(/^'/);
    },
  );

  it("leaves ordinary text as it is, and keeps a row on one line", () => {
    expect(safeCell("amlodipine 5 mg")).toBe("amlodipine 5 mg");
    expect(safeCell("two\r\nlines")).toBe("two lines");
  });

  it("defuses a hostile line of the list everywhere", () => {
    const hostile = buildReportModel(
      reportInput({
        patientCase: patientCase({ medications: [medicationPiece('=HYPERLINK("http://x")', 0, "=cmd")] }),
      }),
    );
    for (const row of read(reportCsv(hostile)))
      for (const value of Object.values(row)) expect(value).not.toMatch(/^[=+\-@]/);
  });
});
