import { expect, test } from "@playwright/test";
import { visit } from "./support/alive";

const PASSWORD = "a kestrel over the fen";

/** With ACCOUNTS_SHOTS=folder each page is also kept as a picture, wide and narrow. */
async function look(page: import("@playwright/test").Page, name: string): Promise<void> {
  const folder = process.env.ACCOUNTS_SHOTS;
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect([name, width, sideways <= 0]).toEqual([name, width, true]);
    if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

test("an administrator invites an auditor, whose link sets a password once and who reads the trail and no review", async ({
  page,
  browser,
  baseURL,
}) => {
  const email = `auditor.${Date.now()}@example.org`;
  await visit(page, "/accounts");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Name that others will see").fill("Audrey Watts");
  await page.getByLabel("Role", { exact: true }).selectOption("auditor");
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  const link = (await page.locator("[data-password-link]").textContent()) ?? "";
  expect(link).toMatch(/\/set-password#[\w-]{43}$/);
  await expect(page.getByRole("listitem", { name: "Audrey Watts" })).toContainText("invitation not used yet");
  await look(page, "accounts");

  const context = await browser.newContext({
    ...(baseURL === undefined ? {} : { baseURL }),
    storageState: { cookies: [], origins: [] },
  });
  const theirs = await context.newPage();
  await visit(theirs, link);
  await look(theirs, "set-password");
  await theirs.getByLabel("New password").fill("short");
  await theirs.getByRole("button", { name: "Set password" }).click();
  await expect(theirs.getByText("Use at least 12 characters").first()).toBeVisible();
  await theirs.getByLabel("New password").fill(PASSWORD);
  await theirs.getByRole("button", { name: "Set password" }).click();
  await expect(theirs.getByRole("status")).toContainText("is set");
  await visit(theirs, "/sign-in");
  await theirs.getByLabel("Email").fill(email);
  await theirs.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await theirs.getByRole("button", { name: "Sign in" }).click();
  await expect(theirs).toHaveURL(/\/audit$/);
  await expect(theirs.getByRole("heading", { name: "Audit trail" })).toBeVisible();
  await theirs.getByLabel("What").selectOption("user.use-link");
  await expect(theirs.getByRole("cell", { name: "Audrey Watts" }).first()).toBeVisible();
  await look(theirs, "audit");
  expect((await theirs.goto("/reviews/CC-0001"))?.status()).toBe(404);
  expect((await theirs.goto("/accounts"))?.status()).toBe(404);

  await visit(theirs, link);
  await theirs.getByLabel("New password").fill(PASSWORD);
  await theirs.getByRole("button", { name: "Set password" }).click();
  await expect(theirs.getByText("This link was used already").first()).toBeVisible();

  await visit(page, "/accounts");
  const row = page.getByRole("listitem", { name: "Audrey Watts" });
  await row.getByRole("button", { name: "Disable" }).click();
  await expect(row).toContainText("disabled");
  expect((await theirs.goto("/audit"))?.url()).toContain("/sign-in");
  await context.close();
});
