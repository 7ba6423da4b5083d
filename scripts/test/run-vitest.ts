import { existsSync, readFileSync, rmSync } from "node:fs";
import { say } from "../start/say.mjs";
import { run, type Tally } from "./step";
import { tallyVitest } from "./tally-reports";

/**
 * Runs projects of vitest and counts their tests; skipped ones are listed with the reason that their names give. Tests without a
 * database get every core: by itself vitest leaves one free, which is half of a small machine.
 */
export async function runVitest(projects: readonly string[], options: { seconds: number; env?: Readonly<Record<string, string>>; files?: readonly string[] }): Promise<Tally> {
  const report = `tests/.artifacts/vitest-${projects.join("-")}.json`;
  rmSync(report, { force: true });
  const parameters = ["node_modules/vitest/vitest.mjs", "run", ...projects.flatMap((project) => ["--project", project]), ...(projects.includes("integration") ? [] : ["--maxWorkers=100%"]), ...(options.files ?? []), "--passWithNoTests", "--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
  const code = await run(process.execPath, ["--no-deprecation", ...parameters], options);
  if (code === null) throw new Error(`It took longer than ${options.seconds} s.`);
  if (!existsSync(report)) throw new Error(`vitest ended with code ${code} and left no report.`);
  const { passed, failed, skipped } = tallyVitest(JSON.parse(readFileSync(report, "utf8")));
  for (const name of skipped) say(`skipped: ${name}`);
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed };
}
