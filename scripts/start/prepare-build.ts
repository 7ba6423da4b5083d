import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buildWorker } from "./build-worker";
import { contentHash } from "./content-hash";
import { takeDataLock } from "./data-lock";
import { runNode } from "./run-node";
import { say } from "./say.mjs";

const MARK = ".next/made-from";
const SERVERS = ".next/servers";
const SOURCES = [
  "app",
  "lib",
  "proxy.ts",
  "instrumentation.ts",
  "public",
  "prisma/schema.prisma",
  "next.config.js",
  "tsconfig.json",
  "package-lock.json",
  "postcss.config.cjs",
  "postcss.config.mjs",
];

/** Builds the pages when a source changed; never under a server that is serving the present build. */
export async function prepareBuild(): Promise<void> {
  const wanted = contentHash(".", SOURCES);
  if (isBuilt(wanted)) return;
  const lock = takeDataLock(".next/building");
  try {
    if (isBuilt(wanted)) return;
    const serving = livingServers();
    if (serving.length > 0)
      throw new Error(
        `Sources have changed since the last build, and another CrampCheck (process ${serving.join(", ")}) is serving that build. Stop it first.`,
      );
    say("Building the pages (about half a minute) …");
    rmSync(MARK, { force: true });
    await runNode("node_modules/next/dist/bin/next", ["build"], {
      env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      whatFailed: "The pages could not be built.",
    });
    await buildWorker();
    writeFileSync(MARK, wanted);
  } finally {
    lock.release();
  }
}

/** Says that this process serves the build, until it ends. */
export function registerServer(): () => void {
  mkdirSync(SERVERS, { recursive: true });
  const file = path.join(SERVERS, String(process.pid));
  writeFileSync(file, "");
  return () => rmSync(file, { force: true });
}

function isBuilt(wanted: string): boolean {
  return existsSync(MARK) && existsSync(".next/BUILD_ID") && readFileSync(MARK, "utf8") === wanted;
}

function livingServers(): number[] {
  if (!existsSync(SERVERS)) return [];
  return readdirSync(SERVERS)
    .map(Number)
    .filter((pid) => {
      try {
        process.kill(pid, 0);
        return true;
      } catch {
        rmSync(path.join(SERVERS, String(pid)), { force: true });
        return false;
      }
    });
}
