import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { panelInput, reviewInput } from "@/lib/intake/review-input";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { PanelVerdict } from "@/lib/review/panel-verdict";

const folder = mkdtempSync(path.join(tmpdir(), "crampcheck-panel-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const cases = [
  { id: "a", medications: "furosemide 40 mg\nsalbutamol inhaler", context: { asOf: "2026-11-25" } },
  { id: "b", medications: "simvastatin 40 mg\nclarithromycin 500 mg bd", context: { asOf: "2026-11-25" } },
  { id: "c", medications: "paracetamol 1 g", context: { asOf: "2026-11-25" } },
];
const lines = [JSON.stringify(cases[0]), '{"id":"bad"', JSON.stringify(cases[1]), JSON.stringify(cases[2])];

function panel(
  input: readonly string[],
  ...options: string[]
): { out: string[]; status: number | null; errors: string } {
  const { stdout, status, stderr } = spawnSync(process.execPath, ["scripts/crampcheck.mjs", "panel", ...options], {
    input: `${input.join("\n")}\n`,
    encoding: "utf8",
  });
  return { out: stdout.split("\n").filter((line) => line !== ""), status, errors: stderr };
}

describe("a panel on the command line", () => {
  it("gives one verdict a line in order, names a broken line and goes on", () => {
    const { out, status } = panel(lines);
    expect(status).toBe(1);
    const [first, broken, second, third] = out.map((line): unknown => JSON.parse(line));
    expect(PanelVerdict.parse(first).problems[0]).toMatchObject({
      id: "low-potassium",
      ingredients: ["albuterol", "furosemide"],
    });
    expect(broken).toMatchObject({ error: { code: "bad-json" } });
    expect(PanelVerdict.parse(second)).toMatchObject({ id: "b", priority: "act-now" });
    expect(PanelVerdict.parse(third)).toMatchObject({ id: "c" });
  });

  it("goes on after the last line that was answered, and counts all of them once", () => {
    const journal = path.join(folder, "run.json");
    const summary = path.join(folder, "summary.json");
    expect(panel(lines.slice(0, 2), "--resume", journal).out).toHaveLength(2);
    const rest = panel(lines, "--resume", journal, "--summary", summary);
    expect(rest.out.map((line) => z.object({ id: z.string() }).parse(JSON.parse(line)).id)).toEqual(["b", "c"]);
    expect(JSON.parse(readFileSync(summary, "utf8"))).toMatchObject({ lines: 4, errors: 1, patients: 3 });
    expect(panel(lines, "--resume", journal).out).toEqual([]);
  });

  it("refuses a journal that is none", () => {
    const { status, errors } = panel(lines, "--resume", "package.json");
    expect(status).toBe(1);
    expect(errors).toContain("not the journal of a panel");
  });
});

describe("a verdict", () => {
  it("has the problems and priorities of the review", () => {
    const knowledge = loadKnowledge();
    for (const one of cases) {
      const verdict = panelInput(one, { knowledge, today: "2026-11-25" });
      const { problems = [], labs, unread } = reviewInput(one, { knowledge, today: "2026-11-25" }).review;
      expect(verdict.problems.map(({ id, priority }) => `${id} ${priority}`)).toEqual(
        problems.map(({ id, priority }) => `${id} ${priority}`),
      );
      expect(verdict.openTests).toEqual(labs.filter(({ answeredBy }) => answeredBy === null).map(({ id }) => id));
      expect(verdict.unread).toBe(unread.length);
    }
  });
});
