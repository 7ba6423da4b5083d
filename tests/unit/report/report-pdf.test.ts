import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import { buildReportModel, type ReportModel } from "@/lib/report/model/report-model";
import { reportPdf } from "@/lib/report/formats/pdf/render";
import { finding, medicationPiece, patientCase, reportInput, review } from "./fixtures";

interface Placed {
  text: string;
  x: number;
  right: number;
  y: number;
  width: number;
  height: number;
}

async function pagesOf(
  model: ReportModel,
  paper: "A4" | "LETTER" = "A4",
): Promise<{ width: number; height: number; items: Placed[]; text: string }[]> {
  const document = await getDocument({ data: new Uint8Array(await reportPdf(model, { paper })), verbosity: 0 }).promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    const items = (await page.getTextContent()).items.flatMap((item) =>
      "str" in item && item.str.trim() !== ""
        ? [
            {
              text: item.str,
              x: item.transform[4],
              right: item.transform[4] + item.width,
              y: item.transform[5],
              width: item.width,
              height: item.height,
            },
          ]
        : [],
    );
    pages.push({
      width,
      height,
      items,
      text: items
        .map((item) => item.text)
        .join(" ")
        .replace(/\s+/g, " "),
    });
  }
  return pages;
}

const manyFindings = Array.from({ length: 30 }, (_, index) =>
  finding({
    id: `f${index}`,
    title: `Finding number ${index}`,
    priority: index < 2 ? "act-now" : index < 6 ? "review" : index < 15 ? "consider" : "info",
  }),
);

describe("reportPdf", () => {
  it("holds every finding, and on each page the reference, the version, the review and the page number", async () => {
    const pages = await pagesOf(buildReportModel(reportInput({ review: review({ findings: manyFindings }) })));
    const all = pages.map((page) => page.text).join(" ");
    for (const shown of manyFindings) expect(all).toContain(shown.title);
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, index) => {
      expect(page.text).toContain("CC-0412");
      expect(page.text).toContain("knowledge 2026.11 a1f3");
      expect(page.text).toContain("review 7f2c");
      expect(page.text).toContain(`page ${index + 1} of ${pages.length}`);
    });
  });

  it("answers on the first page: unread entries, act now, tests, what is not known", async () => {
    const [first] = await pagesOf(
      buildReportModel(reportInput({ review: review({ findings: manyFindings.slice(0, 6) }) })),
    );
    for (const part of [
      "NOT READ",
      "Act now (2)",
      "Finding number 0",
      "Tests to consider",
      "Magnesium",
      "Not known",
      "Signature",
    ])
      expect(first?.text).toContain(part);
  });

  it.each(["A4", "LETTER"] as const)("keeps all text inside the margins of %s", async (paper) => {
    const hostile = [
      medicationPiece("W".repeat(400), 0, "hydrochlorothiazide"),
      medicationPiece("mm".repeat(150), 401, "warfarin"),
    ];
    const pages = await pagesOf(
      buildReportModel(
        reportInput({
          patientCase: patientCase({ medications: hostile }),
          review: review({ findings: [finding({ title: "x".repeat(500) })] }),
        }),
      ),
      paper,
    );
    for (const page of pages) {
      for (const item of page.items) {
        expect(item.x).toBeGreaterThanOrEqual(50);
        expect(item.right, item.text).toBeLessThanOrEqual(page.width - 50);
        expect(item.y).toBeGreaterThan(10);
        expect(item.y).toBeLessThan(page.height - 10);
      }
    }
  });

  it("prints the signs that medicine uses", async () => {
    const title = "Potassium ≤ 2.5 mmol/L, β₂ agonist, 25 µg, ½ tablet, é ü ł";
    const [first] = await pagesOf(
      buildReportModel(
        reportInput({ review: review({ findings: [finding({ title, priority: "review", reasons: [] })] }) }),
      ),
    );
    const plain = (text: string | undefined): string => (text ?? "").normalize("NFKC").replace(/\s/g, "");
    expect(plain(first?.text)).toContain(plain(title));
  });

  it("writes out what its font cannot draw instead of losing it", async () => {
    const pages = await pagesOf(
      buildReportModel(
        reportInput({
          patientCase: patientCase({ medications: [medicationPiece("دواء 💊 x\u202Ey", 0, "warfarin")] }),
        }),
      ),
    );
    const all = pages.map((page) => page.text).join(" ");
    expect(all).toContain("[U+062F U+0648");
    expect(all).toContain("U+1F48A");
    expect(all).toContain("U+202E");
  });

  it("gives the same bytes for the same model", async () => {
    const model = buildReportModel(reportInput());
    const [one, two] = [await reportPdf(model, { paper: "A4" }), await reportPdf(model, { paper: "A4" })];
    expect(one.equals(two)).toBe(true);
    expect(one.length).toBeLessThan(300_000);
  });
});
