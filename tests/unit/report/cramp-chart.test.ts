import { describe, expect, it } from "vitest";
import type { PatientCase } from "@/lib/domain/case";
import type { CrampWeek } from "@/lib/domain/context";
import { Medication } from "@/lib/domain/medication";
import { crampChartOf } from "@/lib/report/cramps/cramp-chart";
import { medianOf } from "@/lib/report/cramps/before-and-after";
import { patientCase } from "./fixtures";

function drug(name: string, overrides: Partial<Medication>): Medication {
  return Medication.parse({
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
    ...overrides,
  });
}

function visit(
  reference: string,
  asOf: string,
  perWeek: number | null,
  { diary, drugs = [] }: { diary?: CrampWeek[]; drugs?: Medication[] } = {},
): { reference: string; patientCase: PatientCase } {
  const empty = patientCase();
  const cramps = { ...empty.context.cramps, perWeek, ...(diary === undefined ? {} : { diary }) };
  return {
    reference,
    patientCase: {
      ...empty,
      medications: drugs.map((one) => ({
        text: one.name,
        start: 0,
        end: 1,
        status: "recognised",
        medications: [one],
        suggestions: [],
      })),
      context: { ...empty.context, asOf, cramps },
    },
  };
}

/** Weeks from Monday 2 November 2026 on. */
const weeks = (counts: number[], days?: (number | undefined)[]): CrampWeek[] =>
  counts.map((count, index) => ({
    weekOf: new Date(Date.UTC(2026, 10, 2 + index * 7)).toISOString().slice(0, 10),
    count,
    ...(days?.[index] === undefined ? {} : { days: days[index] }),
  }));
const stopped = drug("indapamide", { use: "stopped", start: "2019", stop: "2026-11-30" });

describe("the chart of cramps a week", () => {
  it("is not drawn for a single count", () => {
    expect(crampChartOf([visit("CC-1", "2026-11-22", 5)])).toBeNull();
    expect(crampChartOf([visit("CC-1", "2026-11-22", null), visit("CC-2", "2027-01-10", 2)])).toBeNull();
  });

  it("has what was told at each review, from zero", () => {
    const chart = crampChartOf([visit("CC-1", "2026-11-22", 5), visit("CC-2", "2027-01-10", 2)]);
    expect(chart?.told.map(({ reference, count, date }) => [reference, count, date])).toEqual([
      ["CC-1", 5, "22 Nov 2026"],
      ["CC-2", 2, "10 Jan 2027"],
    ]);
    expect(chart?.levels[0]).toEqual({ y: 0, value: 0 });
    expect(chart?.caption).toBe(
      "5 a week on 22 Nov 2026, 2 a week on 10 Jan 2027, as told at each review. No changes fell in this time. Cramps also vary by themselves.",
    );
  });

  it("numbers the changes in its time, the earliest first, and leaves out others", () => {
    const drugs = [
      drug("late", { start: "2026-12-24" }),
      stopped,
      drug("old", { start: "2012" }),
      drug("planned", { use: "planned", start: "2026-12-01" }),
    ];
    const chart = crampChartOf([visit("CC-1", "2026-11-22", 5), visit("CC-2", "2027-01-10", 2, { drugs })]);
    expect(chart?.changes.map(({ number, words, date }) => [number, words, date])).toEqual([
      [1, "indapamide stopped", "30 Nov 2026"],
      [2, "late started", "24 Dec 2026"],
    ]);
    expect(chart?.caption).toContain("2 changes fell in this time.");
  });

  it("compares the medians of four full weeks on each side of a change", () => {
    const diary = weeks([9, 5, 6, 4, 2, 2, 3, 1, 9]);
    const chart = crampChartOf([visit("CC-2", "2027-01-10", null, { diary, drugs: [stopped] })]);
    expect(chart?.medians.map(({ value, words }) => [words, value])).toEqual([
      ["before", 5.5],
      ["after", 2],
    ]);
    expect(chart?.caption).toBe(
      "Median 5.5 a week in 4 weeks before, 2 in 4 weeks after change 1 (indapamide stopped). No other changes fell in the same time. Cramps also vary by themselves.",
    );
  });

  it("takes the change with weeks on both sides, and counts the others beside it", () => {
    const drugs = [stopped, drug("magnesium", { start: "2026-12-05" }), drug("edge", { start: "2026-11-03" })];
    const chart = crampChartOf([visit("CC-2", "2027-01-10", null, { diary: weeks([5, 5, 5, 5, 2, 2, 2, 2]), drugs })]);
    expect(chart?.caption).toContain("after change 2 (indapamide stopped). 2 other changes fell in the same time.");
  });

  it("draws weeks with missing days hollow and leaves them out of the medians", () => {
    const chart = crampChartOf([
      visit("CC-2", "2027-01-10", null, { diary: weeks([5, 0, 5, 5, 2, 2, 2, 2], [undefined, 3]), drugs: [stopped] }),
    ]);
    expect(chart?.weeks.map(({ days }) => days)).toEqual([7, 3, 7, 7, 7, 7, 7, 7]);
    expect(chart?.caption).toMatch(
      /^Median 5 a week in 3 weeks before, 2 in 4 weeks after.* 1 week with missing days is drawn hollow and not counted\./,
    );
  });

  it("says no median where no change has a full week on both sides", () => {
    const chart = crampChartOf([
      visit("CC-2", "2027-01-10", null, { diary: weeks([5, 4, 4]), drugs: [drug("a", { start: "2026-11-04" })] }),
    ]);
    expect(chart?.medians).toEqual([]);
    expect(chart?.caption).toBe(
      "3 weeks of a diary, with no full week on both sides of a change. 1 change fell in this time. Cramps also vary by themselves.",
    );
  });

  it("takes a week that two reviews hold once, as the later has it", () => {
    const chart = crampChartOf([
      visit("CC-1", "2026-11-22", null, { diary: weeks([5, 5]) }),
      visit("CC-2", "2027-01-10", null, { diary: weeks([4]) }),
    ]);
    expect(chart?.weeks.map(({ count }) => count)).toEqual([4, 5]);
  });

  it("says nothing of a cause, and never a p value", () => {
    const chart = crampChartOf([
      visit("CC-2", "2027-01-10", null, { diary: weeks([9, 5, 6, 4, 2, 2, 3, 1]), drugs: [stopped] }),
    ]);
    expect(chart?.caption).not.toMatch(/because|due to|helped|improved|\bp\b|significant/i);
  });
});

describe("a median", () => {
  it.each([
    [[3], 3],
    [[1, 2], 1.5],
    [[9, 1, 5], 5],
    [[4, 4, 0, 9], 4],
  ])("of %j is %d", (values, median) => {
    expect(medianOf(values)).toBe(median);
  });
});
