import { spawn } from "node:child_process";

/** Runs a TypeScript file as a process of its own and returns what it printed. */
export function runTypeScript(file: string, env: Readonly<Record<string, string>>, input = ""): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--no-deprecation", "--import", "tsx", file], {
      env: { ...process.env, ...env },
      stdio: ["pipe", "pipe", "pipe"],
    });
    let output = "";
    let errors = "";
    child.stdout.on("data", (data: Buffer) => (output += data.toString()));
    child.stderr.on("data", (data: Buffer) => (errors += data.toString()));
    child.stdin.end(input);
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0 ? resolve(output) : reject(new Error(`${file} ended with ${code}\n${errors}`)),
    );
  });
}
