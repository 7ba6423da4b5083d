import { describe, expect, it } from "vitest";
import { buildReportModel } from "@/lib/report/model/report-model";
import { renderPdf, renderText } from "@/lib/report/render-report";
import { signedInput } from "./cases";
import { LONG_LISTS, SHORT_LIST } from "./long-lists";
import { pagesOf } from "./pdf-pages";

const modelOf = (input: (typeof LONG_LISTS)[number]) => buildReportModel(signedInput(input));
const wordsOf = (text: string) => (text.split(/\nSOURCES\n/)[0] ?? "").split(/\s+/).length;

describe("how long the full report is", () => {
  it("has a median of at most 800 words on fifteen lists, and never above 1,500", () => {
    const words = LONG_LISTS.map((input) => wordsOf(renderText({ model: modelOf(input), leaflet: null }, "full")));
    words.sort((a, b) => a - b);
    expect(words[7]).toBeLessThanOrEqual(800);
    expect(words.at(-1)).toBeLessThanOrEqual(1500);
  });

  it.each([
    ["eighteen", LONG_LISTS.at(-1) ?? SHORT_LIST, 5],
    ["fourteen", LONG_LISTS[8] ?? SHORT_LIST, 5],
  ] as const)("puts the report of %s drugs on five pages at most", async (_, input, most) => {
    const pdf = await renderPdf({ model: modelOf(input), leaflet: null }, "full", "A4");
    expect((await pagesOf(pdf)).length).toBeLessThanOrEqual(most);
  });
});
