import { describe, expect, it } from "vitest";
import { buildKnowledge } from "@/lib/knowledge/load/build-knowledge";
import { readContentFiles } from "@/lib/knowledge/load/content-files";
import { lineOf } from "@/lib/knowledge/load/locate";
import { copyOf, WORDING_EXCEPTIONS, WORDING_RULES, wordingProblems } from "@/lib/knowledge/check/wording";

const rulesOf = (text: string, advice = true) => wordingProblems(text, advice).map(({ rule }) => rule.id);

describe("words that recommend, never direct", () => {
  it.each([
    ["Patient must stop simvastatin.", ["must"]],
    ["Stop simvastatin.", ["command"]],
    ["Consider the dose. Switch to pravastatin.", ["command"]],
    ["Review the dose; reduce it by half.", ["command"]],
    ["Cramps caused by the diuretic.", ["caused-by"]],
    ["It is safe in older adults.", ["safe"]],
    ["Cramps are common.", ["frequency-word"]],
    ["A significant fall.", ["significant"]],
    ["The elderly take it.", ["demeaning"]],
    ["Invalid drug name!", ["exclamation"]],
    ["50 mcg QD", ["unit-abbreviation"]],
    ["Above .5 mg", ["naked-point"]],
    ["Do not take magnesium.", ["command"]],
    ["5.0 mg daily", ["trailing-zero"]],
    ["40mg daily", ["dose-without-space"]],
    ["Potassium >5.5", ["comparison-sign"]],
    ["In 5% of people", ["percent"]],
    ["On 03/11/26", ["numeric-date"]],
  ])("“%s” is found", (text, rules) => {
    expect(rulesOf(text)).toEqual(rules);
  });

  it.each([
    "Consider a dose or statin review.",
    "Do not stop without advice.",
    "Cramps are common, in 5.3 % of people.",
    "The difference was not statistically significant.",
    "The US label lists this pair as contraindicated.",
    "Bendroflumethiazide may contribute: started 9 weeks before onset; potassium 2.4 mmol/L.",
    "1.48 (95 % CI 1.29 to 1.68)",
    "100 micrograms per dose, at least 2 doses daily.",
  ])("“%s” is in order", (text) => {
    expect(rulesOf(text)).toEqual([]);
  });

  it("holds titles and options to more than the statements beside them", () => {
    expect(rulesOf("Stopping it must be slow.", true)).toEqual(["must"]);
    expect(rulesOf("Stopping it must be slow.", false)).toEqual([]);
  });

  it("looks at every text of an entry, and at none that is a code, a unit or a citation", () => {
    const entry = {
      id: "a-b",
      title: "T",
      options: [{ text: "O", sources: ["s"] }],
      why: "W",
      units: [{ unit: "ug/L" }],
      safety: [{ id: "x", options: ["S"], text: "U" }],
      citation: "C",
    };
    expect(copyOf(entry)).toEqual([
      { path: ["title"], text: "T", advice: true },
      { path: ["options", 0, "text"], text: "O", advice: true },
      { path: ["why"], text: "W", advice: false },
      { path: ["safety", 0, "options", 0], text: "S", advice: true },
      { path: ["safety", 0, "text"], text: "U", advice: false },
    ]);
  });

  it("gives a reason for every rule and for every exception, and no exception is idle or too wide", () => {
    for (const rule of WORDING_RULES) expect(rule.why.length).toBeGreaterThan(5);
    for (const exception of WORDING_EXCEPTIONS) {
      expect(exception.reason.length).toBeGreaterThan(10);
      expect(WORDING_RULES.map((rule) => rule.id)).toContain(exception.rule);
      expect(exception.text.test("")).toBe(false);
    }
  });
});

describe("the content", () => {
  const built = buildKnowledge(readContentFiles());
  const { knowledge } = built;
  const kinds = [
    knowledge.classes,
    knowledge.interactions,
    knowledge.mechanisms,
    knowledge.conditions,
    knowledge.redFlags,
    knowledge.labs,
    knowledge.hints,
    knowledge.treatments,
    knowledge.leaflet,
  ] as const;

  it("holds to the words of the product", () => {
    const found = kinds.flatMap((entries: readonly { id: string }[]) =>
      entries.flatMap((entry) =>
        copyOf(entry).flatMap(({ path, text, advice }) =>
          wordingProblems(text, advice).map(({ rule, found: word }) => {
            const origin = built.origins.get(entry);
            return `${origin?.file.path ?? "?"}:${origin ? lineOf(origin, path) : "?"} ${entry.id} ${path.join(".")} [${rule.id}] “${word}” in “${text}”`;
          }),
        ),
      ),
    );
    expect(found).toEqual([]);
  });

  it("needs every exception that is made for it", () => {
    const texts = kinds.flatMap((entries: readonly object[]) =>
      entries.flatMap((entry) => copyOf(entry).map(({ text }) => text)),
    );
    const idle = WORDING_EXCEPTIONS.filter((exception) => !texts.some((text) => exception.text.test(text)));
    expect(idle.map(({ text }) => String(text))).toEqual([]);
  });
});
