import { describe, expect, it } from "vitest";
import { dayOf, dayRangeOf, daysBetween } from "@/lib/review/facts/day-range";
import { judgeTiming, timingRank } from "@/lib/review/rules/onset-window";
import { window } from "@/tests/unit/review/fixtures/knowledge";

const thiazide = window("start-or-increase", 3, 42, 365);
const late = window("start", 90, 730, null);
const judge = (onsetWindow: typeof thiazide, start: string | null, onset: string | null) =>
  judgeTiming(onsetWindow, dayRangeOf(start), dayRangeOf(onset));

describe("dates of unknown day or month", () => {
  it("stand for every day that they may mean", () => {
    expect(dayRangeOf("2026-02")).toEqual({ from: dayOf("2026-02-01"), to: dayOf("2026-02-28") });
    expect(dayRangeOf("2024")).toEqual({ from: dayOf("2024-01-01"), to: dayOf("2024-12-31") });
    expect(dayRangeOf("2026-02-02")).toEqual({ from: dayOf("2026-02-02"), to: dayOf("2026-02-02") });
    expect(dayRangeOf(null)).toBeNull();
  });

  it("give the least and the most time between them", () => {
    const days = daysBetween({ from: 10, to: 12 }, { from: 20, to: 30 });
    expect(days).toEqual({ least: 8, most: 20 });
  });
});

describe("a start against the first cramp", () => {
  it("is plausible inside the usual window and says how long before", () => {
    const verdict = judge(thiazide, "2026-03-01", "2026-03-22");
    expect(verdict).toMatchObject({ timing: "plausible", inside: true });
    expect(verdict.words).toBe("3 weeks before the cramps began, inside the usual window");
  });

  it("is possible after the window and up to the plausible bound, unlikely beyond, but never excluded", () => {
    expect(judge(thiazide, "2026-01-01", "2026-06-01").timing).toBe("possible");
    expect(judge(thiazide, "2020-01-01", "2026-06-01").timing).toBe("unlikely");
    expect(judge(late, "2010-01-01", "2026-06-01").timing).toBe("possible");
  });

  it("is unlikely when a mechanism that takes months had only days, and possible when it takes days", () => {
    expect(judge(late, "2026-05-01", "2026-06-01")).toMatchObject({ timing: "unlikely", inside: false });
    expect(judge(late, "2026-05-01", "2026-06-01").words).toContain("too early for this mechanism");
    expect(judge(thiazide, "2026-05-31", "2026-06-01").timing).toBe("possible");
  });

  it("is unlikely when the cramps came first, and asks whether they were the reason", () => {
    const verdict = judge(thiazide, "2026-06-02", "2026-06-01");
    expect(verdict.timing).toBe("unlikely");
    expect(verdict.words).toContain("because of them");
  });

  it("is unknown without one of the dates, and never taken as day 0", () => {
    expect(judge(thiazide, null, "2026-06-01")).toEqual({ timing: "unknown", words: null, inside: null });
    expect(judge(thiazide, "2026-06-01", null).timing).toBe("unknown");
    expect(judge(window("none", null, null, null), "2026-06-01", "2026-06-10").timing).toBe("unknown");
  });

  it("takes the most plausible of what a vague date may mean, and says about", () => {
    const verdict = judge(thiazide, "2026-03", "2026-04");
    expect(verdict.timing).toBe("plausible");
    expect(verdict.words).toMatch(/^about /);
  });

  it("speaks of the fall of a dose where that is the anchor", () => {
    expect(judge(window("dose-fall", 0, 7, 14), "2026-06-01", "2026-06-04").words).toBe(
      "the cramps began 3 days after the dose fell, inside the usual window",
    );
  });
});

it("ranks an unknown date before an unlikely one", () => {
  expect(
    (["unlikely", "unknown", "possible", "plausible"] as const).toSorted((a, b) => timingRank(a) - timingRank(b)),
  ).toEqual(["plausible", "possible", "unknown", "unlikely"]);
});
