import { spawn } from "node:child_process";
import { say } from "../start/say.mjs";

export type Tally = { passed: number; failed: number };

/** Programs still running, to be ended with this one. */
const running = new Set<number>();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    for (const pid of running) endGroup(pid);
    process.exit(130);
  });
}

/**
 * Runs a program to its end, its output shown. Resolves with its exit code; null when it took longer than `seconds`
 * and was ended with everything it had started.
 */
export function run(command: string, parameters: readonly string[], options: { seconds: number; env?: Readonly<Record<string, string>> }): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, { env: { ...process.env, ...options.env }, stdio: ["ignore", "inherit", "inherit"], detached: true });
    const { pid } = child;
    if (pid !== undefined) running.add(pid);
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      if (pid !== undefined) endGroup(pid);
    }, options.seconds * 1_000);
    const finish = (code: number | null) => {
      clearTimeout(timer);
      if (pid !== undefined) running.delete(pid);
      resolve(late ? null : (code ?? 1));
    };
    child.once("error", () => finish(127));
    child.once("exit", finish);
  });
}

/** Runs one step: what it throws is shown and counts as one failure, and the steps after it still run. */
export async function step(name: string, work: () => Promise<Tally | void>): Promise<Tally> {
  const started = Date.now();
  say(`\n── ${name}`);
  let tally: Tally;
  try {
    tally = (await work()) ?? { passed: 0, failed: 0 };
  } catch (error) {
    process.stdout.write(`${name} failed: ${error instanceof Error ? error.message : String(error)}\n`);
    tally = { passed: 0, failed: 1 };
  }
  const counts = tally.passed + tally.failed > 0 ? `: ${tally.passed} passed, ${tally.failed} failed` : "";
  say(`── ${name} ${tally.failed === 0 ? "done" : "FAILED"} in ${Math.round((Date.now() - started) / 1_000)} s${counts}`);
  return tally;
}

/** Throws unless a program ended well in its time. */
export async function mustRun(what: string, command: string, parameters: readonly string[], options: { seconds: number; env?: Readonly<Record<string, string>> }): Promise<void> {
  const code = await run(command, parameters, options);
  if (code === null) throw new Error(`${what} took longer than ${options.seconds} s.`);
  if (code !== 0) throw new Error(`${what} ended with code ${code}.`);
}

function endGroup(pid: number): void {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // already gone
  }
}
