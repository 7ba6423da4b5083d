import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Finding, Review } from "@/lib/domain/review";
import { readCase } from "@/lib/intake/read-case";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { review } from "@/lib/review/review";

/** Published cases that are not part of the repository; where they are not there, these tests say so and are skipped. */
const SAMPLES = process.env.CRAMPCHECK_SAMPLES ?? path.join(process.cwd(), "..", "shared", "samples");
const there = existsSync(path.join(SAMPLES, "vignettes-dev.jsonl"));
const REASON = `development samples are not at ${SAMPLES}`;

const Vignette = z.looseObject({
  id: z.string(),
  patient: z.looseObject({ age: z.number().nullable(), sex: z.string(), pregnant: z.boolean().nullable() }),
  symptoms: z.array(z.string()),
  medications: z.array(z.string()),
  conditions: z.array(z.looseObject({ text: z.string(), icd10cm: z.string().nullish() })),
  labs: z.array(z.unknown()),
  expected: z.looseObject({
    flag_ingredients: z.array(z.string()),
    must_not_flag: z.array(z.string()),
    interactions: z.array(z.array(z.string())),
    labs_suggested: z.array(z.string()),
    source_culprits: z.array(z.string()),
    red_flags: z.array(z.string()),
  }),
});
type Vignette = z.infer<typeof Vignette>;
const Negative = z.looseObject({
  id: z.string(),
  text: z.string(),
  max_high_flags: z.number(),
  max_any_flags: z.number(),
});

function linesOf<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema>[] {
  return readFileSync(path.join(SAMPLES, file), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => schema.parse(JSON.parse(line)));
}

/** What clinicians call the tests of labs.yaml. A test that is in no panel of ours (renin, aldosterone) has no id. */
const LAB_IDS: Readonly<Record<string, string>> = {
  "creatine kinase": "ck",
  calcium: "calcium-adj",
  tsh: "tsh",
  "vitamin d": "vitd",
  pth: "pth",
  "vitamin b12": "b12",
  hba1c: "hba1c",
  "full blood count": "fbc",
  egfr: "egfr",
  "thyroid function": "tsh",
  "d-dimer": "d-dimer",
  ferritin: "ferritin",
  phosphate: "phosphate",
  urea: "urea",
  "vitamin b6": "b6-plp",
  "lithium level": "lithium-level",
  glucose: "glucose",
};
const labId = (name: string) => LAB_IDS[name.toLowerCase()] ?? name.toLowerCase();

const LOUD = new Set(["act-now", "review"]);
const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const openLabs = (answer: Review) => answer.labs.filter(({ answeredBy }) => answeredBy === null).length;

describe.skipIf(!there)(there ? "published cases" : `published cases (skipped: ${REASON})`, () => {
  const knowledge = there ? loadKnowledge() : null;
  const judge = (input: Parameters<typeof readCase>[0]): Review => {
    if (knowledge === null) throw new Error(REASON);
    return review(readCase(input, knowledge, "2026-11-22"), knowledge);
  };
  const cases = (there ? linesOf("vignettes-dev.jsonl", Vignette) : []).map((vignette) => ({
    vignette,
    answer: judge(inputOf(vignette)),
  }));
  const medicationsOf = ({ findings }: Review): Finding[] =>
    findings.filter(({ kind }) => kind === "medication" || kind === "safety");

  it.each(cases.map((entry) => [entry.vignette.id, entry] as const))(
    "%s: culprits flagged and not below third, interactions found, tests suggested with reasons",
    (_, { vignette, answer }) => {
      const medications = medicationsOf(answer);
      for (const name of vignette.expected.flag_ingredients)
        expect(
          medications.flatMap(({ ingredients }) => ingredients),
          `${name} flagged`,
        ).toContain(name);
      for (const name of vignette.expected.source_culprits) {
        const ranked = answer.findings.filter(({ kind }) => kind === "medication");
        expect(
          ranked.findIndex(({ ingredients }) => ingredients.includes(name)),
          `rank of ${name}`,
        ).toBeLessThan(3);
      }
      for (const pair of vignette.expected.interactions)
        expect(
          answer.findings.some(
            ({ kind, ingredients }) => kind === "interaction" && pair.every((name) => ingredients.includes(name)),
          ),
          pair.join(" + "),
        ).toBe(true);
      const suggested = answer.labs.map(({ id }) => id);
      const known = new Set(knowledge?.labs.map(({ id }) => id));
      for (const name of vignette.expected.labs_suggested)
        if (known.has(labId(name))) expect(suggested, name).toContain(labId(name));
      for (const name of vignette.expected.must_not_flag)
        expect(
          medications.filter(({ priority }) => LOUD.has(priority)).flatMap(({ ingredients }) => ingredients),
          `${name} loud`,
        ).not.toContain(name);
      for (const lab of answer.labs) expect(lab.reasons.join(" ").length, lab.id).toBeGreaterThan(5);
    },
  );

  it("leave few findings and few tests open", () => {
    const above = cases.map(({ answer }) => answer.findings.filter(({ priority }) => priority !== "info").length);
    const tests = cases.map(({ answer }) => openLabs(answer));
    console.log(
      `vignettes: ${cases.length}; findings above info, median ${median(above)} (${above.join(" ")}); tests without an answer, median ${median(tests)} (${tests.join(" ")})`,
    );
    expect(median(above)).toBeLessThanOrEqual(5);
    expect(median(tests)).toBeLessThanOrEqual(6);
  });

  it("raise a red flag or an urgent result where the report names one that was entered", () => {
    const missed = cases.filter(
      ({ vignette, answer }) =>
        vignette.expected.red_flags.length > 0 &&
        vignette.symptoms.length > 0 &&
        vignette.symptoms.some((words) => /spasm|tetany|weak|swollen/.test(words)) &&
        answer.findings[0]?.priority !== "act-now",
    );
    expect(missed.map(({ vignette }) => vignette.id)).toEqual([]);
  });

  it("stay quiet where nothing should be loud", () => {
    const negatives = there ? linesOf("negatives-dev.jsonl", Negative) : [];
    for (const negative of negatives) {
      const answer = judge({ medications: negative.text, context: { asOf: "2026-11-22" } });
      const flags = answer.findings.filter(
        ({ kind }) => kind === "medication" || kind === "interaction" || kind === "safety",
      );
      expect(flags.filter(({ priority }) => LOUD.has(priority)).length, negative.id).toBeLessThanOrEqual(
        negative.max_high_flags,
      );
      expect(flags.length, negative.id).toBeLessThanOrEqual(negative.max_any_flags);
      expect(answer.labs, negative.id).toEqual([]);
    }
  });
});

function inputOf(vignette: Vignette): Parameters<typeof readCase>[0] {
  const sex = { F: "female", M: "male" }[vignette.patient.sex] ?? "unknown";
  return {
    id: vignette.id,
    medications: vignette.medications,
    conditions: vignette.conditions.map(({ text, icd10cm }) => icd10cm ?? text),
    labs: vignette.labs,
    context: {
      asOf: "2026-11-22",
      ageYears: vignette.patient.age,
      sex,
      pregnant: vignette.patient.pregnant,
      symptomText: vignette.symptoms.join("; "),
    },
  };
}
