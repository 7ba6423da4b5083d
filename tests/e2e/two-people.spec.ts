import { expect, test } from "@playwright/test";
import { reload, visit } from "./support/alive";
import { enterReview, expectSaved } from "./support/review-steps";
import { addPerson, canAddPeople, signedInAs } from "./support/second-person";

const BOX = "Paste or type the list, any format";

test("two people who change the same draft are told of each other by name, and both versions are kept", async ({
  page,
  browser,
}) => {
  test.skip(
    !canAddPeople(),
    "No account can be made here: the data directory of the application is not known (CRAMPCHECK_DATA).",
  );
  const reference = await enterReview(page, { medications: "Furosemide 40 mg daily" });
  const context = await signedInAs(browser, await addPerson("Dr Osei", "Demo clinic"));
  const other = await context.newPage();
  await visit(other, `/reviews/${reference}/edit`);
  await other.getByLabel("Site").fill("left calf");
  await expectSaved(other);
  await page.getByLabel("Cramps a week").fill("5");
  await expect(page.getByText(/^Dr Osei/).first()).toBeVisible();
  await expect(page.getByLabel("Site")).toHaveValue("left calf");
  await expectSaved(page);

  await reload(other);
  await other.getByLabel(BOX).fill("Furosemide 20 mg daily");
  await expectSaved(other);
  await page.getByLabel(BOX).fill("Furosemide 80 mg daily");
  await expect(page.getByText("Somebody else changed the same field.")).toBeVisible();
  await reload(other);
  await expect(other.getByLabel(BOX)).toHaveValue("Furosemide 20 mg daily");
  await page.getByRole("button", { name: "Keep both" }).click();
  await expectSaved(page);
  await context.close();
});

test("somebody of another clinic sees nothing of a review and exports nothing of it", async ({ page, browser }) => {
  test.skip(
    !canAddPeople(),
    "No account can be made here: the data directory of the application is not known (CRAMPCHECK_DATA).",
  );
  const reference = await enterReview(page, { medications: "Furosemide 40 mg daily", localReference: "RX-OURS" });
  const context = await signedInAs(browser, await addPerson("Dr Elsewhere", `Elsewhere ${Date.now()}`));
  const other = await context.newPage();
  await visit(other, "/reviews?view=all");
  await expect(other.getByText("No reviews yet.")).toBeVisible();
  await visit(other, `/reviews/${reference}`);
  await expect(other.getByText("We cannot show this review.")).toBeVisible();
  const answer = await other.request.post("/api/export", {
    data: { kind: "csv", references: [reference] },
    headers: { origin: new URL(other.url()).origin },
  });
  expect([answer.status(), (await answer.text()).includes("RX-OURS")]).toEqual([404, false]);
  await other.keyboard.press("Control+k");
  await other.getByRole("combobox", { name: /^Search or jump/ }).fill("RX-OURS");
  await expect(other.getByRole("dialog", { name: "Search or jump" }).getByText("Nothing on ‘RX-OURS’.")).toBeVisible();
  await context.close();
});
