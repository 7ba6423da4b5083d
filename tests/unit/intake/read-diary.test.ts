import { describe, expect, it } from "vitest";
import { readContext } from "@/lib/intake/read-context";
import { readDiary } from "@/lib/intake/read-diary";

const US = { asOf: "2026-11-22", jurisdiction: "US" } as const;
const UK = { asOf: "2026-11-22", jurisdiction: "UK" } as const;

describe("a cramp diary", () => {
  it.each([
    ["16 Nov 2026: 5", { weekOf: "2026-11-16", count: 5 }],
    ["2026-11-16 5", { weekOf: "2026-11-16", count: 5 }],
    ["w/c 16 Nov 2026 - 5 cramps", { weekOf: "2026-11-16", count: 5 }],
    ["Week of 16 November 2026: 0", { weekOf: "2026-11-16", count: 0 }],
    ["16 Nov 2026: 5, 6 days", { weekOf: "2026-11-16", count: 5, days: 6 }],
    ["16 Nov 2026\t5 (6 of 7 days)", { weekOf: "2026-11-16", count: 5, days: 6 }],
    ["16 Nov 2026: 12, 7 days", { weekOf: "2026-11-16", count: 12 }],
    ["16 Nov: 3", { weekOf: "2026-11-16", count: 3 }],
  ])("reads %s", (line, week) => {
    expect(readDiary(line, UK)).toEqual({ weeks: [week], unread: [] });
  });

  it("reads the order of day and month as the country does", () => {
    expect(readDiary("2/3/26: 4", UK).weeks[0]?.weekOf).toBe("2026-03-02");
    expect(readDiary("2/3/26: 4", US).weeks[0]?.weekOf).toBe("2026-02-03");
  });

  it.each([
    ["five"],
    ["16 Nov 2026: some"],
    ["Nov 2026: 5"],
    ["16 Nov 2027: 5"],
    ["5"],
    ["16 Nov 2026: 5 or 6"],
    ["16 Nov 2026: 5, 9 days"],
    ["16 Nov 2026: 900"],
  ])("hands %s back unread", (line) => {
    expect(readDiary(line, UK)).toEqual({ weeks: [], unread: [line] });
  });

  it("keeps weeks in order, each once, the later line of a week", () => {
    expect(readDiary("9 Nov 2026: 4\n2 Nov 2026: 6\n\n9 Nov 2026: 5", UK).weeks).toEqual([
      { weekOf: "2026-11-02", count: 6 },
      { weekOf: "2026-11-09", count: 5 },
    ]);
  });

  it("takes weeks as fields, and reports one that does not fit", () => {
    const good = { weekOf: "2026-11-02", count: 6, days: 5 };
    expect(readDiary([good, { weekOf: "soon", count: 1 }], US)).toEqual({
      weeks: [good],
      unread: [{ weekOf: "soon", count: 1 }],
    });
  });

  it("stands in the context only where one was kept, and tells what of it was not read", () => {
    const { context, unread } = readContext(
      { jurisdiction: "UK", cramps: { diary: "2 Nov 2026: 6\nmany" } },
      "2026-11-22",
    );
    expect(context.cramps.diary).toEqual([{ weekOf: "2026-11-02", count: 6 }]);
    expect(unread).toMatchObject([{ text: "many", where: "context.cramps.diary" }]);
    expect(readContext({}, "2026-11-22").context.cramps).not.toHaveProperty("diary");
  });
});
