import { say } from "../start/say.mjs";
import { countRun } from "./count-run";
import type { Limits } from "./limits";
import { startApp } from "./started-app";
import type { Tally } from "./step";
import { watchedRun } from "./watched-run";

/**
 * Above every limit of a test in playwright.config.ts, which Playwright keeps itself as long as its own process lives.
 */
const LIMITS: Limits = { testSeconds: 1_500, tellSeconds: 20 };

/** Runs projects of the browser tests against the production build, started as a clinic would start it. */
export async function runPlaywright(
  projects: readonly string[],
  browser: string,
  limits: Limits = LIMITS,
): Promise<Tally> {
  const name = `e2e-${projects.join("-")}`;
  const app = await startApp();
  try {
    const env = {
      E2E_BASE_URL: app.url,
      E2E_EMAIL: app.email,
      E2E_PASSWORD: app.password,
      CRAMPCHECK_DATA: app.dataDirectory,
      CHROMIUM_PATH: browser,
    };
    const parameters = [
      "node_modules/@playwright/test/cli.js",
      "test",
      ...projects.flatMap((project) => ["--project", project]),
      "--reporter=list,./scripts/test/playwright-reporter.ts",
    ];
    const watched = await watchedRun(
      { name, command: process.execPath, parameters, env, journalFile: `tests/.artifacts/journal-${name}.ndjson` },
      limits,
    );
    const { tally, lines } = countRun(watched, []);
    for (const line of lines) say(line);
    return tally;
  } finally {
    await app.stop();
  }
}
