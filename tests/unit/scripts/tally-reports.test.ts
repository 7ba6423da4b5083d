import { describe, expect, it } from "vitest";
import { tallyPlaywright, tallyVitest } from "@/scripts/test/tally-reports";

describe("the count of npm test", () => {
  const file = (status: string, statuses: string[], message = "") => ({
    name: "x.test.ts",
    status,
    message,
    assertionResults: statuses.map((each, index) => ({ fullName: `test ${index}`, status: each })),
  });

  it("counts vitest's tests, and a file that did not load as one failure", () => {
    expect(
      tallyVitest({
        testResults: [
          file("passed", ["passed", "passed", "skipped"]),
          file("failed", ["passed", "failed"]),
          file("failed", [], "SyntaxError"),
        ],
      }),
    ).toEqual({ passed: 3, failed: 2, skipped: ["test 2"] });
  });

  it("counts Playwright's tests, a second try as failed, an error outside of tests too, and gives reasons for what was skipped", () => {
    const spec = (title: string, status: string, annotations: object[] = []) => ({
      title,
      tests: [{ status, annotations }],
    });
    const report = {
      errors: [{ message: "global setup" }],
      suites: [
        {
          specs: [spec("a", "expected"), spec("b", "unexpected")],
          suites: [
            {
              specs: [
                spec("c", "flaky"),
                spec("d", "skipped", [{ type: "skip", description: "no samples here" }]),
                spec("e", "skipped"),
              ],
              suites: [{ specs: [spec("f", "expected")] }],
            },
          ],
        },
      ],
    };
    expect(tallyPlaywright(report)).toEqual({
      passed: 2,
      failed: 3,
      skipped: ["d: no samples here", "e (no reason given)"],
    });
  });

  it("does not take an unknown report for a good one", () => {
    expect(() => tallyVitest({})).toThrow();
    expect(() => tallyPlaywright([])).toThrow();
  });
});
