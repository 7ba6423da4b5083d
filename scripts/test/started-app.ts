import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

export type StartedApp = {
  url: string;
  port: number;
  dataDirectory: string;
  email: string;
  password: string;
  launcher: ChildProcess;
  output: () => string;
  stop: () => Promise<void>;
};

/**
 * CrampCheck as `npm start` starts it, on a free port with an empty database of its own; what it prints about signing
 * in is read from its output, as a person would.
 */
export async function startApp(
  options: { dataDirectory?: string; port?: number; seconds?: number; command?: readonly string[] } = {},
): Promise<StartedApp> {
  const dataDirectory = options.dataDirectory ?? mkdtempSync(path.join(tmpdir(), "crampcheck-"));
  const port = options.port ?? (await freePort());
  const [command = process.execPath, ...parameters] = options.command ?? [process.execPath, "scripts/start.mjs"];
  const { DATABASE_URL: _server, PUBLIC_URL: _address, ...env } = process.env;
  const launcher = spawn(command, parameters, {
    env: { ...env, CRAMPCHECK_DATA: dataDirectory, HOST: "127.0.0.1", PORT: String(port) },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let output = "";
  launcher.stdout?.on("data", (data: Buffer) => (output += data.toString()));
  launcher.stderr?.on("data", (data: Buffer) => (output += data.toString()));
  await running(launcher, () => output, options.seconds ?? 1_200);
  const [, email = "", password = ""] = /Sign in as (\S+) with the password (\S+)/.exec(output) ?? [];
  const stop = async () => {
    await end(launcher);
    if (options.dataDirectory === undefined) rmSync(dataDirectory, { recursive: true, force: true });
  };
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    dataDirectory,
    email,
    password,
    launcher,
    output: () => output,
    stop,
  };
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

function running(launcher: ChildProcess, output: () => string, seconds: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const finish = (error?: Error) => {
      clearInterval(look);
      clearTimeout(timer);
      if (error === undefined) return resolve();
      killGroup(launcher);
      reject(error);
    };
    const look = setInterval(() => {
      const said = output();
      const at = said.indexOf("CrampCheck is running at ");
      if (at >= 0 && said.includes("\n", at) && said.includes("Ctrl-C", at)) finish();
    }, 50);
    const timer = setTimeout(
      () => finish(new Error(`CrampCheck was not up after ${seconds} s.\n${output()}`)),
      seconds * 1_000,
    );
    launcher.once("exit", (code) =>
      finish(new Error(`CrampCheck ended with code ${code} while starting.\n${output()}`)),
    );
  });
}

async function end(launcher: ChildProcess): Promise<void> {
  if (launcher.exitCode !== null || launcher.signalCode !== null) return;
  const exited = new Promise((resolve) => launcher.once("exit", resolve));
  launcher.kill("SIGTERM");
  const timer = setTimeout(() => killGroup(launcher), 15_000);
  await exited;
  clearTimeout(timer);
}

/** `kill -9` of everything that was started with it. */
export function killGroup(launcher: ChildProcess): void {
  try {
    if (launcher.pid !== undefined) process.kill(-launcher.pid, "SIGKILL");
  } catch {
    // already gone
  }
}
