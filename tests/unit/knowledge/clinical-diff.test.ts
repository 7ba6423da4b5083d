import { describe, expect, it } from "vitest";
import { buildKnowledge } from "@/lib/knowledge/load/build-knowledge";
import { clinicalChanges, clinicalDiff } from "@/lib/knowledge/changes/clinical-diff";
import { edited, sampleFiles } from "./sample-content";

const knowledge = (changes: Record<string, string | null> = {}) => {
  const { knowledge: built, problems } = buildKnowledge(sampleFiles(changes));
  expect(problems).toEqual([]);
  return built;
};
const diff = (changes: Record<string, string | null>) => clinicalDiff(knowledge(), knowledge(changes));
const CLASS = "classes/diuretics.yaml";

describe("what changed, in clinical words", () => {
  it("is nothing for the same content, however it is laid out", () => {
    expect(diff({})).toEqual([]);
    expect(diff(edited("labs.yaml", "panels: [BMP]", "panels:\n    - BMP"))).toEqual([]);
  });

  it.each([
    [
      "the strength",
      CLASS,
      "strength: weak",
      "strength: moderate",
      "Loop diuretics (class loop): association weak → moderate",
    ],
    [
      "the loudest priority",
      CLASS,
      "ceiling: consider",
      "ceiling: info",
      "Loop diuretics (class loop): loudest consider → info",
    ],
    [
      "a member that joins",
      CLASS,
      "name: furosemide }",
      'name: furosemide }\n    - { rxcui: "1808", name: bumetanide }',
      "Loop diuretics (class loop): new members: bumetanide",
    ],
    [
      "the onset window",
      CLASS,
      "typicalToDays: 90",
      "typicalToDays: 60",
      "Loop diuretics (class loop): onset window start 0 to 90 days, plausible to 365 → start 0 to 60 days, plausible to 365",
    ],
    [
      "a figure",
      CLASS,
      "text: 1.20 (95 % CI 1.00 to 1.44)",
      "text: 1.20 (95 % CI 1 to 1.44)",
      "new figure: new cramp treatment within a year: 1.20 (95 % CI 1 to 1.44) [paper-one]",
    ],
    ["whether it was verified", CLASS, "verified: true", "verified: false", "verified yes → no"],
    ["a range", "labs.yaml", "high: 5.3", "high: 5.1", "range removed: 3.5 to 5.3 mmol/L"],
    [
      "a code of a condition",
      "conditions/electrolytes.yaml",
      "[E87.6]",
      "[E87.6, E87.8]",
      "Low potassium (condition hypokalaemia): new code: E87.8",
    ],
    [
      "when a condition is present",
      "conditions/electrolytes.yaml",
      "  labs:",
      "  when: { any: [{ lab: potassium, is: low }, { dialysis: true }] }\n  labs:",
      "present when none → potassium low or dialysis",
    ],
    [
      "a name",
      "conditions/electrolytes.yaml",
      "name: Low potassium",
      "name: Hypokalaemia",
      "Hypokalaemia (condition hypokalaemia): was called “Low potassium”",
    ],
    [
      "what was read in a source",
      "sources.yaml",
      "The ratio.",
      "The ratio and its interval.",
      "source paper-one: now “A paper. Journal 2012.”, verified: The ratio and its interval.",
    ],
  ])("names %s", (_what, path, from, to, line) => {
    expect(diff(edited(path, from, to))).toEqual([expect.stringContaining(line)]);
  });

  it("names what is new and what is gone", () => {
    const without = knowledge({ "conditions/electrolytes.yaml": null });
    expect(clinicalDiff(without, knowledge())).toEqual(["Low potassium (condition hypokalaemia): new"]);
    expect(clinicalDiff(knowledge(), without)).toEqual(["Low potassium (condition hypokalaemia): removed"]);
    expect(diff(edited("sources.yaml", "paper-one", "paper-two"))).toEqual([
      "source paper-one removed: A paper. Journal 2012.",
      "new source paper-two: A paper. Journal 2012.",
    ]);
  });

  it("gives the reasons that were written down between the two", () => {
    const later =
      "- id: second\n  date: 2026-12-01\n  about: [labs/potassium]\n  change: A new range.\n  why: The laboratory changed it.\n";
    const first = sampleFiles({}).find((file) => file.path === "history.yaml")?.text ?? "";
    expect(diff({ "history.yaml": first + later })).toEqual([
      "reason given on 2026-12-01 for labs/potassium: A new range.; The laboratory changed it.",
    ]);
  });

  it("names each difference of an entry by itself", () => {
    const [change] = clinicalChanges(
      knowledge(),
      knowledge(edited(CLASS, "strength: weak", "strength: moderate\n  unlisted: true")),
    );
    expect(change?.subject).toBe("Loop diuretics (class loop)");
    expect(change?.changes[0]).toBe("association weak → moderate");
  });
});
