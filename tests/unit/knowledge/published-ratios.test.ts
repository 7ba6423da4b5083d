import { describe, expect, it } from "vitest";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import type { EvidenceFigure } from "@/lib/knowledge/schema";

/**
 * Typed from the abstract of Garrison et al. 2012 (PMID 22157068), before the content files of these classes were opened:
 * "2.12 (1.61-2.78 [P < .001]) for potassium sparing, 1.48 (1.29-1.68 [P < .001]) for thiazidelike, and 1.20 (1.00-1.44
 * [P = .07]) for loop … 2.17 (1.56-3.02) for LABAs alone and 2.55 (2.06-3.12) for LABAs-corticosteroids … 1.16 (1.04-1.29
 * [P = .004]) for statins … 1.47 (1.33-1.63) for diuretics, 2.42 (2.02-2.89) for LABAs".
 */
const ABSTRACT = [
  { classes: ["thiazide-thiazide-like"], estimate: 1.48, low: 1.29, high: 1.68 },
  { classes: ["ksparing-enac", "mra"], estimate: 2.12, low: 1.61, high: 2.78 },
  { classes: ["loop-diuretic"], estimate: 1.2, low: 1.0, high: 1.44 },
  { classes: ["laba"], estimate: 2.17, low: 1.56, high: 3.02 },
  { classes: ["laba-ics"], estimate: 2.55, low: 2.06, high: 3.12 },
  { classes: ["statin-class"], estimate: 1.16, low: 1.04, high: 1.29 },
];
const WHOLE_GROUPS = [
  { estimate: 1.47, low: 1.33, high: 1.63 },
  { estimate: 2.42, low: 2.02, high: 2.89 },
];

const { classes } = loadKnowledge();
const inStudy = (figure: EvidenceFigure) => figure.source === "garrison2012" && figure.estimate !== null;
const parts = ({ estimate, low, high }: { estimate: number | null; low: number | null; high: number | null }) =>
  `${estimate} (${low} to ${high})`;

describe("the sequence-symmetry study of 2012", () => {
  it.each(ABSTRACT.flatMap((row) => row.classes.map((id) => ({ id, ...row }))))(
    "gives $id $estimate ($low to $high), as published",
    ({ id, estimate, low, high }) => {
      const figures = classes.find((entry) => entry.id === id)?.evidence.filter(inStudy) ?? [];
      expect(figures.map(parts)).toContain(parts({ estimate, low, high }));
      const figure = figures.find((one) => one.estimate === estimate);
      for (const number of [estimate, low, high]) expect(figure?.text).toContain(number.toFixed(2));
    },
  );

  it("is quoted with no ratio that it does not hold", () => {
    const published = new Set([...ABSTRACT, ...WHOLE_GROUPS].map(parts));
    const quoted = classes.flatMap((entry) =>
      entry.evidence
        .filter(inStudy)
        .filter((figure) => figure.low !== null)
        .map((figure) => `${entry.id} ${parts(figure)}`),
    );
    expect(quoted.length).toBeGreaterThan(5);
    expect(quoted.filter((line) => !published.has(line.slice(line.indexOf(" ") + 1)))).toEqual([]);
  });
});
