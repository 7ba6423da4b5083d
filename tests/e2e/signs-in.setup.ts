import { test } from "@playwright/test";
import { STATE } from "@/playwright.config";
import { signIn } from "./support/sign-in";

test("a clinician signs in with what npm start printed", async ({ page }) => {
  await signIn(page);
  await page.context().storageState({ path: STATE });
});
