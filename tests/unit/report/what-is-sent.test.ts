import { describe, expect, it } from "vitest";
import type { Decision } from "@/lib/domain/decision";
import { reviewInput } from "@/lib/intake/review-input";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { gpLetter } from "@/lib/report/documents/gp-letter";
import { labRequest } from "@/lib/report/documents/lab-request";
import { summaryDocument } from "@/lib/report/documents/summary";
import { reportCsv } from "@/lib/report/formats/csv";
import { documentHtml } from "@/lib/report/formats/html/render";
import { documentText } from "@/lib/report/formats/text/document";
import { reportText } from "@/lib/report/formats/text/report";
import { firstPage } from "@/lib/report/formats/pdf/first-page";
import { buildReportModel, type ReportModel } from "@/lib/report/model/report-model";
import { ORDINARY, signedInput } from "./cases";

const model = (over: Partial<Parameters<typeof buildReportModel>[0]>): ReportModel =>
  buildReportModel({ ...signedInput(ORDINARY), ...over });
const { review } = reviewInput(ORDINARY, { knowledge: loadKnowledge(), today: "2026-11-22" });

/** The words of the drawn first page, in the order in which they stand. */
const drawn = (of: ReportModel) =>
  [...JSON.stringify(firstPage(of, { width: 515, height: 760, behind: "page 2" })).matchAll(/"text":"([^"]*)"/g)]
    .map(([, words]) => words)
    .join("");

describe("what was ticked is what is sent", () => {
  const everything = model({ chosenLabs: review.labs.map(({ id }) => id) });
  const answered = everything.tests.filter((test) => test.answered !== null);

  it("has a ticked test with a result in this case", () => {
    expect(answered.map(({ id }) => id)).toContain("potassium");
  });

  it.each(["potassium", "creatinine"])("asks the laboratory for %s although a result answers it", (id) => {
    const test = everything.tests.find((one) => one.id === id);
    const request = labRequest(everything);
    const table = request.blocks.find((block) => block.kind === "table");
    expect(table?.kind === "table" ? table.rows.map(([name]) => name) : []).toContain(test?.name);
    expect(documentText(request)).not.toContain("ANSWERED ALREADY");
    expect(documentText(request)).not.toContain("No test was ticked");
  });

  it("tells the laboratory what is taken now, and nothing that was stopped", () => {
    const told = documentText(labRequest(everything));
    expect(told.toLowerCase()).toContain("amlodipine");
    expect(told.toLowerCase()).not.toContain("prednisolone");
  });

  it("asks for each of them in the letter, the summary, the text, the page and the table, as ticked", () => {
    for (const { name } of everything.tests) {
      expect(documentText(gpLetter(everything)).replace(/\s+/g, " ")).toContain(`[x] ${name}`);
      expect(documentText(summaryDocument(everything)).replace(/\s+/g, " ")).toContain(`[x] ${name}`);
      expect(reportText(everything).replace(/\s+/g, " ")).toContain(`[x] ${name}`);
      expect(documentHtml(gpLetter(everything))).toContain(`asked for: </span><b>${name}`);
    }
    expect(reportCsv(everything).match(/asked for/g)).toHaveLength(everything.tests.length);
  });

  it("shows a ticked test with an answer on the first page", () => {
    const page = drawn(model({ chosenLabs: ["potassium"] }));
    expect(page).toContain("Potassium, serum/plasma");
  });

  it("leaves what was answered and not ticked among the answered", () => {
    const none = labRequest(model({ chosenLabs: [] }));
    expect(documentText(none)).toContain("ANSWERED ALREADY");
    expect(documentText(none)).toContain("No test was ticked");
  });
});

describe("what was decided “Act” stands before what nobody decided", () => {
  const consider = review.findings.filter(({ priority }) => priority === "consider").at(-1);
  const info = review.findings.find(({ priority }) => priority === "info");
  const act = (findingId: string): Decision => ({
    findingId,
    action: "act",
    reason: null,
    comment: "",
    decidedBy: "Dr A. Osei",
    decidedAt: "2026-11-22T14:32:00.000Z",
  });

  it.each([consider, info])("on the first page, in the summary and in the letter: $id", (finding) => {
    if (finding === undefined) throw new Error("no finding of that level");
    const one = model({ decisions: [act(finding.id)] });
    const title = one.groups.flatMap(({ findings }) => findings).find(({ id }) => id === finding.id)?.title ?? "";
    const others = one.groups
      .flatMap(({ findings }) => findings)
      .filter(({ id, priority, kind }) => id !== finding.id && priority !== "info" && kind !== "unread");
    const texts = [drawn(one), documentText(summaryDocument(one)), documentText(gpLetter(one))].map((text) =>
      text.replace(/\s+/g, " "),
    );
    for (const text of texts) {
      const at = text.indexOf(title.slice(0, 40));
      expect(at).toBeGreaterThanOrEqual(0);
      for (const other of others) {
        const place = text.indexOf(other.title.slice(0, 40));
        if (place >= 0) expect(at).toBeLessThan(place);
      }
    }
  });

  it("says where nothing of a level was found that nothing was found, and where all of it was decided that it stands above", () => {
    const acted = model({ decisions: review.findings.map(({ id }) => act(id)) });
    expect(documentText(summaryDocument(acted))).toContain("Decided; told above.");
    expect(documentText(summaryDocument(model({ decisions: [] })))).not.toContain("Decided: act");
  });
});
