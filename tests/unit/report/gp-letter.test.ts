import { describe, expect, it } from "vitest";
import { buildReportModel, type ReportModel } from "@/lib/report/model/report-model";
import { renderPdf, renderText } from "@/lib/report/render-report";
import { signedInput } from "./cases";
import { LONG_LISTS } from "./long-lists";
import { pagesOf } from "./pdf-pages";

const flat = (text: string) => text.replace(/\s+/g, " ");
const letterOf = (model: ReportModel) => flat(renderText({ model, leaflet: null }, "gp-letter"));

/** Decided as signedInput does: the first twelve findings, in turn; the others are open. */
const MODELS = LONG_LISTS.map((input) => [input.id ?? "", buildReportModel(signedInput(input))] as const);

describe("the letter to the GP", () => {
  it.each(MODELS)("%s: is one page, with what was decided “Act” first and at most five sources", async (_, model) => {
    expect(await pagesOf(await renderPdf({ model, leaflet: null }, "gp-letter", "A4"))).toHaveLength(1);
    const letter = letterOf(model);
    const acted = model.groups.flatMap(({ findings }) => findings).filter((one) => one.decisionAction === "act");
    const plan = letter.indexOf(" PLAN ");
    expect(plan).toBeGreaterThan(0);
    for (const { title } of acted) expect(letter.indexOf(flat(title))).toBeGreaterThan(plan);
    expect((letter.split(" SOURCES ")[1] ?? "").match(/ \d{1,3}\. /g)?.length ?? 0).toBeLessThanOrEqual(5);
  });

  it.each(MODELS)("%s: names every finding to act on now or to review, decided or not", (_, model) => {
    const letter = letterOf(model);
    for (const { priority, findings } of model.groups)
      if (priority === "act-now" || priority === "review")
        for (const { title, kind } of findings) if (kind !== "unread") expect(letter).toContain(flat(title));
  });

  it.each(MODELS)("%s: has one line for a signature", (_, model) => {
    expect(letterOf(model).match(/_{10,}/g)?.length).toBe(5);
  });
});
