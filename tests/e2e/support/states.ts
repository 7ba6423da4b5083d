import { expect, type Page } from "@playwright/test";
import { alive, untilFetched, visit } from "./alive";
import { lineOf } from "./review-steps";

/**
 * A way in which a page looks or behaves differently. The states of a page follow each other on one load: each undoes
 * the one before.
 */
export type State = {
  name: string;
  prepare?: (page: Page) => Promise<void>;
  /** What is prepared exists on wide screens only. */
  wideOnly?: true;
};

/**
 * A page with its states. `draft` and `signed` in the path stand for references. `reload`: its states cannot follow
 * each other.
 */
export type PageStates = {
  /** As the build names it, or null for a page of no route (not found). */
  route: string | null;
  path: string;
  /**
   * In whose browser: the clinician's, nobody's, that of somebody whose clinic has no review yet, or one whose clock
   * the states move.
   */
  who?: "nobody" | "newcomer" | "clock";
  states: readonly State[];
};

const press = (key: string) => (page: Page) => page.keyboard.press(key);
const openMenu = (page: Page) => page.getByRole("button", { name: /^Menu of/ }).click();
const palette = async (page: Page, words: string) => {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: /^Search or jump/ }).fill(words);
  await expect(
    page.getByRole("dialog", { name: "Search or jump" }).getByRole("group", { name: "Drugs" }),
  ).toBeVisible();
  await page.keyboard.press("ArrowDown");
};

/** Opens the follow-up of the signed review that is shown, with a count to compare. */
async function startFollowUp(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Start follow-up" }).click();
  await page.waitForURL(/\/reviews\/CC-\d+\/edit$/);
  // Folded away on narrow screens.
  const size = page.viewportSize();
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByLabel("Cramps a week").fill("2");
  await expect(page.locator('[data-save-state="saved"]')).toBeVisible();
  if (size !== null) await page.setViewportSize(size);
  await visit(page, page.url().replace("/edit", ""));
  await expect(page.getByRole("region", { name: /^Since / })).toBeVisible();
}

/** Another tab decides the second finding before this one does. */
async function decidedMeanwhile(page: Page): Promise<void> {
  const finding = page.locator("[data-finding]:visible").first();
  if ((await finding.count()) === 0) await page.locator("[data-card] [data-open]").first().click();
  const id = await finding.getAttribute("data-finding");
  const reference = /CC-\d+/.exec(page.url())?.[0] ?? "";
  await page.evaluate(
    async ([path, body]) => {
      await fetch(path ?? "", { method: "POST", headers: { "content-type": "application/json" }, body: body ?? "" });
    },
    [`/api/reviews/${reference}/decisions`, JSON.stringify({ findingId: id, action: "monitor" })],
  );
  await finding.getByRole("button", { name: "Act", exact: true }).click();
  await expect(finding.getByText(/^Decided meanwhile/)).toBeVisible();
}

/**
 * Every page in every state, for the tests of accessibility and for the screenshots. A route of the build that has no
 * entry here fails a test.
 */
export const PAGES: readonly PageStates[] = [
  {
    route: "/reviews",
    path: "/reviews",
    states: [
      { name: "worklist" },
      { name: "worklist, menu open", prepare: openMenu },
      {
        name: "worklist, filter open",
        prepare: async (page) => {
          await page.keyboard.press("Escape");
          await page.getByRole("button", { name: /^Filter/ }).click();
        },
      },
      {
        name: "worklist, columns open",
        wideOnly: true,
        prepare: async (page) => {
          await page.keyboard.press("Escape");
          await page.getByRole("button", { name: "Columns" }).click();
        },
      },
      {
        name: "worklist, two chosen",
        prepare: async (page) => {
          await page.keyboard.press("Escape");
          const boxes = page.getByRole("checkbox", { name: /^Choose CC-/ }).filter({ visible: true });
          await boxes.nth(0).click();
          await boxes.nth(1).click();
          await expect(page.getByText("2 selected")).toBeVisible();
        },
      },
      {
        name: "palette",
        prepare: async (page) => {
          await page.getByRole("button", { name: "Clear", exact: true }).click();
          await palette(page, "metola");
        },
      },
      {
        name: "list of keys",
        prepare: async (page) => {
          await page.keyboard.press("Escape");
          await page.getByRole("heading", { level: 1 }).focus();
          await page.keyboard.press("?");
          await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
        },
      },
      {
        name: "worklist, nothing matches",
        prepare: async (page) => {
          await page.keyboard.press("Escape");
          await page.getByRole("searchbox", { name: "Search reference or drug" }).fill("zaroqx");
          await expect(page.getByText("No review matches ‘zaroqx’ in Needs me.")).toBeVisible();
        },
      },
      {
        name: "worklist, not loaded",
        prepare: async (page) => {
          await page.route("**/api/worklist", (route) => route.abort());
          await page.getByRole("searchbox", { name: "Search reference or drug" }).fill("");
          await expect(page.getByText(/The worklist could not be loaded/)).toBeVisible();
          await page.unroute("**/api/worklist");
        },
      },
    ],
  },
  { route: "/reviews", path: "/reviews", who: "newcomer", states: [{ name: "worklist of a new account" }] },
  { route: "/reviews/examples", path: "/reviews/examples", states: [{ name: "example patients" }] },
  {
    route: "/reviews/new",
    path: "/reviews/new",
    states: [
      { name: "new review, empty" },
      {
        name: "entry with errors beside fields",
        prepare: async (page) => {
          await page.getByLabel("Birth year").fill("2090");
          await expect(page.getByText("is in the future")).toBeVisible();
        },
      },
    ],
  },
  {
    // A review of its own: these states change what is entered.
    route: "/reviews/new",
    path: "/reviews/new",
    states: [
      {
        name: "entry, correcting a line that was understood",
        wideOnly: true,
        prepare: async (page) => {
          await page
            .getByLabel("Paste or type the list, any format")
            .fill("hydroxizine prn\nAmlodipine 10 mg daily\nNKDA");
          await lineOf(page, 2)
            .getByRole("button", { name: /amlodipine/i })
            .click();
          await expect(page.getByRole("combobox", { name: "Another name" })).toBeVisible();
        },
      },
      {
        name: "entry, confirming a look-alike",
        wideOnly: true,
        prepare: async (page) => {
          await page.getByRole("button", { name: "Close", exact: true }).first().click();
          await lineOf(page, 1)
            .getByRole("button", { name: /hydroxyzine/ })
            .click();
          await expect(lineOf(page, 1).getByRole("button", { name: "Confirm" })).toBeVisible();
        },
      },
      {
        name: "entry, a file that is not text",
        prepare: async (page) => {
          await page
            .getByLabel("File to import")
            .setInputFiles({ name: "letter.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") });
          await expect(page.getByText("This file is not text (it looks like a PDF).")).toBeVisible();
        },
      },
      {
        name: "entry, a FHIR file with what was not read",
        prepare: async (page) => {
          const entry = [
            {
              resource: {
                resourceType: "MedicationRequest",
                status: "active",
                medicationCodeableConcept: { text: "Digoxin 125 micrograms daily" },
              },
            },
            { resource: { resourceType: "Encounter" } },
          ];
          await page.getByLabel("File to import").setInputFiles({
            name: "bundle.json",
            mimeType: "application/json",
            buffer: Buffer.from(JSON.stringify({ resourceType: "Bundle", entry })),
          });
          await expect(page.getByText("1 Encounter: not a kind of resource that is read here")).toBeVisible();
        },
      },
      {
        name: "entry with questions about results",
        prepare: async (page) => {
          const show = page.getByRole("button", { name: "Show results" });
          if (await show.isVisible()) await show.click();
          await page
            .getByRole("textbox", { name: "Results" })
            .fill("Mg 0.61\nPotassium 31 mmol/L\nSodium 138 mmol/L 3/4/26");
          await expect(page.getByText("magnesium 0.61 has no unit. Which is it?")).toBeVisible();
        },
      },
      {
        name: "entry, what was read, on a small screen",
        prepare: async (page) => {
          const read = page.getByText(/^Read( |$)/);
          if (await read.first().isVisible()) await read.first().click();
          await expect(lineOf(page, 1)).toBeVisible();
        },
      },
    ],
  },
  {
    route: "/reviews/[reference]/edit",
    path: "/reviews/draft/edit",
    states: [
      { name: "entry with a doubt" },
      {
        name: "entry, searching for another name",
        wideOnly: true,
        prepare: async (page) => {
          await lineOf(page, 5).getByRole("button", { name: "Search for another name" }).click();
          await page.getByRole("combobox", { name: "Another name" }).fill("metola");
          await expect(page.locator('li[role="option"]').first()).toBeVisible();
        },
      },
      {
        name: "entry, asking before a draft is deleted",
        prepare: (page) => page.getByRole("button", { name: "Delete this draft" }).click(),
      },
    ],
  },
  {
    route: "/reviews/[reference]",
    path: "/reviews/draft",
    states: [
      { name: "review" },
      {
        name: "review with the basis open",
        prepare: async (page) => {
          await page.locator("[data-card] [data-open]").first().click();
          await page
            .getByRole("button", { name: /^Basis/ })
            .first()
            .click();
        },
      },
      {
        name: "review, dismissing",
        prepare: async (page) => {
          await page.keyboard.press("Escape");
          await page.getByRole("button", { name: "Dismiss", exact: true }).first().click();
        },
      },
      {
        name: "review with rows expanded and grouped",
        wideOnly: true,
        prepare: async (page) => {
          await page.getByLabel("Group").selectOption("priority");
          await page
            .getByRole("button", { name: /^Show basis of/ })
            .first()
            .click();
        },
      },
      {
        name: "review, timeline as table and in colour",
        wideOnly: true,
        prepare: async (page) => {
          await page.getByLabel("Colour by priority").check();
          await page.getByLabel("Show as table").check();
        },
      },
      {
        name: "review with sources and history open",
        prepare: (page) =>
          page
            .locator("#history, details:has(> summary)")
            .evaluateAll((all) => all.forEach((one) => one.setAttribute("open", ""))),
      },
      { name: "review, somebody else decided meanwhile", prepare: decidedMeanwhile },
    ],
  },
  {
    route: "/reviews/[reference]/sign",
    path: "/reviews/draft/sign",
    states: [
      { name: "check and sign" },
      {
        name: "check and sign with errors",
        prepare: (page) => page.getByRole("button", { name: "Sign review" }).click(),
      },
    ],
  },
  { route: "/reviews/[reference]", path: "/reviews/signed", states: [{ name: "signed review" }] },
  { route: "/reviews/[reference]/sign", path: "/reviews/signed/sign", states: [{ name: "signed" }] },
  { route: "/reviews/[reference]", path: "/reviews/signed", states: [{ name: "follow-up", prepare: startFollowUp }] },
  {
    route: "/account",
    path: "/account",
    states: [
      { name: "account" },
      {
        name: "account with an error",
        prepare: async (page) => {
          await page.getByRole("button", { name: "Change password" }).click();
          await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
        },
      },
    ],
  },
  { route: "/settings", path: "/settings", states: [{ name: "settings" }] },
  { route: "/accounts", path: "/accounts", states: [{ name: "accounts" }] },
  { route: "/audit", path: "/audit", states: [{ name: "audit trail" }] },
  {
    route: "/set-password",
    path: "/set-password#no-link-of-anybody",
    who: "nobody",
    states: [
      { name: "set password" },
      {
        name: "set password, a link that is used",
        prepare: async (page) => {
          await page.getByLabel("New password").fill("a kestrel over the fen");
          await page.getByRole("button", { name: "Set password" }).click();
          await expect(page.getByText("This link was used already").first()).toBeVisible();
        },
      },
    ],
  },
  { route: null, path: "/reviews/CC-999999", states: [{ name: "review not found" }] },
  { route: "/_not-found", path: "/no-such-page", states: [{ name: "page not found" }] },
  {
    route: "/sign-in",
    path: "/sign-in",
    who: "nobody",
    states: [
      { name: "sign-in" },
      {
        name: "sign-in with an error",
        prepare: async (page) => {
          await page.getByLabel("Email").fill("nobody@example.org");
          await page.getByLabel("Password", { exact: true }).fill("not the password");
          await page.getByRole("button", { name: "Sign in" }).click();
          await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
        },
      },
    ],
  },
  { route: "/knowledge", path: "/knowledge", who: "nobody", states: [{ name: "knowledge" }] },
  { route: "/knowledge", path: "/knowledge?q=furosemide", who: "nobody", states: [{ name: "knowledge, searched" }] },
  {
    route: "/knowledge/[kind]",
    path: "/knowledge/interactions",
    who: "nobody",
    states: [{ name: "knowledge, interactions" }],
  },
  {
    route: "/knowledge/[kind]/[id]",
    path: "/knowledge/classes/thiazide-thiazide-like",
    who: "nobody",
    states: [{ name: "knowledge, a class" }],
  },
  {
    route: "/knowledge/[kind]/[id]",
    path: "/knowledge/conditions/hypokalaemia",
    who: "nobody",
    states: [{ name: "knowledge, a condition" }],
  },
  {
    route: "/knowledge/[kind]/[id]",
    path: "/knowledge/interactions/triple-whammy",
    who: "nobody",
    states: [{ name: "knowledge, an interaction" }],
  },
  {
    route: "/knowledge/[kind]/[id]",
    path: "/knowledge/labs/potassium",
    who: "nobody",
    states: [{ name: "knowledge, a test" }],
  },
  {
    route: "/knowledge/[kind]/[id]",
    path: "/knowledge/treatments/magnesium",
    who: "nobody",
    states: [{ name: "knowledge, a treatment" }],
  },
  {
    route: "/knowledge/[kind]",
    path: "/knowledge/red-flags",
    who: "nobody",
    states: [{ name: "knowledge, red flags" }],
  },
  {
    route: "/knowledge/[kind]/[id]",
    path: "/knowledge/classes/no-such-class",
    who: "nobody",
    states: [{ name: "knowledge, unknown" }],
  },
  {
    route: "/reviews/[reference]/report",
    path: "/reviews/signed/report?variant=full",
    states: [{ name: "full report as a page" }],
  },
  {
    route: "/reviews/[reference]/report",
    path: "/reviews/signed/report?variant=leaflet",
    states: [{ name: "leaflet as a page" }],
  },
  { route: "/reviews/[reference]/rerun", path: "/reviews/signed/rerun", states: [{ name: "signed review run again" }] },
  {
    route: "/verify",
    path: "/verify",
    who: "nobody",
    states: [
      { name: "verify" },
      {
        name: "verify, not a report",
        prepare: async (page) => {
          await page.getByLabel("Or paste its text").fill("{}");
          await page.getByRole("button", { name: "Verify" }).click();
          await expect(page.getByText(/^This is not a signed review/)).toBeVisible();
        },
      },
    ],
  },
  { route: "/method", path: "/method", who: "nobody", states: [{ name: "method" }] },
  { route: "/diary", path: "/diary", who: "nobody", states: [{ name: "cramp diary" }] },
  {
    route: "/reviews/[reference]/edit",
    path: "/reviews/draft/edit",
    who: "clock",
    states: [
      {
        name: "idle warning",
        prepare: async (page) => {
          await alive(page);
          // The part that is shown and the one that is fetched with it.
          await untilFetched(page, () => page.clock.fastForward("13:05"));
          await expect(page.getByRole("dialog", { name: "Still there?" })).toBeVisible();
        },
      },
      {
        name: "signed out with something unsent",
        prepare: async (page) => {
          await press("Shift")(page);
          // The session on the server goes on: other tests use it.
          await page.context().setOffline(true);
          await page.getByLabel("Paste or type the list, any format").fill("Furosemide 40 mg daily");
          await page.clock.fastForward("15:05");
          await expect(page.getByRole("heading", { name: "You were signed out" })).toBeVisible();
        },
      },
    ],
  },
];

/** Routes that lead elsewhere at once and so have no look of their own. */
export const WITHOUT_A_LOOK = ["/"];
