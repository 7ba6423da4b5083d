import { defineConfig } from "@playwright/test";

/** Where `npm test` keeps the session that most tests share. */
export const STATE = "tests/.artifacts/signed-in.json";

const asRoot = process.getuid?.() === 0;

/**
 * The browser tests run against the production build. `npm test` starts it and says where it is (E2E_BASE_URL, E2E_EMAIL,
 * E2E_PASSWORD, CHROMIUM_PATH); run alone, tests/e2e/support/global-setup.ts starts one as `npm start` would.
 */
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "tests/.artifacts/playwright",
  globalSetup: "./tests/e2e/support/global-setup.ts",
  workers: 2,
  fullyParallel: false,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    baseURL: process.env.E2E_BASE_URL,
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    permissions: ["clipboard-read", "clipboard-write"],
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: asRoot ? ["--no-sandbox"] : [],
    },
    trace: "retain-on-failure",
  },
  projects: [
    { name: "sign-in", testMatch: /signs-in\.setup\.ts/ },
    { name: "signed-in", testMatch: /\.spec\.ts/, dependencies: ["sign-in"], use: { storageState: STATE } },
  ],
});
