import { describe, expect, it } from "vitest";
import { buildKnowledge } from "@/lib/knowledge/load/build-knowledge";
import { readContentFiles } from "@/lib/knowledge/load/content-files";
import type { DrugSelector } from "@/lib/knowledge/schema";
import { drugNames } from "@/lib/terminology/drugs/drug-names";

const { knowledge, problems } = buildKnowledge(readContentFiles());

/** What people take that is no medicine: no list of drug names holds it, the content names it all the same. */
const NO_MEDICINE = ["grapefruit", "grapefruit juice", "bitter lemon", "prenatal vitamin"];

const selectors: { of: string; selector: DrugSelector }[] = [
  ...knowledge.interactions.flatMap((row) => row.drugs.map((selector) => ({ of: row.id, selector }))),
  ...knowledge.hints.map((hint) => ({ of: hint.id, selector: hint.drugs })),
];

describe("drugs that interactions and hints name", () => {
  it("are read without a problem", () => {
    expect(problems.filter(({ file }) => /^(interactions|drug-sets|hints|red-flags|mechanisms)/.test(file))).toEqual(
      [],
    );
  });

  it("stand for at least one drug in every place", () => {
    const empty = selectors.filter(
      ({ selector }) => selector.ingredients.length + selector.classes.length + selector.sets.length === 0,
    );
    expect(empty).toEqual([]);
  });

  it("are classes and sets that exist", () => {
    const known = new Set([...knowledge.classes.map(({ id }) => id), ...knowledge.drugSets.map(({ id }) => id)]);
    const unknown = selectors.flatMap(({ of, selector }) =>
      [...selector.classes, ...selector.sets].filter((id) => !known.has(id)).map((id) => `${of}: ${id}`),
    );
    expect(unknown).toEqual([]);
  });

  it("are ingredients that the reader can give", () => {
    const unknown = selectors.flatMap(({ of, selector }) =>
      [...selector.ingredients, ...selector.except]
        .filter((name) => drugNames().ingredientByName(name) === null && !NO_MEDICINE.includes(name))
        .map((name) => `${of}: ${name}`),
    );
    expect(unknown).toEqual([]);
  });

  it("are, in sets, ingredients under the RxCUI that the terminology knows", () => {
    const wrong = knowledge.drugSets.flatMap((set) =>
      set.members
        .filter((member) => drugNames().ingredientByName(member.name)?.rxcui !== member.rxcui)
        .map((member) => `${set.id}: ${member.name}`),
    );
    expect(wrong).toEqual([]);
  });

  it("have no set that nothing uses", () => {
    const used = new Set([
      ...selectors.flatMap(({ selector }) => selector.sets),
      ...[
        ...JSON.stringify([
          knowledge.redFlags,
          knowledge.classes,
          knowledge.treatments,
          knowledge.conditions,
          knowledge.leaflet,
          knowledge.interactions.map((row) => [row.when, row.risesTo]),
        ]).matchAll(/"([a-z0-9-]+)"/g),
      ].map(([, id]) => id ?? ""),
    ]);
    expect(knowledge.drugSets.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
  });
});

describe("mechanisms", () => {
  const known = new Set(knowledge.mechanisms.map(({ id }) => id));

  it("hold every tag that a class or an interaction carries", () => {
    const unknown = [...knowledge.classes, ...knowledge.interactions].flatMap(({ id, mechanisms }) =>
      mechanisms.filter((tag) => !known.has(tag)).map((tag) => `${id}: ${tag}`),
    );
    expect(unknown).toEqual([]);
  });

  it("lead to a test or say why not", () => {
    expect(
      knowledge.mechanisms.filter((mechanism) => mechanism.labs.length === 0 && mechanism.noLabReason === undefined),
    ).toEqual([]);
  });

  it("that add up say what a clinician may consider", () => {
    expect(
      knowledge.mechanisms.filter(
        (mechanism) => mechanism.clusterWords !== null && mechanism.clusterOptions.length === 0,
      ),
    ).toEqual([]);
  });
});
