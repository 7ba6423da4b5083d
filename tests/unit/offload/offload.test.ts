import { afterAll, describe, expect, it } from "vitest";
import { reviewInput } from "@/lib/intake/review-input";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { endOffload, offload } from "@/lib/offload/offload";
import { placeOf } from "@/lib/offload/place-of";
import { documentPdf } from "@/lib/report/formats/pdf/render";
import { buildReportModel } from "@/lib/report/model/report-model";
import { ORDINARY, signedInput } from "../report/cases";
import type { ReportDocument } from "@/lib/report/documents/report-document";

afterAll(endOffload);

describe("the worker from the sources", () => {
  it("reads and reviews as this thread does", { timeout: 120_000 }, async () => {
    const input = { medications: "indapamide 2.5 mg\nzzyzx", labs: "Na 129 mmol/L", conditions: ["gout"] };
    const there = await offload("review", { input, today: "2026-11-30", pieces: 1_000 });
    expect(there).toEqual(reviewInput(input, { knowledge: loadKnowledge(), today: "2026-11-30" }));
  });

  it("prints the same bytes", { timeout: 120_000 }, async () => {
    const document: ReportDocument = {
      variant: "gp-letter",
      title: "A letter",
      lead: ["One line"],
      blocks: [],
      forPatient: false,
      pageHead: "head",
      pageFoot: "foot",
      pageBlanks: [],
      generatedAt: "2026-11-30T10:00:00.000Z",
    };
    const here = new Uint8Array(await documentPdf(document, { paper: "A4" }));
    expect(Buffer.from(await offload("document-pdf", { document, paper: "A4" })).equals(here)).toBe(true);
  });

  it("prints a whole report: its model is plain data", { timeout: 120_000 }, async () => {
    const model = buildReportModel(signedInput(ORDINARY));
    const given = { model, leaflet: null, variant: "full", paper: "A4" } as const;
    expect(structuredClone(model)).toEqual(model);
    expect(
      Buffer.from(await offload("pdf", given))
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
  });

  it("hands on the closed error of a file that is no FHIR", { timeout: 120_000 }, async () => {
    await expect(offload("fhir", { text: "{}", today: "2026-11-22", most: 5 })).rejects.toMatchObject({
      code: "bad-input",
    });
  });
});

describe("the place of an error", () => {
  it("holds its kind and line, and nothing of what it says", () => {
    const place = placeOf(new TypeError("spironolactone\n    and more"));
    expect(place).toMatch(/^TypeError at .*offload\.test\.ts/);
    expect(place).not.toContain("spironolactone");
  });
});
