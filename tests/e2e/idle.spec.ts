import { expect, test, type Browser, type Page } from "@playwright/test";
import { alive, untilFetched, visit } from "./support/alive";
import { enterReview, expectSaved } from "./support/review-steps";
import { signIn } from "./support/sign-in";

const BOX = "Paste or type the list, any format";
const DIALOG = { name: "Still there?" };

/**
 * A signed-in tab of its own, since these tests end their sessions. The clock is stopped and moved by the test; the
 * server has its own.
 */
async function ownTab(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext({ storageState: undefined })).newPage();
  await page.clock.install();
  await signIn(page);
  return page;
}

/** Longer than any timer of the page, and as one step: what is due happens once. */
const wait = (page: Page, time: string) => page.clock.fastForward(time);

test("after 13 minutes it asks, counts down aloud at three times only, and any key extends", async ({ browser }) => {
  const page = await ownTab(browser);
  await visit(page, "/reviews");
  await expect(page.getByRole("heading", { name: "Reviews" })).toBeFocused(); // the page is alive
  await wait(page, "12:58");
  await expect(page.getByRole("dialog", DIALOG)).toHaveCount(0);
  await wait(page, "00:04");
  const dialog = page.getByRole("dialog", DIALOG);
  await expect(dialog).toContainText("Nothing is lost.");
  await expect(dialog.getByRole("alert")).toHaveText("You will be signed out in 2 minutes.");
  await expect(dialog.getByRole("button", { name: "Stay signed in" })).toBeFocused();
  await wait(page, "01:00");
  await expect(dialog.getByRole("alert")).toHaveText("You will be signed out in 1 minute.");
  await wait(page, "00:40");
  await expect(dialog.getByRole("alert")).toHaveText("You will be signed out in 20 seconds.");
  await page.keyboard.press("Shift");
  await expect(dialog).toHaveCount(0);
  await wait(page, "12:50");
  await expect(page.getByRole("heading", { name: "Reviews" })).toBeVisible();
  await page.context().close();
});

test("at the end the clinical page goes, the session is over on the server, and the same person goes on where it was left", async ({
  browser,
}) => {
  const page = await ownTab(browser);
  const reference = await enterReview(page, { medications: "Furosemide 40 mg daily" });
  await visit(page, `/reviews/${reference}`);
  await expect(page.getByRole("heading", { name: "Problems" })).toBeVisible();
  await alive(page);
  await wait(page, "15:01");
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/);
  await expect(page.getByText("You were signed out after 15 minutes without use.")).toBeVisible();
  expect((await page.request.get("/reviews", { maxRedirects: 0 })).status()).toBe(307);
  await page.getByLabel("Email").fill(process.env.E2E_EMAIL ?? "");
  await page.getByLabel("Password", { exact: true }).fill(process.env.E2E_PASSWORD ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(new RegExp(`/reviews/${reference}$`));
  await page.context().close();
});

test("what could not be sent stays in memory, is off the page, and comes back to the same person only", async ({
  browser,
}) => {
  const page = await ownTab(browser);
  const signInHere = async () => {
    await page.getByLabel("Email").fill(process.env.E2E_EMAIL ?? "");
    await page.getByLabel("Password", { exact: true }).fill(process.env.E2E_PASSWORD ?? "");
    await page.getByRole("button", { name: "Sign in" }).click();
  };
  const reference = await enterReview(page, { medications: "Furosemide 40 mg daily" });
  await alive(page);
  await untilFetched(page, () => wait(page, "02:00")); // the parts that are loaded ahead
  const typeAndLeave = async (text: string) => {
    await page.context().setOffline(true);
    await page.getByLabel(BOX).fill(text);
    await wait(page, "13:05");
    await expect(page.getByRole("dialog", DIALOG)).toBeVisible();
    await wait(page, "02:00");
    await expect(page.getByText(`What you typed in ${reference} could not be sent.`)).toBeVisible();
    await expect(page.getByText("Furosemide")).toHaveCount(0);
    await expect(page.getByRole("region", { name: "Patient" })).toHaveCount(0);
    expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toMatch(
      /furosemide/i,
    );
    await page.context().setOffline(false);
  };
  await typeAndLeave("Furosemide 80 mg daily");
  await signInHere();
  await expect(page.getByLabel(BOX)).toHaveValue("Furosemide 80 mg daily");
  await wait(page, "00:20");
  await expectSaved(page);

  await typeAndLeave("Furosemide 120 mg daily");
  page.on("dialog", (dialog) => void dialog.accept());
  await page.route("**/api/session", (route) => route.fulfill({ json: { userId: "somebody-else" } }));
  await signInHere();
  await expect(page).toHaveURL(/\/reviews$/);
  await page.unroute("**/api/session");
  await visit(page, `/reviews/${reference}/edit`);
  await expect(page.getByLabel(BOX)).toHaveValue("Furosemide 80 mg daily");
  await page.context().close();
});
