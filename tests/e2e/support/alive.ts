import { expect, type Page, type Request, type Response } from "@playwright/test";

/**
 * React works in pieces of a few milliseconds and lets other tasks through between them: more turns than it has pieces.
 */
const TURNS = 200;

/**
 * Opens an address and waits until the page answers to keys and clicks: what a test does before that is lost, on a slow
 * machine often.
 */
export async function visit(page: Page, address: string): Promise<Response | null> {
  const response = await page.goto(address);
  await hydrated(page);
  return response;
}

export async function reload(page: Page): Promise<void> {
  await page.reload();
  await hydrated(page);
}

/**
 * Waits until React has taken over the page and its effects have run. Before that the server's HTML looks complete, but
 * no key is heard and no timer of the page counts yet. A page without scripts is complete as it is.
 */
async function hydrated(page: Page): Promise<void> {
  await page.locator("h1").first().waitFor({ state: "attached" });
  await page.waitForFunction(() => {
    const isTaken = Object.keys(document.querySelector("h1") ?? {}).some((key) => key.startsWith("__reactFiber$"));
    return isTaken || document.querySelector("script[src]") === null;
  });
  await takeTurns(page);
}

/**
 * Also waits until everything that the page fetches by itself is there, for tests that stop its clock or its network.
 */
export async function alive(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await hydrated(page);
}

/** Does something that makes the page fetch parts of itself, and waits until these are there and have run. */
export async function untilFetched(page: Page, act: () => Promise<void>): Promise<void> {
  const open = new Set<Request>();
  const opened = (request: Request) => void open.add(request);
  const closed = (request: Request) => void open.delete(request);
  page.on("request", opened).on("requestfinished", closed).on("requestfailed", closed);
  await act();
  await takeTurns(page);
  await expect.poll(() => open.size).toBe(0);
  await takeTurns(page);
  page.off("request", opened).off("requestfinished", closed).off("requestfailed", closed);
}

/**
 * Lets the page do what it has in hand, however slow the machine is: counted in its tasks, not in time (whose clock may
 * stand still).
 */
async function takeTurns(page: Page): Promise<void> {
  await page.evaluate(async (turns) => {
    const { port1, port2 } = new MessageChannel();
    for (let turn = 0; turn < turns; turn += 1) {
      await new Promise((resolve) => {
        port1.onmessage = resolve;
        port2.postMessage(null);
      });
    }
    port1.close();
  }, TURNS);
}
