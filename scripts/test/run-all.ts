import { mkdirSync } from "node:fs";
import { say } from "../start/say.mjs";
import { prepareBuild } from "../start/prepare-build";
import { prepareClient } from "../start/prepare-client";
import { findBrowser } from "./find-browser";
import { duration } from "./progress";
import { runPlaywright } from "./run-playwright";
import { runVitest } from "./run-vitest";
import { interrupted, mustRun, step, watchSignals, type Tally } from "./step";

/** `share`: of the time of all steps, as measured (docs/testing.md); the estimate of the whole is made from it. */
type Step = { name: string; share: number; work: () => Promise<Tally | void> };

const node = (what: string, parameters: readonly string[]) => () => mustRun(what, process.execPath, parameters);

/** Every step of `npm test`, in order. */
const STEPS: readonly Step[] = [
  { name: "client", share: 2, work: prepareClient },
  { name: "lint", share: 12, work: node("eslint", ["node_modules/eslint/bin/eslint.js", "."]) },
  { name: "types", share: 5, work: node("tsc", ["node_modules/typescript/bin/tsc", "--noEmit"]) },
  { name: "unit", share: 25, work: () => runVitest(["unit", "property", "golden", "accuracy"]) },
  { name: "build", share: 8, work: prepareBuild },
  { name: "integration", share: 12, work: () => runVitest(["integration"]) },
  { name: "e2e", share: 36, work: async () => runPlaywright(["behaviour"], await findBrowser()) },
];

/** Not part of `npm test`: run by name, as `.ci/run` does. */
const ON_REQUEST: readonly Step[] = [
  { name: "runner", share: 1, work: () => runVitest(["runner"]) },
  { name: "property", share: 1, work: () => runVitest(["property"]) },
  { name: "layout", share: 1, work: async () => runPlaywright(["layout"], await findBrowser()) },
];

/** What has to be done before a step that is run by name; the browser steps build when they start the application. */
const NEEDED: Readonly<Record<string, readonly string[]>> = { integration: ["build"] };

/**
 * Runs the steps of `npm test`, or only those named (`npm test -- unit e2e`). A failed one counts and the others still
 * run; after a signal the rest counts as not run.
 */
export async function runAll(only: readonly string[]): Promise<Tally> {
  const known = [...STEPS, ...ON_REQUEST];
  const unknown = only.filter((name) => !known.some((one) => one.name === name));
  if (unknown.length > 0)
    throw new Error(`There is no step ${unknown.join(", ")}. Steps: ${known.map(({ name }) => name).join(", ")}.`);
  mkdirSync("tests/.artifacts", { recursive: true });
  watchSignals();
  const wanted = new Set(["client", ...only, ...only.flatMap((name) => NEEDED[name] ?? [])]);
  return runSteps(only.length === 0 ? STEPS : known.filter(({ name }) => wanted.has(name)));
}

/** One after another, with a word on how far it is; exported for its tests. */
export async function runSteps(steps: readonly Step[]): Promise<Tally> {
  const total: Tally = { passed: 0, failed: 0 };
  const started = Date.now();
  for (const [index, { name, work }] of steps.entries()) {
    const stopped = interrupted();
    const tally = await (stopped === null
      ? step(`${name} (${index + 1} of ${steps.length})`, work)
      : notBegun(name, stopped));
    total.passed += tally.passed;
    total.failed += tally.failed;
    if (interrupted() === null) tellRest(steps, index + 1, (Date.now() - started) / 1_000);
  }
  return total;
}

function notBegun(name: string, why: string): Tally {
  say(`── ${name} did not begin: ${why}`);
  return { passed: 0, failed: 1 };
}

function tellRest(steps: readonly Step[], done: number, seconds: number): void {
  if (done === steps.length) return;
  const share = (some: readonly Step[]) => some.reduce((sum, one) => sum + one.share, 0);
  const rest = (seconds * share(steps.slice(done))) / share(steps.slice(0, done));
  say(`   ${duration(seconds)} so far, about ${duration(rest)} to go`);
}
