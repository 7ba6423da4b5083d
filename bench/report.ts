import { reviewInput } from "@/lib/intake/review-input";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { buildReportModel } from "@/lib/report/model/report-model";
import { reportPdf } from "@/lib/report/formats/pdf/render";
import { median, table } from "./measure";
import { listOf } from "./review";

const ROUNDS = 7;

/** The report of a list as PDF: the first in a process, which prepares the fonts, and the median of those after it. */
export async function reportTable(): Promise<string> {
  const rows: string[][] = [];
  for (const lines of [10, 50]) {
    const { patientCase, review } = reviewInput(listOf(lines), { knowledge: loadKnowledge(), today: "2026-11-22" });
    const identity = {
      reviewId: "bench",
      reference: "CC-1",
      status: "draft" as const,
      signedBy: null,
      signedAt: null,
      organisation: "Bench",
      timeZone: "Europe/London",
      generatedAt: "2026-11-22T14:32:00.000Z",
      digest: null,
    };
    const model = buildReportModel({ patientCase, review, decisions: [], chosenLabs: [], acknowledged: [], identity });
    const times: number[] = [];
    let bytes = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const start = performance.now();
      bytes = (await reportPdf(model, { paper: "A4" })).length;
      times.push(performance.now() - start);
    }
    rows.push([
      `${lines} lines`,
      (times[0] ?? 0).toFixed(0),
      median(times.slice(1)).toFixed(0),
      Math.min(...times).toFixed(0),
      (bytes / 1000).toFixed(0),
    ]);
  }
  return table(["report as PDF", "first ms", "median ms", "quietest ms", "kB"], rows);
}
