import { spawn, type ChildProcess } from "node:child_process";
import { describe, expect, it } from "vitest";

// The runner on programs that really hang: .ci/run has the time to wait for them.
const TEST_SECONDS = 45;

function started(code: string[]): { child: ChildProcess; output: () => string; closed: Promise<void> } {
  const child = spawn(process.execPath, ["--no-deprecation", "--import", "tsx", ...code], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (data: Buffer) => (output += data.toString()));
  child.stderr.on("data", (data: Buffer) => (output += data.toString()));
  return { child, output: () => output, closed: new Promise((resolve) => child.once("close", () => resolve())) };
}

const LOOP = "hangs.fixture.ts › never ends";

describe("a step of npm test", () => {
  it("names a test that loops for ever and counts each test that did not run, also of a file that was not loaded", async () => {
    const program = `import("./scripts/test/run-vitest.ts").then(async (loaded) => {
      const { runVitest } = loaded.default ?? loaded;
      console.log(await runVitest([], { config: "tests/runner/fixtures/vitest.config.mts", limits: { testSeconds: ${TEST_SECONDS}, tellSeconds: 5 } }));
    })`;
    const { output, closed } = started(["-e", program]);
    await closed;
    expect(output()).toContain(`CUT OFF: no end after ${TEST_SECONDS} s of tests/runner/fixtures/${LOOP}.`);
    expect(output()).toMatch(/running: tests\/runner\/fixtures\/hangs\.fixture\.ts › never ends \(\d+ s\)/);
    const [, passed, failed] = /\{ passed: (\d+), failed: (\d+) \}/.exec(output()) ?? [];
    expect(Number(passed) + Number(failed), output()).toBe(7);
    expect(Number(failed)).toBeGreaterThanOrEqual(3);
    expect(output()).toContain("hangs.fixture.ts › stands behind it too");
  });

  it("that is stopped from outside still says what ran and what did not, and what did not begin", async () => {
    const { child, output, closed } = started(["tests/runner/fixtures/stopped-from-outside.ts"]);
    await new Promise<void>((resolve) => {
      child.stdout?.on("data", () => (output().includes(LOOP) ? resolve() : undefined));
    });
    child.kill("SIGTERM");
    await closed;
    expect(output()).toContain("CUT OFF: stopped from outside (SIGTERM).");
    expect(output()).toContain("behind it did not begin: stopped from outside (SIGTERM)");
    expect(output()).toMatch(/\n\d+ passed, \d+ failed\n$/);
    expect(output()).not.toMatch(/, 0 failed\n$/);
  });
});
