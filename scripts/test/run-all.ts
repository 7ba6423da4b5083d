import { mkdirSync } from "node:fs";
import { prepareBuild } from "../start/prepare-build";
import { prepareClient } from "../start/prepare-client";
import { findBrowser } from "./find-browser";
import { runPlaywright } from "./run-playwright";
import { runVitest } from "./run-vitest";
import { mustRun, step, type Tally } from "./step";

const bin = (file: string) => `node_modules/${file}`;

/**
 * Every step of `npm test`, in order; a failed one counts and the others still run. Names of steps as arguments run only
 * those (`npm test -- unit e2e`).
 */
export async function runAll(only: readonly string[]): Promise<Tally> {
  mkdirSync("tests/.artifacts", { recursive: true });
  let browser = "";
  const steps: [name: string, work: () => Promise<Tally | void>][] = [
    ["client", prepareClient],
    ["lint", () => mustRun("eslint", process.execPath, [bin("eslint/bin/eslint.js"), "."], { seconds: 300 })],
    ["types", () => mustRun("tsc", process.execPath, [bin("typescript/bin/tsc"), "--noEmit"], { seconds: 300 })],
    ["unit", () => runVitest(["unit", "property", "golden", "accuracy"], { seconds: 600 })],
    ["build", prepareBuild],
    ["integration", () => runVitest(["integration"], { seconds: 600 })],
    ["browser", async () => void (browser = await findBrowser())],
    ["e2e", () => (browser === "" ? Promise.reject(new Error("There is no browser.")) : runPlaywright(browser, 900))],
  ];
  const onRequest: typeof steps = [["property", () => runVitest(["property"], { seconds: 1_200 })]];
  const all = [...steps, ...onRequest];
  const wanted = only.length === 0 ? steps : all.filter(([name]) => only.includes(name) || (name === "browser" && only.includes("e2e")) || name === "client");
  const unknown = only.filter((name) => !all.some(([known]) => known === name));
  if (unknown.length > 0) throw new Error(`There is no step ${unknown.join(", ")}. Steps: ${all.map(([name]) => name).join(", ")}.`);
  const total: Tally = { passed: 0, failed: 0 };
  for (const [name, work] of wanted) {
    const tally = await step(name, work);
    total.passed += tally.passed;
    total.failed += tally.failed;
  }
  return total;
}
