import { describe, expect, it } from "vitest";
import type { DrugClass } from "@/lib/knowledge/schema";
import { classContent } from "./class-content";

const classes = classContent();

/** What becomes a title or an option of a finding. */
const advice = (entry: DrugClass): string[] => [
  entry.name,
  ...(entry.headline ? [entry.headline] : []),
  ...entry.options.map((option) => option.text),
  ...entry.alternatives.map((alternative) => alternative.text),
  ...entry.safety.flatMap((flag) => [flag.title, ...flag.options]),
  ...entry.raisedTo.map((step) => step.words),
  ...(entry.loudOnlyWhen ? [entry.loudOnlyWhen.words] : []),
];

const everything = (entry: DrugClass): string[] => [
  ...advice(entry),
  entry.mechanismText,
  ...[...entry.statements, ...entry.against, ...entry.mistakenCures].map((statement) => statement.text),
  ...entry.safety.map((flag) => flag.text),
  ...entry.evidence.flatMap((figure) => [
    figure.text,
    figure.outcome,
    figure.population ?? "",
    figure.comparison ?? "",
  ]),
];

/** The product's own list of words that neither advise nor describe (UI words). “Do not stop … without advice” is a negation and may be said. */
const BANNED =
  /\b(must|should stop|prescribe|diagnos(is|ed)|diagnostic of|caused by|culprit|proves|rules out|all clear|no problems|always|never|definitely|guaranteed|harmless|non-compliant|suffers|elderly|abuse|override|error|invalid|oops|please|smart)\b/i;
const UNCOUNTED = /\b(commonly|common|rarely|rare|likely|safe)\b/i;
const COMMAND = /(^|[.;:] )(stop|start|switch|give|take|avoid)\b/i;
const HEDGED = /\b(consider|review|discuss|check)|^do not /i;

const found = (pattern: RegExp, texts: (entry: DrugClass) => string[]) =>
  classes.flatMap((entry) =>
    texts(entry)
      .filter((text) => pattern.test(text))
      .map((text) => `${entry.id}: ${text}`),
  );

describe("the words of the classes", () => {
  it("hold no banned word in titles and options", () => {
    expect(found(BANNED, advice)).toEqual([]);
  });

  it("say how often only with a number", () => {
    expect(found(UNCOUNTED, advice).filter((text) => !/\d/.test(text))).toEqual([]);
  });

  it("command nothing", () => {
    expect(found(COMMAND, advice)).toEqual([]);
    expect(found(/(?<!do not )\bstop\b/i, (entry) => entry.options.map((option) => option.text))).toEqual([]);
  });

  it("hedge every option", () => {
    const bare = classes.flatMap((entry) =>
      entry.options.filter((option) => !HEDGED.test(option.text)).map((option) => `${entry.id}: ${option.text}`),
    );
    expect(bare).toEqual([]);
  });

  it("blame nothing: the association is never called a cause", () => {
    expect(found(/\bcaused by\b|\bcauses (muscle |leg )?cramps?\b/i, everything)).toEqual([]);
  });

  it("use no mathematical signs, Latin shorthand or doses that can be misread", () => {
    expect(
      found(/[<>≥≤±]|\bµg|\bmcg\b|\bQD\b|\bOD\b|\bp\.o\.|\d\+\d|(?<!P = )(?<![\d\w])\.\d|\d\.0 (mg|g)\b/, everything),
    ).toEqual([]);
  });

  it("put a space before the per cent sign", () => {
    expect(found(/\d%/, everything)).toEqual([]);
  });

  it("name a combination with “and” or “with”, and speak British", () => {
    expect(found(/ \+ /, everything)).toEqual([]);
    expect(
      found(
        /\b(hypokalemia|hypocalcemia|hyponatremia|hypomagnesemia|estrogen therapy|anemia|edema|hemodialysis|program|color|tumor)\b/i,
        everything,
      ),
    ).toEqual([]);
  });

  it.each([
    "mra",
    "loop-diuretic",
    "laba",
    "laba-ics",
    "calcineurin-inhibitor",
    "bcr-abl-tki",
    "platinum",
    "antiepileptic",
    "carbamazepine-group",
    "lithium",
    "corticosteroid-systemic",
    "beta-blocker-isa",
  ])("says not to stop %s without advice or a plan", (id) => {
    const options = classes.find((entry) => entry.id === id)?.options.map((option) => option.text) ?? [];
    expect(options.some((text) => /do not stop/i.test(text))).toBe(true);
  });
});

describe("figures", () => {
  it("say what they count before the number, so that none can be read as a rate of cramps that it is not", () => {
    const bare = classes.flatMap((entry) =>
      entry.evidence
        .filter((figure) => !/^[a-z][a-z -]{3,}.*?\d/i.test(figure.text))
        .map((figure) => `${entry.id}: ${figure.text}`),
    );
    expect(bare).toEqual([]);
  });

  it("name the deficit or the other complaint where they are not about cramps", () => {
    for (const entry of classes) {
      for (const figure of entry.evidence.filter((each) => !/cramp|spasm/.test(each.outcome)))
        expect(figure.text, entry.id).not.toMatch(/^(muscle |leg )?(cramp|spasm)/);
    }
  });
});
