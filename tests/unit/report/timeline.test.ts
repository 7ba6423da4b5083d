import { describe, expect, it } from "vitest";
import type { PatientCase } from "@/lib/domain/case";
import type { Medication } from "@/lib/domain/medication";
import type { OnsetWindow } from "@/lib/knowledge/schema";
import { dayOf, dayRangeOf } from "@/lib/review/facts/day-range";
import { timelineOf } from "@/lib/report/timeline/timeline";
import { timelineAxis } from "@/lib/report/timeline/axis";
import { timelineDrug } from "@/lib/report/timeline/drug-bars";
import { spreadLabels } from "@/lib/report/timeline/result-lanes";
import { finding, medicationPiece, patientCase, review } from "./fixtures";

const TODAY = "2026-11-22";
const base = medicationPiece("x", 0, "furosemide").medications[0];

function drug(name: string, overrides: Partial<Medication> = {}): Medication {
  if (base === undefined) throw new Error("fixture without a medication");
  return { ...base, name, ingredients: [{ rxcui: null, name }], start: null, ...overrides };
}

function caseOf(
  medications: Medication[],
  onset: string | null = "2026-04",
  overrides: Partial<PatientCase> = {},
): PatientCase {
  const empty = patientCase();
  return {
    ...empty,
    medications: medications.map((medication) => ({
      text: medication.name,
      start: 0,
      end: 1,
      status: "recognised" as const,
      medications: [medication],
      suggestions: [],
    })),
    context: { ...empty.context, cramps: { ...empty.context.cramps, onset } },
    ...overrides,
  };
}

const timeline = (medications: Medication[], onset?: string | null) =>
  timelineOf({ patientCase: caseOf(medications, onset), review: review(), knowledge: null });
const drawn = (medication: Medication, onset = "2026-04-10", window: OnsetWindow | null = null) => {
  const range = dayRangeOf(onset);
  return timelineDrug("0", medication, {
    axis: timelineAxis(range, dayOf(TODAY)),
    onset: range,
    window,
    priority: null,
  });
};
const at = (date: string, onset = "2026-04-10") => timelineAxis(dayRangeOf(onset), dayOf(TODAY)).at(dayOf(date));
const windowOf = (overrides: Partial<OnsetWindow> = {}): OnsetWindow => ({
  anchor: "start-or-increase",
  typicalFromDays: 1,
  typicalToDays: 90,
  plausibleToDays: 365,
  verified: true,
  sources: [],
  ...overrides,
});

describe("the axis", () => {
  it("goes from the first of the month twelve months before the onset to today", () => {
    const axis = timelineAxis(dayRangeOf("2026-04"), dayOf(TODAY));
    expect(axis.words).toBe("1 Apr 2025 to 22 Nov 2026");
    expect([axis.at(dayOf("2025-04-01")), axis.at(dayOf(TODAY))]).toEqual([0, 1]);
  });

  it("draws nothing before it begins or after today", () => {
    const axis = timelineAxis(dayRangeOf("2026-04"), dayOf(TODAY));
    expect([axis.at(dayOf("2019-01-01")), axis.at(dayOf("2027-05-01"))]).toEqual([0, 1]);
  });

  it("names each year once, on its first tick, and thins the months of a long time", () => {
    const short = timelineAxis(dayRangeOf("2026-04"), dayOf(TODAY)).ticks;
    expect(short.filter((tick) => tick.year !== null).map((tick) => tick.year)).toEqual(["2025", "2026"]);
    const long = timelineAxis(dayRangeOf("1996"), dayOf(TODAY)).ticks;
    expect(long.length).toBeLessThan(15);
    expect(new Set(long.map((tick) => tick.month))).toEqual(new Set(["Jan"]));
  });

  it("goes back a year from today where the onset is not entered", () => {
    expect(timelineAxis(null, dayOf(TODAY)).words).toBe("1 Nov 2025 to 22 Nov 2026");
  });
});

describe("a drug", () => {
  it("is a bar from its start to today with an arrow", () => {
    const { bars, end, since, unknownStart } = drawn(drug("furosemide", { start: "2026-02-02" }));
    expect(bars).toEqual([{ x: at("2026-02-02"), width: 1 - at("2026-02-02"), vague: false }]);
    expect({ end, since, unknownStart }).toEqual({ end: { x: 1, kind: "arrow" }, since: null, unknownStart: null });
  });

  it("ends square on the day on which it was stopped", () => {
    const { bars, end } = drawn(drug("furosemide", { start: "2026-02-02", stop: "2026-06-01", use: "stopped" }));
    expect(end).toEqual({ x: at("2026-06-01"), kind: "square" });
    expect((bars[0]?.x ?? 0) + (bars[0]?.width ?? 0)).toBeCloseTo(at("2026-06-01"));
  });

  it("is thin over the time in which a vaguely dated start may lie", () => {
    const { bars } = drawn(drug("furosemide", { start: "2026-02" }));
    expect(bars.map((bar) => bar.vague)).toEqual([true, false]);
    expect(bars[0]).toMatchObject({ x: at("2026-02-01") });
    expect(bars[1]?.x).toBeCloseTo(at("2026-02-28"));
  });

  it("enters at the left edge with its year where it is older than the axis", () => {
    const { bars, since } = drawn(drug("furosemide", { start: "2019-03" }));
    expect(since).toBe("since Mar 2019");
    expect(bars).toEqual([{ x: 0, width: 1, vague: false }]);
  });

  it("claims no length where the start is not known: a box before a short end", () => {
    const { bars, unknownStart, end, words } = drawn(drug("furosemide"));
    expect(bars).toHaveLength(1);
    expect(bars[0]?.width).toBeLessThan(0.05);
    expect(unknownStart).toBeGreaterThan(0.95);
    expect(end).toEqual({ x: 1, kind: "arrow" });
    expect(words).toBe("start not given");
  });

  it("has a gap between a stop and a restart", () => {
    const changes = [
      { date: "2026-05-01", kind: "stopped" as const, from: null, to: null },
      { date: "2026-06-15", kind: "restarted" as const, from: null, to: null },
    ];
    const { bars, change } = drawn(drug("furosemide", { start: "2026-02-02", changes }));
    expect(bars).toHaveLength(2);
    expect((bars[0]?.x ?? 0) + (bars[0]?.width ?? 0)).toBeCloseTo(at("2026-05-01"));
    expect(bars[1]?.x).toBeCloseTo(at("2026-06-15"));
    expect(change).toBe("started 2 Feb 2026; stopped 1 May 2026; restarted 15 Jun 2026");
  });

  it("marks a dose that rose or fell with its amounts, the unit once", () => {
    const changes = [
      { date: "2026-03-01", kind: "increased" as const, from: "25 mg", to: "50 mg" },
      { date: "2026-08-01", kind: "decreased" as const, from: null, to: "12.5 mg" },
    ];
    const { doses } = drawn(drug("furosemide", { start: "2025-10-02", changes }));
    expect(doses).toEqual([
      { x: at("2026-03-01"), direction: "up", words: "25 to 50 mg" },
      { x: at("2026-08-01"), direction: "down", words: "to 12.5 mg" },
    ]);
  });

  it("tells a change without a date in words and draws none", () => {
    const { doses, change } = drawn(
      drug("furosemide", {
        start: "2025-10-02",
        changes: [{ date: null, kind: "increased", from: "20 mg", to: "40 mg" }],
      }),
    );
    expect(doses).toEqual([]);
    expect(change).toContain("dose raised 20 to 40 mg date not given");
  });

  it("tells what stopping and taking again did to the cramps", () => {
    expect(
      drawn(drug("furosemide", { start: "2026-02-02", dechallenge: "better", rechallenge: "returned" })).change,
    ).toBe("started 2 Feb 2026; cramps better when stopped or lowered; cramps back when taken again");
    expect(drawn(drug("furosemide", { start: "2026-02-02" })).change).toBe("started 2 Feb 2026");
  });

  it("takes the timing of the review where it knows more than the dates", () => {
    const range = dayRangeOf("2026-04-10");
    const of = { axis: timelineAxis(range, dayOf(TODAY)), onset: range, window: windowOf(), priority: null };
    expect(timelineDrug("0", drug("furosemide", { start: "2026-01-23" }), of).timing).toBe("plausible");
    expect(timelineDrug("0", drug("furosemide", { start: "2026-01-23" }), { ...of, timing: "possible" }).timing).toBe(
      "possible",
    );
  });

  it("says how long before the onset it began and how that fits the usual window", () => {
    expect(drawn(drug("furosemide", { start: "2026-01-23" }), "2026-04-10", windowOf()).words).toBe(
      "11 weeks before · inside the usual window",
    );
    expect(drawn(drug("furosemide", { start: "2026-06-19" }), "2026-04-10", windowOf()).words).toBe("10 weeks after");
  });

  it("draws the window from a raised dose, and only where a source was read for its days", () => {
    const raised = drug("furosemide", {
      start: "2020-01-01",
      changes: [{ date: "2026-03-01", kind: "increased", from: null, to: null }],
    });
    const { window, words } = drawn(raised, "2026-04-10", windowOf());
    expect(window?.x).toBeCloseTo(at("2026-03-02"));
    expect((window?.x ?? 0) + (window?.width ?? 0)).toBeCloseTo(at("2026-05-30"));
    expect(words).toBe("6 weeks before · inside the usual window");
    expect(drawn(raised, "2026-04-10", windowOf({ verified: false })).window).toBeNull();
    expect(drawn(raised, "2026-04-10", windowOf({ anchor: "start" })).window).toBeNull();
  });
});

describe("the whole timeline", () => {
  it("groups by what changed in the year before, after, earlier, and what has no date, nearest to the onset first", () => {
    const { groups } = timeline([
      drug("older", { start: "2019" }),
      drug("undated"),
      drug("after", { start: "2026-07-01" }),
      drug("far", { start: "2025-06-01" }),
      drug("near", { start: "2026-03-20" }),
      drug("changed", { start: "2010", changes: [{ date: "2026-02-01", kind: "increased", from: null, to: null }] }),
    ]);
    expect(groups.map(({ id, drugs }) => [id, drugs.map(({ medication }) => medication.name)])).toEqual([
      ["before", ["near", "changed", "far"]],
      ["after", ["after"]],
      ["older", ["older"]],
      ["undated", ["undated"]],
    ]);
  });

  it("asks first for the date of the undated drug with the loudest finding", () => {
    const own = {
      ...review(),
      findings: [
        finding({ id: "a", ingredients: ["salbutamol"], priority: "consider" }),
        finding({ id: "b", ingredients: ["prednisolone"], priority: "review" }),
      ],
    };
    const { groups } = timelineOf({
      patientCase: caseOf([drug("salbutamol"), drug("paracetamol"), drug("prednisolone")]),
      review: own,
      knowledge: null,
    });
    expect(groups[0]?.title).toBe("No date (3): which would help most: prednisolone");
  });

  it("draws a vague onset as a band of its true width and an exact one as a line", () => {
    expect(timeline([], "2026-04").onset).toMatchObject({ words: "cramps began about Apr 2026" });
    expect(timeline([], "2026-04").onset?.width).toBeGreaterThan(0.04);
    expect(timeline([], "2026-04-10").onset).toMatchObject({ width: 0, words: "cramps began 10 Apr 2026" });
    expect(timeline([], null).onset).toBeNull();
  });

  it("leaves out what was never taken", () => {
    expect(
      timeline([drug("planned", { use: "planned", start: "2026-03-01" }), drug("allergy", { use: "allergy" })]).groups,
    ).toEqual([]);
  });

  it("says in its caption what started and changed in the twelve weeks before", () => {
    const dose = [{ date: "2026-03-01", kind: "increased" as const, from: null, to: null }];
    expect(
      timeline([
        drug("a", { start: "2026-03-01" }),
        drug("b", { start: "2026-02-20" }),
        drug("c", { start: "2019", changes: dose }),
        drug("d"),
      ]).caption,
    ).toBe("2 drugs started and 1 dose rose in the 12 weeks before onset. 1 has no start date.");
    expect(timeline([drug("a", { start: "2019" })]).caption).toBe(
      "No drug is known to have started or changed in the 12 weeks before onset.",
    );
    expect(timeline([drug("a", { start: "2019", stop: "2026-03", use: "stopped" })]).caption).toBe(
      "1 drug was stopped in the 12 weeks before onset.",
    );
    expect(timeline([drug("a")], null).caption).toBe(
      "The onset of the cramps is not entered, so starts cannot be compared with it. 1 has no start date.",
    );
  });

  it("keeps drugs of one name apart", () => {
    expect(
      timeline([drug("a", { start: "2026-03-01" }), drug("a", { start: "2026-02-01" })]).groups[0]?.drugs.map(
        ({ id }) => id,
      ),
    ).toEqual(["0", "1"]);
  });
});

describe("words of marks", () => {
  const mark = (x: number, words = "2.4 low") => ({ x, words, abnormal: true, date: "20 Nov 2026" });
  it("go to another line where they would cover each other, and are left out where there is no line", () => {
    expect(spreadLabels([mark(0.1), mark(0.12), mark(0.13), mark(0.14), mark(0.6)]).map((one) => one.level)).toEqual([
      0,
      1,
      2,
      null,
      0,
    ]);
  });

  it("stand before the mark at the right edge, where they must not cover the one before", () => {
    expect(spreadLabels([mark(0.93), mark(0.98)]).map((one) => one.level)).toEqual([0, 1]);
  });
});

describe("results", () => {
  const result = (name: string, value: number, date: string | null) => ({
    loinc: null,
    name,
    value,
    unit: "mmol/L",
    comparator: null,
    date,
    flag: null,
    referenceLow: null,
    referenceHigh: null,
  });
  const withLabs = (results: ReturnType<typeof result>[]) =>
    timelineOf({
      patientCase: caseOf([], "2026-04", { labs: [{ text: "labs", start: 0, end: 4, status: "recognised", results }] }),
      review: review(),
      knowledge: null,
    }).results;

  it("stand in one lane for each test and unit, oldest first", () => {
    const { lanes } = withLabs([
      result("potassium", 3.1, "2026-11-16"),
      result("potassium", 3.6, "2026-05-01"),
      result("sodium", 136, "2026-11-16"),
    ]);
    expect(lanes.map(({ name, marks }) => [name, marks.map(({ words }) => words)])).toEqual([
      ["Potassium, mmol/L", ["3.6", "3.1"]],
      ["Sodium, mmol/L", ["136"]],
    ]);
  });

  it("says how many could not be drawn: undated or older than the axis", () => {
    expect(
      withLabs([
        result("potassium", 3.1, null),
        result("potassium", 3.6, "2019-05-01"),
        result("sodium", 136, "2026-11-16"),
      ]).notDrawn,
    ).toBe(2);
  });
});
