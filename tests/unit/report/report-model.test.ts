import { describe, expect, it } from "vitest";
import { buildReportModel } from "@/lib/report/model/report-model";
import { finding, patientCase, reportInput, review } from "./fixtures";

describe("reportModel", () => {
  it("says whose review it is without a name", () => {
    const model = buildReportModel(reportInput());
    expect(model.patientLine).toBe("CC-0412 · born 1953 · female");
    expect(model.crampsLine).toBe("since about Apr 2026, 5 a week");
    expect(model.statusLine).toBe("DRAFT, not signed");
  });

  it("names who signed and when, in the organisation's time zone", () => {
    const identity = {
      ...reportInput().identity,
      status: "signed" as const,
      signedBy: "Dr A. Osei",
      signedAt: "2026-07-01T13:40:00.000Z",
    };
    expect(buildReportModel(reportInput({ identity })).statusLine).toBe("Signed by Dr A. Osei on 1 Jul 2026 14:40");
  });

  it("counts what was understood and quotes what was not", () => {
    expect(buildReportModel(reportInput()).readingLine).toBe(
      "Reads 2 entries: 1 understood, 1 NOT READ (“Zaroxlyn 5mg”).",
    );
  });

  it("does not count a stopped drug as taken", () => {
    const original = patientCase();
    const stopped = original.medications.map((piece) => ({
      ...piece,
      medications: piece.medications.map((medication) => ({ ...medication, use: "stopped" as const })),
    }));
    expect(buildReportModel(reportInput({ patientCase: { ...original, medications: stopped } })).reading).toMatchObject(
      {
        understood: 0,
        notCurrent: 1,
      },
    );
  });

  it("keeps every finding, in the order of urgency", () => {
    const findings = [
      finding({ id: "a", priority: "act-now" }),
      finding({ id: "b", priority: "info" }),
      finding({ id: "c", priority: "consider" }),
    ];
    const model = buildReportModel(reportInput({ review: review({ findings }) }));
    expect(model.groups.map((group) => [group.word, group.findings.map((shown) => shown.id)])).toEqual([
      ["Act now", ["a"]],
      ["Review", []],
      ["Consider", ["c"]],
      ["For information", ["b"]],
    ]);
  });

  it("numbers each source once, in the order of first use", () => {
    const other = { id: "ctt2022", citation: "CTT. Lancet 2022", doi: "10.1016/x" };
    const findings = [finding(), finding({ id: "x", sources: [other, ...finding().sources] })];
    const model = buildReportModel(reportInput({ review: review({ findings }) }));
    expect(model.sources).toEqual([
      {
        number: 1,
        citation: "Garrison SR. Arch Intern Med 2012;172:120-126",
        link: "https://pubmed.ncbi.nlm.nih.gov/22157068/",
      },
      { number: 2, citation: "CTT. Lancet 2022", link: "https://doi.org/10.1016/x" },
    ]);
    expect(model.groups.flatMap((group) => group.findings).map((shown) => shown.references)).toEqual([[1], [2, 1]]);
  });

  it("prints a decision with who, when and why", () => {
    const decisions = [
      {
        findingId: finding().id,
        action: "dismiss" as const,
        reason: "tolerated" as const,
        comment: "for years",
        decidedBy: "Dr Osei",
        decidedAt: "2026-11-22T14:32:00.000Z",
      },
    ];
    const shown = buildReportModel(reportInput({ decisions })).groups.flatMap((group) => group.findings);
    expect(shown[0]?.decision).toBe("Dismiss (tolerated) · Dr Osei · 22 Nov 2026 14:32 · “for years”");
  });

  it("shows what answered a test, and which panel leaves it out", () => {
    const [lab] = review().labs;
    const answeredBy = {
      loinc: "19123-9",
      name: "Magnesium",
      value: 2.1,
      unit: "mg/dL",
      comparator: null,
      date: "2026-05-03",
      flag: null,
    };
    const labs = [{ ...lab!, answeredBy }];
    expect(
      buildReportModel(reportInput({ review: review({ labs }), chosenLabs: ["magnesium"] })).tests[0],
    ).toMatchObject({
      answered: "Magnesium 2.1 mg/dL (3 May 2026)",
      leftOutOf: ["BMP", "CMP"],
      chosen: true,
    });
  });

  it("shows each entry of the list as written, the unread one too", () => {
    expect(buildReportModel(reportInput()).medications.map((row) => [row.line, row.status])).toEqual([
      ["HCTZ 25 mg daily", "recognised"],
      ["Zaroxlyn 5mg", "unrecognised"],
    ]);
  });

  it("gives the same model for the same input", () => {
    expect(JSON.stringify(buildReportModel(reportInput()))).toBe(JSON.stringify(buildReportModel(reportInput())));
  });
});
