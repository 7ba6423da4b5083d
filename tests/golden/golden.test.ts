import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { reviewInput } from "@/lib/intake/review-input";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { differences, GoldenCase } from "./golden-case";

const folder = path.join(import.meta.dirname, "cases");
const cases = readdirSync(folder)
  .filter((name) => name.endsWith(".yaml"))
  .sort()
  .map((name) => ({
    name: name.replace(".yaml", ""),
    golden: GoldenCase.parse(parse(readFileSync(path.join(folder, name), "utf8"))),
  }));

describe("cases after published reports", () => {
  it("are at least 25, most of them from a page that anybody can read", () => {
    expect(cases.length).toBeGreaterThanOrEqual(25);
    expect(cases.filter(({ golden }) => /^https?:/.test(golden.source)).length).toBeGreaterThanOrEqual(25);
  });

  const compare = ({ golden }: (typeof cases)[number]) => {
    const { review } = reviewInput(golden.case, { knowledge: loadKnowledge(), today: "2026-11-22" });
    expect(differences(golden, review)).toEqual([]);
  };

  it.each(cases.filter(({ golden }) => golden.pending === undefined))("$name", compare);

  const pending = cases.filter(({ golden }) => golden.pending !== undefined);
  if (pending.length > 0) it.fails.each(pending)("$name, which is not met yet: $golden.pending", compare);

  it.each(cases)("$name gives the same bytes twice", ({ golden }) => {
    const run = () =>
      JSON.stringify(reviewInput(golden.case, { knowledge: loadKnowledge(), today: "2026-11-22" }).review);
    expect(run()).toBe(run());
  });
});

describe("the comparison itself", () => {
  const [first] = cases;

  it("sees a finding that is missing and one that is not wanted", () => {
    if (first === undefined) throw new Error("no case");
    const { review } = reviewInput(first.golden.case, { knowledge: loadKnowledge(), today: "2026-11-22" });
    const impossible = GoldenCase.parse({
      ...first.golden,
      expect: {
        findings: [{ kind: "medication", ingredients: ["no such drug"] }],
        not: [{ priority: review.findings[0]?.priority }],
        noLabs: true,
      },
    });
    expect(differences(impossible, review).length).toBeGreaterThanOrEqual(2);
  });
});
