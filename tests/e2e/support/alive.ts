import type { Page } from "@playwright/test";

/**
 * Waits until React has taken over the page and its effects have run. Before that the server's HTML looks complete, but no
 * timer of the page counts yet, so that a test that moves the clock would move it too early.
 */
export async function alive(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.waitForFunction(() => Object.keys(document.querySelector("h1") ?? {}).some((key) => key.startsWith("__reactFiber$")));
  await page.waitForTimeout(500);
}
