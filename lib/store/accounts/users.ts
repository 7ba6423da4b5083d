import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { recordIn } from "@/lib/store/audit";
import { query, transaction, type Transaction } from "@/lib/store/database";
import { ACROSS } from "@/lib/store/scoped-pool";
import type { Actor, Scope } from "@/lib/store/scope";

export const Role = z.enum(["clinician", "pharmacist", "admin", "auditor"]);
export type Role = z.infer<typeof Role>;

/** A user as others may see it; the password's hash never leaves this folder except to be checked. */
export type User = {
  id: string;
  organisationId: string;
  email: string;
  displayName: string;
  role: Role;
  disabledAt: string | null;
  createdAt: string;
};

const COLUMNS = {
  id: true,
  organisationId: true,
  email: true,
  displayName: true,
  role: true,
  disabledAt: true,
  createdAt: true,
} as const;

export const Email = z.string().trim().toLowerCase().pipe(z.email("Enter an email address.").max(254));
export const DisplayName = z.string().trim().min(1, "Enter the name that others will see.").max(80);

export type NewUser = { email: string; displayName: string; role: Role; passwordHash: string };

/** What the sign-in needs to check a password; null for an unknown or disabled account. */
export async function findForSignIn(email: string): Promise<{ user: User; passwordHash: string } | null> {
  // What is no address has no account: asked of the database, a NUL in it would be an error of another kind.
  const address = Email.safeParse(email);
  if (!address.success) return null;
  const row = await query(ACROSS, (db) =>
    db.user.findUnique({ where: { email: address.data }, select: { ...COLUMNS, passwordHash: true } }),
  );
  if (row === null || row.disabledAt !== null) return null;
  const { passwordHash, ...user } = row;
  return { user: toUser(user), passwordHash };
}

export async function passwordHashOf(scope: Scope): Promise<string> {
  const row = await query(scope, (db) =>
    db.user.findFirst({
      where: { id: scope.userId, organisationId: scope.organisationId },
      select: { passwordHash: true },
    }),
  );
  if (row === null) throw new AppError("not-found");
  return row.passwordHash;
}

export async function listUsers(scope: Scope): Promise<User[]> {
  const rows = await query(scope, (db) =>
    db.user.findMany({
      where: { organisationId: scope.organisationId },
      select: COLUMNS,
      orderBy: [{ displayName: "asc" }, { id: "asc" }],
    }),
  );
  return rows.map(toUser);
}

export async function addUser(organisationId: string, user: NewUser, userId: string | null = null): Promise<User> {
  return transaction({ organisationId }, (tx) => addUserIn(tx, { organisationId, userId }, user));
}

/** Adds an account inside a transaction; throws `conflict` where the address has one, in whatever organisation. */
export async function addUserIn(tx: Transaction, actor: Actor, user: NewUser): Promise<User> {
  const email = Email.parse(user.email);
  if ((await tx.user.findUnique({ where: { email }, select: { id: true } })) !== null)
    throw new AppError("conflict", `There is already an account for ${email}.`);
  const row = await tx.user.create({
    data: {
      organisationId: actor.organisationId,
      email,
      displayName: DisplayName.parse(user.displayName),
      role: Role.parse(user.role),
      passwordHash: user.passwordHash,
    },
    select: COLUMNS,
  });
  await recordIn(tx, actor, { action: "user.create", subject: row.id, detail: { role: row.role } });
  return toUser(row);
}

/** Sets a password and ends every session of the account but `keepSessionId`. */
export async function setPassword(
  actor: Actor,
  userId: string,
  passwordHash: string,
  options: { action: "user.reset-password" | "user.change-password"; keepSessionId?: string },
): Promise<void> {
  await changeUser(actor, userId, { action: options.action }, async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { passwordHash, passwordChangedAt: new Date() } });
    await endSessionsIn(
      tx,
      userId,
      options.action === "user.reset-password" ? "password-reset" : "password-changed",
      options.keepSessionId,
    );
  });
}

/** Closes an account and ends its sessions at once. */
export async function disableUser(actor: Actor, userId: string): Promise<void> {
  await changeUser(actor, userId, { action: "user.disable" }, async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { disabledAt: new Date() } });
    await endSessionsIn(tx, userId, "disabled");
  });
}

export async function enableUser(actor: Actor, userId: string): Promise<void> {
  await changeUser(actor, userId, { action: "user.enable" }, async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { disabledAt: null } });
  });
}

/** Ends every session of an account; returns how many were open. */
export async function endSessionsOf(actor: Actor, userId: string): Promise<number> {
  let ended = 0;
  await changeUser(actor, userId, { action: "sessions.ended" }, async (tx) => {
    ended = await endSessionsIn(tx, userId, "ended-by-administrator");
  });
  return ended;
}

/** Gives an account another role and ends its sessions, so that no page of the old one stays open. */
export async function changeRole(actor: Actor, userId: string, role: Role): Promise<void> {
  await changeUser(actor, userId, { action: "user.update", detail: { role } }, async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { role } });
    await endSessionsIn(tx, userId, "role-changed");
  });
}

/** Looks for the account inside the actor's organisation, changes it, and records that; other organisations' do not exist. */
export async function changeUser(
  actor: Actor,
  userId: string,
  entry: Omit<Parameters<typeof recordIn>[2], "subject">,
  work: (tx: Transaction, account: { disabledAt: Date | null }) => Promise<void>,
): Promise<void> {
  await transaction(actor, async (tx) => {
    const found = await tx.user.findFirst({
      where: { id: userId, organisationId: actor.organisationId },
      select: { disabledAt: true },
    });
    if (found === null) throw new AppError("not-found");
    await work(tx, found);
    await recordIn(tx, actor, { ...entry, subject: userId });
  });
}

/** Ends the open sessions of an account inside a transaction; returns how many there were. */
export async function endSessionsIn(
  tx: Transaction,
  userId: string,
  endReason: string,
  keepSessionId?: string,
): Promise<number> {
  const open = { userId, endedAt: null, ...(keepSessionId === undefined ? {} : { id: { not: keepSessionId } }) };
  const { count } = await tx.session.updateMany({ where: open, data: { endedAt: new Date(), endReason } });
  return count;
}

function toUser(row: Omit<User, "disabledAt" | "createdAt"> & { disabledAt: Date | null; createdAt: Date }): User {
  return { ...row, disabledAt: row.disabledAt?.toISOString() ?? null, createdAt: row.createdAt.toISOString() };
}
