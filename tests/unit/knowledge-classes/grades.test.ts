import { describe, expect, it } from "vitest";
import type { DrugClass } from "@/lib/knowledge/schema";
import { classContent, classOf } from "./class-content";
import { ADDED, COMMISSIONED_CLASSES, DOSSIER_GRADES, REGRADED, UNLISTED } from "./dossier-grades";
import { gradeProblems } from "./grade-rule";

const classes = classContent();
const idsWith = (test: (entry: DrugClass) => boolean) =>
  classes
    .filter(test)
    .map((entry) => entry.id)
    .sort();

describe("the classes of the dossier", () => {
  it("are all there, each once, and nothing else but what was added with a source", () => {
    expect(classes.map((entry) => entry.id).sort()).toEqual(
      [...Object.values(DOSSIER_GRADES).flat(), ...Object.keys(ADDED)].sort(),
    );
    expect(classes).toHaveLength(124 + Object.keys(ADDED).length);
    for (const [id, { because }] of Object.entries(ADDED))
      expect(
        classOf(classes, id).sources.every((source) => because.includes(source)),
        id,
      ).toBe(true);
  });

  it.each(Object.keys(DOSSIER_GRADES) as (keyof typeof DOSSIER_GRADES)[])(
    "are graded %s where the dossier says so, or where a page that was read since does",
    (strength) => {
      const kept = DOSSIER_GRADES[strength].filter((id) => REGRADED[id] === undefined);
      const regraded = Object.keys(REGRADED).filter((id) => REGRADED[id]?.to === strength);
      expect(idsWith((entry) => entry.strength === strength)).toEqual(
        [...kept, ...regraded, ...Object.keys(ADDED).filter((id) => ADDED[id]?.strength === strength)].sort(),
      );
    },
  );

  it("differ from the dossier only by a rule and a source that is named", () => {
    for (const [id, { because }] of Object.entries(REGRADED)) {
      const { gradeRule, sources } = classOf(classes, id);
      expect(because).toContain(`${gradeRule}: `);
      expect(
        sources.some((source) => because.includes(source)),
        id,
      ).toBe(true);
    }
  });

  it("have rule ids of their own", () => {
    expect(new Set(classes.map((entry) => entry.ruleId)).size).toBe(classes.length);
  });
});

describe("grades", () => {
  it.each(classes.map((entry) => [entry.id, entry] as const))("follow from the evidence recorded: %s", (_id, entry) => {
    expect(gradeProblems(entry)).toEqual([]);
  });

  const changed = (id: string, change: Partial<DrugClass>): DrugClass => ({ ...classOf(classes, id), ...change });
  const withFigure = (id: string, change: Partial<DrugClass["evidence"][number]>): DrugClass => {
    const entry = classOf(classes, id);
    return { ...entry, evidence: entry.evidence.map((figure) => ({ ...figure, ...change })) };
  };

  it.each([
    ["a strong class without its figure", changed("thiazide-thiazide-like", { evidence: [] })],
    ["S1 with an interval that takes in 1", withFigure("alcohol", { low: 0.9 })],
    ["S1 with an estimate below 1.4", withFigure("alcohol", { estimate: 1.39 })],
    ["S1 on another outcome than cramp", withFigure("alcohol", { outcome: "falls" })],
    ["S2 with less than two points", withFigure("patisiran", { estimate: 2.9 })],
    ["S2 without placebo", withFigure("patisiran", { comparison: "1 % on another drug" })],
    ["S2 on a composite outcome", withFigure("patisiran", { outcome: "muscle spasms or tremor" })],
    ["S3 below ten per cent", withFigure("hedgehog-inhibitor", { estimate: 9.9 })],
    ["a group result graded as if it were the drug's own", changed("mra", { strength: "strong", gradeRule: "S1" })],
    [
      "a composite result graded as if it were cramps alone",
      changed("nifedipine", { strength: "strong", gradeRule: "S2" }),
    ],
    ["a popular belief: statins above weak", changed("statin-class", { strength: "moderate", gradeRule: "M1" })],
    [
      "a figure of the diuretics together used for loop diuretics",
      changed("loop-diuretic", { strength: "strong", gradeRule: "S1" }),
    ],
    ["an unverified class above weak", changed("proteasome-inhibitor", { strength: "moderate", gradeRule: "M4" })],
    [
      "an unverified class with a figure",
      changed("proteasome-inhibitor", { evidence: classOf(classes, "alcohol").evidence }),
    ],
    ["W1 for a figure without a comparator", changed("daptomycin", { gradeRule: "W1" })],
    ["W2 on a text-mined listing alone", changed("proteasome-inhibitor", { gradeRule: "W2" })],
    ["M2 on a mechanism alone", changed("bisphosphonate", { strength: "moderate", gradeRule: "M2", verified: true })],
    ["a letter that does not give the strength", changed("saba", { gradeRule: "W2" })],
    ["a letter that does not exist", changed("saba", { gradeRule: "M9" })],
    [
      "a strong figure left at label-only",
      changed("sglt2-inhibitor", { evidence: classOf(classes, "patisiran").evidence }),
    ],
  ])("are refused for %s", (_what, entry) => {
    expect(gradeProblems(entry)).not.toEqual([]);
  });
});

describe("evidence against", () => {
  it("is said for every class", () => {
    expect(idsWith((entry) => entry.against.length === 0)).toEqual([]);
  });

  it.each([
    ["thiazide-thiazide-like", ["haskell-veterans", "allen2012"]],
    ["loop-diuretic", ["haskell-veterans", "allen2012"]],
    ["statin-class", ["ctt2022", "haskell-veterans"]],
    ["statin-atorvastatin", ["ctt2022"]],
    ["laba", ["haskell-veterans", "indaca-tio"]],
    ["ppi", ["ppi-mg2019"]],
    ["sglt2-inhibitor", ["sglt2-cramp"]],
    ["colchicine", ["colch-statin2017"]],
    ["bempedoic-acid", ["bempe-pooled2020"]],
    ["beta-blocker-other", ["garrison2012", "imai1995"]],
  ])("names the contrary source of %s", (id, sources) => {
    expect(classOf(classes, id).against.flatMap((statement) => statement.sources)).toEqual(
      expect.arrayContaining(sources),
    );
  });

  it("never quotes the share of users on a proton pump inhibitor without that of non-users", () => {
    const figures = classOf(classes, "ppi").evidence.filter((figure) => figure.text.includes("19.4 %"));
    expect(figures).toHaveLength(1);
    expect(figures.every((figure) => figure.text.includes("13.5 %"))).toBe(true);
  });
});

describe("loudness", () => {
  it("marks the four commissioned groups and nothing else", () => {
    for (const [group, ids] of Object.entries(COMMISSIONED_CLASSES)) {
      expect(
        idsWith((entry) => entry.commissioned === group),
        group,
      ).toEqual([...ids].sort());
    }
    expect(idsWith((entry) => entry.commissioned !== undefined)).toHaveLength(
      Object.values(COMMISSIONED_CLASSES).flat().length,
    );
  });

  it("leaves out of the list what the grading leaves out", () => {
    expect(idsWith((entry) => entry.unlisted || entry.id === "ccb-nondhp")).toEqual([...UNLISTED].sort());
    expect(classOf(classes, "ccb-nondhp").unlisted, "a commissioned group is always visible").toBe(false);
  });

  it("holds label-only classes at information", () => {
    expect(idsWith((entry) => entry.strength === "label-only" && entry.ceiling !== "info")).toEqual([]);
    expect(idsWith((entry) => entry.ceiling === "act-now")).toEqual([]);
  });

  it("lets a class that can be raised get as loud as its raised grade", () => {
    expect(idsWith((entry) => entry.raisedTo.length > 0 && entry.ceiling !== "review")).toEqual([]);
  });

  it("asks for no test on a label-only class", () => {
    expect(idsWith((entry) => entry.strength === "label-only" && entry.labs.length > 0)).toEqual([]);
  });

  it.each([
    ["ppi", { takenForDays: 90 }],
    ["saba", { overuse: true }],
    ["opioid-withdrawal", { doseFellWithinDays: 14 }],
    ["benzodiazepine-withdrawal", { doseFellWithinDays: 42 }],
    ["vitamin-b6-excess", { dailyDoseAbove: 12, unit: "mg" }],
  ])("is held back for %s without its condition", (id, when) => {
    expect(classOf(classes, id).loudOnlyWhen?.when).toEqual(when);
  });

  it("raises the grade only where modifier D5 says so", () => {
    const raised = Object.fromEntries(
      classes
        .filter((entry) => entry.raisedTo.length > 0)
        .map((entry) => [entry.id, entry.raisedTo.map((step) => step.strength)]),
    );
    const statins = Object.fromEntries(COMMISSIONED_CLASSES.statin.map((id) => [id, ["moderate"]]));
    expect(raised).toEqual({ ...statins, denosumab: ["strong"], colchicine: ["moderate"], daptomycin: ["moderate"] });
  });

  it("raises statins on a breached cap, weakness or a raised creatine kinase", () => {
    for (const id of COMMISSIONED_CLASSES.statin) {
      expect(classOf(classes, id).raisedTo[0]?.when, id).toEqual({
        any: [{ capBreached: true }, { symptom: "weakness" }, { lab: "ck", is: "high" }],
      });
    }
  });

  it("shows the safety flags whatever the grade", () => {
    expect(idsWith((entry) => entry.safety.length > 0)).toEqual([
      "checkpoint-inhibitor",
      "denosumab",
      "desmopressin",
      "lithium",
      "quinine",
      "vitamin-b6-excess",
    ]);
    expect(classOf(classes, "quinine").strength).toBe("label-only");
  });
});
