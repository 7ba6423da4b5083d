import { mkdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { chromium, type Browser, type Page } from "@playwright/test";
import { findBrowser } from "./test/find-browser";
import { startApp } from "./test/started-app";
import { CASE, fullDraft } from "../tests/e2e/support/pages";
import { people } from "../tests/e2e/support/people";
import { decideAndSign, enterReview } from "../tests/e2e/support/review-steps";
import { signIn } from "../tests/e2e/support/sign-in";
import { PAGES } from "../tests/e2e/support/states";

const HELP = `npx tsx scripts/screenshots.ts [WORDS …] [--to FOLDER] [--width 1440] [--scheme light] [--whole]

Takes every page in every state (tests/e2e/support/states.ts) at 1440, 768 and 390 px, light and dark, and the review as it
prints. It starts CrampCheck with examples of its own, or uses the one of E2E_BASE_URL (E2E_EMAIL, E2E_PASSWORD).
WORDS take only the states whose names hold one of them. --whole takes the whole page and not what is in sight.`;

const OPTIONS = {
  to: { type: "string", default: "tests/.artifacts/screenshots" },
  width: { type: "string" },
  scheme: { type: "string" },
  whole: { type: "boolean", default: false },
  help: { type: "boolean", short: "h" },
} as const;
const WIDTHS = [1440, 768, 390] as const;
const SCHEMES = ["light", "dark"] as const;
const HEIGHT = 900;
const WIDE = 767;

type Look = { width: number; scheme: "light" | "dark" };

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  if (values.help) return console.log(HELP);
  mkdirSync(values.to, { recursive: true });
  const given = process.env.E2E_BASE_URL;
  const app = given === undefined ? await startApp() : null;
  if (app !== null)
    Object.assign(process.env, {
      E2E_EMAIL: app.email,
      E2E_PASSWORD: app.password,
      CRAMPCHECK_DATA: app.dataDirectory,
    });
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: ["--no-sandbox"] });
  const looks = WIDTHS.flatMap((width) => SCHEMES.map((scheme): Look => ({ width, scheme }))).filter(
    ({ width, scheme }) =>
      (values.width === undefined || String(width) === values.width) &&
      (values.scheme === undefined || scheme === values.scheme),
  );
  try {
    await takeAll(browser, app?.url ?? given ?? "", {
      to: values.to,
      whole: values.whole,
      words: positionals.map((word) => word.toLowerCase()),
      looks,
    });
  } finally {
    await browser.close();
    await app?.stop();
  }
}

async function takeAll(
  browser: Browser,
  baseURL: string,
  options: { to: string; whole: boolean; words: readonly string[]; looks: readonly Look[] },
): Promise<void> {
  const context = await browser.newContext({
    baseURL,
    viewport: { width: WIDTHS[0], height: HEIGHT },
    locale: "en-GB",
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const own = await context.newPage();
  await signIn(own);
  const references = await makeReviews(own);
  const persons = people(browser, own, baseURL);
  const wanted = ({ name }: { name: string }) =>
    options.words.length === 0 || options.words.some((word) => name.toLowerCase().includes(word));
  for (const look of options.looks) {
    for (const { path: address, who, states } of PAGES.filter((one) => one.states.some(wanted))) {
      const page = await persons.tabOf(who);
      if (page === null) continue;
      await page.context().setOffline(false);
      await page.setViewportSize({ width: look.width, height: HEIGHT });
      await page.emulateMedia({ colorScheme: look.scheme, reducedMotion: "reduce" });
      await page.goto(address.replace("draft", references.draft).replace("/signed", `/${references.signed}`));
      await page.waitForLoadState("networkidle");
      for (const state of states.filter((one) => one.wideOnly !== true || look.width > WIDE)) {
        await state.prepare?.(page);
        if (wanted(state))
          await page.screenshot({
            path: path.join(options.to, `${slug(state.name)}-${look.width}-${look.scheme}.png`),
            fullPage: options.whole,
          });
      }
    }
  }
  if (options.words.length === 0) {
    await own.goto(`/reviews/${references.draft}`);
    await own.pdf({ path: path.join(options.to, "review-print.pdf"), format: "A4" });
  }
  await persons.close();
}

/** What the states stand on: the example patients, a full draft and a signed review. */
async function makeReviews(page: Page): Promise<{ draft: string; signed: string }> {
  await page.goto("/reviews/examples");
  const count = await page.getByRole("button", { name: /^Open the review/ }).count();
  for (let index = 0; index < count; index += 1) {
    await page.goto("/reviews/examples");
    await page
      .getByRole("button", { name: /^Open the review/ })
      .nth(index)
      .click();
    await page.waitForURL(/\/reviews\/CC-\d+$/);
  }
  const signed = await enterReview(page, { ...CASE, conditions: [...CASE.conditions], localReference: "RX-2" });
  await page.goto(`/reviews/${signed}`);
  await decideAndSign(page);
  return { signed, draft: await fullDraft(page) };
}

function slug(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
