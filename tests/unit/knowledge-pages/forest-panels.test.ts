import { describe, expect, it } from "vitest";
import { forestPanels, panelSentence } from "@/app/knowledge/_charts/forest-panels";
import { forestScale, PLOT_WIDTH, squareSides } from "@/app/knowledge/_charts/forest-scale";
import type { EvidenceFigure } from "@/lib/knowledge/schema";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";

const figure = (part: Partial<EvidenceFigure>): EvidenceFigure => ({
  text: "odds ratio 2.00 (95 % CI 1.00 to 4.00)",
  measure: "odds ratio",
  estimate: 2,
  low: 1,
  high: 4,
  comparison: null,
  outcome: "night cramps",
  population: null,
  kind: "cohort",
  year: 2020,
  source: "a",
  ...part,
});
const panelsOf = (...parts: Partial<EvidenceFigure>[]) =>
  forestPanels(parts.map((part, index) => ({ figure: figure(part), label: `class ${index}`, href: null })));

describe("the panels of a forest plot", () => {
  it("never puts two measures, or cramps and other outcomes, on one axis", () => {
    const panels = panelsOf(
      {},
      { measure: "rate ratio" },
      { outcome: "hypomagnesaemia" },
      { measure: "mean difference", low: -1, outcome: "cramps a week" },
    );
    expect(panels.map((panel) => panel.lines.length)).toEqual([1, 1, 1, 1]);
    expect(panels.at(-1)?.counts).toBe("other");
  });

  it("leaves out a figure without an interval and a ratio that cannot stand on a log axis", () => {
    expect(panelsOf({ low: null }, { estimate: null }, { measure: "% of patients" }, { low: 0 })).toEqual([]);
  });

  it("draws a figure that several classes share once, under all their names", () => {
    const [panel] = panelsOf({}, {}, { source: "b" });
    expect(panel?.lines.map((line) => line.labels.map((label) => label.words))).toEqual([
      ["class 0", "class 1"],
      ["class 2"],
    ]);
  });

  it("keeps people who are better apart from cramps, so that a benefit is never drawn as harm", () => {
    const [cramps, relief] = panelsOf(
      { measure: "risk ratio" },
      { measure: "risk ratio", outcome: "at least a quarter fewer cramps" },
    );
    expect([cramps?.counts, relief?.counts, relief?.title]).toEqual([
      "cramps",
      "relief",
      "Risk ratio: people with fewer cramps",
    ]);
    const magnesium = loadKnowledge().treatments.find((one) => one.id === "magnesium")?.figures ?? [];
    expect(
      forestPanels(magnesium.map((each) => ({ figure: each, label: "", href: null }))).map(({ counts }) => counts),
    ).toEqual(["cramps", "cramps", "relief"]);
  });

  it("marks the negative control of a study, and says one without an interval in words beside the panel it belongs to", () => {
    const [panel, other] = panelsOf(
      {},
      { negativeControl: true, source: "b" },
      { negativeControl: true, estimate: null, low: null, high: null, text: "not read", source: "c" },
      { measure: "rate ratio" },
      { low: null },
    );
    expect(panel?.lines.map((line) => [line.source, line.control])).toEqual([
      ["a", false],
      ["b", true],
    ]);
    expect(panel?.notes.map((note) => [note.labels[0]?.words, note.words])).toEqual([["class 2", "not read"]]);
    expect(other?.notes).toEqual([]);
  });

  it("shows the negative control of the sequence ratios beside them", () => {
    const { classes } = loadKnowledge();
    const panels = forestPanels(
      classes.flatMap((one) => one.evidence.map((each) => ({ figure: each, label: one.name, href: null }))),
    );
    const ratios = panels.find((one) => one.measure === "adjusted sequence ratio" && one.counts === "cramps");
    expect(ratios?.lines.length).toBeGreaterThan(5);
    expect(ratios?.notes.map((note) => note.labels[0]?.words)).toEqual([
      classes.find((one) => one.id === "beta-blocker-other")?.name,
    ]);
  });

  it("keeps the decimals of the source", () => {
    expect(panelsOf({})[0]?.lines[0]?.numbers).toBe("2.00 (1.00 to 4.00)");
  });

  it("puts kinds of evidence in order, then years", () => {
    const [panel] = panelsOf(
      { source: "1" },
      { source: "2", kind: "trial", year: 2024 },
      { source: "3", kind: "meta-analysis" },
      { source: "4", kind: "trial", year: 2001 },
    );
    expect(panel?.lines.map((line) => line.source)).toEqual(["3", "4", "2", "1"]);
    expect(panel?.lines[0]?.pooled).toBe(true);
  });

  it("counts an interval that touches no difference as including it", () => {
    const [panel] = panelsOf({}, { low: 1.01, source: "b" }, { low: 0.2, high: 0.9, estimate: 0.5, source: "c" });
    expect(panel && panelSentence(panel)).toBe(
      "3 figures with an interval (cohort, 2020): 1 above 1, 1 below 1, 1 including 1. 1 is no difference.",
    );
  });

  it("draws every interval of the content, and every estimate inside its axis", () => {
    const { classes } = loadKnowledge();
    const placed = classes.flatMap((one) => one.evidence.map((own) => ({ figure: own, label: one.name, href: null })));
    const panels = forestPanels(placed);
    const drawn = panels.flatMap((panel) => panel.lines.flatMap((line) => line.labels)).length;
    expect(drawn).toBe(placed.filter(({ figure: own }) => own.low !== null).length);
    for (const panel of panels) {
      const scale = forestScale(panel);
      for (const line of panel.lines) {
        expect(scale.at(line.estimate)).toBeGreaterThan(0);
        expect(scale.at(line.estimate)).toBeLessThan(PLOT_WIDTH);
      }
    }
  });
});

describe("the axis", () => {
  it("is 0.5 1 2 4 for ratios, and longer only for an estimate beyond it", () => {
    const lines = panelsOf({ high: 40 })[0]?.lines ?? [];
    expect(forestScale({ scale: "log", lines }).ticks).toEqual([0.5, 1, 2, 4]);
    expect(forestScale({ scale: "log", lines: panelsOf({ estimate: 29, high: 200 })[0]?.lines ?? [] }).ticks).toEqual([
      0.5, 1, 2, 4, 8, 16, 32,
    ]);
  });

  it("is logarithmic: doubling is as far as halving", () => {
    const { at } = forestScale({ scale: "log", lines: panelsOf({})[0]?.lines ?? [] });
    expect(at(2) - at(1)).toBeCloseTo(at(1) - at(0.5));
  });

  it("holds zero for differences", () => {
    const lines = panelsOf({ measure: "mean difference", estimate: -2, low: -3, high: -1 })[0]?.lines ?? [];
    const { at } = forestScale({ scale: "linear", lines });
    expect(at(0)).toBeLessThanOrEqual(PLOT_WIDTH);
    expect(at(-3)).toBeGreaterThanOrEqual(0);
  });

  it("gives the narrowest interval the largest square", () => {
    const panel = panelsOf({}, { low: 1.9, high: 2.1, source: "b" })[0];
    const [wide = 0, narrow = 0] = panel ? squareSides(panel) : [];
    expect(panel?.lines.map((line) => line.low)).toEqual([1, 1.9]);
    expect(narrow).toBeGreaterThan(wide);
  });
});
