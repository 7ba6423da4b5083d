import { expect, test } from "@playwright/test";
import { visit } from "./support/alive";
import { fullDraft } from "./support/pages";
import { enterReview, lineOf } from "./support/review-steps";

test("a review is entered, resolved, decided and signed with the keyboard alone", async ({ page }) => {
  await visit(page, "/reviews/new");
  await page.getByLabel("Local reference").focus();
  await page.keyboard.type("RX-KEYS");
  await page.getByLabel("Paste or type the list, any format").focus();
  await page.keyboard.type("Hydrochlorothiazide 25 mg daily\nZaroxlyn 5mg");
  await expect(lineOf(page, 2)).toContainText("is not a name we know");
  await page.keyboard.press("F8");
  await expect(lineOf(page, 2)).toBeFocused();
  await page.keyboard.press("1");
  const confirm = lineOf(page, 2).getByRole("button", { name: "Confirm" });
  await expect(confirm.or(lineOf(page, 2).getByText("corrected from")).first()).toBeVisible();
  if (await confirm.isVisible()) {
    await lineOf(page, 2).focus();
    await page.keyboard.press("1");
  }
  await expect(lineOf(page, 2)).toContainText("corrected from “Zaroxlyn 5mg” by you");
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(/\/reviews\/CC-\d+$/);

  const first = page.locator("[data-card]").first();
  await first.focus();
  await page.keyboard.press("m");
  await expect(first.getByText(/^Monitor · /)).toBeVisible();
  await expect(first).toBeFocused();
  await page.keyboard.press("u");
  await expect(first.getByRole("button", { name: "Act", exact: true })).toBeVisible();
  await page.keyboard.press("a");
  await expect(first.getByText(/^Act · /)).toBeVisible();
  await page.keyboard.press("o");
  await page.keyboard.press("j");
  await expect(page.locator("[data-finding]").first()).toBeFocused();
  await page.keyboard.press("b");
  await expect(page.getByRole("complementary").getByText("Why it is shown")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("complementary")).toHaveCount(0);

  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(/\/sign$/);
  await page.getByRole("button", { name: "Sign review" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Signed." })).toBeFocused();
});

test("the medication table is a grid: one tab stop, arrows, Home and End, Space opens the basis", async ({ page }) => {
  const reference = await enterReview(page, {
    medications: "Furosemide 40 mg daily\nSimvastatin 40 mg at night\nParacetamol 1 g as needed",
  });
  await visit(page, `/reviews/${reference}`);
  const grid = page.getByRole("grid", { name: /^Medications/ });
  await grid.focus();
  await page.keyboard.press("ArrowDown");
  await expect(grid.getByRole("gridcell").first()).toBeFocused();
  await page.keyboard.press("End");
  await expect(grid.locator("tbody tr").first().getByRole("gridcell").last()).toBeFocused();
  await page.keyboard.press("Home");
  await page.keyboard.press("Space");
  await expect(grid.getByText("Line as written").first()).toBeVisible();
  await page.keyboard.press("Control+End");
  await expect(grid.locator("tbody tr").last().getByRole("gridcell").last()).toBeFocused();
});

test("letters do nothing in a field, and not at all once they are switched off", async ({ page }) => {
  const reference = await fullDraft(page);
  await visit(page, `/reviews/${reference}`);
  const first = page.locator("[data-card]").first();
  await page.getByLabel("Filter medications").fill("amnd");
  await expect(first.getByRole("button", { name: "Act", exact: true })).toBeVisible();
  await page.getByRole("button", { name: /^Menu of/ }).click();
  await page.getByRole("checkbox", { name: "Single-letter keys" }).uncheck();
  await page.keyboard.press("Escape");
  await first.focus();
  await page.keyboard.press("m");
  await expect(first.getByRole("button", { name: "Act", exact: true })).toBeVisible();
});
