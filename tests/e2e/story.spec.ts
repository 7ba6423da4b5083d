import { existsSync, readFileSync } from "node:fs";
import { visit } from "./support/alive";
import { expect, test, type Page } from "@playwright/test";
import { letters, pdfPages } from "./support/pdf-text";
import { decideAndSign, drawnTitles, enterReview, expectSaved, lineOf, openReview } from "./support/review-steps";

/** Three ways in which lists are written; made up for this test. */
const LISTS = [
  {
    style: "American dictation",
    medications:
      "MEDICATIONS: 1. Hydrochlorothiazide 25 mg p.o. daily. 2. Norvasc 10 mg p.o. q.d. 3. Simvastatin 40 mg at bedtime. 4. Albuterol inhaler two puffs q.i.d. p.r.n. 5. Prednisone 10 mg daily.",
  },
  {
    style: "British repeats",
    medications:
      "Bendroflumethiazide 2.5mg tablets One To Be Taken Each Morning 28 tablet\nAmlodipine 10mg tablets ONE DAILY 28 tablet\nSeretide 250 Evohaler 2 puffs bd\nAtorvastatin 20mg tabs 1 nocte\nAspirin 75mg disp tab one daily",
  },
  {
    style: "a record system's export",
    medications:
      "furosemide (LASIX) 40 mg tablet Take 1 tablet by mouth daily.\natorvastatin (LIPITOR) 80 mg tablet Take 1 tablet (80 mg total) by mouth nightly.\nalbuterol (PROVENTIL HFA) 90 mcg/actuation inhaler Inhale 2 puffs every 4 hours as needed for wheezing.\ndilTIAZem (CARDIZEM CD) 240 mg 24 hr capsule Take 1 capsule by mouth daily.",
  },
] as const;

async function pdfOf(page: Page): Promise<string[]> {
  const href = await page.getByRole("link", { name: "Open PDF" }).getAttribute("href");
  const answer = await page.request.get(href ?? "");
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  return pdfPages(await answer.body());
}

for (const { style, medications } of LISTS) {
  test(`a list in the style of ${style} goes from paste to a signed PDF that holds every finding`, async ({ page }) => {
    const reference = await enterReview(page, {
      medications,
      birthYear: "1953",
      sex: "female",
      localReference: "RX-1182",
      labs: "Potassium 2.4 mmol/L 20 Nov 2026",
      conditions: ["N18.32"],
      onset: "Apr 2026",
      perWeek: "5",
    });
    await openReview(page);
    await expect(page.getByRole("region", { name: "Patient" }).getByText(reference)).toBeVisible();
    const titles = await drawnTitles(page);
    expect(titles.length).toBeGreaterThan(3);
    await decideAndSign(page);

    const pages = await pdfOf(page);
    const text = letters(pages.join(" "));
    for (const title of titles) expect(text).toContain(letters(title));
    pages.forEach((words, index) => {
      expect(words).toContain(reference);
      expect(letters(words)).toContain(`page${index + 1}of${pages.length}`);
    });
  });
}

test("a misspelt name is offered, never applied, and stands in the report as typed when it is kept", async ({
  page,
}) => {
  await enterReview(page, { medications: "Zaroxlyn 5mg\nFurosemide 40 mg daily", localReference: "RX-7" });
  const line = lineOf(page, 1);
  await expect(line).toContainText("is not a name we know");
  await expect(line.getByText("metolazone").first()).toBeAttached();
  await line.getByRole("button", { name: "Keep as written, unread" }).click();
  await expect(line).toContainText("kept as written, unread");
  await expectSaved(page);
  await openReview(page);
  await expect(page.getByText("1 line was not read:")).toBeVisible();
  await decideAndSign(page);
  expect((await pdfOf(page)).join(" ")).toContain("Zaroxlyn 5mg");
});

test("choosing a name resolves the line, says how, and can be undone", async ({ page }) => {
  await enterReview(page, { medications: "Zaroxlyn 5mg" });
  const line = lineOf(page, 1);
  await line.getByRole("button", { name: /Zaroxolyn/ }).click();
  const confirm = line.getByRole("button", { name: "Confirm" });
  if (await confirm.isVisible()) await confirm.click();
  await expect(line).toContainText("corrected from “Zaroxlyn 5mg” by you");
  await line.getByRole("button", { name: "Undo" }).click();
  await expect(line).toContainText("is not a name we know");
});

test("a signed review cannot be edited, and a new version leaves it readable", async ({ page }) => {
  const first = await enterReview(page, { medications: "Furosemide 40 mg daily", localReference: "RX-8" });
  await openReview(page);
  await decideAndSign(page);
  await visit(page, `/reviews/${first}/edit`);
  await expect(page).toHaveURL(new RegExp(`/reviews/${first}$`));
  await expect(page.getByRole("button", { name: "Act", exact: true })).toHaveCount(0);
  await page.getByRole("button", { name: "Make a new version" }).click();
  await expect(page).toHaveURL(/\/reviews\/CC-\d+\/edit/);
  const second = /CC-\d+/.exec(page.url())?.[0] ?? "";
  expect(second).not.toBe(first);
  await visit(page, `/reviews/${second}`);
  await decideAndSign(page);
  await visit(page, `/reviews/${first}`);
  await expect(page.locator("[data-save-state]")).toContainText("superseded");
});

const SAMPLES = "../shared/samples/medblocks-dev.jsonl";

test("a list of the shared samples goes the same way", async ({ page }) => {
  test.skip(!existsSync(SAMPLES), "The shared samples are not on this machine; they are no part of the repository.");
  const [first = "{}"] = readFileSync(SAMPLES, "utf8").split("\n");
  const sample: Record<string, unknown> = JSON.parse(first);
  const text = Object.values(sample)
    .filter((value) => typeof value === "string")
    .sort((a, b) => String(b).length - String(a).length)[0];
  await enterReview(page, { medications: String(text), localReference: "RX-9" });
  await openReview(page);
  await decideAndSign(page);
  expect((await pdfOf(page)).length).toBeGreaterThan(0);
});
