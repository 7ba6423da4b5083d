import { describe, expect, it } from "vitest";
import { countRun } from "@/scripts/test/count-run";
import { ended, madeJournal, planned } from "./made-journal";

describe("the count of a run that ended", () => {
  it("counts each test, and what went wrong outside of tests as one failure each", () => {
    const journal = madeJournal(
      planned("a.test.ts", 3),
      ended("1", "passed"),
      ended("2", "failed"),
      ended("3", "passed"),
      {
        kind: "trouble",
        where: "b.test.ts (outside of its tests)",
      },
    );
    expect(countRun({ journal, code: 1, cutOff: null }, []).tally).toEqual({ passed: 2, failed: 2 });
  });

  it("counts a skipped test as neither, and gives its reason", () => {
    const journal = madeJournal(
      planned("a.test.ts", 2),
      ended("1", "passed"),
      ended("2", "skipped", "no samples here"),
    );
    const { tally, lines } = countRun({ journal, code: 0, cutOff: null }, []);
    expect(tally).toEqual({ passed: 1, failed: 0 });
    expect(lines).toEqual(["skipped: a.test.ts › test 2: no samples here"]);
  });

  it("is one failure when the program failed and no test did, and when nothing ran at all", () => {
    const journal = madeJournal(planned("a.test.ts", 1), ended("1", "passed"));
    expect(countRun({ journal, code: 1, cutOff: null }, []).tally).toEqual({ passed: 1, failed: 1 });
    expect(countRun({ journal: madeJournal(), code: 0, cutOff: null }, []).tally).toEqual({ passed: 0, failed: 1 });
  });

  it("counts tests that were left out because what they need failed", () => {
    const journal = madeJournal(planned("a.spec.ts", 3), ended("1", "failed"));
    const { tally, lines } = countRun({ journal, code: 1, cutOff: null }, []);
    expect(tally).toEqual({ passed: 0, failed: 3 });
    expect(lines.join("\n")).toContain("did not run to their end:\n  a.spec.ts › test 2\n  a.spec.ts › test 3");
  });
});

describe("the count of a run that was cut off", () => {
  const journal = madeJournal(
    planned("a.spec.ts", 44),
    planned("b.spec.ts", 47, 45),
    ...Array.from({ length: 43 }, (_, index) => ended(String(index + 1), "passed")),
    ended("44", "failed"),
    { kind: "began", id: "45" },
  );
  const { tally, lines } = countRun({ journal, code: 1, cutOff: "no end after 60 s of b.spec.ts › test 45" }, []);

  it("counts every test that did not run as a failure of its own, the one in the middle included", () => {
    expect(tally).toEqual({ passed: 43, failed: 48 });
  });

  it("says why, which tests ran and which did not", () => {
    expect(lines[0]).toBe("CUT OFF: no end after 60 s of b.spec.ts › test 45.");
    expect(lines[1]).toMatch(/^91 tests were to run\. 44 ran: 43 passed, 1 failed, 0 skipped\.$/);
    expect(lines).toContain("  a.spec.ts: 44");
    expect(lines).toContain("  a.spec.ts › test 44");
    for (let id = 45; id <= 91; id += 1) expect(lines).toContain(`  b.spec.ts › test ${id}`);
  });

  it("counts the tests of files that were not even loaded, and such a file once where its tests cannot be told", () => {
    const unloaded = [
      { file: "c.test.ts", tests: 12 },
      { file: "d.test.ts", tests: null },
    ];
    const { tally: more, lines: said } = countRun(
      { journal, code: 1, cutOff: "stopped from outside (SIGTERM)" },
      unloaded,
    );
    expect(more).toEqual({ passed: 43, failed: 48 + 12 + 1 });
    expect(said.slice(-2)).toEqual(["  c.test.ts: all of its 12 tests", "  d.test.ts: not loaded, counted once"]);
  });

  it("is a failure also when the last test had ended", () => {
    const all = madeJournal(planned("a.spec.ts", 1), ended("1", "passed"));
    expect(countRun({ journal: all, code: 1, cutOff: "no test began or ended for 60 s" }, []).tally).toEqual({
      passed: 1,
      failed: 1,
    });
  });
});
