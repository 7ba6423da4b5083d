import { jsonHandler } from "@/app/_http/json-handler";
import { OrganisationSettings, updateSettings } from "@/lib/store/accounts/organisation";

/** Changes the organisation's settings; administrators only. */
export const PUT = jsonHandler("settings.change", OrganisationSettings, ({ body, session }) =>
  updateSettings(session.scope, body),
);
