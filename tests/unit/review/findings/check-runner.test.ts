import { describe, expect, it } from "vitest";
import { GuardedChecks } from "@/lib/review/findings/check-runner";

describe("a check that fails", () => {
  it("is told to whoever listens, each time, and as one finding without the error's text", () => {
    const heard: unknown[] = [];
    const checks = new GuardedChecks((name, error) => heard.push([name, error]));
    const error = new Error("torasemide 5 mg");
    const fails = () => {
      throw error;
    };
    expect(checks.run("result", fails, "fallback")).toBe("fallback");
    checks.run("result", fails, null);
    expect(heard).toEqual([
      ["result", error],
      ["result", error],
    ]);
    expect(checks.failed).toHaveLength(1);
    expect(JSON.stringify(checks.failed)).not.toContain("torasemide");
  });
});
