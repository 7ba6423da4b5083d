import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { say } from "../start/say.mjs";
import { countRun, type UnloadedFile } from "./count-run";
import type { Journal } from "./journal";
import type { Limits } from "./limits";
import { interrupted, run, type Tally } from "./step";
import { watchedRun } from "./watched-run";

const VITEST = "node_modules/vitest/vitest.mjs";
const LIST_SECONDS = 600;

export type VitestOptions = { limits?: Limits; files?: readonly string[]; config?: string };

/** The limit of one test is above each of vitest.config.mts, which vitest keeps itself as long as a test gives way. */
const LIMITS: Limits = { testSeconds: 1_500, tellSeconds: 20 };

/**
 * Runs projects of vitest and counts their tests one by one. They get every core: by itself vitest leaves one free, which
 * is half of a small machine.
 */
export async function runVitest(
  projects: readonly string[],
  { limits = LIMITS, files = [], config }: VitestOptions = {},
): Promise<Tally> {
  const name = projects.join("-") || "vitest";
  const chosen = [
    ...(config === undefined ? [] : ["--config", config]),
    ...projects.flatMap((project) => ["--project", project]),
    ...files,
  ];
  const parameters = [
    "--no-deprecation",
    VITEST,
    "run",
    ...chosen,
    "--maxWorkers=100%",
    "--reporter=default",
    "--reporter=./scripts/test/vitest-reporter.ts",
  ];
  const watched = await watchedRun(
    { name, command: process.execPath, parameters, journalFile: `tests/.artifacts/journal-${name}.ndjson` },
    limits,
  );
  const { tally, lines } = countRun(watched, await unloadedFiles(watched.journal, chosen));
  for (const line of lines) say(line);
  return tally;
}

/** The files of a run that was cut off before they were loaded, with their tests counted by loading them now. */
async function unloadedFiles(journal: Journal, chosen: readonly string[]): Promise<UnloadedFile[]> {
  const files = journal.filesNotLoaded();
  if (files.length === 0) return [];
  const counts = interrupted() === null ? await countTests(chosen) : new Map<string, number>();
  return files.map((file) => ({ file, tests: counts.get(file) ?? null }));
}

const Listed = z.array(z.object({ name: z.string(), file: z.string() }));

async function countTests(chosen: readonly string[]): Promise<Map<string, number>> {
  const output = "tests/.artifacts/listed.json";
  rmSync(output, { force: true });
  await run(process.execPath, ["--no-deprecation", VITEST, "list", ...chosen, `--json=${output}`], {
    seconds: LIST_SECONDS,
  });
  const counts = new Map<string, number>();
  if (!existsSync(output)) return counts;
  for (const { file } of Listed.parse(JSON.parse(readFileSync(output, "utf8")))) {
    const name = path.relative(process.cwd(), file);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
