import { spawn } from "node:child_process";
import { withWatchdog } from "./watchdog-option";

/** Runs a Node program to its end and returns its output; throws with the end of it when it fails. */
export function runNode(
  script: string,
  parameters: readonly string[],
  options: { env?: Readonly<Record<string, string>>; whatFailed: string },
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...parameters], {
      env: { ...process.env, ...options.env, NODE_OPTIONS: withWatchdog(process.env.NODE_OPTIONS) },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const collect = (data: Buffer) => (output = (output + data.toString()).slice(-20_000));
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("error", reject);
    child.once("exit", (code) =>
      code === 0 ? resolve(output) : reject(new Error(`${options.whatFailed}\n\n${output.trim()}`)),
    );
  });
}
