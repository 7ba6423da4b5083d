import { spawn, type ChildProcess } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { withWatchdog } from "./watchdog-option";

const READY_MS = 60_000;
/** A little longer than the server lets accepted requests run on (serve.mjs). */
const STOP_MS = 28_000;

export type AppServer = { exited: Promise<number>; stop: () => Promise<void> };

/**
 * Starts the page server (while developing, Next's own; behind npx a signal would not reach either) and resolves when it
 * answers with its database.
 */
export async function startAppServer(options: {
  host: string;
  port: number;
  dev: boolean;
  env: Readonly<Record<string, string | undefined>>;
}): Promise<AppServer> {
  const child = spawn(
    process.execPath,
    options.dev
      ? ["node_modules/next/dist/bin/next", "dev", "--hostname", options.host, "--port", String(options.port)]
      : ["scripts/start/page-server.mjs", options.host, String(options.port)],
    {
      env: {
        ...process.env,
        ...options.env,
        NODE_OPTIONS: withWatchdog(process.env.NODE_OPTIONS),
        NODE_ENV: options.dev ? "development" : "production",
        NEXT_TELEMETRY_DISABLED: "1",
      },
      stdio: ["ignore", options.dev ? "inherit" : "pipe", "pipe"],
    },
  );
  let output = "";
  child.stdout?.on("data", (data: Buffer) => (output = (output + data.toString()).slice(-5_000)));
  child.stderr?.on("data", (data: Buffer) => {
    output = (output + data.toString()).slice(-5_000);
    process.stderr.write(data);
  });
  const exited = new Promise<number>((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
  await ready(child, options, () => output);
  return { exited, stop: () => stop(child, exited) };
}

async function ready(
  child: ChildProcess,
  { host, port }: { host: string; port: number },
  output: () => string,
): Promise<void> {
  const written = host.includes(":") ? `[${host}]` : host;
  const local = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : written;
  for (let waited = 0; waited < READY_MS; waited += 100) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The page server ended while starting.\n\n${output().trim()}`);
    const answer = await fetch(`http://${local}:${port}/api/health`, { signal: AbortSignal.timeout(10_000) }).catch(
      () => null,
    );
    await answer?.arrayBuffer().catch(() => undefined);
    if (answer?.status === 200) return;
    await wait(100);
  }
  child.kill("SIGKILL");
  throw new Error(`The page server did not answer within a minute.\n\n${output().trim()}`);
}

async function stop(child: ChildProcess, exited: Promise<number>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  const killer = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
  await exited;
  clearTimeout(killer);
}
