import { AppError } from "@/lib/domain/errors";
import { recordSystem } from "@/lib/store/audit";
import { query } from "@/lib/store/database";
import { ACROSS } from "@/lib/store/scoped-pool";
import { OrganisationSettings, type Organisation } from "./organisation";
import { Email, type User } from "./users";

/** What the operator's command line may do across organisations; no page imports this file. */

export async function countUsers(): Promise<number> {
  return query(ACROSS, (db) => db.user.count());
}

export async function findOrganisation(name: string): Promise<Organisation | null> {
  return query(ACROSS, (db) =>
    db.organisation.findFirst({
      where: { name },
      orderBy: { createdAt: "asc" },
      omit: { reviewCounter: true, createdAt: true, updatedAt: true },
    }),
  );
}

/** The organisation where there is just one, so that a small installation need not name it. */
export async function onlyOrganisation(): Promise<Organisation | null> {
  const found = await query(ACROSS, (db) =>
    db.organisation.findMany({ take: 2, omit: { reviewCounter: true, createdAt: true, updatedAt: true } }),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

export async function createOrganisation(settings: OrganisationSettings): Promise<Organisation> {
  const data = OrganisationSettings.parse(settings);
  const created = await query(ACROSS, (db) => db.organisation.create({ data, select: { id: true } }));
  await recordSystem({ action: "organisation.create", subject: created.id }, created.id);
  return { ...data, id: created.id };
}

export type Account = Pick<User, "id" | "organisationId" | "email" | "displayName" | "role"> & {
  organisation: string;
  disabled: boolean;
  openSessions: number;
};

export async function listAccounts(now: Date = new Date()): Promise<Account[]> {
  const rows = await query(ACROSS, (db) =>
    db.user.findMany({
      select: {
        id: true,
        organisationId: true,
        email: true,
        displayName: true,
        role: true,
        disabledAt: true,
        organisation: { select: { name: true } },
        _count: { select: { sessions: { where: { endedAt: null, expiresAt: { gt: now } } } } },
      },
      orderBy: [{ organisation: { name: "asc" } }, { email: "asc" }],
    }),
  );
  return rows.map(({ disabledAt, organisation, _count, ...user }) => ({
    ...user,
    organisation: organisation.name,
    disabled: disabledAt !== null,
    openSessions: _count.sessions,
  }));
}

export async function accountByEmail(email: string): Promise<Account> {
  const wanted = Email.parse(email);
  const found = (await listAccounts()).find((account) => account.email === wanted);
  if (found === undefined) throw new AppError("not-found", `There is no account for ${wanted}.`);
  return found;
}
