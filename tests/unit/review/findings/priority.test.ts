import { describe, expect, it } from "vitest";
import {
  clusterPriority,
  conditionPriority,
  interactionPriority,
  medicationPriority,
  resultPriority,
  type MedicationPriorityInput,
} from "@/lib/review/findings/priority";

const loudness = (change: Partial<MedicationPriorityInput>): MedicationPriorityInput => ({
  strength: "strong",
  ceiling: "review",
  commissioned: false,
  gate: true,
  gateWords: null,
  startedInsideWindow: null,
  matchingResult: false,
  mainResult: change.matchingResult ?? false,
  undatedStop: false,
  returned: false,
  use: "current",
  ...change,
});
const of = (change: Partial<MedicationPriorityInput>) => medicationPriority(loudness(change));

describe("the table of DESIGN, for medications", () => {
  it.each<[string, Partial<MedicationPriorityInput>, string]>([
    ["strong, started inside its window", { startedInsideWindow: true }, "review"],
    ["strong, started outside its window", { startedInsideWindow: false }, "consider"],
    ["strong, start not known", {}, "consider"],
    ["strong with a matching abnormal result", { matchingResult: true }, "review"],
    ["moderate with a matching abnormal result", { strength: "moderate", matchingResult: true }, "review"],
    ["moderate, started inside its window", { strength: "moderate", startedInsideWindow: true }, "consider"],
    ["moderate otherwise", { strength: "moderate" }, "consider"],
    ["weak", { strength: "weak" }, "info"],
    [
      "weak with a matching abnormal result",
      { strength: "weak", matchingResult: true, startedInsideWindow: true },
      "info",
    ],
    ["label-only", { strength: "label-only", matchingResult: true, startedInsideWindow: true }, "info"],
  ])("%s is %s", (_, change, priority) => {
    expect(of(change).priority).toBe(priority);
  });

  it("names the row that fired", () => {
    expect(of({ startedInsideWindow: true }).because).toBe(
      "strong association, started or raised inside its usual window",
    );
    expect(of({ matchingResult: true }).because).toContain("matching abnormal result");
    expect(of({ strength: "label-only" }).because).toBe("named in product information only");
  });

  it("lets nothing be louder than its ceiling", () => {
    expect(of({ startedInsideWindow: true, ceiling: "consider" }).priority).toBe("consider");
    expect(of({ matchingResult: true, ceiling: "info" }).priority).toBe("info");
  });

  it("keeps a class at information without its condition, and names it", () => {
    expect(of({ gate: false, gateWords: "Only with overuse" })).toMatchObject({
      priority: "info",
      because: "Only with overuse",
    });
    expect(of({ gate: false, matchingResult: true }).priority).toBe("info");
  });

  it("keeps what is not known at information too, unless a result already speaks for the drug", () => {
    expect(of({ gate: null }).priority).toBe("info");
    expect(of({ gate: null, matchingResult: true }).priority).toBe("review");
    expect(of({ gate: null, matchingResult: true, strength: "weak" }).priority).toBe("info");
  });

  it("lifts the commissioned groups to the floor, and marks those that stand there by it alone", () => {
    expect(of({ strength: "label-only", ceiling: "info", commissioned: true })).toMatchObject({
      priority: "consider",
      byFloor: true,
    });
    expect(of({ strength: "moderate", gate: false, commissioned: true })).toMatchObject({
      priority: "consider",
      byFloor: true,
    });
    expect(of({ commissioned: true })).toMatchObject({ priority: "consider", byFloor: false });
    expect(of({ commissioned: true, startedInsideWindow: true })).toMatchObject({ priority: "review", byFloor: false });
    expect(of({ strength: "weak", commissioned: true, matchingResult: true })).toMatchObject({
      priority: "consider",
      byFloor: false,
    });
  });

  it("judges what is stopped or not clear at most as one to consider, and without the floor", () => {
    expect(of({ use: "stopped", startedInsideWindow: true, matchingResult: true }).priority).toBe("consider");
    expect(of({ use: "uncertain", startedInsideWindow: true }).priority).toBe("consider");
    expect(of({ use: "stopped", strength: "label-only", commissioned: true }).priority).toBe("info");
  });
});

describe("the table of DESIGN, for the rest", () => {
  it("takes an interaction by its severity", () => {
    expect((["contraindicated", "major", "moderate", "minor"] as const).map(interactionPriority)).toEqual([
      "act-now",
      "review",
      "consider",
      "info",
    ]);
  });

  it("takes drugs of one mechanism by a matching result", () => {
    const cluster = { matchingResult: false, contraryResult: false, labelOnlyAlone: false };
    expect(clusterPriority(cluster).priority).toBe("consider");
    expect(clusterPriority({ ...cluster, matchingResult: true }).priority).toBe("review");
    expect(clusterPriority({ ...cluster, labelOnlyAlone: true }).priority).toBe("info");
    expect(clusterPriority({ ...cluster, matchingResult: true, labelOnlyAlone: true }).priority).toBe("review");
    expect(clusterPriority({ ...cluster, contraryResult: true }).priority).toBe("info");
  });

  it("takes a condition by what it is", () => {
    const condition = {
      role: "cause",
      redFlag: "no",
      stated: true,
      alarmSymptom: false,
      known: false,
      pictured: false,
    } as const;
    expect(conditionPriority(condition).priority).toBe("consider");
    expect(conditionPriority({ ...condition, role: "mimic" }).priority).toBe("info");
    expect(conditionPriority({ ...condition, role: "mimic", redFlag: "conditional", pictured: true }).priority).toBe(
      "consider",
    );
    expect(conditionPriority({ ...condition, role: "mimic", pictured: true }).priority).toBe("info");
    expect(conditionPriority({ ...condition, role: "risk-context" }).priority).toBe("info");
    expect(conditionPriority({ ...condition, role: "mimic", redFlag: "yes" }).priority).toBe("act-now");
    expect(conditionPriority({ ...condition, role: "mimic", redFlag: "yes", stated: false }).priority).toBe("info");
    expect(conditionPriority({ ...condition, redFlag: "conditional" }).priority).toBe("consider");
    expect(conditionPriority({ ...condition, redFlag: "conditional", alarmSymptom: true }).priority).toBe("act-now");
    expect(conditionPriority({ ...condition, alarmSymptom: true }).priority).toBe("consider");
  });

  it("takes a result by how far it is out and what it names", () => {
    const result = { critical: false, recent: true, alarmSymptom: false, marked: false, namesCause: false };
    expect(resultPriority({ ...result, critical: true }).priority).toBe("act-now");
    expect(resultPriority({ ...result, alarmSymptom: true }).priority).toBe("act-now");
    expect(resultPriority({ ...result, namesCause: true }).priority).toBe("consider");
    expect(resultPriority({ ...result, marked: true }).priority).toBe("review");
    expect(resultPriority({ ...result, marked: true, namesCause: true, recent: false }).priority).toBe("consider");
    expect(resultPriority(result).priority).toBe("info");
    expect(resultPriority({ ...result, critical: true, recent: false }).priority).toBe("review");
    expect(resultPriority({ ...result, alarmSymptom: true, recent: false }).priority).toBe("info");
  });
});
