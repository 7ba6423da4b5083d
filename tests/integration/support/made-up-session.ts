import type { CurrentSession } from "@/lib/auth/current-session";
import { query } from "@/lib/store/database";
import { ACROSS } from "@/lib/store/scoped-pool";
import { getOrganisation } from "@/lib/store/accounts/organisation";
import { madeUpClinic } from "./made-up";

/** Somebody signed in at a clinic of a country, without a browser. */
export async function madeUpSession(country: "US" | "UK" = "US"): Promise<CurrentSession> {
  const { scope, user } = await madeUpClinic(`Clinic ${country}`);
  const timeZone = country === "UK" ? "Europe/London" : "America/New_York";
  await query(ACROSS, (db) =>
    db.organisation.update({ where: { id: scope.organisationId }, data: { country, timeZone } }),
  );
  const organisation = await getOrganisation(scope);
  return { scope, user, organisation, sessionId: "made up", idleUntil: "", expiresAt: "" };
}
