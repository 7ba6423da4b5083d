import { existsSync, readFileSync, rmSync } from "node:fs";
import { say } from "../start/say.mjs";
import { run, type Tally } from "./step";
import { startApp } from "./started-app";
import { tallyPlaywright } from "./tally-reports";

const REPORT = "tests/.artifacts/playwright.json";

/** Runs the browser tests against the production build, started as a clinic would start it. */
export async function runPlaywright(browser: string, seconds: number): Promise<Tally> {
  const app = await startApp();
  try {
    rmSync(REPORT, { force: true });
    const env = { E2E_BASE_URL: app.url, E2E_EMAIL: app.email, E2E_PASSWORD: app.password, CRAMPCHECK_DATA: app.dataDirectory, CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: REPORT };
    const code = await run(process.execPath, ["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"], { seconds, env });
    if (!existsSync(REPORT)) throw new Error(code === null ? `It took longer than ${seconds} s.` : `Playwright ended with code ${code} and left no report.`);
    const { passed, failed, skipped } = tallyPlaywright(JSON.parse(readFileSync(REPORT, "utf8")));
    for (const name of skipped) say(`skipped: ${name}`);
    return { passed, failed: failed === 0 && code !== 0 ? 1 : failed };
  } finally {
    await app.stop();
  }
}
