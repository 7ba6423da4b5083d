import { describe, expect, it } from "vitest";
import { buildKnowledge } from "@/lib/knowledge/load/build-knowledge";
import { checkKnowledge } from "@/lib/knowledge/check/check";
import { problemText } from "@/lib/knowledge/check/content-problem";
import type { Member } from "@/lib/knowledge/schema";
import { edited, SAMPLE, sampleFiles } from "./sample-content";

const TODAY = "2026-11-22";

function check(
  changes: Record<string, string | null> = {},
  options: { today?: string; memberProblem?: (member: Member) => string | null } = {},
): string[] {
  return checkKnowledge(buildKnowledge(sampleFiles(changes)), { today: TODAY, ...options }).map(
    (problem) => `${problem.rule} ${problemText(problem)}`,
  );
}

const second = (path: string, change: (text: string) => string) => ({
  [path]: `${SAMPLE[path] ?? ""}${change(SAMPLE[path] ?? "")}`,
});

/** The condition "other" of some tests stands in a problem too. */
const OTHER_COVERED = edited("problems.yaml", "conditions: [hypokalaemia]", "conditions: [hypokalaemia, other]");

describe("a sound knowledge base", () => {
  it("passes every check", () => {
    expect(check({}, { memberProblem: () => null })).toEqual([]);
  });
});

describe("references", () => {
  it.each([
    [
      "a source of a figure",
      "classes/diuretics.yaml",
      "source: paper-one",
      "source: paper-two",
      /evidence\.0\.source: no source has the id "paper-two"/,
    ],
    ["a lab", "classes/diuretics.yaml", "labs: [potassium]", "labs: [kalium]", /labs\.0: no lab has the id "kalium"/],
    [
      "a mechanism",
      "classes/diuretics.yaml",
      "[low-potassium]",
      "[low-kalium]",
      /mechanisms\.0: no mechanism has the id "low-kalium"/,
    ],
    [
      "a class to replace",
      "classes/diuretics.yaml",
      "  labs: [potassium]",
      "  replaces: [no-such]\n  labs: [potassium]",
      /replaces\.0: no class has the id "no-such"/,
    ],
    [
      "a condition in a predicate",
      "conditions/electrolytes.yaml",
      "  labs:",
      "  when: { any: [{ condition: nothing }] }\n  labs:",
      /when\.any\.0\.condition: no condition has the id "nothing"/,
    ],
    [
      "a lab in a predicate",
      "conditions/electrolytes.yaml",
      "  labs:",
      "  when: { all: [{ not: { lab: kalium, is: low } }] }\n  labs:",
      /when\.all\.0\.not\.lab: no lab has the id "kalium"/,
    ],
    [
      "a symptom",
      "conditions/electrolytes.yaml",
      "[palpitations]",
      "[palpitation]",
      /askFor\.0: no symptom has the id "palpitation"/,
    ],
    [
      "a mechanism of a member",
      "classes/diuretics.yaml",
      "name: furosemide }",
      "name: furosemide, mechanisms: [low-kalium] }",
      /members\.0\.mechanisms\.0: no mechanism has the id "low-kalium"/,
    ],
    [
      "a condition on which a figure holds",
      "classes/diuretics.yaml",
      "      source: paper-one",
      "      when: { condition: nothing }\n      source: paper-one",
      /evidence\.0\.when\.condition: no condition has the id "nothing"/,
    ],
    [
      "a condition on which an option holds",
      "conditions/electrolytes.yaml",
      "  labs:",
      "  optionsWhen: [{ when: { condition: nothing }, text: Consider. }]\n  labs:",
      /optionsWhen\.0\.when\.condition: no condition has the id "nothing"/,
    ],
    [
      "what a low result means",
      "labs.yaml",
      "lowMeans: hypokalaemia",
      "lowMeans: hypokalemia",
      /lowMeans: no condition has the id "hypokalemia"/,
    ],
  ])("%s that does not exist is named with file and line", (_what, path, from, to, message) => {
    const problems = check(edited(path, from, to));
    expect(problems).toEqual(expect.arrayContaining([expect.stringMatching(message)]));
    expect(problems.find((problem) => message.test(problem))).toMatch(new RegExp(`^unknown-id ${path}:\\d+ `));
  });

  it("a drug in a predicate is a class, a set or a member of one, in any case", () => {
    const when = (name: string) =>
      edited("conditions/electrolytes.yaml", "  labs:", `  when: { drug: [${name}] }\n  labs:`);
    expect(check(when("loop"))).toEqual([]);
    expect(check(when("Furosemide"))).toEqual([]);
    expect(check(when("frusemid"))).toEqual([
      expect.stringMatching(/^unknown-drug conditions\/electrolytes\.yaml:\d+ when\.drug\.0: "frusemid" is no class/),
    ]);
  });

  it("a source, a mechanism, a set or a lab that nobody names is an orphan, as a warning", () => {
    const unused = {
      ...second("sources.yaml", (text) => text.replace("paper-one", "paper-two")),
      "drug-sets.yaml": "- { id: acei, name: ACE inhibitors, members: [{ rxcui: '1', name: a }] }",
    };
    expect(check(unused)).toEqual([
      expect.stringContaining('unused-source sources.yaml:7 id: nothing names the source "paper-two"'),
      expect.stringContaining('unused-set drug-sets.yaml:1 id: nothing names the set "acei"'),
    ]);
  });
});

describe("what is said of some members only", () => {
  it.each([
    ["a figure", "      source: paper-one", "      onlyFor: [NAME]\n      source: paper-one", "evidence.0.onlyFor"],
    ["an option", "  options: []", "  options: [{ text: Consider., onlyFor: [NAME] }]", "options.0.onlyFor"],
    [
      "a safety flag",
      "  ceiling:",
      "  safety: [{ id: flag, problem: kalium, title: T, text: T., members: [NAME], options: [], sources: [paper-one] }]\n  ceiling:",
      "safety.0.members",
    ],
  ])("%s names members of its class", (_what, from, to, field) => {
    expect(check(edited("classes/diuretics.yaml", from, to.replace("NAME", "furosemide")))).toEqual([]);
    expect(check(edited("classes/diuretics.yaml", from, to.replace("NAME", "bumetanid")))).toEqual([
      expect.stringMatching(
        new RegExp(
          `^not-a-member classes/diuretics\\.yaml:\\d+ ${field.replaceAll(".", "\\.")}: "bumetanid" is no member of "loop"`,
        ),
      ),
    ]);
  });
});

describe("ids", () => {
  it("are unique within a kind, rule ids everywhere", () => {
    expect(check(second("mechanisms.yaml", (text) => text))).toEqual([
      expect.stringMatching(/^repeated-id mechanisms\.yaml:7 id: "low-potassium" is used twice/),
    ]);
    const twin = second("conditions/electrolytes.yaml", (text) =>
      text.replace("id: hypokalaemia", "id: other").replace("E87.6", "E87.7"),
    );
    expect(check({ ...twin, ...OTHER_COVERED })).toEqual([
      expect.stringMatching(/^repeated-id conditions\/electrolytes\.yaml:\d+ ruleId: "CON-01" is used twice/),
    ]);
  });
});

describe("figures", () => {
  const CLASS = "classes/diuretics.yaml";

  it.each([
    [
      "an estimate that the printed text does not hold",
      "estimate: 1.2\n",
      "estimate: 1.25\n",
      /1\.25 does not stand in the text as printed/,
    ],
    [
      "an interval's end that the printed text does not hold",
      "high: 1.44",
      "high: 1.45",
      /1\.45 does not stand in the text/,
    ],
    ["an interval with one end", "      low: 1\n", "", /an interval has two ends/],
    [
      "an interval the wrong way round",
      "low: 1\n      high: 1.44",
      "low: 1.44\n      high: 1",
      /lower end is above its upper end/,
    ],
    [
      "a figure whose source the class does not list",
      "  sources: [paper-one]",
      "  sources: []",
      /missing from the entry's sources/,
    ],
  ])("%s is found", (_what, from, to, message) => {
    expect(check(edited(CLASS, from, to))).toEqual(expect.arrayContaining([expect.stringMatching(message)]));
  });

  it("none in an entry that is not verified, nor a rate in its words", () => {
    expect(check(edited(CLASS, "verified: true", "verified: false"))).toEqual(
      expect.arrayContaining([expect.stringContaining("evidence: an entry that is not verified carries no figure")]),
    );
    const worded = edited("conditions/electrolytes.yaml", /why: [^\n]*/, "why: Cramps in 63 % of people.");
    expect(
      check({
        "conditions/electrolytes.yaml": (worded["conditions/electrolytes.yaml"] ?? "").replace(
          "verified: true",
          "verified: false",
        ),
      }),
    ).toEqual([
      expect.stringMatching(
        /^figure conditions\/electrolytes\.yaml:\d+ why: an entry that is not verified states no rate: "3 %"/,
      ),
    ]);
  });

  it("may be the percentage of two counts that are printed", () => {
    const counts = (estimate: string) =>
      edited(
        CLASS,
        /text: 1\.20[^]*?high: 1\.44/,
        `text: 27 of 78 on the drug, 0 of 78 on placebo\n      measure: percentage\n      estimate: ${estimate}`,
      );
    expect(check(counts("34.6"))).toEqual([]);
    expect(check(counts("35.6"))).toEqual([expect.stringContaining("35.6 does not stand in the text")]);
  });

  it("may stand in a statement of an unverified entry that names its own page", () => {
    const stated = (sources: string) => {
      const text =
        edited(
          "conditions/electrolytes.yaml",
          "  sources: [paper-one]",
          `  against:\n    - { text: In 63 % of controls too., sources: ${sources} }\n  sources: [paper-one]`,
        )["conditions/electrolytes.yaml"] ?? "";
      return check({ "conditions/electrolytes.yaml": text.replace("verified: true", "verified: false") });
    };
    expect(stated("[paper-one]")).toEqual([]);
    expect(stated("[]")).toEqual([
      expect.stringContaining("against.0.text: an entry that is not verified states no rate"),
    ]);
  });

  it("none from general knowledge, and nothing is verified by it", () => {
    const general = edited("sources.yaml", '  pmid: "1"', "  notAPage: true");
    expect(check(general)).toEqual(
      expect.arrayContaining([
        expect.stringContaining("is not a page that was read, so no figure can come from it"),
        expect.stringContaining('"loop" is marked as verified but names no page that was read'),
      ]),
    );
  });

  it("come from a source that can be found again", () => {
    expect(check(edited("sources.yaml", '  pmid: "1"\n', ""))).toEqual([
      expect.stringContaining("has neither PMID nor DOI nor address"),
    ]);
  });
});

describe("mechanisms", () => {
  it("lead to a test or say why not", () => {
    const without = edited("mechanisms.yaml", "labs: [potassium]", "labs: []");
    expect(check(without)).toEqual([expect.stringMatching(/^mechanism-without-lab mechanisms\.yaml:5 labs: /)]);
    expect(
      check({ "mechanisms.yaml": `${without["mechanisms.yaml"] ?? ""}  noLabReason: No test shows it.\n` }),
    ).toEqual([]);
  });
});

describe("codes of conditions", () => {
  const twin = (code: string) =>
    second("conditions/electrolytes.yaml", (text) =>
      text.replace("id: hypokalaemia", "id: other").replace("CON-01", "CON-02").replace("E87.6", code),
    );

  it("belong to one condition", () => {
    expect(check({ ...twin("E87.6"), ...OTHER_COVERED })).toEqual([
      expect.stringContaining('"E87.6" already belongs to "hypokalaemia"'),
    ]);
    expect(check({ ...twin("E87.60"), ...OTHER_COVERED })).toEqual([]);
  });

  it("look like ICD-10-CM", () => {
    expect(check({ ...twin("'276.8'"), ...OTHER_COVERED })).toEqual([
      expect.stringContaining('"276.8" is no ICD-10-CM prefix'),
    ]);
  });
});

describe("members", () => {
  it("are held against the terminology that is handed in", () => {
    expect(
      check({}, { memberProblem: (member) => (member.rxcui === "4603" ? "RxNorm calls 4603 something else" : null) }),
    ).toEqual([
      expect.stringMatching(/^member classes\/diuretics\.yaml:7 members\.0: RxNorm calls 4603 something else/),
    ]);
  });

  it("and so is every ingredient that an interaction names by itself", () => {
    const interaction = `
- id: pair
  ruleId: INT-001
  problem: kalium
  title: A pair
  type: drug-drug
  drugs: [{ ingredients: [furosemide] }, { classes: [loop], ingredients: [gentamycin] }]
  severity: moderate
  mechanismText: Both.
  effect: More.
  options: [Consider it.]
  sources: [paper-one]
  reviewBy: 2027-11-22
  checked: 2026-11-22
  verified: true
`;
    const known = (name: string) => name === "furosemide";
    const problems = checkKnowledge(buildKnowledge(sampleFiles({ "interactions/a.yaml": interaction })), {
      today: TODAY,
      ingredientIsKnown: known,
    }).map(problemText);
    expect(problems).toEqual([
      expect.stringContaining('drugs.1.ingredients.0: the terminology knows no ingredient "gentamycin"'),
    ]);
  });

  const other = (change: (text: string) => string) =>
    second("classes/diuretics.yaml", (text) =>
      change(
        text.replace("id: loop", "id: other").replace("DIU-01", "DIU-02").replace("strength: weak", "strength: strong"),
      ),
    );

  it("belong to one class by one route, unless one class replaces the other", () => {
    expect(check(other((text) => text))).toEqual([
      expect.stringMatching(/^overlap .*furosemide is judged by "loop" \(weak\) and by "other" \(strong\)/),
    ]);
    expect(check(other((text) => text.replace("  mechanisms:", "  replaces: [loop]\n  mechanisms:")))).toEqual([]);
    expect(check(other((text) => text.replace('"4603"', '"9997"').replace("furosemide", "spironolactone")))).toEqual(
      [],
    );
  });

  it("may be judged apart by route", () => {
    const topical = other((text) => text.replace("  mechanisms:", "  routes: { only: [topical] }\n  mechanisms:"));
    expect(check(topical)).toHaveLength(1);
    const text = topical["classes/diuretics.yaml"] ?? "";
    expect(
      check({
        "classes/diuretics.yaml": text.replace("  mechanisms:", "  routes: { except: [topical] }\n  mechanisms:"),
      }),
    ).toEqual([]);
  });
});

describe("review dates", () => {
  it("warn once they are past, against the date handed in", () => {
    expect(check({}, { today: "2027-11-22" })).toEqual([]);
    expect(check({}, { today: "2027-11-23" })).toEqual([
      expect.stringContaining('"loop" was to be looked at again by 2027-11-22'),
      expect.stringContaining('"hypokalaemia" was to be'),
      expect.stringContaining('"potassium" was last checked on 2026-11-22, more than a year ago'),
    ]);
  });
});

describe("problems", () => {
  it.each([
    ["a mechanism", "mechanisms: [low-potassium]", "mechanisms: []", "no problem covers the mechanism “low-potassium”"],
    ["a condition", "conditions: [hypokalaemia]", "conditions: []", "no problem covers the condition “hypokalaemia”"],
    ["one side of a result", ", { lab: potassium, is: high }", "", "no problem covers a high “potassium”"],
    [
      "a kind of finding",
      "[medication, check-failed, ",
      "[medication, ",
      "no problem takes findings of the kind “check-failed”",
    ],
  ])("cover every rule: %s", (_, from, to, message) => {
    expect(check(edited("problems.yaml", from, to))).toEqual([expect.stringContaining(message)]);
  });

  it("are each led to by some rule", () => {
    const idle = `${SAMPLE["problems.yaml"] ?? ""}- id: idle\n  title: Idle\n  covers: {}\n`;
    expect(check({ "problems.yaml": idle })).toEqual([expect.stringContaining("nothing leads to the problem “idle”")]);
  });
});
