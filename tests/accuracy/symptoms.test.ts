import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { readSymptomText } from "@/lib/reading/symptoms/read-symptoms";
import { inWords, scoreSymptoms, symptomCases } from "./score-symptoms";

/** The samples are not part of the repository; a clone is judged by its own sentences alone. */
const SAMPLES = process.env.CRAMPCHECK_SAMPLES ?? path.join(process.cwd(), "..", "shared", "samples");
const development = path.join(SAMPLES, "symptoms-dev.jsonl");
const there = existsSync(development);
const own = path.join(import.meta.dirname, "cases", "symptoms-unseen-1.jsonl");

/** In a lot of sixty sentences one false alarm is more than 0.03 of those without an emergency. */
const MANY = 80;

function judge(file: string): void {
  const score = scoreSymptoms(symptomCases(file), loadKnowledge());
  console.log(`${path.basename(file)}: ${inWords(score)}\n${score.wrong.join("\n")}`);
  expect(score.named, "the right emergency named").toBeGreaterThanOrEqual(0.9);
  expect(score.alarmed, "any alarm").toBeGreaterThanOrEqual(0.95);
  expect(score.falseAlarms, "false alarms").toBeLessThanOrEqual(score.cases > MANY ? 0.03 : 0.05);
  expect(score.recall, "signs, recall").toBeGreaterThanOrEqual(0.9);
  expect(score.precision, "signs, precision").toBeGreaterThanOrEqual(0.93);
  expect(score.assertion, "assertion").toBeGreaterThanOrEqual(0.95);
  expect(score.silent, "silent sentences").toBe(0);
  expect(score.unreadQuiet, "quiet sentences called not read").toBeLessThanOrEqual(0.05);
}

describe("reading of what the patient says", () => {
  it.each([
    "symptoms-unseen-1.jsonl",
    "symptoms-own-1.jsonl",
    "symptoms-lot-a.jsonl",
    "symptoms-lot-b.jsonl",
    "symptoms-lot-c.jsonl",
    "symptoms-lot-d.jsonl",
    "symptoms-lot-e.jsonl",
    "symptoms-lot-f.jsonl",
    "symptoms-lot-g.jsonl",
    "symptoms-lot-h.jsonl",
    "symptoms-lot-i.jsonl",
    "symptoms-lot-j.jsonl",
  ])("reaches its bars on %s", (file) => judge(path.join(import.meta.dirname, "cases", file)));
});

describe.skipIf(!there)(there ? "development sentences" : "development sentences (skipped: not in a clone)", () => {
  it("reach the bars", () => judge(development));
});

describe("cost of reading", () => {
  const knowledge = loadKnowledge();
  const content = { signs: knowledge.symptoms, words: knowledge.symptomWords };
  const sentences = symptomCases(own).map(({ text }) => text);

  it("keeps a clause short whatever the text, so that its cost is that of its length", () => {
    const words = sentences.join(" ").replace(/[^a-z ]/gi, " ");
    const { pieces } = readSymptomText(words.slice(0, 10_000), content);
    const longest = Math.max(...pieces.map(({ text }) => text.split(/\s+/).length));
    expect(longest).toBeLessThanOrEqual(75);
  });

  it("answers 200 kB of prose, another language, capitals and no punctuation", () => {
    const prose = sentences.join(" ").repeat(40).slice(0, 200_000);
    expect(readSymptomText(prose, content).pieces.length).toBeGreaterThan(1000);
    expect(readSymptomText("RIGHT CALF SWOLLEN AND HOT", content).signs.map(({ id }) => id)).toContain(
      "oneSidedSwelling",
    );
    const foreign = readSymptomText("Seit gestern ist das linke Bein geschwollen und schmerzt sehr", content);
    expect(foreign.pieces.map(({ status }) => status)).toEqual(["unrecognised"]);
  });
});
