import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { reportPagePolicy } from "@/app/_security/content-security-policy";
import { documentHtml } from "@/lib/report/formats/html/render";
import { fullDocument } from "@/lib/report/documents/full";
import { leafletOf } from "@/lib/report/leaflet/choose-leaflet";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { renderHtml } from "@/lib/report/render-report";
import { buildReportModel } from "@/lib/report/model/report-model";
import { REPORT_STYLE, REPORT_STYLE_HASH } from "@/lib/report/formats/html/style";
import { ReportVariant } from "@/lib/domain/report-variant";
import { CASES, signedInput } from "./cases";

const parts = Object.fromEntries(
  Object.entries(CASES).map(([name, input]) => {
    const signed = signedInput(input);
    return [name, { model: buildReportModel(signed), leaflet: leafletOf(signed.patientCase, loadKnowledge()) }];
  }),
);
const every = Object.entries(parts).flatMap(([name, part]) =>
  ReportVariant.options.map((variant) => [name, variant, renderHtml(part, variant)] as const),
);

/** Tags in order, without their attributes. */
const tags = (html: string): string[] =>
  [...html.matchAll(/<(\/?[a-z][a-z0-9]*)/gi)].map((match) => (match[1] ?? "").toLowerCase());
const VOID = new Set(["meta", "br", "polygon", "circle", "rect", "line", "polyline"]);

describe("the report as HTML", () => {
  it.each(every)(
    "%s, %s: is one well-formed document with a language, one h1 and no script",
    (_name, _variant, html) => {
      expect(html).toMatch(/^<!doctype html>\n<html lang="en-GB">/);
      const open: string[] = [];
      for (const tag of tags(html)) {
        if (VOID.has(tag) || tag === "!doctype") continue;
        if (tag.startsWith("/")) expect(open.pop()).toBe(tag.slice(1));
        else open.push(tag);
      }
      expect(open).toEqual([]);
      expect(html.match(/<h1>/g)).toHaveLength(1);
      expect(tags(html)).not.toContain("script");
      expect(html).not.toMatch(/<[a-z][^<>]*\son[a-z]+=/i);
    },
  );

  it.each(every)("%s, %s: has headings that leave no level out", (_name, _variant, html) => {
    const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map((match) => Number(match[1]));
    levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1));
  });

  it("gives every data table a caption and scopes", () => {
    const html = renderHtml(parts.ordinary ?? expect.fail(), "evidence");
    const tables = html.split("<table>").slice(1);
    expect(tables.length).toBeGreaterThan(1);
    for (const table of tables) {
      expect(table).toMatch(/^<caption>[^<]+<\/caption><thead><tr><th scope="col">/);
      expect(table).toMatch(/<th scope="row">/);
    }
  });

  it("says the level of each finding in words, and draws the timeline with its sentence and a table", () => {
    const html = renderHtml(parts.ordinary ?? expect.fail(), "evidence");
    expect(html).toContain('<span class="spoken">Act now: </span>');
    expect(html).toMatch(
      /<figcaption id="timeline-1">[^<]+<\/figcaption><div class="drawing"><svg role="img" aria-labelledby="timeline-1"/,
    );
  });

  it("links a number to its source, and only where the source is listed", () => {
    const html = renderHtml(parts.ordinary ?? expect.fail(), "evidence");
    const ids = new Set([...html.matchAll(/id="(source-\d+)"/g)].map((match) => match[1]));
    const linked = [...html.matchAll(/href="#(source-\d+)"/g)].map((match) => match[1]);
    expect(linked.length).toBeGreaterThan(5);
    for (const id of linked) expect(ids).toContain(id);
    expect(renderHtml(parts.ordinary ?? expect.fail(), "summary")).not.toContain('href="#source-');
  });

  it("shows hostile names as what was typed, never as markup, and nothing that cannot be seen", () => {
    const html = renderHtml(parts.hostile ?? expect.fail(), "evidence");
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(html).toContain("&quot;&gt;&lt;img src=x onerror=alert(1)&gt;");
    expect(tags(html)).not.toContain("img");
    expect(html).toContain("warfarin[U+202E] gm 5");
    expect(html).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069]/);
    expect(html).toContain("دواء شديد الخطورة");
    expect(html).toContain("💊💊💊 aspirin");
    expect(html).toContain("W".repeat(10_000));
  });

  it("marks the page one is on and prints no link", () => {
    const html = documentHtml(fullDocument(parts.ordinary?.model ?? expect.fail()), [
      { href: "/reviews/CC-1", label: "Back" },
      { href: "/x?a=1&b=2", label: "Full", current: true },
    ]);
    expect(html).toContain(
      '<nav aria-label="Report"><a href="/reviews/CC-1">Back</a> <a href="/x?a=1&amp;b=2" aria-current="page">Full</a></nav>',
    );
    expect(REPORT_STYLE).toMatch(/@media print\{nav\{display:none\}/);
  });

  it("is admitted by its policy: the hash is that of the style, and nothing else may run or load", () => {
    expect(REPORT_STYLE_HASH).toBe(`sha256-${createHash("sha256").update(REPORT_STYLE, "utf8").digest("base64")}`);
    expect(renderHtml(parts.empty ?? expect.fail(), "evidence")).toContain(`<style>${REPORT_STYLE}</style>`);
    expect(reportPagePolicy("/reviews/CC-0412/report")).toBe(
      `default-src 'none'; style-src '${REPORT_STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    for (const other of ["/reviews/CC-0412", "/reviews/CC-0412/report.pdf", "/reviews/CC-0412/report/x", "/report"])
      expect(reportPagePolicy(other)).toBeNull();
  });
});
