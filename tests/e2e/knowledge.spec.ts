import { expect, test, type Page } from "@playwright/test";
import { visit } from "./support/alive";

// Nobody is signed in: the knowledge base is readable like a formulary.
test.use({ storageState: { cookies: [], origins: [] } });

const THIAZIDES = "/knowledge/classes/thiazide-thiazide-like";

async function search(page: Page, query: string): Promise<void> {
  await visit(page, "/knowledge");
  await page.getByRole("searchbox", { name: "Search the knowledge base" }).fill(query);
  await page.getByRole("button", { name: "Search", exact: true }).click();
}

const classTable = (page: Page) => page.getByRole("table", { name: /^All classes/ });

test("a brand name leads to its class, which shows figure, kind of evidence and source without signing in", async ({
  page,
}) => {
  await search(page, "Zaroxolyn");
  await expect(page.getByText("is a brand name of")).toContainText(/metolazone/i);
  await page.getByRole("link", { name: "Thiazide and thiazide-like diuretics", exact: true }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Thiazide and thiazide-like diuretics and muscle cramps",
  );
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
  await expect(page.getByText("Strong association · rule DIU-01 · verified")).toBeVisible();
  const figures = page.getByRole("region", { name: "Figures", exact: true });
  await expect(figures).toContainText("1.48 (95 % CI 1.29 to 1.68)");
  await expect(figures).toContainText("Prescribing-sequence study · 2012");
  await figures.getByRole("link", { name: "Source [1]" }).first().click();
  await expect(page).toHaveURL(/#source-1$/);
  const source = page.locator("#source-1");
  await expect(source).toBeInViewport();
  await expect(source.getByRole("link", { name: /^Open source/ })).toHaveAttribute(
    "href",
    "https://pubmed.ncbi.nlm.nih.gov/22157068/",
  );
  await expect(page.getByRole("complementary", { name: "Facts" })).toContainText("5487");
});

test("a plot shows every number that it draws, and its table holds them all", async ({ page }) => {
  await visit(page, THIAZIDES);
  const plot = page.getByRole("figure").first();
  await expect(plot).toContainText(
    "2 figures with an interval (prescribing-sequence study, 2012): 2 above 1. 1 is no difference.",
  );
  await plot.getByText("Show as table").click();
  await expect(plot.getByRole("row")).toHaveCount(3);
  await expect(plot.getByRole("row").nth(1)).toContainText("1.48 (1.29 to 1.68)");
});

test("a window that was not read in a source is told without its days", async ({ page }) => {
  await visit(page, "/knowledge/classes/loop-diuretic");
  const shown = page.getByRole("region", { name: "Usual window" });
  await expect(shown).toContainText("how long is not given by a source we read");
  expect(await shown.innerText()).not.toMatch(/\d+ (day|week|month)/);
});

test("an entry that was not verified says so at its top", async ({ page }) => {
  await visit(page, "/knowledge/treatments/verapamil");
  await expect(page.getByText(/not verified, checked/)).toBeVisible();
});

test("the table of all classes sorts and filters in place", async ({ page }) => {
  await visit(page, "/knowledge");
  const rows = classTable(page).getByRole("row");
  const all = await rows.count();
  expect(all).toBeGreaterThan(100);
  await expect(page.getByText(/Sorted by strength, strongest first/)).toBeVisible();

  // The page can be read before it answers; the choice is repeated until it does.
  await expect(async () => {
    await page.getByLabel("Topic").selectOption("");
    await page.getByLabel("Topic").selectOption("Diuretics");
    await expect(rows).toHaveCount(9, { timeout: 10_000 });
  }).toPass();
  await page.getByLabel("Strength").selectOption("strong");
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText("Thiazide and thiazide-like diuretics");
  await page.getByLabel("Strength").selectOption("");
  await page.getByLabel("Topic").selectOption("");
  await expect(rows).toHaveCount(all);

  await page.getByRole("button", { name: "Class", exact: true }).click();
  await expect(page.getByText(/Sorted by class, A to Z/)).toBeVisible();
  const names = await classTable(page).getByRole("rowheader").allInnerTexts();
  expect(names.slice(0, 5)).toEqual(
    [...names].sort((a, b) => a.toLowerCase().localeCompare(b.toLowerCase())).slice(0, 5),
  );

  await page.getByLabel("Class name").fill("qqqq");
  await page.getByRole("button", { name: /^Show all/ }).click();
  await expect(rows).toHaveCount(all);
});

test("a topic is an address of its own", async ({ page }) => {
  await visit(page, "/knowledge?topic=Statins#classes");
  await expect(page.getByLabel("Topic")).toHaveValue("Statins");
  await expect(classTable(page).getByRole("row").nth(1)).toContainText("Statins");
});

test("a name that is near to one is offered and not applied", async ({ page }) => {
  await search(page, "Zaroxlyn");
  await expect(page.getByText("Nothing on “Zaroxlyn”.")).toBeVisible();
  await expect(page.getByText("Not being here does not mean no effect: we list what we have read.")).toBeVisible();
  await page.getByRole("link", { name: "Zaroxolyn" }).click();
  await expect(page.getByRole("link", { name: "Thiazide and thiazide-like diuretics", exact: true })).toBeVisible();
});

test("an unknown page is not found, and the id of a class alone leads to it", async ({ page }) => {
  expect((await visit(page, "/knowledge/classes/no-such-class"))?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "No such knowledge page" })).toBeVisible();
  expect((await visit(page, "/knowledge/no-such-kind"))?.status()).toBe(404);
  await visit(page, "/knowledge/thiazide-thiazide-like");
  await expect(page).toHaveURL(THIAZIDES);
});

test("the method is readable without signing in", async ({ page }) => {
  await visit(page, "/knowledge");
  await page.getByRole("link", { name: "Method" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Method" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Grades" })).toContainText("S1");
});

test("the whole knowledge base does not reach the browser", async ({ page }) => {
  const scripts: string[] = [];
  page.on("response", async (response) => {
    if (response.url().endsWith(".js")) scripts.push(await response.text().catch(() => ""));
  });
  await page.goto("/knowledge", { waitUntil: "networkidle" });
  expect(scripts.length).toBeGreaterThan(0);
  for (const script of scripts) expect(script).not.toContain("bendroflumethiazide");
});
