import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import type { IsoDate } from "@/lib/domain/vocabulary";
import { recordIn } from "@/lib/store/audit";
import { query, transaction } from "@/lib/store/database";
import type { Scope } from "@/lib/store/scope";

export const OrganisationSettings = z.object({
  name: z.string().trim().min(1, "Enter a name.").max(120),
  country: z.enum(["US", "UK"]),
  /** What results are shown in: SI (mmol/L) or conventional (mg/dL). */
  units: z.enum(["SI", "conventional"]),
  timeZone: z.string().refine(isTimeZone, "Choose a time zone from the list."),
});
export type OrganisationSettings = z.infer<typeof OrganisationSettings>;
export type Organisation = OrganisationSettings & { id: string };

export const UK_DEFAULTS = { country: "UK", units: "SI", timeZone: "Europe/London" } as const;
export const US_DEFAULTS = { country: "US", units: "conventional", timeZone: "America/New_York" } as const;

const COLUMNS = { id: true, name: true, country: true, units: true, timeZone: true } as const;

export async function getOrganisation(scope: Scope): Promise<Organisation> {
  const found = await query(scope, (db) =>
    db.organisation.findFirst({ where: { id: scope.organisationId }, select: COLUMNS }),
  );
  if (found === null) throw new AppError("not-found");
  return found;
}

export async function updateSettings(scope: Scope, settings: OrganisationSettings): Promise<Organisation> {
  const data = OrganisationSettings.parse(settings);
  return transaction(scope, async (tx) => {
    const updated = await tx.organisation.update({ where: { id: scope.organisationId }, data, select: COLUMNS });
    await recordIn(tx, scope, { action: "organisation.update", detail: data });
    return updated;
  });
}

/** The calendar date at the organisation's place. */
export async function todayIn(scope: Scope, now: Date = new Date()): Promise<IsoDate> {
  return dateIn((await getOrganisation(scope)).timeZone, now);
}

export function dateIn(timeZone: string, now: Date): IsoDate {
  return new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(now);
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
