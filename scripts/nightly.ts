/**
 * `npm run nightly`: what is too long for every change. Each step is run, whatever the one before gave; ends with
 * `N passed, M failed` (steps). The sample of mutants goes on where it stopped, an hour a night (`MUTANTS` sets how many).
 */
import { spawnSync } from "node:child_process";

const node = (...parameters: string[]) => [process.execPath, ...parameters];
const STEPS: readonly { name: string; command: readonly string[]; env?: Readonly<Record<string, string>> }[] = [
  {
    name: "properties, 5,000 runs each, and 3,000 hostile texts for each reader",
    command: node("scripts/test.mjs", "property"),
    env: { PROPERTY_RUNS: "5000", HOSTILE_TRIES: "3000", HOSTILE_SEED: String(Math.floor(Date.now() / 86_400_000)) },
  },
  { name: "kill test", command: node("--no-deprecation", "--import", "tsx", "scripts/test/kill-test.ts") },
  { name: "the test runner itself", command: node("scripts/test.mjs", "runner") },
  {
    name: "what others wait while hostile texts are read",
    command: node("--import", "tsx", "bench/run.ts", "hostile"),
  },
  {
    name: "a sample of mutants",
    command: node("--import", "tsx", "scripts/mutation.ts", "--most", process.env.MUTANTS ?? "40"),
  },
  { name: "rooms", command: node("--import", "tsx", "scripts/tree.ts") },
];

let failed = 0;
for (const { name, command, env } of STEPS) {
  process.stdout.write(`\n════ ${name}\n`);
  const [program = "", ...parameters] = command;
  const { status } = spawnSync(program, parameters, { stdio: "inherit", env: { ...process.env, ...env } });
  if (status !== 0) failed += 1;
  process.stdout.write(`──── ${name}: ${status === 0 ? "passed" : "failed"}\n`);
}
process.stdout.write(`\n${STEPS.length - failed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
