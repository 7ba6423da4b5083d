import { describe, expect, it } from "vitest";
import { buildReportModel, type ReportModel } from "@/lib/report/model/report-model";
import { renderPdf, renderText } from "@/lib/report/render-report";
import { CROWDED, ORDINARY, signedInput } from "./cases";
import { pagesOf } from "./pdf-pages";

const flat = (text: string) => text.replace(/\s+/g, " ");
const ordinary = buildReportModel(signedInput(ORDINARY));
const MODELS: readonly (readonly [string, ReportModel])[] = [
  ["ordinary", ordinary],
  ["crowded", buildReportModel(signedInput(CROWDED))],
];
const textOf = (model: ReportModel) => flat(renderText({ model, leaflet: null }, "full"));

describe("the report by problem", () => {
  it.each(MODELS)("%s: holds every finding above information by title, and every line as entered", (_, model) => {
    const text = textOf(model);
    for (const { priority, findings } of model.groups)
      if (priority !== "info") for (const { title } of findings) expect(text).toContain(flat(title));
    for (const { line } of model.medications) expect(text).toContain(flat(line));
    for (const entry of model.unread) expect(text).toContain(flat(entry.text));
    for (const result of model.results) expect(text).toContain(flat(result));
  });

  it.each(MODELS)("%s: says how soon beside each problem to act on now", (_, model) => {
    const text = textOf(model);
    for (const { priority, headline } of model.problems ?? [])
      if (priority === "act-now") {
        expect(headline).toMatch(/ (now|today)[:.]/);
        expect(text).toContain(flat(headline));
      }
  });

  it("is at most half as long as the evidence behind it", () => {
    const words = (variant: "full" | "evidence") =>
      (renderText({ model: ordinary, leaflet: null }, variant).split(/\nSOURCES\n/i)[0] ?? "").split(/\s+/).length;
    expect(words("full")).toBeLessThan(words("evidence") / 2);
    expect(words("full")).toBeLessThanOrEqual(800);
  });

  it("of a review made before problems were grouped is the report that it was", () => {
    const before = { ...ordinary, problems: null, summary: null };
    expect(renderText({ model: before, leaflet: null }, "full")).toBe(
      renderText({ model: before, leaflet: null }, "evidence"),
    );
  });

  it("has at most three pages for a list of seven entries, its sources included", async () => {
    expect(
      (await pagesOf(await renderPdf({ model: ordinary, leaflet: null }, "full", "A4"))).length,
    ).toBeLessThanOrEqual(3);
  });
});
