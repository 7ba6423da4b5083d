import { chromium, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { installedBrowser } from "@/scripts/test/find-browser";
import { startApp } from "@/scripts/test/started-app";
import { median, table } from "./measure";
import { listOf } from "./review";

const LOADS = 5;
const TAPS = 8;
/** The barest page of the same build: words without a form or a table. */
const BARE = "/method";

type Load = { script: number; shift: number; ready: number };

/**
 * The page of a review of fifty lines in Chromium, against the barest page of the same build: compressed JavaScript of the first
 * load, layout shift, and the time from a tap to the next paint. Starts the product on a free port with a data folder of its own,
 * and builds it when it is not built. Says why where it cannot be measured.
 */
export async function pageTable(): Promise<string> {
  const executablePath = installedBrowser();
  if (executablePath === null) return "Not measured: no Chromium is installed (CHROMIUM_PATH names one elsewhere).";
  const app = await startApp({ seconds: 1500 });
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
  try {
    const context = await signedIn(browser, app);
    const address = await fiftyLines(context, app.url);
    const [full, bare] = [await loads(context, address), await loads(context, `${app.url}${BARE}`)];
    const taps = await interactions(context, address);
    const ratio = (one: number, other: number): string => (other === 0 ? "–" : (one / other).toFixed(2));
    return [
      table(
        ["first load, empty cache, median of 5", "review of 50 lines", BARE, "×"],
        [
          [
            "JavaScript, compressed kB",
            (full.script / 1000).toFixed(1),
            (bare.script / 1000).toFixed(1),
            ratio(full.script, bare.script),
          ],
          ["until loaded, ms", full.ready.toFixed(0), bare.ready.toFixed(0), ratio(full.ready, bare.ready)],
          ["cumulative layout shift", full.shift.toFixed(4), bare.shift.toFixed(4), "–"],
        ],
      ),
      table(
        ["tap to the next paint, ms", "median", "worst"],
        taps.map(({ name, times }) => [
          `${name} (${times.length})`,
          median(times).toFixed(0),
          Math.max(0, ...times).toFixed(0),
        ]),
      ),
    ].join("\n\n");
  } finally {
    await browser.close();
    await app.stop();
  }
}

async function signedIn(
  browser: Browser,
  app: { url: string; email: string; password: string },
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
  const page = await context.newPage();
  await page.goto(`${app.url}/sign-in`);
  await page.getByLabel("Email").fill(app.email);
  await page.getByLabel("Password", { exact: true }).fill(app.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/reviews$/, { timeout: 60_000 });
  await page.close();
  return context;
}

/** Types the list into a new review as a clinician would; returns the address of the review. */
async function fiftyLines(context: BrowserContext, url: string): Promise<string> {
  const page = await context.newPage();
  const { medications } = listOf(50);
  await page.goto(`${url}/reviews/new`);
  await page.getByLabel("Paste or type the list, any format").fill(String(medications));
  await page.getByLabel("Birth year").fill("1953");
  await page.getByLabel("Sex").selectOption("female");
  await page.waitForURL(/\/reviews\/CC-\d+\/edit/, { timeout: 60_000 });
  await page.locator('[data-save-state="saved"]').waitFor({ timeout: 60_000 });
  await page.close();
  return `${url}/reviews/${/CC-\d+/.exec(page.url())?.[0] ?? ""}`;
}

async function loads(context: BrowserContext, address: string): Promise<Load> {
  const all: Load[] = [];
  for (let round = 0; round < LOADS; round += 1) all.push(await load(context, address));
  return {
    script: median(all.map((one) => one.script)),
    shift: Math.max(...all.map((one) => one.shift)),
    ready: median(all.map((one) => one.ready)),
  };
}

async function load(context: BrowserContext, address: string): Promise<Load> {
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send("Network.enable");
  await client.send("Network.setCacheDisabled", { cacheDisabled: true });
  const scripts = new Set<string>();
  let script = 0;
  client.on("Network.responseReceived", ({ requestId, response }) => {
    if (/javascript/.test(response.mimeType)) scripts.add(requestId);
  });
  client.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) script += encodedDataLength;
  });
  await page.addInitScript(watchPaints);
  await page.goto(address);
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(500);
  const { shift, ready } = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType("navigation");
    return {
      shift: Reflect.get(window, "benchShift") as number,
      ready: navigation instanceof PerformanceNavigationTiming ? navigation.loadEventEnd : 0,
    };
  });
  await page.close();
  return { script, shift, ready };
}

/** Taps as a clinician does: opens rows of the table of medications, decides findings. */
async function interactions(context: BrowserContext, address: string): Promise<{ name: string; times: number[] }[]> {
  const page = await context.newPage();
  await page.addInitScript(watchPaints);
  await page.goto(address);
  await page.waitForLoadState("networkidle");
  const expand = await taps(page, '#medications-table tbody button[aria-expanded="false"]');
  const decide = await taps(page, 'button[data-action="monitor"]:visible');
  await page.close();
  return [
    { name: "open a row of the medications", times: expand },
    { name: "decide a finding", times: decide },
  ];
}

async function taps(page: Page, selector: string): Promise<number[]> {
  const times: number[] = [];
  for (let tap = 0; tap < TAPS && (await page.locator(selector).count()) > 0; tap += 1) {
    await page.evaluate(() => Reflect.set(window, "benchTap", 0));
    await page.locator(selector).first().click();
    await page.waitForTimeout(250);
    times.push(await page.evaluate(() => Reflect.get(window, "benchTap") as number));
  }
  return times;
}

/** In the page: adds up layout shifts that no tap explains, and keeps the longest time from input to the next paint. */
function watchPaints(): void {
  Reflect.set(window, "benchShift", 0);
  Reflect.set(window, "benchTap", 0);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (Reflect.get(entry, "hadRecentInput") === false)
        Reflect.set(
          window,
          "benchShift",
          Number(Reflect.get(window, "benchShift")) + Number(Reflect.get(entry, "value")),
        );
  }).observe({ type: "layout-shift", buffered: true });
  // TypeScript's library does not know the threshold; without it, only what takes 104 ms is told.
  const everyTap: PerformanceObserverInit & { durationThreshold: number } = {
    type: "event",
    buffered: true,
    durationThreshold: 16,
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (/^(pointer|click|mouse)/.test(entry.name))
        Reflect.set(window, "benchTap", Math.max(Number(Reflect.get(window, "benchTap")), entry.duration));
  }).observe(everyTap);
}
