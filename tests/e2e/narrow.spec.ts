import { expect, test } from "@playwright/test";
import { visit } from "./support/alive";
import { decideAndSign, expectSaved, lineOf } from "./support/review-steps";

test.use({ viewport: { width: 390, height: 844 } });

test("at 390 px a review goes from paste over a corrected line to the signature and onto the worklist's cards", async ({
  page,
}) => {
  await visit(page, "/reviews/new");
  await page.getByLabel("Local reference").fill("RX-NARROW");
  await page.getByLabel("Paste or type the list, any format").fill("Furosemide 40 mg daily\nZaroxlyn 5mg");
  await page.getByText(/^Read \(/).click();
  const line = lineOf(page, 2);
  await line.getByRole("button", { name: /Zaroxolyn/ }).click();
  const confirm = line.getByRole("button", { name: "Confirm" });
  await expect(confirm.or(line.getByText("corrected from")).first()).toBeVisible();
  if (await confirm.isVisible()) await confirm.click();
  await expect(line).toContainText("corrected from “Zaroxlyn 5mg” by you");
  await expectSaved(page);
  await page.getByRole("button", { name: "Open review" }).click();
  await expect(page.getByRole("heading", { name: "Problems" })).toBeVisible();
  const reference = /CC-\d+/.exec(page.url())?.[0] ?? "";
  await expect(page.getByRole("region", { name: "Patient" }).getByText(reference)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
    0,
  );
  await decideAndSign(page);
  await visit(page, "/reviews?view=signed");
  const card = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: reference }) });
  await expect(card).toContainText("RX-NARROW");
  await expect(card).toContainText("Signed");
  await card.getByRole("checkbox", { name: `Choose ${reference}` }).check();
  await expect(page.getByText("1 selected")).toBeVisible();
});
