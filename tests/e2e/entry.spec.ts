import { expect, test } from "@playwright/test";
import { reload, visit } from "./support/alive";
import { enterReview, expectSaved, lineOf, openReview } from "./support/review-steps";

const BOX = "Paste or type the list, any format";

test("what is typed is read beside its line, counted, and never rewritten", async ({ page }) => {
  await visit(page, "/reviews/new");
  const text = "1. Furosemide 40mg OD\n\namlodipine 10\nNKDA\nqwrtzpl 5 mg";
  await page.getByLabel(BOX).fill(text);
  await expect(lineOf(page, 1)).toContainText("furosemide");
  await expect(lineOf(page, 3)).toContainText("amLODIPine");
  await expect(lineOf(page, 4)).toContainText("is not a medication");
  await expect(lineOf(page, 5)).toContainText("is not a name we know");
  await expect(page.getByText("2 understood · 0 need you · 1 not recognised")).toBeVisible();
  await expect(page.getByLabel(BOX)).toHaveValue(text);
});

test("a draft is saved by itself within two seconds and is there after a reload", async ({ page }) => {
  await visit(page, "/reviews/new");
  await page.getByLabel(BOX).pressSequentially("Furosemide 40 mg daily", { delay: 5 });
  const typed = Date.now();
  await page.waitForURL(/\/reviews\/CC-\d+\/edit/);
  await expectSaved(page);
  expect(Date.now() - typed).toBeLessThan(10_000);
  await page.getByLabel("Onset").fill("Apr 2026");
  await expect(page.locator('[data-save-state="saved"]')).toBeVisible();
  await reload(page);
  await expect(page.getByLabel(BOX)).toHaveValue("Furosemide 40 mg daily");
  await expect(page.getByLabel("Onset")).toHaveValue("2026-04");
});

test("conditions are found by words and by code; free words are kept as written", async ({ page }) => {
  await visit(page, "/reviews/new");
  const field = page.getByRole("combobox", { name: "Add a condition" });
  await field.fill("N18.3");
  await expect(page.locator('li[role="option"]').first()).toBeVisible();
  await field.press("Enter");
  const chips = page.getByRole("list", { name: "Conditions entered" });
  await expect(chips).toContainText("N18.3");
  await field.fill("hypothyroidism");
  await expect(page.locator('li[role="option"]').first()).toBeVisible();
  await field.press("ArrowDown");
  await field.press("Enter");
  await expect(chips.getByRole("listitem")).toHaveCount(2);
  await field.fill("zzz unknown illness");
  await field.press("Enter");
  await expect(chips).toContainText("not recognised, kept as written");
});

test("a value that cannot be measured in life is asked about", async ({ page }) => {
  await visit(page, "/reviews/new");
  await page.getByRole("textbox", { name: "Results" }).fill("Potassium 31 mmol/L 20 Nov 2026");
  await expect(page.getByText("is outside what can be measured in life. Did you mean 3.1?")).toBeVisible();
  await page.getByRole("button", { name: "Use 3.1" }).click();
  await expect(page.getByRole("textbox", { name: "Results" })).toHaveValue("Potassium 3.1 mmol/L 20 Nov 2026");
});

const BAD_INPUT: readonly { name: string; text: string; says: RegExp }[] = [
  {
    name: "a list with no drug in it",
    text: "the quick brown fox\njumps over",
    says: /No medication found in 2 lines\. All 2 are kept\. Is this the right text\?/,
  },
  {
    name: "600 lines",
    text: Array.from({ length: 600 }, (_, index) => `Furosemide ${index + 1} mg`).join("\n"),
    says: /This paste has 600 lines\. The first 500 are read; lines 501 to 600 are kept below and not read\./,
  },
  {
    name: "200 kB in one paste",
    text: `${"a note that says little ".repeat(10)}\n`.repeat(900),
    says: /are kept below and not read/,
  },
  {
    name: "binary junk",
    text: "%PDF-1.7\u0001\u0002\u0003\u0000\u00ff\u00fe obj << /Type >>",
    says: /not recognised|not a medication|No medication found/,
  },
  { name: "right-to-left text", text: "فوروسيميد ٤٠ ملغ يوميا", says: /No medication found in 1 line/ },
  { name: "emoji", text: "💊💊 🦵 ouch", says: /No medication found in 1 line/ },
  { name: "one line of 10,000 characters", text: "furosemide ".repeat(900), says: /understood/ },
];

for (const { name, text, says } of BAD_INPUT) {
  test(`${name} gets a clear answer and nothing is lost`, async ({ page }) => {
    const failures: string[] = [];
    page.on("response", (response) => {
      if (response.status() >= 500) failures.push(`${response.status()} ${response.url()}`);
    });
    await visit(page, "/reviews/new");
    await page.getByLabel(BOX).fill(text);
    await expect(page.locator("#list")).toContainText(says);
    await expectSaved(page);
    await reload(page);
    const kept = await page.getByLabel(BOX).inputValue();
    // U+0000 cannot stand in a page: the browser may show its replacement character for it.
    const visible = (words: string) => words.replaceAll("\u0000", "").replaceAll("\uFFFD", "").trim();
    expect(visible(kept)).toBe(visible(text));
    expect(failures).toEqual([]);
  });
}

test("a birth year in the future and an unknown code are said beside their fields", async ({ page }) => {
  await visit(page, "/reviews/new");
  await page.getByLabel("Birth year").fill("2090");
  await expect(page.getByText("“2090” is in the future. It is kept and not used.")).toBeVisible();
  await page.getByRole("combobox", { name: "Add a condition" }).fill("Q99.99X");
  await page.getByRole("combobox", { name: "Add a condition" }).press("Enter");
  await expect(page.getByRole("list", { name: "Conditions entered" })).toContainText("not recognised, kept as written");
  await expectSaved(page);
});

test("an empty list can be opened and says that nothing was entered", async ({ page }) => {
  await enterReview(page, { medications: " ", birthYear: "1960" });
  await openReview(page);
  await expect(page.getByText("No medication was entered.").first()).toBeVisible();
  await expect(page.getByText(/all clear/i)).toHaveCount(0);
});
