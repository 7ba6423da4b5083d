import { describe, expect, it } from "vitest";
import { buildKnowledge } from "@/lib/knowledge/load/build-knowledge";
import { readContentFiles } from "@/lib/knowledge/load/content-files";
import { presentConditions } from "@/lib/review/rules/present-conditions";
import { readFacts } from "@/lib/review/facts/facts";
import { indexOf } from "@/lib/review/facts/knowledge-index";
import { matchInteractions, type CapState } from "@/lib/review/rules/match-interactions";
import { caseOf, RowCase } from "./case-of-row";

const { knowledge } = buildKnowledge(readContentFiles());
const index = indexOf(knowledge);

function capOf(row: string, jurisdiction: "US" | "UK", drugs: string[]): CapState | undefined {
  const patientCase = caseOf(RowCase.parse({ drugs, jurisdiction }), knowledge);
  const facts = readFacts(patientCase, index);
  return matchInteractions({ ...facts, conditions: presentConditions(patientCase, facts) }).find(
    (fired) => fired.row.id === row,
  )?.cap;
}

/** Typed from the labels' tables as the dossier gives them: the highest daily dose and the next strength above it. */
const LIMITS: [row: string, jurisdiction: "US" | "UK", drug: string, limit: number, above: number, other: string][] = [
  ["simva-amlo-amio-rano", "US", "simvastatin", 20, 40, "amlodipine"],
  ["simva-amlo-amio-rano", "UK", "simvastatin", 20, 40, "amlodipine"],
  ["simva-amlo-amio-rano", "UK", "simvastatin", 20, 40, "amiodarone"],
  ["simva-dilt-vera-dron", "US", "simvastatin", 10, 20, "diltiazem"],
  ["simva-dilt-vera-dron", "UK", "simvastatin", 20, 40, "diltiazem"],
  ["simva-dilt-vera-dron", "US", "simvastatin", 10, 20, "verapamil"],
  ["simva-dilt-vera-dron", "UK", "simvastatin", 20, 40, "verapamil"],
  ["simva-dronedarone", "US", "simvastatin", 10, 20, "dronedarone"],
  ["simva-ranolazine", "US", "simvastatin", 20, 40, "ranolazine"],
  ["simva-lomitapide", "US", "simvastatin", 20, 40, "lomitapide"],
  ["simva-otherfibrates-uk", "UK", "simvastatin", 10, 20, "bezafibrate"],
  ["simva-ticagrelor", "US", "simvastatin", 40, 80, "ticagrelor"],
  ["simva-ticagrelor", "US", "lovastatin", 40, 60, "ticagrelor"],
  ["bempedoic-simva-prava", "US", "simvastatin", 20, 40, "bempedoic acid"],
  ["bempedoic-simva-prava", "UK", "simvastatin", 40, 80, "bempedoic acid"],
  ["bempedoic-simva-prava", "US", "pravastatin", 40, 80, "bempedoic acid"],
  ["lova-dilt-vera", "US", "lovastatin", 20, 40, "diltiazem"],
  ["lova-dilt-vera", "US", "lovastatin", 20, 40, "danazol"],
  ["lova-amio", "US", "lovastatin", 40, 60, "amiodarone"],
  ["atorva-clarithro-itra", "US", "atorvastatin", 20, 40, "clarithromycin"],
  ["atorva-clarithro-itra", "UK", "atorvastatin", 20, 40, "clarithromycin"],
  ["atorva-itraconazole", "US", "atorvastatin", 20, 40, "itraconazole"],
  ["atorva-itraconazole", "UK", "atorvastatin", 40, 80, "itraconazole"],
  ["atorva-pi-20", "US", "atorvastatin", 20, 40, "darunavir"],
  ["atorva-pi-40", "US", "atorvastatin", 40, 80, "nelfinavir"],
  ["rosuva-ciclosporin", "US", "rosuvastatin", 5, 10, "cyclosporine"],
  ["rosuva-gemfib", "US", "rosuvastatin", 10, 20, "gemfibrozil"],
  ["rosuva-lopinavir", "US", "rosuvastatin", 10, 20, "lopinavir"],
  ["fluva-fluconazole", "US", "fluvastatin", 40, 80, "fluconazole"],
  ["prava-fluva-ciclosporin", "US", "fluvastatin", 40, 80, "cyclosporine"],
  ["pitava-macrolide-pi", "US", "pitavastatin", 1, 2, "erythromycin"],
];

describe("the label's limit of a statin in a combination", () => {
  it.each(LIMITS)("%s (%s): %s of %d mg a day is within", (row, jurisdiction, drug, limit, _above, other) => {
    expect(capOf(row, jurisdiction, [`${drug} ${limit} mg`, other])).toBe("within");
  });

  it.each(LIMITS)(
    "%s (%s): %s above %d mg a day is a breach at %d mg",
    (row, jurisdiction, drug, _limit, above, other) => {
      expect(capOf(row, jurisdiction, [`${drug} ${above} mg`, other])).toBe("breached");
    },
  );

  it.each(LIMITS)(
    "%s (%s): %s without a dose is told as not read, never as within",
    (row, jurisdiction, drug, _limit, _above, other) => {
      expect(capOf(row, jurisdiction, [drug, other])).toBe("not-read");
    },
  );

  it("stands in no row without a source that the row names", () => {
    const unsourced = knowledge.interactions.flatMap((row) =>
      row.caps.filter((cap) => !row.sources.includes(cap.source)).map((cap) => `${row.id}: ${cap.source}`),
    );
    expect(unsourced).toEqual([]);
  });

  it("shows one number a country", () => {
    const twice = knowledge.interactions.filter((row) =>
      (["US", "UK"] as const).some((country) => {
        const named = row.caps
          .filter((cap) => cap.jurisdiction === country || cap.jurisdiction === undefined)
          .map((cap) => cap.of);
        return new Set(named).size < named.length;
      }),
    );
    expect(twice.map(({ id }) => id)).toEqual([]);
  });
});
