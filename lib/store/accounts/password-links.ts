import { randomBytes } from "node:crypto";
import { AppError } from "@/lib/domain/errors";
import { recordIn } from "@/lib/store/audit";
import { query, transaction, type Transaction } from "@/lib/store/database";
import { ACROSS } from "@/lib/store/scoped-pool";
import { sha256 } from "@/lib/store/digest";
import type { Actor } from "@/lib/store/scope";
import { addUserIn, changeUser, endSessionsIn, type NewUser } from "./users";

/** How long a link that sets a password may be used, in hours. */
export const LINK_HOURS = { invitation: 72, reset: 24 } as const;
export type LinkKind = keyof typeof LINK_HOURS;

/** What a new link is: its secret is shown to whoever made it, once, and only its hash is stored. */
export type NewLink = { secret: string; kind: LinkKind; expiresAt: string };

/** What stands as the hash of an account that has not chosen a password: nothing opens it. */
const NO_PASSWORD = "none chosen yet";

/** Makes an account that nobody can use until its link is, with that link. */
export async function invite(
  actor: Actor,
  user: Omit<NewUser, "passwordHash">,
  now: Date = new Date(),
): Promise<{ userId: string; link: NewLink }> {
  return transaction(actor, async (tx) => {
    const { id: userId } = await addUserIn(tx, actor, { ...user, passwordHash: NO_PASSWORD });
    const link = await makeLinkIn(tx, actor, { userId, kind: "invitation" }, now);
    await recordIn(tx, actor, { action: "user.make-link", subject: userId, detail: { kind: link.kind } });
    return { userId, link };
  });
}

/** Makes a link for an account of the actor's organisation; the one before it no longer works. The password stays until then. */
export async function makeLink(actor: Actor, userId: string, now: Date = new Date()): Promise<NewLink> {
  let made: NewLink | undefined;
  await changeUser(actor, userId, { action: "user.make-link" }, async (tx, account) => {
    if (account.disabledAt !== null)
      throw new AppError("conflict", "This account is disabled. Let it sign in again first.");
    const { passwordHash } = await tx.user.findUniqueOrThrow({
      where: { id: userId },
      select: { passwordHash: true },
    });
    made = await makeLinkIn(tx, actor, { userId, kind: passwordHash === NO_PASSWORD ? "invitation" : "reset" }, now);
  });
  if (made === undefined) throw new AppError("not-found");
  return made;
}

async function makeLinkIn(
  tx: Transaction,
  actor: Actor,
  { userId, kind }: { userId: string; kind: LinkKind },
  now: Date,
): Promise<NewLink> {
  const secret = randomBytes(32).toString("base64url");
  const expiresAt = new Date(now.getTime() + LINK_HOURS[kind] * 3_600_000);
  await tx.passwordLink.deleteMany({ where: { userId } });
  await tx.passwordLink.create({
    data: { userId, kind, tokenHash: sha256(secret), createdById: actor.userId, createdAt: now, expiresAt },
  });
  return { secret, kind, expiresAt: expiresAt.toISOString() };
}

/** Whose link this is, while it may be used; null for any other secret. */
export async function ownerOfLink(
  secret: string,
  now: Date = new Date(),
): Promise<{ userId: string; organisationId: string; email: string; displayName: string } | null> {
  const row = await query(ACROSS, (db) => findLink(db, secret, now));
  if (row === null) return null;
  const { id: userId, organisationId, email, displayName } = row.user;
  return { userId, organisationId, email, displayName };
}

/** Sets the password and uses the link up, in one transaction: of two that come at once, one finds it gone. */
export async function spendLink(
  secret: string,
  passwordHash: string,
  options: { address: string; now?: Date },
): Promise<void> {
  const now = options.now ?? new Date();
  await transaction(ACROSS, async (tx) => {
    const row = await findLink(tx, secret, now);
    if (row === null) throw noSuchLink();
    const { count } = await tx.passwordLink.deleteMany({ where: { id: row.id } });
    if (count !== 1) throw noSuchLink();
    const { id: userId, organisationId } = row.user;
    await tx.user.update({ where: { id: userId }, data: { passwordHash, passwordChangedAt: now } });
    await endSessionsIn(tx, userId, "password-reset");
    const actor = { organisationId, userId, address: options.address };
    await recordIn(tx, actor, { action: "user.use-link", subject: userId, detail: { kind: row.kind } });
  });
}

/** One sentence for a link that was used, has expired or never was. */
export function noSuchLink(): AppError {
  return new AppError(
    "bad-input",
    "This link was used already, has been replaced, or is too old. Ask your administrator for another.",
  );
}

/** Forgets links that can no longer be used. */
export async function removeOldLinks(now: Date = new Date()): Promise<void> {
  await query(ACROSS, (db) => db.passwordLink.deleteMany({ where: { expiresAt: { lte: now } } }));
}

async function findLink(db: Transaction, secret: string, now: Date) {
  const row = await db.passwordLink.findUnique({
    where: { tokenHash: sha256(secret) },
    select: {
      id: true,
      kind: true,
      expiresAt: true,
      user: { select: { id: true, organisationId: true, email: true, displayName: true, disabledAt: true } },
    },
  });
  return row === null || row.expiresAt <= now || row.user.disabledAt !== null ? null : row;
}
