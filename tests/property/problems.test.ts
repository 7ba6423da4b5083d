import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SYMPTOM_IDS } from "@/lib/domain/context";
import { reviewInput } from "@/lib/intake/review-input";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { MOST_HEADLINE_WORDS } from "@/lib/review/problems/headline";
import { MOST_SUMMARY_WORDS, WORDS_A_FURTHER_PROBLEM } from "@/lib/review/problems/tell-summary";
import { PRIORITIES } from "@/lib/domain/vocabulary";

const knowledge = loadKnowledge();
const RUNS = Number(process.env.PROPERTY_RUNS ?? 200);
const names = [...new Set(knowledge.classes.flatMap(({ members }) => members.map(({ name }) => name)))];

const line = fc.tuple(
  fc.constantFrom(...names),
  fc.constantFrom("", " 10 mg", " 40 mg daily", " 80 mg nightly, started 1 Oct 2026", " (stopped last week)"),
);
const lab = fc.constantFrom(
  "K 2.4 mmol/L",
  "K 3.1 mmol/L",
  "K 6.7 mmol/L",
  "Mg 0.5 mmol/L",
  "Na 117 mmol/L",
  "Na 150 mmol/L",
  "adjusted calcium 1.7 mmol/L",
  "adjusted calcium 3.1 mmol/L",
  "CK 400 U/L",
  "CK 30000 U/L",
  "creatinine 480 umol/L",
  "phosphate 0.3 mmol/L",
  "TSH 40 mIU/L",
  "glucose 2.1 mmol/L",
);
const anyInput = fc.record({
  medications: fc.array(line, { maxLength: 14 }).map((lines) => lines.map((parts) => parts.join("")).join("\n")),
  labs: fc.uniqueArray(lab, { maxLength: 6 }).map((rows) => rows.map((row) => `${row} 20 Nov 2026`).join("\n")),
  conditions: fc.uniqueArray(fc.constantFrom(...knowledge.conditions.map(({ name }) => name)), { maxLength: 5 }),
  context: fc.record({
    asOf: fc.constant("2026-11-25"),
    jurisdiction: fc.constantFrom("US", "UK"),
    ageYears: fc.constantFrom(5, 30, 64, 81),
    sex: fc.constantFrom("male", "female"),
    symptoms: fc.dictionary(fc.constantFrom(...SYMPTOM_IDS), fc.constantFrom("yes", "no"), { maxKeys: 5 }),
  }),
});

const answerTo = (input: Input) => reviewInput(input, { knowledge, today: "2026-11-25" }).review;
type Input = Parameters<typeof reviewInput>[0];
const words = (text: string) => text.split(/\s+/).filter((word) => word !== "").length;

function check(property: fc.IProperty<[Input]>): void {
  fc.assert(property, { numRuns: RUNS });
}

describe("problems", () => {
  it("hold every finding exactly once, and each finding and test names its own", () => {
    check(
      fc.property(anyInput, (input) => {
        const { problems = [], findings, labs } = answerTo(input);
        const placed = problems.flatMap(({ id, findingIds }) => findingIds.map((finding) => `${id}/${finding}`));
        expect(placed.toSorted()).toEqual(findings.map(({ id, problemId }) => `${problemId}/${id}`).toSorted());
        const known = new Set(problems.map(({ id }) => id));
        for (const { problemIds = [] } of labs) for (const id of problemIds) expect(known).toContain(id);
      }),
    );
  });

  it("are as loud and as soon as their loudest finding, the most urgent first", () => {
    check(
      fc.property(anyInput, (input) => {
        const { problems = [], findings } = answerTo(input);
        const rank = (priority: (typeof PRIORITIES)[number]) => PRIORITIES.indexOf(priority);
        for (const { findingIds, priority } of problems) {
          const own = findings.filter(({ id }) => findingIds.includes(id)).map((finding) => rank(finding.priority));
          expect(rank(priority)).toBe(Math.min(...own));
        }
        const ranks = problems.map(({ priority }) => rank(priority));
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
        for (const { priority, howSoon } of [...problems, ...findings])
          if (priority === "act-now") expect(["now", "today"]).toContain(howSoon);
      }),
    );
  });

  it("keep the drugs that are linked and no more to findings about medications that are at most to consider", () => {
    check(
      fc.property(anyInput, (input) => {
        const linked = answerTo(input).findings.filter(({ problemId }) => problemId === "linked-drugs");
        for (const { kind, priority } of linked) {
          expect(kind).toBe("medication");
          expect(["consider", "info"]).toContain(priority);
        }
      }),
    );
  });

  it("have a headline of at most thirty words, at most four options, two against and two questions", () => {
    check(
      fc.property(anyInput, (input) => {
        for (const { headline, options, against, questions } of answerTo(input).problems ?? []) {
          expect(words(headline)).toBeLessThanOrEqual(MOST_HEADLINE_WORDS);
          expect(headline).not.toMatch(/undefined|null|NaN|\.\.|: \./);
          expect(options.length).toBeLessThanOrEqual(4);
          expect(against.length).toBeLessThanOrEqual(2);
          expect(questions.length).toBeLessThanOrEqual(2);
        }
      }),
    );
  });

  it("are named in the summary where they are to act on now, within its words", () => {
    check(
      fc.property(anyInput, (input) => {
        const { problems = [], summary = [] } = answerTo(input);
        const urgent = problems.filter(({ priority }) => priority === "act-now");
        const text = summary.join(" ").toLowerCase();
        for (const { title } of urgent) expect(text).toContain(title.toLowerCase());
        const most = MOST_SUMMARY_WORDS + WORDS_A_FURTHER_PROBLEM * Math.max(0, urgent.length - 1);
        expect(words(text)).toBeLessThanOrEqual(most);
      }),
    );
  });
});
