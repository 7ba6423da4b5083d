import type { Browser, Page } from "@playwright/test";
import { addPerson, canAddPeople, signedInAs } from "./second-person";
import type { PageStates } from "./states";

/** A tab for each kind of person that the states of the pages ask for, made when first needed. */
export type People = { tabOf: (who: PageStates["who"]) => Promise<Page | null>; close: () => Promise<void> };

/**
 * @param own the signed-in clinician's tab
 * @returns null for a newcomer where no account can be made
 */
export function people(browser: Browser, own: Page, baseURL?: string): People {
  const made = new Map<PageStates["who"], Page | null>([[undefined, own]]);
  const make = async (who: PageStates["who"]): Promise<Page | null> => {
    if (who === "newcomer") return canAddPeople() ? signedInTab(browser, baseURL) : null;
    const context = await browser.newContext({
      ...(baseURL === undefined ? {} : { baseURL }),
      storageState: who === "clock" ? await own.context().storageState() : { cookies: [], origins: [] },
    });
    const page = await context.newPage();
    if (who === "clock") await page.clock.install();
    return page;
  };
  return {
    tabOf: async (who) => {
      if (!made.has(who)) made.set(who, await make(who));
      return made.get(who) ?? null;
    },
    close: async () => {
      for (const page of made.values()) if (page !== null && page !== own) await page.context().close();
    },
  };
}

/** Somebody of a clinic that has no review yet. */
async function signedInTab(browser: Browser, baseURL: string | undefined): Promise<Page | null> {
  const context = await signedInAs(browser, await addPerson("Dr New", `New clinic ${Date.now()}`), baseURL);
  return context.pages()[0] ?? null;
}
