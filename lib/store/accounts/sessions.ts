import { query } from "@/lib/store/database";
import { ACROSS } from "@/lib/store/scoped-pool";
import { recordSystem } from "@/lib/store/audit";
import type { Organisation } from "./organisation";
import type { User } from "./users";

export const IDLE_MINUTES = 15;
export const ABSOLUTE_HOURS = 12;
/** How exact `lastSeenAt` is: it is written at most this often, so that reading a page does not cost a write each time. */
const SEEN_EVERY_MS = 20_000;

export type OpenSession = { id: string; user: User; organisation: Organisation; lastSeenAt: string; expiresAt: string };

/** Opens a session for somebody whose password was right. */
export async function startSession(user: User, now: Date = new Date(), address?: string): Promise<string> {
  const expiresAt = new Date(now.getTime() + ABSOLUTE_HOURS * 3_600_000);
  const { id } = await query(ACROSS, (db) =>
    db.session.create({ data: { userId: user.id, createdAt: now, lastSeenAt: now, expiresAt }, select: { id: true } }),
  );
  const from = address === undefined ? {} : { address };
  await recordSystem({ action: "session.start", subject: user.id, ...from }, user.organisationId, user.id);
  return id;
}

/**
 * The session with this id while it counts: not ended, not idle for 15 minutes, not older than 12 hours, its account
 * not disabled. Null otherwise.
 * @param options.seen false for requests that the page makes by itself and that must not keep a session alive
 */
export async function openSession(
  id: string,
  options: { seen?: boolean; now?: Date } = {},
): Promise<OpenSession | null> {
  const now = options.now ?? new Date();
  const row = await query(ACROSS, (db) =>
    db.session.findUnique({
      where: { id },
      include: { user: { omit: { passwordHash: true }, include: { organisation: true } } },
    }),
  );
  if (row === null || row.endedAt !== null || row.user.disabledAt !== null) return null;
  if (row.expiresAt <= now || row.lastSeenAt.getTime() + IDLE_MINUTES * 60_000 <= now.getTime()) return null;
  const lastSeenAt =
    (options.seen ?? true) && now.getTime() - row.lastSeenAt.getTime() > SEEN_EVERY_MS ? now : row.lastSeenAt;
  if (lastSeenAt === now)
    await query(ACROSS, (db) => db.session.updateMany({ where: { id, endedAt: null }, data: { lastSeenAt: now } }));
  const { id: userId, organisationId, email, displayName, role, createdAt, organisation } = row.user;
  return {
    id,
    user: {
      id: userId,
      organisationId,
      email,
      displayName,
      role,
      disabledAt: null,
      createdAt: createdAt.toISOString(),
    },
    organisation: {
      id: organisation.id,
      name: organisation.name,
      country: organisation.country,
      units: organisation.units,
      timeZone: organisation.timeZone,
    },
    lastSeenAt: lastSeenAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  };
}

/** Ends a session at once; ending it again changes nothing. */
export async function endSession(
  id: string,
  reason: "signed-out" | "replaced" | "idle",
  address?: string,
): Promise<void> {
  const ended = await query(ACROSS, (db) =>
    db.session.updateManyAndReturn({
      where: { id, endedAt: null },
      data: { endedAt: new Date(), endReason: reason },
      include: { user: { select: { id: true, organisationId: true } } },
    }),
  );
  const from = address === undefined ? {} : { address };
  for (const { user } of ended) {
    const entry = { action: "session.end", subject: user.id, detail: { reason }, ...from } as const;
    await recordSystem(entry, user.organisationId, user.id);
  }
}

/** Whose session this is or was; null for an unknown id. */
export async function ownerOfSession(id: string): Promise<string | null> {
  return (
    (await query(ACROSS, (db) => db.session.findUnique({ where: { id }, select: { userId: true } })))?.userId ?? null
  );
}

const KEPT_DAYS = 30;

/** Forgets sessions that ended or expired more than 30 days ago; what they did stays in the audit trail. */
export async function removeOldSessions(now: Date = new Date()): Promise<void> {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  await query(ACROSS, (db) =>
    db.session.deleteMany({ where: { OR: [{ expiresAt: { lt: before } }, { endedAt: { lt: before } }] } }),
  );
}
