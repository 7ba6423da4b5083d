import { expect, test, type Page } from "@playwright/test";
import { reload, visit } from "./support/alive";
import { signIn } from "./support/sign-in";
import { decideAndSign, enterReview, expectSaved, openReview } from "./support/review-steps";

const BOX = "Paste or type the list, any format";
const box = (page: Page) => page.getByLabel(BOX);
const saveState = (page: Page) => page.locator("[data-save-state]");

test("a cut network is said in words with what is kept, and what was typed is sent when it is back", async ({
  page,
  context,
}) => {
  await enterReview(page, { medications: "Furosemide 40 mg daily" });
  await context.setOffline(true);
  await box(page).fill("Furosemide 40 mg daily\nDigoxin 125 micrograms daily");
  await expect(saveState(page)).toContainText(
    /^Offline since \d\d:\d\d\. 1 change is kept in this tab\. Do not close it\./,
  );
  await page.getByLabel("Site").fill("left calf");
  await expect(saveState(page)).toContainText("2 changes are kept in this tab.");
  await context.setOffline(false);
  await expectSaved(page);
  await reload(page);
  await expect(box(page)).toHaveValue(/Digoxin/);
  await expect(page.getByLabel("Site")).toHaveValue("left calf");
});

test("a server that fails is told from a cut network, and is tried again", async ({ page }) => {
  const reference = await enterReview(page, { medications: "Furosemide 40 mg daily" });
  await page.route(`**/api/reviews/${reference}`, (route) =>
    route.fulfill({ status: 503, json: { error: { code: "database-unavailable", message: "" } } }),
  );
  await box(page).fill("Furosemide 80 mg daily");
  await expect(saveState(page)).toContainText(
    /^Not saved since \d\d:\d\d: the server failed\. 1 change is kept in this tab/,
  );
  await page.unroute(`**/api/reviews/${reference}`);
  await expectSaved(page);
  await reload(page);
  await expect(box(page)).toHaveValue("Furosemide 80 mg daily");
});

test("a refusal of the server is said with its reason and nothing typed is lost", async ({ page }) => {
  const reference = await enterReview(page, { medications: "Furosemide 40 mg daily" });
  let refusal = { status: 413, code: "too-large", message: "This is more than can be read at once." };
  await page.route(`**/api/reviews/${reference}`, (route) =>
    route.fulfill({ status: refusal.status, json: { error: refusal } }),
  );
  await box(page).fill("Furosemide 80 mg daily");
  await expect(saveState(page)).toContainText("Not saved: This is more than can be read at once.");
  await expect(box(page)).toHaveValue("Furosemide 80 mg daily");
  refusal = { status: 422, code: "too-slow", message: "This took too long to read." };
  await box(page).fill("Furosemide 120 mg daily");
  await expect(saveState(page)).toContainText("Not saved: This took too long to read.");
  await expect(box(page)).toHaveValue("Furosemide 120 mg daily");
});

test("an ended session keeps what was typed in the tab until the person is signed in again", async ({ browser }) => {
  const context = await browser.newContext({ storageState: undefined });
  const page = await context.newPage();
  await signIn(page);
  await enterReview(page, { medications: "Furosemide 40 mg daily" });
  await context.clearCookies();
  await box(page).fill("Furosemide 80 mg daily");
  await expect(page.getByText("You are signed out.", { exact: true })).toBeVisible();
  await expect(box(page)).toHaveValue("Furosemide 80 mg daily");
  await signIn(await context.newPage());
  await page.getByRole("button", { name: "Save again" }).click();
  await expectSaved(page);
  await reload(page);
  await expect(box(page)).toHaveValue("Furosemide 80 mg daily");
  await context.close();
});

test("two tabs: different fields are merged, the same field is asked about and nothing is overwritten", async ({
  page,
  context,
}) => {
  const reference = await enterReview(page, { medications: "Furosemide 40 mg daily" });
  const other = await context.newPage();
  await visit(other, `/reviews/${reference}/edit`);
  await other.getByLabel("Site").fill("left calf");
  await expectSaved(other);
  await page.getByLabel("Cramps a week").fill("5");
  await expect(page.getByText("Both changes are kept.")).toBeVisible();
  await expect(page.getByLabel("Site")).toHaveValue("left calf");
  await expectSaved(page);

  await reload(other);
  await box(other).fill("Furosemide 20 mg daily");
  await expectSaved(other);
  await box(page).fill("Furosemide 80 mg daily");
  const conflict = page.getByRole("group", { name: "Medications" });
  await expect(page.getByText("Somebody else changed the same field.")).toBeVisible();
  await expect(conflict).toContainText("Furosemide 20 mg daily");
  await expect(conflict).toContainText("Furosemide 80 mg daily");
  await expect(box(page)).toHaveValue("Furosemide 80 mg daily");
  await reload(other);
  await expect(box(other)).toHaveValue("Furosemide 20 mg daily");
  await page.getByRole("button", { name: "Keep both" }).click();
  await expectSaved(page);
  await reload(page);
  await expect(box(page)).toHaveValue("Furosemide 80 mg daily\nFurosemide 20 mg daily");
});

for (const [choice, left] of [
  ["Keep mine", "8"],
  ["Keep theirs", "3"],
] as const) {
  test(`two tabs, one field that holds one value: “${choice}” leaves ${left}, and both is not offered`, async ({
    page,
    context,
  }) => {
    const reference = await enterReview(page, { medications: "Furosemide 40 mg daily" });
    const other = await context.newPage();
    await visit(other, `/reviews/${reference}/edit`);
    await other.getByLabel("Cramps a week").fill("3");
    await expectSaved(other);
    await page.getByLabel("Cramps a week").fill("8");
    await expect(page.getByRole("group", { name: "Cramps a week" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Keep both" })).toHaveCount(0);
    await page.getByRole("button", { name: choice }).click();
    await expectSaved(page);
    await reload(page);
    await expect(page.getByLabel("Cramps a week")).toHaveValue(left);
  });
}

test("a review that is signed meanwhile stays as it was signed; the late change becomes a new draft version", async ({
  page,
  context,
}) => {
  const reference = await enterReview(page, { medications: "Furosemide 40 mg daily", localReference: "RX-LATE" });
  const other = await context.newPage();
  await visit(other, `/reviews/${reference}`);
  await decideAndSign(other);
  await box(page).fill("Furosemide 80 mg daily");
  await expect(page.getByText(/signed on \d+ \w+ \d{4} \d\d:\d\d\. Your 1 change is kept in this tab/)).toBeVisible();
  await expect(box(page)).toHaveValue("Furosemide 80 mg daily");
  await page.getByRole("button", { name: "Keep my changes as a new version" }).click();
  await expectSaved(page);
  await expect(page).not.toHaveURL(new RegExp(`/${reference}/`));
  await reload(page);
  await expect(box(page)).toHaveValue("Furosemide 80 mg daily");
  await visit(other, `/reviews/${reference}`);
  await expect(other.getByText("furosemide").first()).toBeAttached();
  await expect(other.locator("body")).not.toContainText("80 mg");
});

test("after a crash of the browser the last acknowledged save is there, and what was not was shown as not saved", async ({
  page,
  context,
}) => {
  const reference = await enterReview(page, { medications: "Furosemide 40 mg daily" });
  await page.route(`**/api/reviews/${reference}`, () => undefined);
  await box(page).fill("Furosemide 40 mg daily\nnever acknowledged");
  await expect(saveState(page)).toHaveAttribute("data-save-state", /^(unsaved|saving)$/);
  await expect(saveState(page)).toContainText(/Saving…|Not saved yet/);
  const crash = await context.newCDPSession(page);
  void crash.send("Page.crash").catch(() => undefined);
  await page.waitForEvent("crash");
  const again = await context.newPage();
  await visit(again, `/reviews/${reference}/edit`);
  await expect(box(again)).toHaveValue("Furosemide 40 mg daily");
});

test("closing the tab with something unsent asks first, and with everything saved does not", async ({ page }) => {
  const reference = await enterReview(page, { medications: "Furosemide 40 mg daily" });
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await reload(page);
  expect(asked).toEqual([]);
  await page.route(`**/api/reviews/${reference}`, (route) => route.abort());
  await box(page).fill("Furosemide 80 mg daily");
  await expect(saveState(page)).toContainText("Offline since");
  await reload(page);
  expect(asked).toEqual(["beforeunload"]);
});

test("nothing of the patient stays in the browser's storage", async ({ page }) => {
  await enterReview(page, {
    medications: "Furosemide 40 mg daily\nZaroxlyn 5mg",
    labs: "Potassium 2.4 mmol/L 20 Nov 2026",
    localReference: "RX-STORAGE",
    conditions: ["N18.32"],
    birthYear: "1953",
  });
  await openReview(page);
  await page.goBack();
  const stored = await page.evaluate(async () => ({
    local: JSON.stringify({ ...localStorage }),
    session: JSON.stringify({ ...sessionStorage }),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: "caches" in window ? await caches.keys() : [],
    cookies: document.cookie,
  }));
  expect(JSON.stringify(stored)).not.toMatch(/furosemide|zarox|potassium|RX-STORAGE|N18|1953/i);
  expect(stored.databases).toEqual([]);
  expect(stored.caches).toEqual([]);
});
