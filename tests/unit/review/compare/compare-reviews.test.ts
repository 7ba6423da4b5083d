import { describe, expect, it } from "vitest";
import type { Finding, LabSuggestion, Review } from "@/lib/domain/review";
import { compareReviews } from "@/lib/review/compare/compare-reviews";

const finding = (overrides: Partial<Finding> = {}): Finding => ({
  id: "medication:thiazide",
  kind: "medication",
  priority: "consider",
  strength: "weak",
  title: "Thiazide and cramps",
  ingredients: ["hydrochlorothiazide"],
  mechanisms: [],
  reasons: ["started 2 Feb 2026"],
  effects: [
    {
      text: "1.48 (95 % CI 1.29 to 1.68)",
      measure: null,
      estimate: 1.48,
      low: 1.29,
      high: 1.68,
      sourceId: "garrison2012",
    },
  ],
  against: ["A chart review found no class over-represented."],
  options: ["Consider a dose review."],
  timing: "plausible",
  sources: [{ id: "garrison2012", citation: "Garrison 2012" }],
  ruleId: "DIU-01",
  ...overrides,
});

const test = (overrides: Partial<LabSuggestion> = {}): LabSuggestion => ({
  id: "magnesium",
  name: "Magnesium",
  loinc: null,
  priority: "consider",
  reasons: ["hydrochlorothiazide"],
  answeredBy: null,
  repeat: null,
  leftOutOf: [],
  ...overrides,
});

const review = (overrides: Partial<Review> = {}): Review => ({
  id: null,
  schemaVersion: "1.0.0",
  knowledgeVersion: "a",
  asOf: "2026-11-22",
  findings: [finding()],
  labs: [test()],
  questions: ["Is the urine dark?"],
  unread: [{ text: "Zaroxlyn 5mg", where: "medications", status: "unrecognised", suggestions: [] }],
  ...overrides,
});

const result = {
  loinc: null,
  name: "Magnesium",
  value: 0.81,
  unit: "mmol/L",
  comparator: null,
  date: "2026-11-20",
  flag: null,
};

const differences = (after: Partial<Review>, before: Partial<Review> = {}) =>
  compareReviews(review(before), review(after));

describe("compareReviews", () => {
  it("says nothing where nothing differs, whatever the version and the date", () => {
    expect(differences({ knowledgeVersion: "b", asOf: "2027-01-01" })).toEqual([]);
  });

  it("names a new finding with its level and a gone one with what it was", () => {
    const added = finding({ id: "medication:statin", title: "Statin and cramps", priority: "review" });
    expect(differences({ findings: [finding(), added] })).toMatchObject([
      {
        kind: "finding-new",
        id: "medication:statin",
        priority: "review",
        sentence: "New: “Statin and cramps” at Review.",
      },
    ]);
    expect(differences({ findings: [] })).toMatchObject([
      {
        kind: "finding-gone",
        before: "Thiazide and cramps",
        after: null,
        sentence: "No longer shown: “Thiazide and cramps”, before at Consider.",
      },
    ]);
  });

  it.each<[string, Partial<Finding>, string]>([
    ["priority", { priority: "review" }, "“Thiazide and cramps”: moved from Consider to Review."],
    ["strength", { strength: "strong" }, "“Thiazide and cramps”: strength of the association was weak, is strong."],
    ["strength", { strength: null }, "“Thiazide and cramps”: strength of the association was weak, is not graded."],
    ["timing", { timing: "unlikely" }, "“Thiazide and cramps”: timing was plausible, is unlikely."],
    ["title", { title: "Thiazides" }, "“Thiazides”: was worded “Thiazide and cramps”."],
    ["rule", { ruleId: "DIU-02" }, "“Thiazide and cramps”: rule was DIU-01, is DIU-02."],
    [
      "reason",
      { reasons: ["started 2 Feb 2026", "potassium 2.4"] },
      "“Thiazide and cramps”: reason now says “potassium 2.4”.",
    ],
    ["option", { options: [] }, "“Thiazide and cramps”: option no longer says “Consider a dose review.”"],
    [
      "against",
      { against: ["Two reviews found none."] },
      "“Thiazide and cramps”: what speaks against it now says “Two reviews found none.”; no longer says “A chart review found no class over-represented.”",
    ],
    [
      "source",
      {
        sources: [
          { id: "garrison2012", citation: "Garrison 2012" },
          { id: "x", citation: "Other 2020" },
        ],
      },
      "“Thiazide and cramps”: source now says “Other 2020”.",
    ],
  ])("tells a changed %s", (kind, change, sentence) => {
    expect(differences({ findings: [finding(change)] })).toMatchObject([
      { kind, about: "finding", id: "medication:thiazide", sentence },
    ]);
  });

  it("tells a changed figure with both figures", () => {
    const [difference] = differences({
      findings: [
        finding({
          effects: [
            {
              text: "1.52 (95 % CI 1.31 to 1.75)",
              measure: null,
              estimate: 1.52,
              low: 1.31,
              high: 1.75,
              sourceId: "garrison2012",
            },
          ],
        }),
      ],
    });
    expect(difference).toMatchObject({
      kind: "figure",
      before: "1.48 (95 % CI 1.29 to 1.68)",
      after: "1.52 (95 % CI 1.31 to 1.75)",
    });
    expect(difference?.sentence).toContain(
      "now says “1.52 (95 % CI 1.31 to 1.75)”; no longer says “1.48 (95 % CI 1.29 to 1.68)”",
    );
  });

  it("is not moved by another order of the same findings, reasons or sources", () => {
    const [one, two] = [finding({ reasons: ["a", "b"] }), finding({ id: "other", reasons: ["a"] })];
    expect(
      compareReviews(review({ findings: [one, two] }), review({ findings: [two, { ...one, reasons: ["b", "a"] }] })),
    ).toEqual([]);
  });

  it("puts the louder of the two levels first, so that a gone emergency is not at the foot", () => {
    const emergency = finding({ id: "red-flag:dvt", title: "One-sided swelling", priority: "act-now" });
    const after = differences({ findings: [finding({ strength: "strong" })] }, { findings: [finding(), emergency] });
    expect(after.map(({ kind, priority }) => [kind, priority])).toEqual([
      ["finding-gone", "act-now"],
      ["strength", "consider"],
    ]);
    expect(differences({ findings: [finding({ priority: "info" })] })[0]).toMatchObject({
      kind: "priority",
      priority: "consider",
    });
  });

  it("tells of tests that are new, gone, answered, open again or asked for by something else", () => {
    expect(
      differences({ labs: [test(), test({ id: "calcium", name: "Calcium", reasons: ["a", "b"] })] }),
    ).toMatchObject([{ kind: "test-new", sentence: "New test to consider: Calcium, for a and b." }]);
    expect(differences({ labs: [] })).toMatchObject([
      { kind: "test-gone", sentence: "No longer suggested: Magnesium." },
    ]);
    expect(differences({ labs: [test({ answeredBy: result })] })).toMatchObject([
      { kind: "test-answered", sentence: "Magnesium: answered by 0.81 mmol/L (20 Nov 2026)." },
    ]);
    expect(differences({}, { labs: [test({ answeredBy: result })] })).toMatchObject([
      { kind: "test-open-again", sentence: "Magnesium: open again; 0.81 mmol/L (20 Nov 2026) no longer answers it." },
    ]);
    expect(
      differences(
        { labs: [test({ answeredBy: { ...result, value: 0.6, date: null } })] },
        { labs: [test({ answeredBy: result })] },
      ),
    ).toMatchObject([
      { sentence: "Magnesium: answered by 0.6 mmol/L (no date), before by 0.81 mmol/L (20 Nov 2026)." },
    ]);
    expect(differences({ labs: [test({ reasons: ["digoxin"], priority: "review" })] }).map(({ kind }) => kind)).toEqual(
      ["test-priority", "test-reason"],
    );
  });

  it("tells of questions and of entries that were or were not read", () => {
    const after = differences({
      questions: ["Is a leg swollen?"],
      unread: [{ text: "Foo", where: "conditions", status: "unrecognised", suggestions: [] }],
    });
    expect(after.map(({ sentence }) => sentence)).toEqual([
      "New question: Is a leg swollen?",
      "No longer asked: Is the urine dark?",
      "Not read: “Foo” (conditions).",
      "No longer among what was not read: “Zaroxlyn 5mg” (medications).",
    ]);
  });

  it("is the mirror of itself: what one way is new is the other way gone", () => {
    const [before, after] = [
      review(),
      review({ findings: [finding({ id: "x" })], labs: [], questions: [], unread: [] }),
    ];
    expect(compareReviews(before, after).length).toBe(compareReviews(after, before).length);
  });
});
