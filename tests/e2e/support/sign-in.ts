import { expect, type Page } from "@playwright/test";
import { visit } from "./alive";

/** Signs in by typing, as the demo clinician unless told otherwise. */
export async function signIn(
  page: Page,
  email = process.env.E2E_EMAIL ?? "",
  password = process.env.E2E_PASSWORD ?? "",
): Promise<void> {
  await visit(page, "/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/reviews$/);
}
