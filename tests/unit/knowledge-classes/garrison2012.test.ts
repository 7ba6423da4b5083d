import { describe, expect, it } from "vitest";
import { classContent, classOf } from "./class-content";
import { GARRISON_2012 } from "./garrison2012-abstract";

const classes = classContent();
const figures = (id: string) => classOf(classes, id).evidence.filter((figure) => figure.source === "garrison2012");

describe("the published sequence ratios of 2012", () => {
  for (const { group, ratio, low, high, classIds } of GARRISON_2012) {
    it.each(classIds)(`gives ${group} exactly as the abstract prints it, in %s`, (id) => {
      const printed = `${ratio.toFixed(2)} (95 % CI ${low.toFixed(2)} to ${high.toFixed(2)})`;
      expect(figures(id)).toContainEqual(
        expect.objectContaining({
          text: expect.stringContaining(`adjusted sequence ratio ${printed} for new cramp treatment`),
          estimate: ratio,
          low,
          high,
          measure: "adjusted sequence ratio",
          kind: "sequence-symmetry",
          year: 2012,
        }),
      );
    });
  }

  it("has no ratio of that study that the abstract does not print", () => {
    const published = new Set(GARRISON_2012.map(({ ratio, low, high }) => [ratio, low, high].join(" ")));
    const ours = classes.flatMap((each) =>
      figures(each.id)
        .filter(({ estimate }) => estimate !== null)
        .map(({ estimate, low, high }) => [estimate, low, high].join(" ")),
    );
    expect(ours.filter((figure) => !published.has(figure))).toEqual([]);
  });

  it("claims no ratio for a class that the study did not count", () => {
    const counted = new Set(["thiazide-thiazide-like", "loop-diuretic", "ksparing-enac", "mra", "laba", "laba-ics"]);
    const claiming = classes.filter(
      (each) =>
        figures(each.id).some(({ estimate }) => estimate !== null) &&
        !counted.has(each.id) &&
        !each.id.startsWith("statin-"),
    );
    expect(claiming.map((each) => each.id)).toEqual([]);
  });
});
