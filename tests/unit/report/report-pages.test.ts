import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { leafletOf } from "@/lib/report/leaflet/choose-leaflet";
import { renderPdf, renderText } from "@/lib/report/render-report";
import { buildReportModel } from "@/lib/report/model/report-model";
import type { PaperSize } from "@/lib/report/formats/pdf/render";
import { ReportVariant } from "@/lib/domain/report-variant";
import { CASES, CROWDED, signedInput } from "./cases";
import { overlaps, pagesOf } from "./pdf-pages";

const FOLDER = "tests/.artifacts/report-pages";
const MARGIN = 51;

const parts = Object.fromEntries(
  Object.entries(CASES).map(([name, input]) => {
    const signed = signedInput(input);
    return [name, { model: buildReportModel(signed), leaflet: leafletOf(signed.patientCase, loadKnowledge()) }];
  }),
);
const partsOf = (name: string) => parts[name] ?? expect.fail(`no case ${name}`);

const PAPERS: readonly PaperSize[] = ["A4", "LETTER"];
const every = Object.keys(CASES).flatMap((name) =>
  ReportVariant.options.flatMap((variant) => PAPERS.map((paper) => [name, variant, paper] as const)),
);
const canRasterise = spawnSync("pdftoppm", ["-v"]).status === 0;

/** Keeps the pages as images for whoever wants to look; only the first ones of a long report. */
function keepImages(name: string, pdf: Buffer): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}/${name}.pdf`, pdf);
  if (canRasterise)
    execFileSync("pdftoppm", ["-r", "70", "-l", "3", "-png", `${FOLDER}/${name}.pdf`, `${FOLDER}/${name}`]);
}

describe("the pages of a report", () => {
  it.each(every)(
    "%s, %s, %s: keep inside the margins, put no text on another, and are told apart",
    async (name, variant, paper) => {
      const pdf = await renderPdf(partsOf(name), variant, paper);
      keepImages(`${name}-${variant}-${paper}`, pdf);
      const pages = await pagesOf(pdf);
      expect(pages.length).toBeGreaterThan(0);
      pages.forEach((page, index) => {
        for (const item of page.items) {
          expect([
            item.text,
            item.x >= MARGIN - 1,
            item.right <= page.width - MARGIN + 1,
            item.y > 12,
            item.top < page.height - 12,
          ]).toEqual([item.text, true, true, true, true]);
          expect([item.text, item.size >= 7.9]).toEqual([item.text, true]);
        }
        expect(overlaps(page)).toEqual([]);
        expect(page.text).toContain(`page ${index + 1} of ${pages.length}`);
        expect(page.text).toContain("review clx8q2m4v0000s6h1k3j9d7f2c");
        expect(page.text).toContain("digest 9b41c0de9b41");
        expect(page.text).toContain("CC-0412 · RX-1182");
        if (variant === "leaflet") expect(page.text).toContain("Given to you by");
        else
          for (const part of [
            "Signed by Dr A. Osei on 22 Nov 2026 14:40",
            "knowledge 2026.",
            "Signature ___",
            "22 Nov 2026 14:40",
          ])
            expect(page.text).toContain(part);
      });
    },
  );

  it.each(every.filter(([, variant]) => variant === "evidence" || variant === "summary"))(
    "%s, %s, %s: has one first page that answers the question alone",
    async (name, variant, paper) => {
      const { model } = partsOf(name);
      const pages = await pagesOf(await renderPdf(partsOf(name), variant, paper));
      if (variant === "summary") expect(pages).toHaveLength(1);
      const [first, second] = pages;
      const text = first?.text ?? "";
      for (const group of model.groups.slice(0, 3)) expect(text).toContain(`${group.word} (${group.findings.length})`);
      for (const part of ["Tests to consider (", "What changed before", "Not known", "Decision:"].slice(
        0,
        model.groups.slice(0, 2).some(({ findings }) => findings.length > 0) ? 4 : 3,
      ))
        expect(text).toContain(part);
      const loudest = model.groups.find(({ findings }) => findings.length > 0)?.findings[0];
      if (loudest !== undefined && loudest.priority !== "info")
        expect(text.replace(/\s/g, "")).toContain(loudest.title.replace(/\s/g, ""));
      expect(text).not.toContain("Findings in full");
      if (variant === "evidence") expect(second?.text).toContain("Findings in full");
    },
  );

  it("counts on the first page what it has no room for, and shows all of it behind", async () => {
    const { model } = partsOf("crowded");
    const pages = await pagesOf(await renderPdf(partsOf("crowded"), "evidence", "LETTER"));
    const flat = (text: string): string => text.replace(/\s/g, "");
    const first = flat(pages[0]?.text ?? "");
    for (const priority of ["act-now", "review"] as const) {
      const titles = (model.groups.find((group) => group.priority === priority)?.findings ?? []).map(({ title }) =>
        flat(title),
      );
      const shown = titles.filter((title) => first.includes(title)).length;
      expect(shown).toBeGreaterThan(0);
      if (shown < titles.length) expect(first).toContain(`${titles.length - shown}more,page2on.`);
    }
    const all = flat(
      pages
        .slice(1)
        .map(({ text }) => text)
        .join(" "),
    );
    for (const { findings } of model.groups) for (const { title } of findings) expect(all).toContain(flat(title));
  });

  it("names on the first page what was not read, and says that it is not covered", async () => {
    const [first] = await pagesOf(await renderPdf(partsOf("ordinary"), "evidence", "A4"));
    expect(first?.text).toContain("1 NOT READ (“Zaroxlyn 5mg”)");
  });

  it("is under 300 kB for twenty drugs", async () => {
    const twenty = {
      ...CROWDED,
      medications: String(CROWDED.medications).split("\n").slice(0, 20).join("\n"),
      context: { ...CROWDED.context, symptoms: {} },
      labs: "Potassium 3.1 mmol/L 20 Nov 2026",
      conditions: ["COPD", "Heart failure"],
    };
    expect(
      (await renderPdf({ model: buildReportModel(signedInput(twenty)), leaflet: null }, "full", "A4")).length,
    ).toBeLessThan(300_000);
  });
});

describe("the same signed review", () => {
  it.each(ReportVariant.options)("gives the same bytes again: %s", async (variant) => {
    const [one, two] = [0, 1].map(() => {
      const signed = signedInput(CASES.ordinary);
      return { model: buildReportModel(signed), leaflet: leafletOf(signed.patientCase, loadKnowledge()) };
    });
    if (one === undefined || two === undefined) throw new Error("no report");
    expect((await renderPdf(one, variant, "A4")).equals(await renderPdf(two, variant, "A4"))).toBe(true);
    expect(renderText(one, variant)).toBe(renderText(two, variant));
  });

  it.each(every.filter(([, , paper]) => paper === "A4"))(
    "keeps its text within 80 columns and hides nothing: %s, %s",
    (name, variant) => {
      const text = renderText(partsOf(name), variant);
      for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/);
      expect(text.endsWith("\n")).toBe(true);
    },
  );
});

describe("the measure of overlap", () => {
  it("tells two runs on the same place from two beside or below each other", () => {
    const at = (text: string, x: number, y: number) => ({ text, x, right: x + 50, y, top: y + 7, size: 10 });
    expect(overlaps({ width: 600, height: 800, text: "", items: [at("a", 60, 700), at("b", 80, 702)] })).toHaveLength(
      1,
    );
    expect(
      overlaps({ width: 600, height: 800, text: "", items: [at("a", 60, 700), at("b", 111, 700), at("c", 60, 688)] }),
    ).toEqual([]);
  });
});
