import { existsSync, readFileSync } from "node:fs";
import { visit } from "./support/alive";
import { expect, test } from "@playwright/test";
import { fullDraft, ROUTES } from "./support/pages";

const MANIFEST = ".next/app-path-routes-manifest.json";

/** Pages that the build has; route handlers under /api answer JSON and are walked by the test of sessions. */
function builtPages(): string[] {
  const manifest: Record<string, string> = JSON.parse(readFileSync(MANIFEST, "utf8"));
  return Object.entries(manifest)
    .filter(([source]) => source.endsWith("/page"))
    .map(([, route]) => route);
}

test("every built page is known to the tests", () => {
  test.skip(!existsSync(MANIFEST), "There is no build in this folder.");
  const known = new Set(ROUTES.map(({ route }) => route));
  expect(builtPages().filter((route) => !known.has(route) && !route.startsWith("/_"))).toEqual([]);
});

test("every page runs under its policy without a single report", async ({ page }) => {
  const draft = await fullDraft(page);
  const built = existsSync(MANIFEST) ? new Set(builtPages()) : null;
  const problems: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) problems.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`${page.url()}: ${error.message}`));
  for (const { route, path, kind } of ROUTES) {
    if (kind === "file" || (built !== null && !built.has(route) && route !== "/_not-found")) continue;
    const response = await visit(page, path.replace("draft", draft));
    const policy = response?.headers()["content-security-policy"] ?? "";
    expect(policy, path).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/=]+' 'strict-dynamic'/);
    expect(policy, path).not.toMatch(/script-src[^;]*unsafe/);
    await expect(page.locator("h1").first()).toBeAttached();
  }
  expect(problems).toEqual([]);
});

test("what floats runs under the policy too: menu, dialog, basis", async ({ page }) => {
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  const draft = await fullDraft(page);
  await page.getByRole("button", { name: "Delete this draft" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.getByRole("button", { name: "Keep it" }).click();
  await page.getByRole("button", { name: /^Menu of/ }).click();
  await expect(page.getByRole("link", { name: "Account", exact: true })).toBeVisible();
  await visit(page, `/reviews/${draft}`);
  await page.locator("[data-card] [data-open]").first().click();
  await page
    .getByRole("button", { name: /^Basis/ })
    .first()
    .click();
  await expect(page.getByRole("complementary")).toBeVisible();
  expect(problems).toEqual([]);
});

test("the browser is sent neither drug names nor the knowledge base", async ({ page }) => {
  const scripts: string[] = [];
  page.on("response", async (response) => {
    if (response.url().includes("/_next/static/") && response.url().endsWith(".js"))
      scripts.push(await response.text().catch(() => ""));
  });
  await visit(page, "/reviews/new");
  await page.waitForLoadState("networkidle");
  const all = scripts.join("\n");
  expect(all.length).toBeGreaterThan(10_000);
  for (const name of ["chlortalidone", "rosuvastatin", "tiotropium", "Hemodialysis-associated"])
    expect(all).not.toContain(name);
});

const BUDGET_BYTES = 250_000;

test("a review page loads less than 250 kB of compressed JavaScript", async ({ page }) => {
  const draft = await fullDraft(page);
  const client = await page.context().newCDPSession(page);
  await client.send("Network.enable");
  await client.send("Network.setCacheDisabled", { cacheDisabled: true });
  let bytes = 0;
  const scripts = new Set<string>();
  client.on("Network.responseReceived", ({ requestId, response }) => {
    if (/javascript/.test(response.mimeType)) scripts.add(requestId);
  });
  client.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await visit(page, `/reviews/${draft}`);
  await page.waitForLoadState("networkidle");
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(BUDGET_BYTES);
});
