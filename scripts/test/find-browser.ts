import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { say } from "../start/say.mjs";
import { run } from "./step";

const USUAL = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome-stable", "/usr/bin/google-chrome", "/snap/bin/chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

/**
 * A Chromium that starts: one that is there, else Debian's package when root, else Playwright's own download. Each attempt
 * has its time; throws when none gives a browser.
 */
export async function findBrowser(): Promise<string> {
  const there = installedBrowser();
  if (there !== null) return there;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    say("No browser found; installing Debian's chromium …");
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    await run("apt-get", ["update", "-qq"], { seconds: 90, env });
    await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], { seconds: 240, env });
    const installed = installedBrowser();
    if (installed !== null) return installed;
  }
  say("No browser found; installing Playwright's own Chromium …");
  await run(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"], { seconds: 180 });
  const downloaded = installedBrowser();
  if (downloaded !== null) return downloaded;
  throw new Error("No Chromium could be found or installed. Install one and set CHROMIUM_PATH to it.");
}

/** A Chromium that is there and starts; installs none. */
export function installedBrowser(): string | null {
  const candidates = [process.env.CHROMIUM_PATH ?? "", chromium.executablePath(), ...USUAL];
  return candidates.find((candidate) => candidate !== "" && existsSync(candidate) && starts(candidate)) ?? null;
}

function starts(executable: string): boolean {
  const parameters = ["--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", "about:blank"];
  return spawnSync(executable, parameters, { timeout: 30_000, stdio: "ignore" }).status === 0;
}
