import { defineConfig } from "@playwright/test";

/** Where `npm test` keeps the session that most tests share. */
export const STATE = "tests/.artifacts/signed-in.json";

/** In the title of a test that looks at layout alone: `.ci/run` runs those, `npm test` what proves behaviour. */
export const LAYOUT = "@layout";

const asRoot = process.getuid?.() === 0;
const MINUTE = 60_000;

/**
 * The browser tests run against the production build. `npm test` starts it and says where it is (E2E_BASE_URL,
 * E2E_EMAIL, E2E_PASSWORD, CHROMIUM_PATH); run alone, tests/e2e/support/global-setup.ts starts one as `npm start`
 * would. The limits are for what never comes, not for a slow machine. E2E_TRACE=1 keeps the trace of failed tests: to
 * record one costs time in each test.
 */
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "tests/.artifacts/playwright",
  globalSetup: "./tests/e2e/support/global-setup.ts",
  workers: 2,
  fullyParallel: false,
  retries: 0,
  timeout: 10 * MINUTE,
  expect: { timeout: MINUTE },
  reporter: [["list"]],
  use: {
    baseURL: process.env.E2E_BASE_URL,
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    permissions: ["clipboard-read", "clipboard-write"],
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: ["--disable-gpu", ...(asRoot ? ["--no-sandbox"] : [])],
    },
    trace: process.env.E2E_TRACE ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
  },
  projects: [
    { name: "sign-in", testMatch: /signs-in\.setup\.ts/ },
    {
      name: "behaviour",
      testMatch: /\.spec\.ts/,
      grepInvert: new RegExp(LAYOUT),
      dependencies: ["sign-in"],
      use: { storageState: STATE },
    },
    {
      name: "layout",
      testMatch: /\.spec\.ts/,
      grep: new RegExp(LAYOUT),
      dependencies: ["sign-in"],
      use: { storageState: STATE },
    },
  ],
});
