import { test as base } from "@playwright/test";
import { STATE } from "@/playwright.config";
import { CASE, fullDraft } from "./pages";
import { decideAndSign, enterReview, openReview } from "./review-steps";

/**
 * References of reviews that only one worker's tests look at: none of them waits for, or is changed by, another
 * worker's.
 */
export type MadeReviews = { draft: string; signed: string };

/** A full draft and a signed review, made once in each worker for the tests that go through all pages. */
export const test = base.extend<object, { madeReviews: MadeReviews }>({
  madeReviews: [
    async ({ browser }, use, { project: { use: options } }) => {
      const { baseURL, viewport, locale } = options;
      const context = await browser.newContext({ baseURL, viewport, locale, storageState: STATE });
      const page = await context.newPage();
      const draft = await fullDraft(page);
      const signed = await enterReview(page, {
        ...CASE,
        conditions: [...CASE.conditions],
        localReference: "RX-SIGNED",
      });
      await openReview(page);
      await decideAndSign(page);
      await context.close();
      await use({ draft, signed });
    },
    { scope: "worker" },
  ],
});
