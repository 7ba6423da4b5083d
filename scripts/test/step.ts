import { spawn } from "node:child_process";
import { say } from "../start/say.mjs";
import { duration } from "./progress";

export type Tally = { passed: number; failed: number };

/** Nothing here takes as long on the slowest machine; a program that does hangs. */
const HUNG_SECONDS = 3_600;
const TELL_SECONDS = 30;

/** Programs still running, to be ended with this one. */
const running = new Set<number>();
let stoppedBy: NodeJS.Signals | null = null;

/** Which signal told this process to stop, or null. What has run until then is still counted and said. */
export function interrupted(): string | null {
  return stoppedBy === null ? null : `stopped from outside (${stoppedBy})`;
}

/** From here on a signal ends the programs that run, not this process: it has the count to give. */
export function watchSignals(): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      stoppedBy ??= signal;
      for (const pid of running) endGroup(pid);
    });
  }
}

export type Program = { ended: Promise<number>; stop: () => void };

/**
 * Starts a program in a group of its own, its output shown. `ended` resolves with its exit code, 127 when it could not
 * be started.
 */
export function startProgram(
  command: string,
  parameters: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Program {
  const child = spawn(command, parameters, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit"],
    detached: true,
  });
  const { pid } = child;
  if (pid !== undefined) running.add(pid);
  const ended = new Promise<number>((resolve) => {
    child.once("error", () => resolve(127));
    child.once("exit", (code) => resolve(code ?? 1));
  }).finally(() => {
    if (pid !== undefined) running.delete(pid);
  });
  return { ended, stop: () => (pid === undefined ? undefined : endGroup(pid)) };
}

export type RunOptions = { env?: Readonly<Record<string, string>>; seconds?: number };

/**
 * Runs a program to its end and says now and then that it goes on. Resolves with its exit code; null when it took
 * longer than `seconds` and was ended with everything it had started.
 */
export async function run(
  command: string,
  parameters: readonly string[],
  { env = {}, seconds = HUNG_SECONDS }: RunOptions = {},
): Promise<number | null> {
  const started = Date.now();
  const program = startProgram(command, parameters, env);
  let late = false;
  const tell = setInterval(() => say(`   … ${duration((Date.now() - started) / 1_000)} so far`), TELL_SECONDS * 1_000);
  const limit = setTimeout(() => {
    late = true;
    program.stop();
  }, seconds * 1_000);
  const code = await program.ended;
  clearInterval(tell);
  clearTimeout(limit);
  return late ? null : code;
}

/** Throws unless a program ended well. */
export async function mustRun(
  what: string,
  command: string,
  parameters: readonly string[],
  options: RunOptions = {},
): Promise<void> {
  const code = await run(command, parameters, options);
  const stopped = interrupted();
  if (stopped !== null) throw new Error(`${what} was ${stopped}.`);
  if (code === null) throw new Error(`${what} did not end in ${duration(options.seconds ?? HUNG_SECONDS)}.`);
  if (code !== 0) throw new Error(`${what} ended with code ${code}.`);
}

/** Runs one step: what it throws is shown and counts as one failure, and the steps after it still run. */
export async function step(title: string, work: () => Promise<Tally | void>): Promise<Tally> {
  const started = Date.now();
  say(`\n── ${title}`);
  let tally: Tally;
  try {
    tally = (await work()) ?? { passed: 0, failed: 0 };
  } catch (error) {
    say(`${title} failed: ${error instanceof Error ? error.message : String(error)}`);
    tally = { passed: 0, failed: 1 };
  }
  const counts = tally.passed + tally.failed > 0 ? `: ${tally.passed} passed, ${tally.failed} failed` : "";
  say(`── ${title} ${tally.failed === 0 ? "done" : "FAILED"} in ${duration((Date.now() - started) / 1_000)}${counts}`);
  return tally;
}

function endGroup(pid: number): void {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // already gone
  }
}
