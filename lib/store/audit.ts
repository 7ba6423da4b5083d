import { z } from "zod";
import { query, type Transaction } from "./database";
import type { Actor, Scope } from "./scope";
import { withoutNul } from "./stored-text";

/**
 * Everything that is recorded: what was done, by whom, from where. Never clinical content: no finding's id (it tells a
 * drug), no test, no drug, nothing that was entered.
 */
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
  "data.backup",
  "data.restore",
  "audit.verify",
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
  /** Where it came from, for what nobody signed in did; else it is that of the scope. */
  address?: string;
  detail?: Readonly<Record<string, string | number | boolean | null>>;
};

/** Events that belong to no organisation, such as a sign-in to an address that does not exist. */
export const SYSTEM_CHAIN = "system";

/** Adds an event inside a transaction, so that what was done and its trace are stored together. Call it last: it locks the chain. */
export async function recordIn(tx: Transaction, scope: Actor, entry: NewEntry): Promise<void> {
  await append(tx, scope, entry);
}

/** Adds an event of its own: a view, an export, a refused access. */
export async function record(scope: Scope, entry: NewEntry): Promise<void> {
  await query((db) => append(db, scope, entry));
}

/** Adds an event that no signed-in person did. */
export async function recordSystem(
  entry: NewEntry,
  organisationId: string = SYSTEM_CHAIN,
  userId: string | null = null,
): Promise<void> {
  await query((db) => append(db, { organisationId, userId }, entry));
}

/** The organisation's events, newest first; `without` leaves out an action, such as the many openings. */
export async function listAudit(
  scope: Scope,
  options: { subject?: string; before?: number; limit?: number; without?: readonly AuditAction[] } = {},
): Promise<AuditEntry[]> {
  const rows = await query((db) =>
    db.auditEvent.findMany({
      where: {
        chain: scope.organisationId,
        ...(options.subject === undefined ? {} : { subject: options.subject }),
        ...(options.before === undefined ? {} : { seq: { lt: options.before } }),
        ...(options.without === undefined ? {} : { action: { notIn: [...options.without] } }),
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

/** Longer than any address; more would be somebody's own header. */
const ADDRESS_LENGTH = 100;

async function append(db: Transaction, actor: Actor, entry: NewEntry): Promise<void> {
  const { action, subject = null, detail } = entry;
  const from = entry.address ?? actor.address;
  const address = from === undefined ? {} : { address: withoutNul(from).slice(0, ADDRESS_LENGTH) };
  await db.auditEvent.create({
    data: { chain: actor.organisationId, userId: actor.userId, action, subject, detail: { ...detail, ...address } },
    select: { id: true },
  });
}

/** Every chain there is, with its length. For the operator: across organisations. */
export async function auditChains(): Promise<{ chain: string; events: number }[]> {
  const [heads, chains] = await query((db) =>
    Promise.all([
      db.auditChain.findMany({ select: { chain: true, seq: true } }),
      db.auditEvent.groupBy({ by: ["chain"], _count: { _all: true } }),
    ]),
  );
  const counted = new Map(chains.map(({ chain, _count }) => [chain, _count._all]));
  // A chain whose events or whose end was taken away is still one to look at.
  const names = new Set([...heads.map(({ chain }) => chain), ...counted.keys()]);
  return [...names].sort().map((chain) => ({ chain, events: counted.get(chain) ?? 0 }));
}
