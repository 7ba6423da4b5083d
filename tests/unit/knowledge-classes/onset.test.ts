import { describe, expect, it } from "vitest";
import { classContent, classOf } from "./class-content";

const classes = classContent();

describe("onset windows", () => {
  it("run forwards and have their bounds in order", () => {
    for (const { id, onset } of classes) {
      const days = [onset.typicalFromDays, onset.typicalToDays, onset.plausibleToDays].filter((each) => each !== null);
      expect(
        [...days].sort((a, b) => a - b),
        id,
      ).toEqual(days);
      expect(
        days.every((each) => each >= 0),
        id,
      ).toBe(true);
    }
  });

  it("have a beginning and an end, exposure and drugs that are no cause aside", () => {
    const open = classes
      .filter(({ onset }) => onset.typicalFromDays === null || onset.typicalToDays === null)
      .map((entry) => entry.id);
    expect(open.sort()).toEqual(["alcohol", "digoxin", "quinine"]);
  });

  it("name a source where the days are printed as a fact", () => {
    expect(
      classes.filter(({ onset }) => onset.verified && onset.sources.length === 0).map((entry) => entry.id),
    ).toEqual([]);
  });

  it.each([
    // Typed from the dossier's table of windows: anchor, usual from, usual to, plausible to, read.
    ["thiazide-thiazide-like", "start-or-increase", 3, 42, 365, true],
    ["loop-diuretic", "start-or-increase", 1, 28, 365, false],
    ["mra", "start-or-increase", 7, 90, 365, false],
    ["statin-class", "start-increase-or-interaction", 7, 60, 365, true],
    ["statin-simvastatin", "start-increase-or-interaction", 7, 60, 365, true],
    ["saba", "use", 0, 7, 30, false],
    ["laba", "start-or-increase", 1, 90, 365, false],
    ["laba-ics", "start-or-increase", 1, 90, 365, false],
    ["nifedipine", "start-or-increase", 1, 28, 90, false],
    ["cholinesterase-dementia", "start-or-increase", 1, 42, 90, true],
    ["opioid-withdrawal", "dose-fall", 0, 7, 14, true],
    ["benzodiazepine-withdrawal", "dose-fall", 1, 14, 42, false],
    ["muscle-relaxant", "dose-fall", 1, 3, 14, false],
    ["ppi", "start", 90, 730, null, true],
    ["denosumab", "each-dose", 7, 70, 180, true],
    ["colchicine", "start-increase-or-interaction", 3, 60, null, true],
    ["antimalarial", "start", 180, 1095, null, true],
    ["daptomycin", "start", 7, 28, 58, true],
    ["lithium", "start-increase-or-interaction", 3, 28, 90, true],
    ["metformin", "start", 365, 1825, null, false],
    ["ssri", "start-or-increase", 7, 28, 253, true],
    ["desmopressin", "start-or-increase", 1, 30, null, true],
    ["serm-raloxifene", "start", 14, 180, 1095, false],
    ["estrogen", "start-or-increase", 7, 90, 365, false],
  ])("of %s are those of the dossier", (id, anchor, from, to, plausible, verified) => {
    const { onset } = classOf(classes, id);
    expect([onset.anchor, onset.typicalFromDays, onset.typicalToDays, onset.plausibleToDays, onset.verified]).toEqual([
      anchor,
      from,
      to,
      plausible,
      verified,
    ]);
  });

  it("outlast stopping where the drug or its effect stays, and nowhere without end", () => {
    for (const id of [
      "statin-class",
      "ppi",
      "denosumab",
      "platinum",
      "antimalarial",
      "antithyroid-iodine",
      "thiazide-thiazide-like",
    ]) {
      expect(classOf(classes, id).outlastsStoppingDays, id).toBeGreaterThan(0);
    }
    expect(classes.filter((entry) => (entry.outlastsStoppingDays ?? 0) > 365).map((entry) => entry.id)).toEqual([]);
  });
});
