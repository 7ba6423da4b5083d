import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PatientCase } from "@/lib/domain/case";
import type { ConditionPiece } from "@/lib/domain/condition";
import { PatientContext, SYMPTOM_IDS } from "@/lib/domain/context";
import type { LabPiece } from "@/lib/domain/lab";
import type { Medication, MedicationPiece } from "@/lib/domain/medication";
import { Review } from "@/lib/domain/review";
import { openByDefault, wantsAttention } from "@/lib/domain/open-findings";
import { PRIORITIES, SCHEMA_VERSION } from "@/lib/domain/vocabulary";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { notFlagged } from "@/lib/review/suggestions/not-flagged";
import { review } from "@/lib/review/review";

const knowledge = loadKnowledge();
const RUNS = Number(process.env.PROPERTY_RUNS ?? 200);

const members = [
  ...new Map(
    [
      ...knowledge.classes.flatMap(({ members: list }) => list),
      ...knowledge.drugSets.flatMap(({ members: list }) => list),
    ].map((member) => [member.name, member]),
  ).values(),
];
const UNRELATED = ["xylometazoline", "paracetamol", "senega", "cetirizine", "notadrug"].filter(
  (name) => !members.some((member) => member.name === name),
);
const prefixes = knowledge.conditions.flatMap(({ icd10cm }) => icd10cm);

const isoDay = fc
  .integer({ min: 0, max: 5000 })
  .map((days) => new Date(Date.UTC(2013, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
const partialDate = fc.tuple(isoDay, fc.constantFrom(10, 7, 4)).map(([day, length]) => day.slice(0, length));
const dateOrNone = fc.option(partialDate, { nil: null });

const medication = (ingredient: fc.Arbitrary<{ name: string; rxcui: string | null }>): fc.Arbitrary<Medication> =>
  fc.record({
    name: fc.constant("as written"),
    match: fc.constantFrom("exact", "brand", "synonym"),
    ingredients: fc.array(ingredient, { minLength: 1, maxLength: 3 }),
    strength: fc.constantFrom(null, "40 mg", "20 mg", "100 micrograms", "10 mg/5 mL", "5 %", "1,000 units"),
    form: fc.constantFrom(null, "tablet", "cream", "eye drops", "inhaler"),
    route: fc.constantFrom(null, null, "oral", "inhaled", "topical", "eye", "vaginal"),
    frequency: fc.constantFrom(null, "daily", "twice daily", "every 4 hours", "weekly", "as directed"),
    asNeeded: fc.boolean(),
    start: dateOrNone,
    stop: dateOrNone,
    use: fc.constantFrom("current", "current", "current", "stopped", "held", "allergy", "planned", "uncertain"),
    useReason: fc.constant(null),
    doubts: fc.constant([]),
    changes: fc.option(
      fc.array(
        fc.record({
          date: dateOrNone,
          kind: fc.constantFrom("increased", "decreased", "stopped", "restarted"),
          from: fc.constantFrom(null, "5 mg"),
          to: fc.constantFrom(null, "10 mg"),
        }),
        { maxLength: 3 },
      ),
      { nil: undefined },
    ),
    dechallenge: fc.constantFrom(undefined, undefined, "better", "unchanged"),
    rechallenge: fc.constantFrom(undefined, undefined, "returned", "not-returned"),
  });

const known = fc.constantFrom(...members).map(({ name, rxcui }) => ({ name, rxcui }));
const anyIngredient = fc.oneof(
  { weight: 6, arbitrary: known },
  fc.string({ maxLength: 12 }).map((name) => ({ name, rxcui: null })),
);

const medicationPiece: fc.Arbitrary<MedicationPiece> = fc.record({
  text: fc.string({ maxLength: 40 }),
  start: fc.nat(1000),
  end: fc.nat(1000),
  status: fc.constantFrom("recognised", "recognised", "recognised", "confirm", "unrecognised", "not-medication"),
  medications: fc.array(medication(anyIngredient), { maxLength: 2 }),
  suggestions: fc.constant([]),
});

const conditionPiece: fc.Arbitrary<ConditionPiece> = fc.record({
  text: fc.oneof(fc.string({ maxLength: 30 }), fc.constantFrom("dark urine", "no dark urine", "proximal weakness")),
  start: fc.nat(1000),
  end: fc.nat(1000),
  status: fc.constantFrom("recognised", "recognised", "unrecognised", "confirm"),
  polarity: fc.constantFrom("present", "present", "negated", "family", "past", "uncertain"),
  codes: fc.array(
    fc
      .constantFrom(...prefixes, "I10", "Z99.2", "Q99")
      .map((code) => ({ system: "icd10cm" as const, code, display: code })),
    { maxLength: 2 },
  ),
  conditionId: fc.constant(null),
});

const labPiece: fc.Arbitrary<LabPiece> = fc.record({
  text: fc.string({ maxLength: 20 }),
  start: fc.nat(1000),
  end: fc.nat(1000),
  status: fc.constantFrom("recognised", "recognised", "recognised", "unrecognised"),
  results: fc.array(
    fc.record({
      loinc: fc.constantFrom(null, ...knowledge.labs.flatMap(({ loinc }) => loinc.map(({ code }) => code))),
      name: fc.constantFrom("potassium", "magnesium", "something"),
      value: fc.oneof(
        fc.double({ min: -10, max: 10_000, noNaN: true }),
        fc.integer({ min: 0, max: 400 }),
        fc.constantFrom("low", "raised", "normal", "pending", ""),
      ),
      unit: fc.constantFrom(null, "mmol/L", "mg/dL", "U/L", "umol/L", "g/L", "furlongs"),
      comparator: fc.constantFrom(null, "<", ">", "<=", ">="),
      date: dateOrNone,
      flag: fc.constantFrom(null, "L", "H", "critical", "x"),
      referenceLow: fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: null }),
      referenceHigh: fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: null }),
    }),
    { maxLength: 3 },
  ),
});

const context = fc
  .record({
    asOf: isoDay,
    jurisdiction: fc.constantFrom("US", "UK"),
    ageYears: fc.option(fc.integer({ min: 0, max: 110 }), { nil: null }),
    sex: fc.constantFrom("male", "female", "other", "unknown"),
    pregnant: fc.option(fc.boolean(), { nil: null }),
    dialysis: fc.option(fc.boolean(), { nil: null }),
    alcoholUnitsPerWeek: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
    cramps: fc.record({ onset: dateOrNone }),
    symptoms: fc.dictionary(fc.constantFrom(...SYMPTOM_IDS), fc.constantFrom("yes", "no", "unknown"), { maxKeys: 5 }),
    symptomText: fc.option(
      fc.oneof(
        fc.string({ unit: "grapheme", maxLength: 80 }),
        fc.constantFrom("no dark urine, denies weakness", "carpopedal spasm; swollen left calf"),
      ),
      { nil: null },
    ),
  })
  .map((fields) => PatientContext.parse(fields));

const anyCase: fc.Arbitrary<PatientCase> = fc.record({
  id: fc.constant(null),
  schemaVersion: fc.constant(SCHEMA_VERSION),
  medications: fc.array(medicationPiece, { maxLength: 25 }),
  conditions: fc.array(conditionPiece, { maxLength: 10 }),
  labs: fc.array(labPiece, { maxLength: 10 }),
  context,
  unread: fc.constant([]),
});

/** Whole shelves of drugs at once, all taken, beside every result and many conditions and symptoms. */
const bigCase: fc.Arbitrary<PatientCase> = fc
  .record({
    names: fc.shuffledSubarray(members, { minLength: 20, maxLength: 80 }),
    conditions: fc.array(conditionPiece, { minLength: 10, maxLength: 20 }),
    labs: fc.array(labPiece, { minLength: 5, maxLength: 15 }),
    context,
    symptoms: fc.shuffledSubarray([...SYMPTOM_IDS], { maxLength: 12 }),
  })
  .map(({ names, conditions, labs, context: given, symptoms }) => ({
    id: null,
    schemaVersion: SCHEMA_VERSION,
    conditions,
    labs,
    unread: [],
    medications: names.map(({ name, rxcui }): MedicationPiece => ({
      text: name,
      start: 0,
      end: 1,
      status: "recognised",
      suggestions: [],
      medications: [
        {
          name,
          match: "exact",
          ingredients: [{ name, rxcui }],
          strength: null,
          form: null,
          route: null,
          frequency: null,
          asNeeded: false,
          start: null,
          stop: null,
          use: "current",
          useReason: null,
          doubts: [],
        },
      ],
    })),
    context: { ...given, symptoms: Object.fromEntries(symptoms.map((id) => [id, "yes" as const])) },
  }));

const check = <Values>(property: fc.IRawProperty<Values, false>) => fc.assert(property, { numRuns: RUNS });

/** Without the order of what was not read, which follows the order of entry. */
const canonical = (given: PatientCase) => {
  const answer = review(given, knowledge);
  return {
    ...answer,
    problems: answer.problems?.map((problem) => ({
      ...problem,
      drugs: problem.drugs.map(({ line: _, ...drug }) => JSON.stringify(drug)).sort(),
    })),
    unread: answer.unread.map((entry) => JSON.stringify(entry)).sort(),
  };
};

/** A fixed shuffle, so that a failure can be repeated. */
function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const list = [...items];
  let state = seed + 1;
  for (let at = list.length - 1; at > 0; at -= 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const other = state % (at + 1);
    [list[at], list[other]] = [list[other]!, list[at]!];
  }
  return list;
}

describe("any case", () => {
  it("has an answer that fits the contract, with no failed check and one finding an id", () => {
    check(
      fc.property(anyCase, (patientCase) => {
        const answer = review(patientCase, knowledge);
        Review.parse(answer);
        expect(answer.findings.filter(({ kind }) => kind === "check-failed")).toEqual([]);
        expect(new Set(answer.findings.map(({ id }) => id)).size).toBe(answer.findings.length);
        // What was entered is quoted in reasons as it was, whatever it says; our own words hold no failed number.
        for (const finding of answer.findings)
          expect(
            finding.reasons.every(
              (reason) =>
                reason.trim() !== "" &&
                (finding.kind === "unread" || !/undefined|null,|NaN/.test(reason.replace(/“.*”/gs, ""))),
            ),
            `${finding.id}: ${finding.reasons.join(" / ")}`,
          ).toBe(true);
        for (const lab of answer.labs) expect(lab.reasons.length).toBeGreaterThan(0);
        notFlagged(patientCase, knowledge);
      }),
    );
  });

  it("gives the same bytes twice", () => {
    check(
      fc.property(anyCase, (patientCase) => {
        expect(JSON.stringify(review(structuredClone(patientCase), knowledge))).toBe(
          JSON.stringify(review(patientCase, knowledge)),
        );
      }),
    );
  });

  it("gives the same in any order of entry", () => {
    check(
      fc.property(anyCase, fc.nat(10_000), (patientCase, seed) => {
        const mixed = {
          ...patientCase,
          medications: shuffled(patientCase.medications, seed),
          conditions: shuffled(patientCase.conditions, seed),
          labs: shuffled(patientCase.labs, seed),
        };
        expect(canonical(mixed)).toEqual(canonical(patientCase));
      }),
    );
  });

  it("loses no finding to a drug that has nothing to do with it", () => {
    check(
      fc.property(anyCase, fc.nat(UNRELATED.length - 1), (patientCase, at) => {
        const name = UNRELATED[at] ?? "notadrug";
        const added: MedicationPiece = {
          text: name,
          start: 0,
          end: 1,
          status: "recognised",
          suggestions: [],
          medications: [
            {
              name,
              match: "exact",
              ingredients: [{ rxcui: null, name }],
              strength: null,
              form: null,
              route: null,
              frequency: null,
              asNeeded: false,
              start: null,
              stop: null,
              use: "current",
              useReason: null,
              doubts: [],
            },
          ],
        };
        const before = review(patientCase, knowledge).findings.map(({ id, priority }) => `${id} ${priority}`);
        const after = new Set(
          review({ ...patientCase, medications: [...patientCase.medications, added] }, knowledge).findings.map(
            ({ id, priority }) => `${id} ${priority}`,
          ),
        );
        expect(before.filter((finding) => !after.has(finding))).toEqual([]);
      }),
    );
  });

  it("finds the same under a brand name or another way of matching", () => {
    check(
      fc.property(anyCase, (patientCase) => {
        const branded = {
          ...patientCase,
          medications: patientCase.medications.map((piece) =>
            piece.status === "recognised"
              ? {
                  ...piece,
                  medications: piece.medications.map((given) => ({
                    ...given,
                    name: "Brandname",
                    match: "brand" as const,
                  })),
                }
              : piece,
          ),
        };
        expect(review(branded, knowledge)).toEqual(review(patientCase, knowledge));
      }),
    );
  });

  it("never has a medication or interaction at act now or review by a form that acts where it is put", () => {
    check(
      fc.property(anyCase, fc.constantFrom(0, 1, 2), (patientCase, which) => {
        const route = ["topical", "eye", "ear"][which] ?? "eye";
        const local = {
          ...patientCase,
          medications: patientCase.medications.map((piece) => ({
            ...piece,
            medications: piece.medications.map((given) => ({ ...given, route })),
          })),
        };
        const loud = review(local, knowledge).findings.filter(
          ({ kind, priority }) =>
            (kind === "medication" || kind === "interaction") && (priority === "act-now" || priority === "review"),
        );
        expect(loud.map(({ id }) => id)).toEqual([]);
      }),
    );
  });

  it("explains every recognised ingredient that has no finding of its own, once and in words", () => {
    check(
      fc.property(anyCase, (patientCase) => {
        const told = new Set(
          review(patientCase, knowledge)
            .findings.filter(({ kind }) => kind === "medication")
            .flatMap(({ ingredients }) => ingredients),
        );
        const explained = notFlagged(patientCase, knowledge);
        const reasons = new Set(explained.map(({ ingredient }) => ingredient));
        const recognised = patientCase.medications
          .filter(({ status }) => status === "recognised")
          .flatMap((piece) => piece.medications.flatMap(({ ingredients }) => ingredients.map(({ name }) => name)));
        expect(recognised.filter((name) => !told.has(name) && !reasons.has(name))).toEqual([]);
        expect(explained.filter(({ reason }) => reason.trim().length < 10 || /undefined|null/.test(reason))).toEqual(
          [],
        );
      }),
    );
  });

  it("folds a finding only into one that is there and asks for attention, and says so on it", () => {
    check(
      fc.property(bigCase, (patientCase) => {
        const { findings } = review(patientCase, knowledge);
        const byId = new Map(findings.map((finding) => [finding.id, finding]));
        for (const folded of findings.filter(({ foldedInto }) => foldedInto !== undefined)) {
          const home = byId.get(folded.foldedInto ?? "");
          expect(home?.priority, `${folded.id} in ${folded.foldedInto}`).not.toBe("info");
          expect(home, folded.id).toBeDefined();
          expect(folded.priority).toBe("info");
          expect(folded.reasons.join()).toContain(`Told in: ${home?.title}`);
          expect(
            folded.ingredients.length === 0 || folded.ingredients.some((name) => home?.ingredients.includes(name)),
            folded.id,
          ).toBe(true);
        }
      }),
    );
  });
});

describe("a case with everything in it", () => {
  it("opens at most seven findings by default, what endangers first, and keeps all the others in the review", () => {
    check(
      fc.property(bigCase, (patientCase) => {
        const { findings } = review(patientCase, knowledge);
        const open = openByDefault(findings);
        expect(open.length).toBeLessThanOrEqual(7);
        const rest = findings.filter((finding) => !open.includes(finding));
        const loudestLeft = Math.min(
          ...rest.filter(wantsAttention).map(({ priority }) => PRIORITIES.indexOf(priority)),
          PRIORITIES.length,
        );
        expect(Math.max(...open.map(({ priority }) => PRIORITIES.indexOf(priority)), 0)).toBeLessThanOrEqual(
          loudestLeft,
        );
        expect(open.length + rest.length).toBe(findings.length);
      }),
    );
  });

  it("asks at most three questions, each a whole sentence that is not asked twice", () => {
    check(
      fc.property(bigCase, (patientCase) => {
        const { questions } = review(patientCase, knowledge);
        expect(questions.length).toBeLessThanOrEqual(3);
        expect(new Set(questions).size).toBe(questions.length);
        for (const question of questions) expect(question).toMatch(/^[A-Z][^?]+\?( .*\.)?$/s);
      }),
    );
  });

  it("tells no pair of a cluster beside it as loudly as the cluster", () => {
    check(
      fc.property(bigCase, (patientCase) => {
        const { findings } = review(patientCase, knowledge);
        const clusters = findings.filter(({ ruleId, priority }) => ruleId.startsWith("ADD-") && priority !== "info");
        const pairs = findings.filter(
          ({ id, kind, priority }) =>
            kind === "interaction" &&
            !id.startsWith("interaction:additive-") &&
            (priority === "consider" || priority === "info"),
        );
        const rows = new Map(knowledge.interactions.map((row) => [`interaction:${row.id}`, row]));
        const twice = pairs.filter(
          ({ id, ingredients, priority, foldedInto }) =>
            priority === "consider" &&
            foldedInto === undefined &&
            clusters.some(
              (cluster) =>
                (rows.get(id)?.mechanisms ?? []).some((mechanism) => cluster.ruleId === `ADD-${mechanism}`) &&
                ingredients.every((name) => cluster.ingredients.includes(name)),
            ),
        );
        expect(twice.map(({ id }) => id)).toEqual([]);
      }),
    );
  });
});
