import AxeBuilder from "@axe-core/playwright";
import { visit } from "./support/alive";
import { expect, type Page } from "@playwright/test";
import { LAYOUT } from "@/playwright.config";
import { test } from "./support/made-reviews";
import { people } from "./support/people";
import { ROUTES } from "./support/pages";
import { PAGES, WITHOUT_A_LOOK } from "./support/states";

// The states are data: support/states.ts. A page of a new route is added there, with every state that it can be in.
test.describe.configure({ mode: "parallel" });

const LOOKS = [
  { name: "1440 light", width: 1440, colorScheme: "light" },
  { name: `390 dark ${LAYOUT}`, width: 390, colorScheme: "dark" },
] as const;
const HEIGHT = 900;
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * What axe finds, with what it does not look at: sideways scrolling, targets under 24 px, things that move although
 * motion is not wanted.
 */
async function problems(page: Page): Promise<string[]> {
  // No page has frames: without a second page for their results each run takes half the time.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ["violations"] })
    .withTags(TAGS)
    .analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary?.split("\n")[1]?.trim() ?? ""}`),
  );
  return [...found, ...(await page.evaluate(measured))];
}

/** Runs in the page. */
function measured(): string[] {
  const found: string[] = [];
  const sideways = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (sideways > 0) found.push(`the page scrolls sideways by ${sideways} px`);
  const moving = document
    .getAnimations()
    .filter(
      (animation) => animation.playState === "running" && Number(animation.effect?.getTiming().duration ?? 0) > 0,
    );
  if (moving.length > 0) found.push(`${moving.length} animations run although reduced motion is asked for`);
  for (const element of document.querySelectorAll<HTMLElement>(
    "button, select, input:not([type=hidden]), textarea, summary, [role=button], [role=checkbox]",
  )) {
    const { width, height } = (
      element.matches("input[type=checkbox], input[type=radio]") ? (element.closest("label") ?? element) : element
    ).getBoundingClientRect();
    const shown = element.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1;
    if (shown && (Math.round(width) < 24 || Math.round(height) < 24))
      found.push(`a target of ${Math.round(width)} by ${Math.round(height)} px: ${element.outerHTML.slice(0, 120)}`);
  }
  return found;
}

for (const look of LOOKS) {
  for (const { path, who, states } of PAGES) {
    const shown = states.filter((one) => one.wideOnly !== true || look.width > 767);
    const names = shown.map(({ name }) => name).join("; ");
    if (shown.length === 0) continue;
    test(`no accessibility violation at ${look.name}: ${names}`, async ({ page, browser, madeReviews }) => {
      const persons = people(browser, page);
      const tab = await persons.tabOf(who);
      test.skip(tab === null, "no account can be made here (CRAMPCHECK_DATA)");
      if (tab === null) return;
      await tab.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: "reduce" });
      await tab.setViewportSize({ width: look.width, height: HEIGHT });
      await visit(tab, path.replace("draft", madeReviews.draft).replace("/signed", `/${madeReviews.signed}`));
      await tab.locator("h1").first().waitFor({ state: "attached" });
      const all: string[] = [];
      for (const state of shown) {
        await state.prepare?.(tab);
        all.push(...(await problems(tab)).map((words) => `${state.name}: ${words}`));
      }
      await persons.close();
      expect(all).toEqual([]);
    });
  }
}

test("every route with a page has its states here", () => {
  const known = new Set(PAGES.map(({ route }) => route));
  const missing = ROUTES.filter(
    ({ route, kind }) => kind === "page" && !known.has(route) && !WITHOUT_A_LOOK.includes(route),
  ).map(({ route }) => route);
  expect(missing).toEqual([]);
  const names = PAGES.flatMap(({ states }) => states.map(({ name }) => name));
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

const zoomed = PAGES.filter(
  ({ who, path }) => (who === undefined || who === "nobody") && !path.includes("signed") && path !== "/sign-in",
);

for (const path of new Set(zoomed.map((one) => one.path))) {
  test(`at 200 % zoom ${path} does not scroll sideways, and Tab goes through it in its order with the focus in sight ${LAYOUT}`, async ({
    page,
    madeReviews,
  }) => {
    await page.setViewportSize({ width: 720, height: 450 });
    const all: string[] = [];
    await visit(page, path.replace("draft", madeReviews.draft));
    await page.locator("h1").first().waitFor({ state: "attached" });
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (sideways > 0) all.push(`scrolls sideways by ${sideways} px`);
    // Titles take the focus; Tab is to begin where the document does.
    await page.evaluate(() => {
      document.body.tabIndex = -1;
      document.body.focus();
      document.body.removeAttribute("tabindex");
    });
    all.push(...(await focusProblems(page)));
    expect(all).toEqual([]);
  });
}

const STOPS = 14;

/**
 * Presses Tab from the start of the page: first the skip link, then on in the order of the document, each stop visible
 * and not covered.
 */
async function focusProblems(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (let stop = 0; stop < STOPS; stop += 1) {
    await page.keyboard.press("Tab");
    const words = await page.evaluate((index) => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return "end";
      // After the last stop a browser without a frame begins again.
      if (index > 0 && element === document.querySelector("[data-first-tab]")) return "end";
      if (index === 0) element.setAttribute("data-first-tab", "");
      const before = document.querySelector("[data-tabbed]");
      const inOrder =
        before === null ||
        // A field for a date has a stop for each of its parts.
        before === element ||
        (before.compareDocumentPosition(element) &
          (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY)) !==
          0;
      before?.removeAttribute("data-tabbed");
      element.setAttribute("data-tabbed", "");
      const name = element.outerHTML.slice(0, 90);
      // A hidden radio button is drawn by its label.
      const drawn =
        (element instanceof HTMLInputElement && element.type === "radio" ? element.labels?.[0] : null) ?? element;
      const { left, top, bottom, width } = drawn.getBoundingClientRect();
      // What is taller than the window is looked at in the middle of the part that shows.
      const at = document.elementFromPoint(
        Math.min(left + width / 2, innerWidth - 2),
        (Math.max(top, 1) + Math.min(bottom, innerHeight - 2)) / 2,
      );
      const covered = at !== null && !drawn.contains(at) && !at.contains(drawn) && at.closest("label") === null;
      if (index === 0 && !/^Skip to /.test(element.textContent ?? ""))
        return `the first stop is not the skip link: ${name}`;
      if (!inOrder) return `focus goes back: ${name}`;
      if (width === 0 || bottom < 0 || top > innerHeight) return `focus is out of sight: ${name}`;
      return covered ? `focus is covered: ${name}` : "";
    }, stop);
    if (words === "end") break;
    if (words !== "") found.push(words);
  }
  return found;
}
