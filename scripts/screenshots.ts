import { mkdirSync } from "node:fs";
import path from "node:path";
import { chromium, type Page } from "@playwright/test";
import { findBrowser } from "./test/find-browser";
import { startApp } from "./test/started-app";
import { signIn } from "../tests/e2e/support/sign-in";
import { CASE, fullDraft } from "../tests/e2e/support/pages";
import { decideAndSign, enterReview } from "../tests/e2e/support/review-steps";

const TO = "tests/.artifacts/screenshots";
const WIDTHS = [1440, 768, 390] as const;
const SCHEMES = ["light", "dark"] as const;
const HEIGHT = 900;

type Shot = { name: string; path: string; prepare?: (page: Page) => Promise<void>; fullPage?: boolean };

/** Pages and states worth judging (docs/design.md). `draft` and `signed` stand for references. */
const SHOTS: readonly Shot[] = [
  { name: "worklist", path: "/reviews" },
  { name: "new-review", path: "/reviews/new" },
  { name: "entry", path: "/reviews/draft/edit" },
  { name: "entry-whole", path: "/reviews/draft/edit", fullPage: true },
  { name: "review", path: "/reviews/draft" },
  { name: "review-whole", path: "/reviews/draft", fullPage: true },
  { name: "basis", path: "/reviews/draft", prepare: (page) => page.getByRole("button", { name: /^Basis/ }).nth(2).click() },
  { name: "dismiss", path: "/reviews/draft", prepare: (page) => page.getByRole("button", { name: "Dismiss", exact: true }).nth(1).click() },
  { name: "sign", path: "/reviews/draft/sign" },
  { name: "sign-errors", path: "/reviews/draft/sign", prepare: (page) => page.getByRole("button", { name: "Sign review" }).click() },
  { name: "signed", path: "/reviews/signed/sign" },
  { name: "signed-review", path: "/reviews/signed" },
  { name: "account", path: "/account" },
  { name: "settings", path: "/settings" },
  { name: "knowledge", path: "/knowledge" },
  { name: "knowledge-class", path: "/knowledge/classes/thiazide-thiazide-like" },
  { name: "not-found", path: "/reviews/CC-999999" },
];

/** Takes every page and state at three widths, light and dark, and the review as it prints. Names given as arguments take only those. */
async function main(only: readonly string[]): Promise<void> {
  mkdirSync(TO, { recursive: true });
  const given = process.env.E2E_BASE_URL;
  const app = given === undefined ? await startApp() : null;
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: ["--no-sandbox"] });
  try {
    const context = await browser.newContext({ baseURL: app?.url ?? given, viewport: { width: WIDTHS[0], height: HEIGHT }, reducedMotion: "reduce" });
    const page = await context.newPage();
    await page.goto("/sign-in");
    await page.screenshot({ path: path.join(TO, "sign-in-1440-light.png") });
    await signIn(page, app?.email ?? process.env.E2E_EMAIL, app?.password ?? process.env.E2E_PASSWORD);
    const draft = await fullDraft(page);
    const signed = await enterReview(page, { ...CASE, conditions: [...CASE.conditions], localReference: "RX-2" });
    await page.goto(`/reviews/${signed}`);
    await decideAndSign(page);
    for (const shot of SHOTS.filter(({ name }) => only.length === 0 || only.includes(name))) {
      for (const width of WIDTHS) for (const scheme of SCHEMES) await take(page, shot, width, scheme, { draft, signed });
    }
    if (only.length === 0 || only.includes("print")) {
      await page.goto(`/reviews/${draft}`);
      await page.pdf({ path: path.join(TO, "review-print.pdf"), format: "A4", displayHeaderFooter: false });
    }
  } finally {
    await browser.close();
    await app?.stop();
  }
}

async function take(page: Page, shot: Shot, width: number, scheme: "light" | "dark", references: { draft: string; signed: string }): Promise<void> {
  await page.setViewportSize({ width, height: HEIGHT });
  await page.emulateMedia({ colorScheme: scheme });
  await page.goto(shot.path.replace("draft", references.draft).replace("/signed", `/${references.signed}`));
  await page.waitForLoadState("networkidle");
  await shot.prepare?.(page);
  await page.screenshot({ path: path.join(TO, `${shot.name}-${width}-${scheme}.png`), fullPage: shot.fullPage ?? false });
}

void main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
