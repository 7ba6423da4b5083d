import { expect, test, type Page } from "@playwright/test";
import { visit } from "./support/alive";
import { expectSaved, lineOf } from "./support/review-steps";

const BOX = "Paste or type the list, any format";
const box = (page: Page) => page.getByLabel(BOX);
const needs = (page: Page) =>
  page.getByRole("region", { name: "Preview and next step" }).getByRole("button", { name: /need.? you$/ });

async function typed(page: Page, text: string): Promise<void> {
  await visit(page, "/reviews/new");
  await box(page).fill(text);
  await expect(lineOf(page, text.split("\n").length)).toBeVisible();
}

test("a line is corrected by search with the keyboard alone, says how, and is taken back with Ctrl Z", async ({
  page,
}) => {
  await typed(page, "amlodipine 10 mg daily\nZaroxlyn 5mg");
  await expect(lineOf(page, 2)).toContainText("is not a name we know");
  await page.keyboard.press("F8");
  await page.keyboard.press("ArrowUp");
  await expect(lineOf(page, 1)).toBeFocused();
  await page.keyboard.press("e");
  await expect(page.getByRole("combobox", { name: "Another name" })).toBeFocused();
  await page.keyboard.type("felodipine");
  await expect(page.locator('li[role="option"]').first()).toContainText("felodipine");
  await page.keyboard.press("Enter");
  await expect(lineOf(page, 1)).not.toContainText("corrected from");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const confirm = lineOf(page, 1).getByRole("button", { name: "Confirm" });
  await expect(confirm.or(lineOf(page, 1).getByText("corrected from")).first()).toBeVisible();
  if (await confirm.isVisible()) await page.keyboard.press("1");
  await expect(lineOf(page, 1)).toContainText("felodipine 10 mg · daily");
  await expect(lineOf(page, 1)).toContainText("corrected from “amlodipine 10 mg daily” by you");
  await expect(box(page)).toHaveValue("amlodipine 10 mg daily\nZaroxlyn 5mg");
  await page.keyboard.press("Control+z");
  await expect(lineOf(page, 1)).toContainText("amLODIPine");
  await expect(lineOf(page, 1)).not.toContainText("corrected from");
});

test("a click on what was read opens the search; Esc closes it, and Esc again goes back to the caret", async ({
  page,
}) => {
  await typed(page, "amlodipine 10 mg daily");
  await box(page).evaluate((element: HTMLTextAreaElement) => element.setSelectionRange(10, 10));
  await lineOf(page, 1)
    .getByRole("button", { name: /amlodipine/i })
    .click();
  await expect(page.getByRole("combobox", { name: "Another name" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("combobox", { name: "Another name" })).toHaveCount(0);
  await expect(lineOf(page, 1)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(box(page)).toBeFocused();
  await page.keyboard.type("X");
  await expect(box(page)).toHaveValue("amlodipineX 10 mg daily");
});

test("a look-alike of another ingredient needs a second step that names both", async ({ page }) => {
  await typed(page, "hydroxizine prn");
  const line = lineOf(page, 1);
  await expect(line.getByRole("button", { name: /hydroxyzine/ })).toBeVisible();
  await expect(line.getByRole("button", { name: /hydralazine/ })).toBeVisible();
  await page.keyboard.press("F8");
  await page.keyboard.press("1");
  await expect(line).toContainText(/hydrOXYzine.*, not hydrALAZINE/);
  await expect(line).not.toContainText("corrected from");
  await expect(line).toBeFocused();
  await page.keyboard.press("1");
  await expect(line).toContainText("corrected from “hydroxizine prn” by you");
});

test("a doubt about a strength is settled by its number, or left open and no longer asked", async ({ page }) => {
  await typed(page, "Thyroxine 25 od\nSeretide 250 2 puffs bd");
  await expect(lineOf(page, 1)).toContainText("Strength may be 25 micrograms or 25 mg.");
  await page.keyboard.press("F8");
  await page.keyboard.press("1");
  await expect(lineOf(page, 1)).toContainText("levothyroxine (thyroxine) 25 micrograms");
  await expect(lineOf(page, 1)).toContainText("answered by you");
  await expect(lineOf(page, 2)).toBeFocused();
  await page.keyboard.press("3");
  await expect(lineOf(page, 2)).toContainText("left open by you");
  await expect(lineOf(page, 2).getByRole("button", { name: "Leave open" })).toHaveCount(0);
  await lineOf(page, 2).getByRole("button", { name: "Undo" }).click();
  await expect(lineOf(page, 2).getByRole("button", { name: "Leave open" })).toBeVisible();
});

test("how many lines need somebody stays in sight, and each answer goes to the next of them", async ({ page }) => {
  await typed(
    page,
    ["Zaroxlyn 5mg", ...Array.from({ length: 30 }, () => "furosemide 40 mg daily"), "Bisoprlol 5mg", "NKDA"].join("\n"),
  );
  await expect(needs(page)).toContainText("2 of 33 lines need you");
  await needs(page).click();
  await expect(lineOf(page, 1)).toBeFocused();
  await expect(needs(page)).toBeInViewport();
  await page.keyboard.press("F8");
  await expect(lineOf(page, 32)).toBeFocused();
  await expect(needs(page)).toBeInViewport();
  await page.keyboard.press("Shift+F8");
  await expect(lineOf(page, 1)).toBeFocused();
  await lineOf(page, 1).getByRole("button", { name: "Keep as written, unread" }).click();
  await expect(needs(page)).toContainText("1 of 33 lines needs you");
  await expect(lineOf(page, 32)).toBeFocused();
});

test("twenty steps are undone with Ctrl Z, and a removed condition in place", async ({ page }) => {
  await visit(page, "/reviews/new");
  const field = page.getByRole("combobox", { name: "Add a condition" });
  for (let number = 1; number <= 21; number += 1) {
    await field.fill(`made-up illness ${number}`);
    await field.press("Enter");
  }
  const chips = page.getByRole("list", { name: "Conditions entered" }).getByRole("listitem");
  await expect(chips).toHaveCount(21);
  await page.locator("h1").click();
  for (let step = 0; step < 25; step += 1) await page.keyboard.press("Control+z");
  await expect(chips).toHaveCount(1);
  await field.fill("made-up illness 2");
  await field.press("Enter");
  await page.getByRole("button", { name: "Remove made-up illness 1", exact: true }).click();
  await expect(page.getByRole("button", { name: "Remove made-up illness 2", exact: true })).toBeFocused();
  await page.locator("#conditions").getByRole("button", { name: "Undo" }).click();
  await expect(chips).toHaveCount(2);
  await expectSaved(page);
});

test("undoing never takes away what was typed since", async ({ page }) => {
  await visit(page, "/reviews/new");
  const results = page.getByRole("textbox", { name: "Results" });
  await results.fill("Potassium 31 mmol/L 20 Nov 2026");
  await page.getByRole("button", { name: "Use 3.1" }).click();
  await expect(page.locator("#results")).toContainText("is now “Potassium 3.1 mmol/L 20 Nov 2026”, by you");
  await results.press("End");
  await results.pressSequentially("\nSodium 138 mmol/L");
  await expect(page.locator("#results").getByRole("button", { name: "Undo" })).toHaveCount(0);
  await page.locator("h1").click();
  await page.keyboard.press("Control+z");
  await expect(results).toHaveValue("Potassium 3.1 mmol/L 20 Nov 2026\nSodium 138 mmol/L");
});

test("a result without a unit and a number left over are asked about, answered by digit or left open", async ({
  page,
}) => {
  await visit(page, "/reviews/new");
  const results = page.getByRole("textbox", { name: "Results" });
  await results.fill("Mg 0.61\nSodium 138 131");
  await expect(page.getByText("magnesium 0.61 has no unit. Which is it?")).toBeVisible();
  await expect(page.getByText("131 was not read. Does it count?")).toBeVisible();
  await page.locator("#results").getByRole("group", { name: "Mg 0.61" }).focus();
  await page.keyboard.press("1");
  await expect(results).toHaveValue("Mg 0.61 mmol/L\nSodium 138 131");
  await expect(page.locator("#results").getByText("has no unit")).toHaveCount(0);
  await page.getByRole("button", { name: /sodium 138 counts/ }).click();
  await expect(page.locator("#results").getByText("was not read")).toHaveCount(0);
  await expect(results).toHaveValue("Mg 0.61 mmol/L\nSodium 138 131");
});

test("typing in one of fifty lines repaints that line only and keeps the caret", async ({ page }) => {
  const lines = Array.from({ length: 50 }, (_, index) => `furosemide ${index + 1} mg daily`);
  await typed(page, lines.join("\n"));
  await page.evaluate(() =>
    document.querySelectorAll("[data-piece]").forEach((piece) => piece.setAttribute("data-was-there", "")),
  );
  const caret = lines.slice(0, 25).join("\n").length;
  await box(page).evaluate((element: HTMLTextAreaElement, at) => {
    element.focus();
    element.setSelectionRange(at, at);
  }, caret);
  await page.keyboard.type(" as needed");
  await expect(lineOf(page, 25)).toContainText("as needed");
  expect(await page.locator("[data-piece]:not([data-was-there])").count()).toBe(1);
  expect(await box(page).evaluate((element: HTMLTextAreaElement) => element.selectionStart)).toBe(
    caret + " as needed".length,
  );
  await box(page).evaluate((element: HTMLTextAreaElement) => element.setSelectionRange(0, 0));
  await page.keyboard.type("digoxin 125 micrograms daily\n");
  await expect(lineOf(page, 1)).toContainText("digoxin");
  expect(await page.locator("[data-piece]:not([data-was-there])").count()).toBe(2);
});
