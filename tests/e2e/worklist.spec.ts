import { unzipSync } from "fflate";
import { reload, visit } from "./support/alive";
import { readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import { pdfPages } from "./support/pdf-text";
import { enterReview } from "./support/review-steps";

const grid = (page: Page) => page.getByRole("grid", { name: /^Reviews: / });
const row = (page: Page, reference: string) => grid(page).getByRole("row").filter({ hasText: reference });

async function openAll(page: Page): Promise<void> {
  await visit(page, "/reviews?view=all");
  await expect(page.getByRole("heading", { name: "Reviews" })).toBeFocused();
}

test("reviews are chosen by key, exported as one CSV and as PDFs, and cleared", async ({ page }) => {
  const [first, second] = [
    await enterReview(page, { medications: "Furosemide 40 mg daily" }),
    await enterReview(page, { medications: "Simvastatin 40 mg at night" }),
  ];
  await openAll(page);
  await row(page, second).getByRole("gridcell").first().focus();
  await page.keyboard.press("x");
  await row(page, first).getByRole("gridcell").nth(1).focus();
  await page.keyboard.press("Space");
  const bar = page.getByRole("region", { name: "Chosen reviews" });
  await expect(bar).toContainText("2 selected");
  await expect(row(page, first)).toHaveAttribute("aria-selected", "true");

  const [csv] = await Promise.all([
    page.waitForEvent("download"),
    bar.getByRole("button", { name: "Export CSV" }).click(),
  ]);
  expect(csv.suggestedFilename()).toMatch(/^crampcheck-\d{4}-\d{2}-\d{2}-2-reviews\.csv$/);
  const text = readFileSync(await csv.path(), "utf8");
  expect(text.match(/^record,/gm)).toHaveLength(1);
  for (const reference of [first, second]) expect(text).toContain(reference);

  const [zip] = await Promise.all([
    page.waitForEvent("download"),
    bar.getByRole("button", { name: "Export PDFs" }).click(),
  ]);
  const files = unzipSync(readFileSync(await zip.path()));
  expect(Object.keys(files).sort()).toEqual([`${first}.pdf`, `${second}.pdf`]);
  expect((await pdfPages(Buffer.from(files[`${first}.pdf`] ?? new Uint8Array()))).join(" ")).toContain(first);

  await bar.getByRole("button", { name: "Clear" }).click();
  await expect(bar).toBeHidden();
  expect(
    (
      await page.request.post("/api/export", {
        data: { kind: "pdfs", references: Array.from({ length: 51 }, (_, index) => `CC-${9000 + index}`) },
        headers: { origin: new URL(page.url()).origin },
      })
    ).status(),
  ).toBe(413);
});

test("the grid has one tab stop; arrows move, Enter opens, N and “/” lead on, F8 finds what needs somebody", async ({
  page,
}) => {
  const reference = await enterReview(page, { medications: "Zaroxlyn 5mg" });
  await openAll(page);
  await grid(page).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await expect(grid(page).locator("tbody tr").first().getByRole("gridcell").nth(1)).toBeFocused();
  await page.keyboard.press("/");
  const search = page.getByRole("searchbox", { name: "Search reference or drug" });
  await expect(search).toBeFocused();
  await search.fill(reference);
  await expect(grid(page).locator("tbody tr")).toHaveCount(1);
  await page.keyboard.press("F8");
  await expect(grid(page).locator("[data-needs]").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/reviews/${reference}$`));
  await openAll(page);
  await grid(page).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("n");
  await expect(page).toHaveURL(/\/reviews\/new$/);
});

test("views have counts, filters are said in words, and an empty answer says where the rest is", async ({ page }) => {
  const reference = await enterReview(page, { medications: "Paracetamol 1 g as needed" });
  await visit(page, "/reviews");
  await expect(page.getByRole("heading", { name: "Reviews" })).toBeFocused();
  await page.getByRole("searchbox", { name: "Search reference or drug" }).fill(reference);
  await expect(page.getByText(`No review matches ‘${reference}’ in Needs me.`)).toBeVisible();
  await expect(page.getByText("1 matches in All.")).toBeVisible();
  await page.getByRole("button", { name: "Show all 1" }).click();
  await expect(row(page, reference)).toBeVisible();
  await expect(page.getByRole("button", { name: "All 1" })).toHaveAttribute("aria-pressed", "true");
  await expect(page).toHaveURL(/\/reviews\?view=all$/);
  await page.getByRole("button", { name: "Filter" }).click();
  await page.getByRole("checkbox", { name: "Act now" }).check();
  await expect(page.getByText("Filtered: Act now.")).toBeVisible();
  await expect(page.getByText(`No review matches ‘${reference}’ in All.`)).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).first().click();
  await expect(row(page, reference)).toBeVisible();
});

test("the choice of columns is remembered without anything about a patient, and sorting is said in words", async ({
  page,
}) => {
  await enterReview(page, { medications: "Furosemide 40 mg daily", localReference: "RX-COLUMNS" });
  await openAll(page);
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("checkbox", { name: "Cramps" }).uncheck();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("columnheader", { name: "Cramps" })).toHaveCount(0);
  await page.getByRole("columnheader", { name: "Highest" }).getByRole("button").click();
  await expect(page.getByText(/^Sorted by priority, (most|least) urgent first\./)).toBeVisible();
  await reload(page);
  await expect(page.getByRole("columnheader", { name: "Cramps" })).toHaveCount(0);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toMatch(/furosemide|RX-|CC-\d/i);
});

test("a worklist that cannot be loaded says so, keeps what it has, and tries again", async ({ page }) => {
  await openAll(page);
  await page.route("**/api/worklist", (route) => route.abort());
  await page.getByRole("button", { name: /^Drafts/ }).click();
  await expect(page.getByText(/The worklist could not be loaded \(\d\d:\d\d\)\. Nothing is lost\./)).toBeVisible();
  await page.unroute("**/api/worklist");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText(/could not be loaded/)).toHaveCount(0);
});

test("an example patient opens as a draft of one's own, and the same one the second time", async ({ page }) => {
  const open = async () => {
    await visit(page, "/reviews/examples");
    await page.getByRole("button", { name: "Open the review: A new diuretic and a low potassium" }).click();
    await expect(page.getByRole("heading", { name: /^Review CC-/ })).toBeVisible();
    return page.url();
  };
  const first = await open();
  await expect(page.getByRole("region", { name: "Patient" })).toContainText("Example");
  await expect(page.locator('[data-card][data-priority="act-now"]').first()).toBeVisible();
  expect(await open()).toBe(first);
});

test("the palette goes to actions, parts of the page, reviews, drugs and knowledge, and takes nothing by itself", async ({
  page,
}) => {
  const reference = await enterReview(page, {
    medications: "Furosemide 40 mg daily",
    labs: "Potassium 2.4 mmol/L 20 Nov 2026",
  });
  await visit(page, `/reviews/${reference}`);
  await expect(page.getByRole("heading", { name: "Problems" })).toBeVisible();
  const palette = page.getByRole("dialog", { name: "Search or jump" });
  const field = page.getByRole("combobox", { name: /^Search or jump/ });
  const open = async () => {
    await page.keyboard.press("Control+k");
    await expect(field).toBeFocused();
  };
  await open();
  await field.fill("tests");
  await page.keyboard.press("Enter");
  await expect(palette).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(palette).toHaveCount(0);
  await expect(page.getByRole("heading", { name: /tests/i }).first()).toBeFocused();

  await open();
  await field.fill("metola");
  await expect(palette.getByRole("group", { name: "Drugs" })).toContainText("metOLazone");
  await field.fill("thiazide");
  await expect(palette.getByRole("group", { name: "Knowledge" }).getByRole("option").first()).toBeVisible();
  await field.fill(reference);
  await palette
    .getByRole("group", { name: "Reviews" })
    .getByRole("option", { name: new RegExp(`^${reference}\\b`) })
    .click();
  await expect(page).toHaveURL(new RegExp(`/reviews/${reference}$`));

  await open();
  await page.keyboard.press("Escape");
  await expect(palette).toHaveCount(0);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toContainText("Next and previous thing that needs you");
  await page.keyboard.press("Escape");
  await page.keyboard.press("F8");
  await expect(page.locator("[data-card][data-needs]:focus")).toHaveCount(1);
});
