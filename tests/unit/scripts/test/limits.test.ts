import { describe, expect, it } from "vitest";
import { stopReason } from "@/scripts/test/limits";
import { ended, madeJournal, planned } from "./made-journal";

const LIMITS = { testSeconds: 60, tellSeconds: 20 };

describe("a run is stopped", () => {
  it("when a test has no end, and says which, however busy the others are", () => {
    const journal = madeJournal(planned("a.test.ts", 9), { kind: "began", id: "1" }, { kind: "began", id: "2" });
    journal.add(ended("2", "passed"), 61);
    expect(stopReason(journal, 62, LIMITS)).toBeNull();
    expect(stopReason(journal, 63, LIMITS)).toBe("no end after 60 s of a.test.ts › test 1");
  });

  it("when a file has no end of loading", () => {
    const journal = madeJournal({ kind: "files", files: ["a.test.ts"] }, { kind: "loading", file: "a.test.ts" });
    expect(stopReason(journal, 63, LIMITS)).toBe("no end after 60 s of a.test.ts (loading)");
  });

  it("when nothing begins or ends any more, also before the first test and after the last one", () => {
    expect(stopReason(madeJournal(), 61, LIMITS)).toBe("no test began or ended for 60 s");
    expect(stopReason(madeJournal(planned("a.test.ts", 1), ended("1", "passed")), 63, LIMITS)).toMatch(
      /^no test began/,
    );
  });

  it("never for the time of the whole", () => {
    const journal = madeJournal(planned("a.test.ts", 5_000));
    for (let second = 50; second < 200_000; second += 50) {
      journal.add(ended(String(second / 50), "passed"), second);
      expect(stopReason(journal, second + 49, LIMITS)).toBeNull();
    }
  });
});
