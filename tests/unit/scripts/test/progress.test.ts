import { describe, expect, it } from "vitest";
import { parseJournal } from "@/scripts/test/journal";
import { duration, progressLine } from "@/scripts/test/progress";
import { ended, madeJournal, planned } from "./made-journal";

describe("what is said while a step runs", () => {
  it("is how much is done, what failed, how long it took, about how long it will take, and what runs", () => {
    const journal = madeJournal(planned("a.spec.ts", 10), ended("1", "passed"), ended("2", "failed"), {
      kind: "began",
      id: "3",
    });
    expect(progressLine(journal, 100)).toBe(
      "2 of 10 tests, 1 failed, 1 min 40 s so far, about 6 min 40 s to go, running: a.spec.ts › test 3 (96 s)",
    );
  });

  it("counts files as long as not all tests are known", () => {
    const journal = madeJournal(
      { kind: "files", files: ["a.test.ts", "b.test.ts", "c.test.ts"] },
      planned("a.test.ts", 2),
      { kind: "collected", file: "a.test.ts" },
      ended("1", "passed"),
      ended("2", "passed"),
      planned("b.test.ts", 1, 3),
      { kind: "collected", file: "b.test.ts" },
    );
    expect(progressLine(journal, 30)).toBe("1 of 3 files, 30 s so far, about 1 min 0 s to go");
  });

  it("gives no estimate from nothing", () => {
    expect(progressLine(madeJournal(), 5)).toBe("starting, 5 s so far");
  });

  it("says durations as people do", () => {
    expect([duration(0), duration(59.4), duration(60), duration(3_725)]).toEqual([
      "0 s",
      "59 s",
      "1 min 0 s",
      "62 min 5 s",
    ]);
  });
});

describe("the journal on disk", () => {
  it("is read on from where it was, half a line left for the next time", () => {
    const { events, rest } = parseJournal('{"kind":"began","id":"1"}\n{"kind":"ended","id":"1","sta');
    expect(events).toEqual([{ kind: "began", id: "1" }]);
    expect(parseJournal(`${rest}tus":"passed"}\n`).events).toEqual([ended("1", "passed")]);
  });
});
