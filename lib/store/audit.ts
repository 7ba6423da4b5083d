import { z } from "zod";
import { query, type Transaction } from "./database";
import type { Actor, Scope } from "./scope";

/** Everything that is recorded. Names say what was done, never clinical content. */
export const AuditAction = z.enum([
  "session.start",
  "session.refused",
  "session.throttled",
  "session.end",
  "sessions.ended",
  "review.create",
  "review.view",
  "review.save",
  "review.decide",
  "review.undo-decision",
  "review.choose-labs",
  "review.sign",
  "review.new-version",
  "review.archive",
  "review.unarchive",
  "review.delete",
  "review.follow-up",
  "review.start-follow-up",
  "review.export",
  "examples.remove",
  "organisation.create",
  "organisation.update",
  "user.create",
  "user.update",
  "user.disable",
  "user.enable",
  "user.reset-password",
  "user.change-password",
  "access.denied",
]);
export type AuditAction = z.infer<typeof AuditAction>;

export type AuditEntry = {
  seq: number;
  at: string;
  userId: string | null;
  action: string;
  subject: string | null;
  detail: Record<string, unknown>;
  hash: string;
};

type NewEntry = {
  action: AuditAction;
  subject?: string | null;
  detail?: Readonly<Record<string, string | number | boolean | null>>;
};

/** Events that belong to no organisation, such as a sign-in to an address that does not exist. */
export const SYSTEM_CHAIN = "system";

/** Adds an event inside a transaction, so that what was done and its trace are stored together. Call it last: it locks the chain. */
export async function recordIn(tx: Transaction, scope: Actor, entry: NewEntry): Promise<void> {
  await append(tx, scope.organisationId, scope.userId, entry);
}

/** Adds an event of its own: a view, an export, a refused access. */
export async function record(scope: Scope, entry: NewEntry): Promise<void> {
  await query((db) => append(db, scope.organisationId, scope.userId, entry));
}

/** Adds an event that no signed-in person did. */
export async function recordSystem(
  entry: NewEntry,
  organisationId: string = SYSTEM_CHAIN,
  userId: string | null = null,
): Promise<void> {
  await query((db) => append(db, organisationId, userId, entry));
}

/** The organisation's events, newest first. */
export async function listAudit(
  scope: Scope,
  options: { subject?: string; before?: number; limit?: number } = {},
): Promise<AuditEntry[]> {
  const rows = await query((db) =>
    db.auditEvent.findMany({
      where: {
        chain: scope.organisationId,
        ...(options.subject === undefined ? {} : { subject: options.subject }),
        ...(options.before === undefined ? {} : { seq: { lt: options.before } }),
      },
      orderBy: { seq: "desc" },
      take: Math.min(options.limit ?? 100, 500),
    }),
  );
  return rows.map((row) => ({
    seq: row.seq,
    at: row.at.toISOString(),
    userId: row.userId,
    action: row.action,
    subject: row.subject,
    detail: z.record(z.string(), z.unknown()).parse(row.detail),
    hash: row.hash,
  }));
}

/** Recomputes a chain in the database; returns the number of the first event that does not fit, or null when all do. */
export async function firstBrokenLink(chain: string): Promise<number | null> {
  const rows = await query(
    (db) => db.$queryRaw<{ seq: number | null }[]>`
    SELECT min(s."seq")::int AS seq FROM (
      SELECT e."seq", e."hash" = "audit_event_hash"(e) AS sound,
             e."previousHash" = COALESCE(lag(e."hash") OVER (ORDER BY e."seq"), '') AS linked,
             e."seq" = row_number() OVER (ORDER BY e."seq") AS counted
      FROM "AuditEvent" e WHERE e."chain" = ${chain}
      UNION ALL
      SELECT c."seq", EXISTS (SELECT 1 FROM "AuditEvent" e WHERE e."chain" = c."chain" AND e."seq" = c."seq" AND e."hash" = c."hash"), true, true
      FROM "AuditChain" c WHERE c."chain" = ${chain}
    ) s WHERE NOT (s.sound AND s.linked AND s.counted)`,
  );
  return rows[0]?.seq ?? null;
}

async function append(db: Transaction, chain: string, userId: string | null, entry: NewEntry): Promise<void> {
  await db.auditEvent.create({
    data: { chain, userId, action: entry.action, subject: entry.subject ?? null, detail: { ...entry.detail } },
    select: { id: true },
  });
}
