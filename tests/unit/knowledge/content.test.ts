import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { buildKnowledge } from "@/lib/knowledge/load/build-knowledge";
import { checkKnowledge } from "@/lib/knowledge/check/check";
import { conditionIdOf } from "@/lib/knowledge/condition-of-code";
import { readContentFiles } from "@/lib/knowledge/load/content-files";
import { problemText } from "@/lib/knowledge/check/content-problem";
import { dossierRows, leftOutRows } from "@/scripts/kb/tables";
import { ingredientIsKnown, memberProblem } from "@/scripts/kb/member-problem";
import { coverageDocument } from "@/scripts/kb/coverage-document";
import { gapsDocument } from "@/scripts/kb/gaps-document";
import { icd10cm } from "@/lib/terminology/icd10cm/icd10cm";

const built = buildKnowledge(readContentFiles());
const { knowledge } = built;
/** A day on which nothing is due yet; `npm run kb:check` holds the content against today. */
const CHECKED_ON = "2026-11-22";
/** Foods and mixtures that the content names and that reading a medication list does not know as drugs; their rows hold by their other members only. */
const NOT_READ = /"(?:grapefruit(?: juice)?|bitter lemon|prenatal vitamin)"/;

describe("the knowledge base", () => {
  it("passes every check, each member found in the terminology under its RxCUI, nothing orphaned", () => {
    expect(
      checkKnowledge(built, { today: CHECKED_ON, memberProblem, ingredientIsKnown })
        .map(problemText)
        .filter((text) => !NOT_READ.test(text)),
    ).toEqual([]);
  });

  it("holds every row of the dossier, or says why not", () => {
    const ids: Record<string, Set<string>> = {
      drug_classes: new Set(knowledge.classes.map(({ id }) => id)),
      conditions: new Set(knowledge.conditions.map(({ id }) => id)),
      interactions: new Set(knowledge.interactions.map(({ id }) => id)),
      labs: new Set(knowledge.labs.map(({ id }) => id)),
      treatments: new Set(knowledge.treatments.map(({ id }) => id)),
      sources: new Set(knowledge.sources.keys()),
    };
    const explained = new Set(leftOutRows().map(({ table, id, why }) => (why.length > 20 ? `${table} ${id}` : "")));
    const missing = dossierRows().filter(({ table, id }) => !ids[table]?.has(id) && !explained.has(`${table} ${id}`));
    expect(missing).toEqual([]);
  });

  it("covers every claim of the founding articles that is not rejected with a reason", () => {
    const document = coverageDocument(knowledge);
    expect(document).toContain("179 claims");
    expect(document.match(/rejected: .{10}/g)?.length).toBe(19);
  });

  it.each([
    ["docs/coverage.md", coverageDocument],
    ["docs/knowledge-gaps.md", gapsDocument],
  ] as const)("has %s as it is now (npx tsx scripts/kb.ts docs renews it)", (file, document) => {
    expect(readFileSync(file, "utf8")).toBe(document(knowledge));
  });

  it("claims only codes that ICD-10-CM has", () => {
    const known = icd10cm();
    const unknown = knowledge.conditions.flatMap((condition) =>
      [...condition.icd10cm, ...condition.historyCodes]
        .filter((prefix) => known.search(prefix, 1).length === 0 && known.byCode(prefix) === null)
        .map((prefix) => `${condition.id} ${prefix}`),
    );
    expect(unknown.filter((line) => !/ [CO]$/.test(line))).toEqual([]);
  });
});

describe("conditions of the content", () => {
  it.each([
    ["E11.9", "diabetes"],
    ["E11.42", "peripheral-neuropathy"],
    ["E11.51", "pad"],
    ["E11.22", "ckd-dialysis"],
    ["N18.4", "ckd-dialysis"],
    ["Z99.2", "ckd-dialysis"],
    ["E87.6", "hypokalaemia"],
    ["I70.213", "pad"],
    ["I70.222", "acute-limb-ischaemia"],
    ["K70.30", "cirrhosis"],
    ["K70.0", "alcohol-use-disorder"],
    ["G72.3", "periodic-paralysis"],
    ["G71.19", "stiff-person-neuromyotonia"],
    ["R25.3", "cramp-fasciculation-syndrome"],
    ["G71.11", "stiff-person-neuromyotonia"],
    ["G71.0", "metabolic-myopathy"],
    ["G21.0", "nms-serotonin"],
    ["G20", "parkinson"],
    ["O24.410", "diabetes"],
    ["O26.893", "pregnancy"],
    ["O22.31", "dvt"],
    ["C50.919", "cancer-chemotherapy"],
    ["D45", "cancer-chemotherapy"],
    ["D50.9", "iron-deficiency"],
    ["R25.2", "nocturnal-leg-cramps"],
    ["G47.62", "nocturnal-leg-cramps"],
    ["G25.81", "rls-plmd"],
    ["I50.22", "coronary-heart-failure"],
    ["J45.909", "copd-asthma"],
    ["M60.003", "deep-infection"],
    ["M60.9", "rhabdomyolysis"],
    ["I10", null],
    ["E78.5", null],
    ["Z85.3", null],
    ["Z86.718", "dvt"],
  ])("%s belongs to %s", (code, id) => {
    expect(conditionIdOf(knowledge, code)).toBe(id);
  });

  it("ask for a symptom wherever a long-known code alone is no alarm, or say what is urgent", () => {
    const silent = knowledge.conditions.filter(
      (condition) => condition.redFlag !== "no" && condition.askFor.length === 0 && condition.urgency === null,
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it("say how urgent it is wherever the condition itself is an alarm", () => {
    expect(
      knowledge.conditions
        .filter((condition) => condition.redFlag === "yes" && condition.urgency === null)
        .map(({ id }) => id),
    ).toEqual([]);
  });

  it("mark codes of history only among their own codes", () => {
    for (const condition of knowledge.conditions)
      expect(condition.icd10cm).toEqual(expect.arrayContaining(condition.historyCodes));
  });
});

describe("laboratory tests of the content", () => {
  const labs = knowledge.labs;
  const factor = (lab: (typeof labs)[number], unit: string) => lab.units.find((one) => one.unit === unit)?.toFirst;

  it("know every unit of their ranges, limits and codes", () => {
    const unknown = labs.flatMap((lab) =>
      [...lab.ranges, ...lab.critical]
        .filter((range) => factor(lab, range.unit) === undefined)
        .map((range) => `${lab.id} ${range.unit}`),
    );
    expect(unknown).toEqual([]);
  });

  it("give ranges that agree across units and lie inside the critical and the plausible limits", () => {
    for (const lab of labs) {
      const inFirst = (value: number | null, unit: string) =>
        value === null ? null : value * (factor(lab, unit) ?? NaN);
      const adult = lab.ranges.filter((range) => !range.pregnant);
      const lows = adult.map((range) => inFirst(range.low, range.unit)).filter((value) => value !== null);
      const highs = adult.map((range) => inFirst(range.high, range.unit)).filter((value) => value !== null);
      expect(Math.max(...lows, -Infinity), lab.id).toBeLessThan(Math.min(...highs, Infinity));
      for (const limit of lab.critical) {
        const [low, high] = [inFirst(limit.low, limit.unit), inFirst(limit.high, limit.unit)];
        if (low !== null) expect(low, `${lab.id} critical low`).toBeLessThan(Math.min(...lows, Infinity));
        if (high !== null) expect(high, `${lab.id} critical high`).toBeGreaterThan(Math.max(...highs, -Infinity));
        if (lab.plausible && low !== null) expect(lab.plausible.low, lab.id).toBeLessThan(low);
        if (lab.plausible && high !== null) expect(lab.plausible.high, lab.id).toBeGreaterThan(high);
      }
    }
  });

  it.each([
    ["magnesium", "mg/dL", 1.7, 0.7],
    ["magnesium", "mEq/L", 1.4, 0.7],
    ["calcium-adj", "mg/dL", 9, 2.25],
    ["creatinine", "mg/dL", 1, 88.4],
    ["glucose", "mg/dL", 90, 5],
    ["urea", "mg/dL", 14, 5],
    ["phosphate", "mg/dL", 3.1, 1],
    ["b12", "pg/mL", 200, 147.6],
    ["vitd", "ng/mL", 20, 49.9],
    ["theophylline-level", "micromol/L", 55.5, 10],
    ["digoxin-level", "nmol/L", 2.56, 2],
  ])("%s: %s %f is about %f in the first unit", (id, unit, value, expected) => {
    const lab = labs.find((one) => one.id === id);
    expect(lab).toBeDefined();
    if (lab) expect(value * (factor(lab, unit) ?? NaN)).toBeCloseTo(expected, expected < 3 ? 1 : 0);
  });

  it("know that magnesium is in no panel, and phosphate in neither metabolic panel", () => {
    expect(labs.find((lab) => lab.id === "magnesium")).toMatchObject({
      panels: [],
      leftOutOf: ["BMP", "CMP", "renal panel", "U&E"],
    });
    expect(labs.find((lab) => lab.id === "phosphate")?.leftOutOf).toEqual(expect.arrayContaining(["BMP", "CMP"]));
    for (const lab of labs)
      expect(
        lab.panels.filter((panel) => lab.leftOutOf.includes(panel)),
        lab.id,
      ).toEqual([]);
  });

  it("have LOINC codes whose check digit is right", () => {
    for (const { code } of labs.flatMap((lab) => lab.loinc))
      expect(`${code}: ${checkDigit(code.split("-")[0] ?? "")}`).toBe(`${code}: ${code.split("-")[1]}`);
  });
});

/** LOINC's check digit (Luhn). */
function checkDigit(digits: string): number {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const doubled = place % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return (10 - (sum % 10)) % 10;
}
