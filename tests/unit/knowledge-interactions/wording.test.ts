import { describe, expect, it } from "vitest";
import { buildKnowledge } from "@/lib/knowledge/load/build-knowledge";
import { readContentFiles } from "@/lib/knowledge/load/content-files";

const { knowledge } = buildKnowledge(readContentFiles());

/** Words of UI.md that titles and options do not use. Commands are looked for at the beginning of a sentence. */
const BANNED =
  /\b(must|should stop|prescribe|diagnosed?|diagnosis|diagnostic of|caused by|culprit|proves?|rules out|safe|all clear|no problems|nothing to worry|always|never|definitely|guaranteed|harmless|significant|common|non-compliant|suffers|elderly|abuse|override|invalid|oops|please|smart|avoid)\b/i;
const COMMAND = /(^|[.;] )(Stop|Start|Switch|Give|Reduce|Increase|Do not (?!stop one without advice))\b/;
const SYMBOLS = /[<>≥≤]|\+|µ|\bQD\b|\bOD\b|\bIU\b/;

const advice: { of: string; text: string }[] = [
  ...knowledge.interactions.flatMap((row) => [row.title, ...row.options].map((text) => ({ of: row.id, text }))),
  ...knowledge.redFlags.flatMap((flag) => [flag.title, ...flag.options].map((text) => ({ of: flag.id, text }))),
  ...knowledge.mechanisms.flatMap((mechanism) => mechanism.clusterOptions.map((text) => ({ of: mechanism.id, text }))),
  ...knowledge.hints.map((hint) => ({ of: hint.id, text: hint.question })),
];

describe("titles, options and questions", () => {
  it("recommend and never direct", () => {
    expect(advice.filter(({ text }) => BANNED.test(text) || COMMAND.test(text))).toEqual([]);
  });

  it("write comparisons and units as words", () => {
    expect(advice.filter(({ text }) => SYMBOLS.test(text))).toEqual([]);
  });

  it("are questions where they are hints", () => {
    expect(knowledge.hints.filter((hint) => !hint.question.includes("?"))).toEqual([]);
  });

  it("show no figure in a row that was not verified", () => {
    expect(
      knowledge.interactions
        .filter((row) => !row.verified && (row.figures.length > 0 || row.caps.length > 0))
        .map(({ id }) => id),
    ).toEqual([]);
  });

  it("never make an unverified row louder than moderate by itself", () => {
    expect(
      knowledge.interactions
        .filter((row) => !row.verified && ["major", "contraindicated"].includes(row.severity))
        .map(({ id }) => id),
    ).toEqual([]);
  });

  it("say of a contraindicated pair who lists it so", () => {
    const silent = knowledge.interactions.filter(
      (row) =>
        row.severity === "contraindicated" &&
        !/label|product (information|text)|regulator|UK text/i.test(row.effect + row.title),
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
  });
});
