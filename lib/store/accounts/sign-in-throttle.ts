import { query } from "@/lib/store/database";
import { ACROSS } from "@/lib/store/scoped-pool";
import { sha256 } from "@/lib/store/digest";

/** Five failures on one account, or thirty from one address, within 15 minutes: a pause of 15 minutes. */
export const ACCOUNT_TRIES = 5;
export const ADDRESS_TRIES = 30;
export const PAUSE_MINUTES = 15;

export type Attempt = { allowed: true; triesLeft: number } | { allowed: false; retryAt: Date };

/**
 * Counts an attempt before the password is looked at, in one statement each, so that attempts made at the same time through
 * several processes cannot slip by. An address that has no account is counted the same.
 */
export async function beginAttempt(email: string, address: string, now: Date = new Date()): Promise<Attempt> {
  const account = await count(accountKey(email), ACCOUNT_TRIES, now);
  const origin = await count(`address:${sha256(address)}`, ADDRESS_TRIES, now);
  const refused = [account, origin].filter((attempt) => !attempt.allowed);
  const last = refused.sort((a, b) => b.retryAt.getTime() - a.retryAt.getTime())[0];
  if (last !== undefined) return last;
  const left = [account, origin].map((attempt) => (attempt.allowed ? attempt.triesLeft : 0));
  return { allowed: true, triesLeft: Math.min(...left) };
}

/** The password was right: the account starts from nothing, and the address gets this one attempt back. */
export async function attemptSucceeded(email: string, address: string): Promise<void> {
  await query(ACROSS, async (db) => {
    await db.signInThrottle.deleteMany({ where: { key: accountKey(email) } });
    await db.signInThrottle.updateMany({
      where: { key: `address:${sha256(address)}`, failures: { gt: 0 }, blockedUntil: null },
      data: { failures: { decrement: 1 } },
    });
  });
}

/** Lifts the pause of an account, when its password is reset. */
export async function forgetAttempts(email: string): Promise<void> {
  await query(ACROSS, (db) => db.signInThrottle.deleteMany({ where: { key: accountKey(email) } }));
}

/** Forgets counts that no longer count: their 15 minutes are over, and so is any pause. */
export async function removeOldAttempts(now: Date = new Date()): Promise<void> {
  const windowEnd = new Date(now.getTime() - PAUSE_MINUTES * 60_000);
  await query(ACROSS, (db) =>
    db.signInThrottle.deleteMany({
      where: { windowStart: { lte: windowEnd }, OR: [{ blockedUntil: null }, { blockedUntil: { lte: now } }] },
    }),
  );
}

type Counted = { failures: number; blockedUntil: Date | null };

async function count(key: string, tries: number, now: Date): Promise<Attempt> {
  const windowEnd = new Date(now.getTime() - PAUSE_MINUTES * 60_000);
  const pauseEnd = new Date(now.getTime() + PAUSE_MINUTES * 60_000);
  const rows = await query(
    ACROSS,
    (db) => db.$queryRaw<Counted[]>`
    INSERT INTO "SignInThrottle" AS t ("key", "failures", "windowStart") VALUES (${key}, 1, ${now})
    ON CONFLICT ("key") DO UPDATE SET
      "failures" = CASE WHEN t."windowStart" <= ${windowEnd} AND COALESCE(t."blockedUntil", ${now}) <= ${now} OR t."blockedUntil" <= ${now} THEN 1 ELSE LEAST(t."failures" + 1, 1000000) END,
      "windowStart" = CASE WHEN t."windowStart" <= ${windowEnd} AND COALESCE(t."blockedUntil", ${now}) <= ${now} OR t."blockedUntil" <= ${now} THEN ${now} ELSE t."windowStart" END,
      "blockedUntil" = CASE
        WHEN t."blockedUntil" > ${now} THEN t."blockedUntil"
        WHEN t."blockedUntil" IS NULL AND t."windowStart" > ${windowEnd} AND t."failures" + 1 >= ${tries} THEN ${pauseEnd}
        ELSE NULL END
    RETURNING "failures", "blockedUntil"`,
  );
  const row = rows[0] ?? { failures: 1, blockedUntil: null };
  // The attempt that uses up the last try is itself still looked at; those after it are not.
  if (row.blockedUntil !== null && row.failures > tries) return { allowed: false, retryAt: row.blockedUntil };
  return { allowed: true, triesLeft: Math.max(0, tries - row.failures) };
}

function accountKey(email: string): string {
  return `account:${sha256(email.trim().toLowerCase())}`;
}
