import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { fullDraft } from "./support/pages";
import { lineOf } from "./support/review-steps";

type State = { name: string; path: string; prepare?: (page: Page) => Promise<void> };

/** Every page in every state that looks or behaves differently. `draft` stands for the reference of a full draft. */
const STATES: readonly State[] = [
  { name: "worklist", path: "/reviews" },
  { name: "account", path: "/account" },
  { name: "settings", path: "/settings" },
  { name: "menu open", path: "/reviews", prepare: (page) => page.getByRole("button", { name: /^Menu of/ }).click() },
  { name: "new review, empty", path: "/reviews/new" },
  { name: "entry with a doubt", path: "/reviews/draft/edit" },
  {
    name: "entry, searching for another name", path: "/reviews/draft/edit",
    prepare: async (page) => {
      await lineOf(page, 5).getByRole("button", { name: "Search for another name" }).click();
      await page.getByRole("combobox", { name: "Another name" }).fill("metola");
      await expect(page.locator('li[role="option"]').first()).toBeVisible();
    },
  },
  {
    name: "entry with errors beside fields", path: "/reviews/new",
    prepare: async (page) => {
      await page.getByLabel("Birth year").fill("2090");
      await expect(page.getByText("is in the future")).toBeVisible();
    },
  },
  { name: "entry, asking before a draft is deleted", path: "/reviews/draft/edit", prepare: (page) => page.getByRole("button", { name: "Delete this draft" }).click() },
  { name: "review", path: "/reviews/draft" },
  { name: "review with the basis open", path: "/reviews/draft", prepare: (page) => page.getByRole("button", { name: /^Basis/ }).first().click() },
  { name: "review, dismissing", path: "/reviews/draft", prepare: (page) => page.getByRole("button", { name: "Dismiss", exact: true }).first().click() },
  {
    name: "review with rows expanded and grouped", path: "/reviews/draft",
    prepare: async (page) => {
      await page.getByLabel("Group").selectOption("priority");
      await page.getByRole("button", { name: /^Show basis of/ }).first().click();
    },
  },
  { name: "check and sign", path: "/reviews/draft/sign" },
  { name: "check and sign with errors", path: "/reviews/draft/sign", prepare: (page) => page.getByRole("button", { name: "Sign review" }).click() },
  { name: "not found", path: "/reviews/CC-999999" },
];

const LOOKS = [
  { name: "1440 light", width: 1440, colorScheme: "light" },
  { name: "390 dark", width: 390, colorScheme: "dark" },
] as const;

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary?.split("\n")[1]?.trim() ?? ""}`));
}

for (const look of LOOKS) {
  test(`no page has an accessibility violation at ${look.name}`, async ({ page }) => {
    test.setTimeout(180_000);
    const draft = await fullDraft(page);
    await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width: look.width, height: 900 });
    const all: string[] = [];
    for (const state of STATES) {
      await page.goto(state.path.replace("draft", draft));
      await page.locator("h1").first().waitFor({ state: "attached" });
      if (state.prepare && look.width > 767) await state.prepare(page);
      all.push(...(await violations(page)).map((words) => `${state.name}: ${words}`));
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (overflow > 0) all.push(`${state.name}: the page scrolls sideways by ${overflow} px`);
    }
    expect(all).toEqual([]);
  });
}

test("signing in has no accessibility violation, with and without an error", async ({ browser }) => {
  const context = await browser.newContext({ storageState: undefined });
  const page = await context.newPage();
  await page.goto("/sign-in");
  expect(await violations(page)).toEqual([]);
  await page.getByLabel("Email").fill("nobody@example.org");
  await page.getByLabel("Password", { exact: true }).fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await context.close();
});
