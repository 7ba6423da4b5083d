import { z } from "zod";
import { AUDIT_ACTIONS } from "@/lib/domain/audit-actions";
import { query, type Transaction } from "./database";
import { ACROSS } from "./scoped-pool";
import type { Actor, Scope } from "./scope";
import { withoutNul } from "./stored-text";

/** One of the closed set of things that are recorded. */
export const AuditAction = z.enum(AUDIT_ACTIONS);
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
  await query(scope, (db) => append(db, scope, entry));
}

/** Adds an event that no signed-in person did. */
export async function recordSystem(
  entry: NewEntry,
  organisationId: string = SYSTEM_CHAIN,
  userId: string | null = null,
): Promise<void> {
  await query({ organisationId }, (db) => append(db, { organisationId, userId }, entry));
}

/** What narrows the trail; every given part must hold. */
export type AuditFilter = {
  subject?: string | undefined;
  action?: AuditAction | undefined;
  userId?: string | undefined;
  /** From the first instant on, up to and without the second. */
  from?: Date | undefined;
  until?: Date | undefined;
  before?: number | undefined;
  limit?: number | undefined;
  /** Leaves out an action, such as the many openings. */
  without?: readonly AuditAction[] | undefined;
};

const MOST_EVENTS = 10_000;

/** The organisation's events, newest first. */
export async function listAudit(scope: Scope, options: AuditFilter = {}): Promise<AuditEntry[]> {
  const { subject, action, userId, from, until, before, limit = 100, without } = options;
  const rows = await query(scope, (db) =>
    db.auditEvent.findMany({
      where: {
        chain: scope.organisationId,
        ...(subject === undefined ? {} : { subject }),
        ...(userId === undefined ? {} : { userId }),
        ...(before === undefined ? {} : { seq: { lt: before } }),
        ...(from === undefined && until === undefined
          ? {}
          : { at: { ...(from === undefined ? {} : { gte: from }), ...(until === undefined ? {} : { lt: until }) } }),
        ...(action === undefined ? {} : { action }),
        ...(without === undefined ? {} : { AND: { action: { notIn: [...without] } } }),
      },
      orderBy: { seq: "desc" },
      take: Math.min(limit, MOST_EVENTS),
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
    { organisationId: chain },
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
  const [heads, chains] = await query(ACROSS, (db) =>
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
