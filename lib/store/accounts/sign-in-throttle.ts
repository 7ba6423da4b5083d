import { query } from "@/lib/store/database";
import { ACROSS } from "@/lib/store/scoped-pool";
import { sha256 } from "@/lib/store/digest";

/**
 * Who is slowed down, and for how long. A guesser at one address gets five tries at an account in 15 minutes; the owner, who comes
 * from elsewhere, is not in that count. Many addresses that try one account together, and one address that tries many accounts,
 * are slowed for minutes, never locked. A browser that signed in to the account before has a count of its own and is not held
 * up by any of these, so that nobody can keep its owner, or a building behind one address, out.
 */
export const LIMITS = {
  pair: { tries: 5, minutes: 15 },
  device: { tries: 5, minutes: 15 },
  account: { tries: 50, minutes: 5 },
  address: { tries: 30, minutes: 1 },
} as const;
export const PAUSE_MINUTES = LIMITS.pair.minutes;
const WINDOW_MINUTES = 15;

/** `counted`: which attempt of its kind this was, for what need not be recorded each time. */
export type Attempt =
  { allowed: true; triesLeft: number; counted: number } | { allowed: false; retryAt: Date; counted: number };

/** Where an attempt comes from. `device`: the browser, where it signed in to this very account before. */
export type AttemptFrom = { address: string; device?: string | null };

/**
 * Counts an attempt before the password is looked at, in one statement each, so that attempts made at the same time through
 * several processes cannot slip by. An address that has no account is counted the same.
 */
export async function beginAttempt(email: string, from: AttemptFrom, now: Date = new Date()): Promise<Attempt> {
  if (from.device != null) return count(deviceKey(email, from.device), LIMITS.device, now);
  const attempts = [
    await count(pairKey(email, from.address), LIMITS.pair, now),
    await count(accountKey(email), LIMITS.account, now),
    await count(addressKey(from.address), LIMITS.address, now),
  ];
  const counted = Math.max(...attempts.map((attempt) => attempt.counted));
  const refused = attempts.filter((attempt) => !attempt.allowed);
  const last = refused.sort((a, b) => b.retryAt.getTime() - a.retryAt.getTime())[0];
  if (last !== undefined) return { ...last, counted };
  const left = attempts.map((attempt) => (attempt.allowed ? attempt.triesLeft : 0));
  return { allowed: true, triesLeft: Math.min(...left), counted };
}

/** Counts what nobody's account is the object of; returns which one this is in its quarter of an hour. */
export async function countNobody(now: Date = new Date()): Promise<number> {
  return (await count("nobody", { tries: Number.MAX_SAFE_INTEGER, minutes: WINDOW_MINUTES }, now)).counted;
}

/** The password was right: who tried starts from nothing, and what is shared gets this one attempt back. */
export async function attemptSucceeded(email: string, from: AttemptFrom): Promise<void> {
  const own = from.device == null ? pairKey(email, from.address) : deviceKey(email, from.device);
  await query(ACROSS, async (db) => {
    await db.signInThrottle.deleteMany({ where: { key: own } });
    if (from.device != null) return;
    await db.signInThrottle.updateMany({
      where: { key: { in: [accountKey(email), addressKey(from.address)] }, failures: { gt: 0 }, blockedUntil: null },
      data: { failures: { decrement: 1 } },
    });
  });
}

/** Lifts every pause of an account, when its password is reset. */
export async function forgetAttempts(email: string): Promise<void> {
  const hash = emailHash(email);
  const keys = [accountKey(email), `pair:${hash}:`, `device:${hash}:`];
  await query(ACROSS, (db) =>
    db.signInThrottle.deleteMany({ where: { OR: keys.map((key) => ({ key: { startsWith: key } })) } }),
  );
}

/** Forgets counts that no longer count: their 15 minutes are over, and so is any pause. */
export async function removeOldAttempts(now: Date = new Date()): Promise<void> {
  const windowEnd = new Date(now.getTime() - WINDOW_MINUTES * 60_000);
  await query(ACROSS, (db) =>
    db.signInThrottle.deleteMany({
      where: { windowStart: { lte: windowEnd }, OR: [{ blockedUntil: null }, { blockedUntil: { lte: now } }] },
    }),
  );
}

type Counted = { failures: number; blockedUntil: Date | null };

async function count(key: string, { tries, minutes }: { tries: number; minutes: number }, now: Date): Promise<Attempt> {
  const windowEnd = new Date(now.getTime() - WINDOW_MINUTES * 60_000);
  const pauseEnd = new Date(now.getTime() + minutes * 60_000);
  const rows = await query(
    ACROSS,
    (db) => db.$queryRaw<Counted[]>`
    INSERT INTO "SignInThrottle" AS t ("key", "failures", "windowStart") VALUES (${key}, 1, ${now})
    ON CONFLICT ("key") DO UPDATE SET
      "failures" = CASE WHEN t."windowStart" <= ${windowEnd} AND COALESCE(t."blockedUntil", ${now}) <= ${now} OR t."blockedUntil" <= ${now} THEN 1 ELSE LEAST(t."failures" + 1, 1000000) END,
      "windowStart" = CASE WHEN t."windowStart" <= ${windowEnd} AND COALESCE(t."blockedUntil", ${now}) <= ${now} OR t."blockedUntil" <= ${now} THEN ${now} ELSE t."windowStart" END,
      "blockedUntil" = CASE
        WHEN t."blockedUntil" > ${now} THEN t."blockedUntil"
        WHEN t."blockedUntil" IS NULL AND t."windowStart" > ${windowEnd} AND t."failures" + 1 >= ${Math.min(tries, 2_000_000)} THEN ${pauseEnd}
        ELSE NULL END
    RETURNING "failures", "blockedUntil"`,
  );
  const row = rows[0] ?? { failures: 1, blockedUntil: null };
  // The attempt that uses up the last try is itself still looked at; those after it are not.
  const counted = row.failures;
  if (row.blockedUntil !== null && counted > tries) return { allowed: false, retryAt: row.blockedUntil, counted };
  return { allowed: true, triesLeft: Math.max(0, tries - counted), counted };
}

function emailHash(email: string): string {
  return sha256(email.trim().toLowerCase());
}

function accountKey(email: string): string {
  return `account:${emailHash(email)}`;
}

function pairKey(email: string, address: string): string {
  return `pair:${emailHash(email)}:${sha256(address)}`;
}

function deviceKey(email: string, device: string): string {
  return `device:${emailHash(email)}:${sha256(device)}`;
}

function addressKey(address: string): string {
  return `address:${sha256(address)}`;
}
