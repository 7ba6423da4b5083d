import { describe, expect, it } from "vitest";
import { PatientCase } from "@/lib/domain/case";
import { Medication } from "@/lib/domain/medication";
import { compareCases } from "@/lib/review/compare/compare-cases";

function drug(name: string, overrides: Partial<Medication> = {}): Medication {
  return Medication.parse({
    name,
    match: "exact",
    ingredients: [{ rxcui: null, name }],
    strength: "5 mg",
    form: null,
    route: null,
    frequency: "daily",
    asNeeded: false,
    start: null,
    stop: null,
    use: "current",
    useReason: null,
    doubts: [],
    ...overrides,
  });
}

type Wanted = {
  drugs?: Medication[];
  labs?: [name: string, value: number, date: string | null][];
  conditions?: [text: string, polarity: string][];
  perWeek?: number | null;
  asOf?: string;
};

function caseOf({ drugs = [], labs = [], conditions = [], perWeek = null, asOf = "2026-11-22" }: Wanted): PatientCase {
  return PatientCase.parse({
    id: null,
    schemaVersion: "1.0.0",
    unread: [],
    medications: drugs.map((one) => ({
      text: one.name,
      start: 0,
      end: 1,
      status: "recognised",
      medications: [one],
      suggestions: [],
    })),
    conditions: conditions.map(([text, polarity]) => ({
      text,
      start: 0,
      end: 1,
      status: "recognised",
      polarity,
      codes: [],
      conditionId: null,
    })),
    labs: [
      {
        text: "labs",
        start: 0,
        end: 1,
        status: "recognised",
        results: labs.map(([name, value, date]) => ({
          loinc: null,
          name,
          value,
          unit: "mmol/L",
          comparator: null,
          date,
          flag: null,
        })),
      },
    ],
    context: { asOf, cramps: { onset: "2026-04", perWeek } },
  });
}

const wordsOf = (before: Medication[], after: Medication[]) =>
  compareCases(caseOf({ drugs: before }), caseOf({ drugs: after, asOf: "2027-01-10" })).medications.map(
    ({ change, words }) => [change, words],
  );

describe("medications of a follow-up", () => {
  it("that are the same on both lists are unchanged", () => {
    expect(wordsOf([drug("furosemide")], [drug("furosemide", { name: "Lasix", match: "brand" })])).toEqual([
      ["unchanged", "unchanged"],
    ]);
  });

  it("that are new are started where the date says so, and newly listed where it does not", () => {
    expect(
      wordsOf(
        [],
        [
          drug("a", { start: "2026-12-03" }),
          drug("b"),
          drug("c", { start: "2019" }),
          drug("d", { start: "2026-11" }),
          drug("e", { use: "planned" }),
        ],
      ),
    ).toEqual([
      ["started", "started 3 Dec 2026"],
      ["newly-listed", "newly listed, start not given"],
      ["newly-listed", "newly listed, started 2019"],
      ["started", "started Nov 2026"],
      ["newly-listed", "newly listed, planned"],
    ]);
  });

  it("that are gone from the list are said to be gone, never stopped", () => {
    expect(wordsOf([drug("furosemide")], [])).toEqual([["no-longer-listed", "no longer on the list"]]);
  });

  it("that the list says are stopped or held are stopped", () => {
    expect(
      wordsOf(
        [drug("a"), drug("b"), drug("c")],
        [drug("a", { use: "stopped", stop: "2026-12-01" }), drug("b", { use: "held" }), drug("c", { use: "allergy" })],
      ),
    ).toEqual([
      ["stopped", "stopped 1 Dec 2026"],
      ["stopped", "held"],
      ["use-changed", "listed as an allergy"],
    ]);
  });

  it("that are taken again are restarted, with the date only where it is of the restart", () => {
    const stopped = (name: string) => drug(name, { use: "stopped", start: "2020" });
    expect(
      wordsOf(
        [stopped("a"), stopped("b"), drug("c", { use: "planned" })],
        [drug("a", { start: "2020" }), drug("b", { start: "2026-12-05" }), drug("c", { start: "2026-12-05" })],
      ),
    ).toEqual([
      ["restarted", "restarted, date not given"],
      ["restarted", "restarted 5 Dec 2026"],
      ["started", "started 5 Dec 2026"],
    ]);
  });

  it("whose strength, frequency or need changed have another dose, in the words of both", () => {
    expect(
      wordsOf(
        [drug("a"), drug("b"), drug("c", { strength: null, frequency: null })],
        [drug("a", { strength: "10 mg" }), drug("b", { frequency: "twice daily", asNeeded: true }), drug("c")],
      ),
    ).toEqual([
      ["dose-changed", "dose changed: 5 mg daily to 10 mg daily"],
      ["dose-changed", "dose changed: 5 mg daily to 5 mg twice daily as needed"],
      ["dose-changed", "dose changed: dose not given to 5 mg daily"],
    ]);
  });

  it("that are listed twice are matched by what is alike, in any order", () => {
    const [small, large] = [drug("warfarin", { strength: "1 mg" }), drug("warfarin", { strength: "5 mg" })];
    expect(wordsOf([small, large], [large, small]).map(([change]) => change)).toEqual(["unchanged", "unchanged"]);
    expect(wordsOf([small, large], [large]).map(([change]) => change)).toEqual(["unchanged", "no-longer-listed"]);
  });

  it("of several ingredients are one drug, whatever their order, and not one of their parts", () => {
    const both = (names: string[]) => drug("Seretide", { ingredients: names.map((name) => ({ rxcui: null, name })) });
    expect(wordsOf([both(["a", "b"])], [both(["b", "a"])]).map(([change]) => change)).toEqual(["unchanged"]);
    expect(wordsOf([both(["a", "b"])], [drug("a")]).map(([change]) => change)).toEqual([
      "newly-listed",
      "no-longer-listed",
    ]);
  });

  it("are each told once", () => {
    const { medications } = compareCases(
      caseOf({ drugs: [drug("a"), drug("b")] }),
      caseOf({ drugs: [drug("b"), drug("c")] }),
    );
    expect(medications.map(({ before, after }) => after?.name ?? before?.name)).toEqual(["b", "c", "a"]);
  });
});

describe("everything else of a follow-up", () => {
  it("names results that the earlier review did not have, by value and date", () => {
    const { newResults } = compareCases(
      caseOf({
        labs: [
          ["Potassium", 2.4, "2026-11-20"],
          ["Sodium", 136, null],
        ],
      }),
      caseOf({
        labs: [
          ["Potassium", 2.4, "2026-11-20"],
          ["Potassium", 4.1, "2027-01-08"],
          ["Sodium", 136, null],
          ["Sodium", 136, "2027-01-08"],
        ],
      }),
    );
    expect(newResults.map(({ name, value }) => [name, value])).toEqual([
      ["Potassium", 4.1],
      ["Sodium", 136],
    ]);
  });

  it("names conditions that came and went, and leaves out what was denied", () => {
    const { newConditions, goneConditions } = compareCases(
      caseOf({
        conditions: [
          ["gout", "present"],
          ["asthma", "present"],
          ["cancer", "negated"],
        ],
      }),
      caseOf({
        conditions: [
          ["asthma", "present"],
          ["diabetes", "present"],
          ["stroke", "family"],
        ],
      }),
    );
    expect([newConditions, goneConditions]).toEqual([["diabetes"], ["gout"]]);
  });

  it("gives cramps a week only where both were entered, and zero is an answer", () => {
    expect(compareCases(caseOf({ perWeek: 5 }), caseOf({ perWeek: 0 })).crampsPerWeek).toEqual({ before: 5, after: 0 });
    expect(compareCases(caseOf({ perWeek: 5 }), caseOf({})).crampsPerWeek).toBeNull();
    expect(compareCases(caseOf({}), caseOf({ perWeek: 2 })).crampsPerWeek).toBeNull();
  });

  it("counts from the day of the earlier review", () => {
    expect(compareCases(caseOf({ asOf: "2026-11-22" }), caseOf({ asOf: "2027-01-10" })).since).toBe("2026-11-22");
  });
});
