import { jsonHandler } from "@/app/_http/json-handler";
import { requireRole } from "@/lib/auth/current-session";
import { OrganisationSettings, updateSettings } from "@/lib/store/accounts/organisation";

/** Changes the organisation's settings; administrators only. */
export const PUT = jsonHandler(OrganisationSettings, async ({ body }) => {
  const { scope } = await requireRole("admin");
  return updateSettings(scope, body);
});
