import { expect, test, type Page } from "@playwright/test";
import { reload, visit } from "./support/alive";
import { decideAndSign, enterReview, expectSaved, lineOf, openReview } from "./support/review-steps";

const LIST =
  "Bendroflumethiazide 2.5 mg daily since Feb 2026\nAmlodipine 10 mg daily since 2019\nSimvastatin 40 mg at night\nZaroxlyn 5mg";

/** Types into a field of the entry and waits until it is stored. */
async function retype(page: Page, label: string | RegExp, text: string): Promise<void> {
  await page.getByLabel(label).fill(text);
  await expectSaved(page);
}

test("a review goes from paste over a corrected line, decisions, signature and export to its follow-up, which shows what changed", async ({
  page,
}) => {
  const first = await enterReview(page, {
    medications: LIST,
    birthYear: "1953",
    sex: "female",
    localReference: "RX-2210",
    labs: "Potassium 3.1 mmol/L 20 Nov 2026",
    onset: "Apr 2026",
    perWeek: "5",
  });
  const line = lineOf(page, 4);
  await line.getByRole("button", { name: /Zaroxolyn/ }).click();
  const confirm = line.getByRole("button", { name: "Confirm" });
  await expect(confirm.or(line.getByText("corrected from")).first()).toBeVisible();
  if (await confirm.isVisible()) await confirm.click();
  await expect(line).toContainText("corrected from “Zaroxlyn 5mg” by you");
  await expectSaved(page);
  await openReview(page);
  // A finding that stands at the follow-up as well.
  const finding = page
    .locator("[data-card]")
    .filter({ hasText: /Simvastatin/i })
    .first();
  await finding.getByRole("button", { name: "Monitor", exact: true }).click();
  await expect(finding.getByText(/^Monitor · /)).toBeVisible();
  await decideAndSign(page);
  const csv = await page.request.get(`/reviews/${first}/report.csv`);
  expect((await csv.text()).toLowerCase()).toContain("metolazone");

  await visit(page, `/reviews/${first}`);
  await page.getByRole("button", { name: "Start follow-up" }).click();
  await expect(page).toHaveURL(/\/reviews\/CC-\d+\/edit/);
  const second = /CC-\d+/.exec(page.url())?.[0] ?? "";
  expect(second).not.toBe(first);
  await expect(page.getByLabel("Cramps a week")).toHaveValue("");
  await retype(
    page,
    "Paste or type the list, any format",
    LIST.replace("since Feb 2026", "since Feb 2026, stopped 21 Nov 2026").replace(
      "Amlodipine 10 mg",
      "Amlodipine 5 mg",
    ),
  );
  await retype(page, "Cramps a week", "2");
  await openReview(page);

  const since = page.getByRole("region", { name: /^Since / });
  await expect(since).toContainText("cramps a week 5 to 2");
  await expect(since).toContainText("stopped 21 Nov 2026");
  await expect(since).toContainText(/dose changed: 10 mg.* to 5 mg/);
  await expect(since.getByRole("figure")).toContainText("5 a week on");
  const table = page.locator("#medications-table");
  await expect(table.getByRole("columnheader", { name: /^Since / })).toBeVisible();
  const unchanged = table.getByRole("row", { name: /simvastatin/i });
  await expect(unchanged).toBeHidden();
  await table.getByRole("button", { name: "Show", exact: true }).click();
  await expect(unchanged).toContainText("unchanged");
  await expect(page.getByText(/Decided then: Monitor · /).first()).toBeVisible();

  await visit(page, `/reviews/${first}`);
  await expect(page.getByRole("link", { name: second })).toBeVisible();
  await expect(page.getByRole("button", { name: "Start follow-up" })).toHaveCount(0);
});

test("the timeline says what changed before the cramps began, drawn and as a table", async ({ page }) => {
  await enterReview(page, { medications: LIST, onset: "Apr 2026", labs: "Potassium 3.1 mmol/L 20 Nov 2026" });
  await openReview(page);
  const timeline = page.locator("#timeline");
  await expect(timeline).toContainText("1 drug started in the 12 weeks before onset.");
  await expect(timeline.getByRole("img", { name: /^Timeline, 1 Apr 2025 to / })).toBeVisible();
  const row = timeline.getByRole("row", { name: /bendroflumethiazide/i });
  await expect(row).toContainText("started Feb 2026");
  await timeline.getByLabel("Show as table").check();
  await expect(timeline.getByRole("img")).toBeHidden();
  await expect(row).toBeInViewport();
  await expect(timeline.getByRole("row", { name: /20 Nov 2026/ })).toContainText("3.1 low");
});

test("two people who decide the same finding see both decisions beside it, and nothing is overwritten", async ({
  page,
  context,
}) => {
  const reference = await enterReview(page, { medications: LIST, localReference: "RX-2211" });
  await visit(page, `/reviews/${reference}`);
  const other = await context.newPage();
  await visit(other, `/reviews/${reference}`);
  const mine = page.locator("[data-card]").first();
  const theirs = other.locator("[data-card]").first();
  await theirs.getByRole("button", { name: "Monitor", exact: true }).click();
  await expect(theirs.getByText(/^Monitor · /)).toBeVisible();
  await mine.getByRole("button", { name: "Act", exact: true }).click();
  await expect(mine.getByRole("alert")).toContainText(/Decided meanwhile: Monitor · .*Yours: Act, not recorded\./);
  await mine.getByRole("button", { name: "Use mine" }).click();
  await expect(mine.getByText(/^Act · /)).toBeVisible();
  await reload(other);
  await expect(theirs.getByText(/^Act · /)).toBeVisible();
  await other.close();
});

test("decisions are undone one by one with Ctrl Z, the last one first", async ({ page }) => {
  const reference = await enterReview(page, { medications: LIST, localReference: "RX-2212" });
  await visit(page, `/reviews/${reference}`);
  const first = page.locator("[data-card]").first();
  await first.getByRole("button", { name: "Monitor", exact: true }).click();
  await expect(first.getByText(/^Monitor · /)).toBeVisible();
  await first.getByRole("button", { name: "Undo" }).click();
  await first.getByRole("button", { name: "Act", exact: true }).click();
  await expect(first.getByText(/^Act · /)).toBeVisible();
  await page.locator("body").press("Control+z");
  await expect(first.getByRole("button", { name: "Act", exact: true })).toBeVisible();
  await page.locator("body").press("Control+z");
  await expect(first.getByText(/^Monitor · /)).toBeVisible();
  await page.locator("body").press("Control+z");
  await expect(first.getByRole("button", { name: "Monitor", exact: true })).toBeVisible();
});

test("a diary can be printed without signing in and fits on one page", async ({ browser }) => {
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  const page = await context.newPage();
  await visit(page, "/diary");
  await expect(page.getByRole("heading", { name: "Cramp diary" })).toBeVisible();
  expect(await page.getByRole("rowheader").count()).toBe(8);
  for (const format of ["A4", "Letter"]) {
    const pdf = (await page.pdf({ format, preferCSSPageSize: false })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  }
  await context.close();
});
