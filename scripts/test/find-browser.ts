import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { say } from "../start/say.mjs";
import { run } from "./step";

/**
 * Chromium without an interface of its own: half the work of the whole browser for the same pages (docs/testing.md).
 */
const SHELL = "chromium-headless-shell";
const SHELLS = [`/usr/bin/${SHELL}`, `/usr/lib/chromium/${SHELL}`];
const WHOLE = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * A Chromium that starts: the one of CHROMIUM_PATH, else the headless shell, which root has installed where Debian's
 * packages can be reached, else any that is there, else Playwright's own download. Throws when none gives a browser.
 */
export async function findBrowser(): Promise<string> {
  const wanted = firstThatStarts([process.env.CHROMIUM_PATH ?? "", ...SHELLS]);
  if (wanted !== null) return tell(wanted);
  if (canInstall()) {
    await install(SHELL);
    const shell = firstThatStarts(SHELLS);
    if (shell !== null) return tell(shell);
  }
  const there = installedBrowser();
  if (there !== null) return tell(there);
  if (canInstall()) {
    await install("chromium");
    const whole = firstThatStarts(WHOLE);
    if (whole !== null) return tell(whole);
  }
  say("No browser found; downloading Playwright's own Chromium …");
  await run(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"]);
  const downloaded = installedBrowser();
  if (downloaded !== null) return tell(downloaded);
  throw new Error("No Chromium could be found or installed. Install one and set CHROMIUM_PATH to it.");
}

/** A Chromium that is there and starts; installs none. */
export function installedBrowser(): string | null {
  return firstThatStarts([process.env.CHROMIUM_PATH ?? "", ...SHELLS, chromium.executablePath(), ...WHOLE]);
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}

/** A fresh image has no lists of packages, and an old one names files that are gone: they are fetched first. */
async function install(name: string): Promise<void> {
  say(`Installing Debian's ${name} …`);
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update", "-qq"], { env });
  const code = await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name], { env });
  if (code !== 0) say(`${name} could not be installed (apt-get ended with ${code}).`);
}

function tell(executable: string): string {
  say(`Browser: ${executable}`);
  return executable;
}

function firstThatStarts(candidates: readonly string[]): string | null {
  return candidates.find((candidate) => candidate !== "" && existsSync(candidate) && starts(candidate)) ?? null;
}

function starts(executable: string): boolean {
  const parameters = ["--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", "about:blank"];
  return spawnSync(executable, parameters, { timeout: 300_000, stdio: "ignore" }).status === 0;
}
