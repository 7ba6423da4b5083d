import { expect, type Page } from "@playwright/test";
import { visit } from "./alive";

export type Entry = {
  medications: string;
  labs?: string;
  conditions?: string[];
  birthYear?: string;
  sex?: string;
  localReference?: string;
  onset?: string;
  perWeek?: string;
};

/** The page says in words that everything typed is on the server. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.locator('[data-save-state="saved"]')).toBeVisible();
}

/** Types an entry into a new review and waits until it is read and saved. Returns the reference it was given. */
export async function enterReview(page: Page, entry: Entry): Promise<string> {
  await visit(page, "/reviews/new");
  await page.getByLabel("Paste or type the list, any format").fill(entry.medications);
  if (entry.birthYear) await page.getByLabel("Birth year").fill(entry.birthYear);
  if (entry.sex) await page.getByLabel("Sex").selectOption(entry.sex);
  if (entry.localReference) await page.getByLabel("Local reference").fill(entry.localReference);
  if (entry.labs) await page.getByRole("textbox", { name: "Results" }).fill(entry.labs);
  if (entry.onset) await page.getByLabel("Onset").fill(entry.onset);
  if (entry.perWeek) await page.getByLabel("Cramps a week").fill(entry.perWeek);
  for (const condition of entry.conditions ?? []) {
    await page.getByRole("combobox", { name: "Add a condition" }).fill(condition);
    await page.getByRole("combobox", { name: "Add a condition" }).press("Enter");
  }
  await expect(page).toHaveURL(/\/reviews\/CC-\d+\/edit/);
  await expectSaved(page);
  return /CC-\d+/.exec(page.url())?.[0] ?? "";
}

/** The reading of one line of the list (from 1). */
export function lineOf(page: Page, line: number) {
  return page.getByRole("group", { name: new RegExp(`^Line ${line}: `) });
}

export async function openReview(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Open review" }).click();
  await expect(page).toHaveURL(/\/reviews\/CC-\d+$/);
  await expect(page.getByRole("heading", { name: "Problems" })).toBeVisible();
}

/** Decides every finding that asks for it before signing, ticks what must be seen, and signs. */
export async function decideAndSign(page: Page): Promise<void> {
  const actNow = page.locator('[data-card][data-priority="act-now"]');
  for (let index = 0; index < (await actNow.count()); index += 1) {
    const card = actNow.nth(index);
    const act = card.getByRole("button", { name: "Act", exact: true });
    for (let left = await act.count(); left > 0; left -= 1) {
      await act.first().click();
      await expect(act).toHaveCount(left - 1);
    }
  }
  await page.getByRole("link", { name: "Check and sign" }).click();
  await expect(page.getByRole("heading", { name: /^Check before you sign/ })).toBeVisible();
  for (const box of await page.getByRole("checkbox").all()) await box.check();
  await page.getByRole("button", { name: "Sign review" }).click();
  await expect(page.getByRole("heading", { name: "Signed." })).toBeVisible();
}

/** The titles of all findings above information as they are drawn, without what is there for speech only; opens every problem. */
export async function drawnTitles(page: Page): Promise<string[]> {
  const closed = page.locator('[data-card] [data-open][aria-expanded="false"]');
  for (let left = await closed.count(); left > 0; left -= 1) {
    await closed.first().click();
    await expect(closed).toHaveCount(left - 1);
  }
  return page.locator('[data-finding]:not([data-priority="info"]) h4').evaluateAll((titles) =>
    titles.map((title) => {
      const copy = title.cloneNode(true);
      if (!(copy instanceof HTMLElement)) return "";
      copy.querySelectorAll('.cc-visually-hidden, [class*="spoken"]').forEach((element) => element.remove());
      return (copy.textContent ?? "").trim();
    }),
  );
}
