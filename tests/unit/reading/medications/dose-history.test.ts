import { describe, expect, it } from "vitest";
import { medications, only } from "./read";

const history = (text: string) => {
  const { changes, dechallenge, rechallenge, use } = only(text);
  return { changes, dechallenge, rechallenge, use };
};

describe("a dose that was raised or lowered", () => {
  it.each([
    [
      "hydrochlorothiazide increased from 25 to 50 mg in March 2026",
      { date: "2026-03", kind: "increased", from: "25 mg", to: "50 mg" },
    ],
    [
      "sertraline 25 mg daily, increased to 50 mg 3 weeks ago",
      { date: "2026-11-01", kind: "increased", from: null, to: "50 mg" },
    ],
    ["furosemide 40 mg, dose doubled 3 weeks ago", { date: "2026-11-01", kind: "increased", from: null, to: null }],
    ["furosemide 40 mg - 3 weeks ago doubled", { date: "2026-11-01", kind: "increased", from: null, to: null }],
    [
      "In March 2026 levothyroxine was increased to 100 mcg",
      { date: "2026-03", kind: "increased", from: null, to: "100 micrograms" },
    ],
    ["Ramipril 5mg OD - INCREASED from 2.5mg", { date: null, kind: "increased", from: "2.5 mg", to: "5 mg" }],
    ["ramipril 5 mg (increased)", { date: null, kind: "increased", from: null, to: null }],
    ["amlodipine 5 -> 10 mg in June 2026", { date: "2026-06", kind: "increased", from: "5 mg", to: "10 mg" }],
    ["amlodipine 10 mg → 5 mg", { date: null, kind: "decreased", from: "10 mg", to: "5 mg" }],
    ["Decrease glipizide from 10 mg to 5 mg", { date: null, kind: "decreased", from: "10 mg", to: "5 mg" }],
    [
      "torsemide 20 mg reduced to 10 mg on 3 Nov 2026",
      { date: "2026-11-03", kind: "decreased", from: null, to: "10 mg" },
    ],
    ["pravastatin 40 mg, dose halved in August 2026", { date: "2026-08", kind: "decreased", from: null, to: null }],
    ["bisoprolol uptitrated to 5 mg in January 2026", { date: "2026-01", kind: "increased", from: null, to: "5 mg" }],
    [
      "Mestinon 60 mg 5 times a day (up from 3 times a day 15 Nov 2026)",
      { date: "2026-11-15", kind: "increased", from: null, to: null },
    ],
    [
      "sertraline 50 mg (up from 25 mg in June 2026)",
      { date: "2026-06", kind: "increased", from: "25 mg", to: "50 mg" },
    ],
    [
      "prednisone 10 mg daily, down from 20 mg in June 2026",
      { date: "2026-06", kind: "decreased", from: "20 mg", to: "10 mg" },
    ],
    [
      "indapamide lowered to 1.25 mg from 2.5 mg in May 2026",
      { date: "2026-05", kind: "decreased", from: "2.5 mg", to: "1.25 mg" },
    ],
  ])("%s", (text, change) => {
    expect(history(text)).toEqual({
      changes: [change],
      dechallenge: undefined,
      rechallenge: undefined,
      use: "current",
    });
  });

  it("the strength is the dose that the last change led to", () => {
    expect(only("sertraline 25 mg daily, increased to 50 mg in May 2026").strength).toBe("50 mg");
    expect(only("amlodipine 10 mg → 5 mg").strength).toBe("5 mg");
    expect(only("ramipril 5 mg - increased from 2.5 mg").strength).toBe("5 mg");
  });

  it("two changes stand in the order of their dates", () => {
    expect(
      history("levothyroxine increased to 100 mcg in May 2026, reduced to 88 mcg in August 2026").changes?.map(
        ({ date, to }) => [date, to],
      ),
    ).toEqual([
      ["2026-05", "100 micrograms"],
      ["2026-08", "88 micrograms"],
    ]);
    expect(
      history("levothyroxine reduced to 88 mcg in August 2026 (was increased to 100 mcg in May 2026)").changes?.map(
        ({ date }) => date,
      ),
    ).toEqual(["2026-05", "2026-08"]);
  });

  it("the date of a change is no date of start", () => {
    expect(only("furosemide 40 mg since 2019, dose doubled in March 2026").start).toBe("2019");
    expect(only("furosemide 40 mg, increased in March 2026").start).toBeNull();
  });

  it.each([
    "metoprolol 50 mg, increased thirst",
    "prednisone 20 mg, reducing by 5 mg weekly",
    "furosemide 40 mg for reduced ejection fraction",
    "salbutamol, stopped smoking in May",
    "lisinopril 10 mg, cramps persist",
    "quinine for cramps, cramps better",
    "insulin glargine 20 units, increase if fasting glucose above 130",
    "amlodipine 5 mg daily",
    "hydralazine 25 mg, blood pressure raised",
    "ropinirole 0.25 mg, dose may be increased",
  ])("is not read from words about something else: %s", (text) => {
    expect(history(text)).toEqual({
      changes: undefined,
      dechallenge: undefined,
      rechallenge: undefined,
      use: "current",
    });
  });
});

describe("stopping for a while, and what became of the cramps", () => {
  it("a pause with its outcome leaves the drug current", () => {
    expect(history("atorvastatin 40 mg, stopped 2 weeks in May, cramps better")).toEqual({
      changes: [{ date: "2026-05", kind: "stopped", from: null, to: null }],
      dechallenge: "better",
      rechallenge: undefined,
      use: "current",
    });
  });

  it("stopped and restarted, each with what followed", () => {
    const told = history(
      "atorvastatin stopped 2 weeks in May 2026, cramps better; restarted in June, cramps came back",
    );
    expect(told.changes?.map(({ kind, date }) => [kind, date])).toEqual([
      ["stopped", "2026-05"],
      ["restarted", "2026-06"],
    ]);
    expect(told).toMatchObject({ dechallenge: "better", rechallenge: "returned", use: "current" });
  });

  it("over several sentences of a line", () => {
    expect(
      history(
        "atorvastatin 20 mg daily. Stopped for 3 weeks in August - legs much better. Restarted September and cramps returned within days.",
      ),
    ).toMatchObject({ dechallenge: "better", rechallenge: "returned", use: "current" });
  });

  it.each([
    ["HCTZ stopped in June 2026, cramps resolved", "better", undefined, "stopped"],
    ["HCTZ stopped in June 2026, cramps unchanged", "unchanged", undefined, "stopped"],
    ["HCTZ stopped in June 2026, no better cramps", "unchanged", undefined, "stopped"],
    ["torsemide reduced to 10 mg in October 2026, cramps persist", "unchanged", undefined, "current"],
    ["simvastatin 20 mg held 10 days then restarted, cramps did not return", undefined, "not-returned", "current"],
    ["simvastatin restarted, cramps recurred", undefined, "returned", "current"],
    ["rosuvastatin 10 mg - dose increased in May 2026, cramps came back", undefined, "returned", "current"],
    ["pravastatin stopped 3 months ago, still cramping", "unchanged", undefined, "stopped"],
  ])("%s: %s, %s", (text, dechallenge, rechallenge, use) => {
    expect(history(text)).toMatchObject({ use });
    expect(history(text).dechallenge).toBe(dechallenge);
    expect(history(text).rechallenge).toBe(rechallenge);
  });

  it("a stop that came to an end is no end of the drug; one that did not is", () => {
    expect(only("atorvastatin stopped in May, restarted in June")).toMatchObject({
      stop: null,
      start: null,
      use: "current",
      useReason: null,
    });
    expect(only("atorvastatin stopped in May 2026")).toMatchObject({ stop: "2026-05", use: "stopped" });
    expect(only("atorvastatin stopped for 2 weeks")).toMatchObject({ use: "stopped" });
    expect(only("atorvastatin stopped 2 weeks ago")).toMatchObject({ use: "stopped", stop: "2026-11-08" });
  });

  it("a plain stop is no history", () => {
    expect(history("atorvastatin stopped in May 2026").changes).toBeUndefined();
  });

  it("what is told of one drug is not told of the next", () => {
    const all = medications(
      "furosemide increased to 80 mg in May 2026\namlodipine 5 mg\nHCTZ stopped, cramps resolved",
    );
    expect(all.map((one) => [one.changes?.length, one.dechallenge])).toEqual([
      [1, undefined],
      [undefined, undefined],
      [undefined, "better"],
    ]);
  });
});
