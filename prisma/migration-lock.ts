import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";

const EXPIRES_SECONDS = 30;
const RENEW_MS = 5_000;
const GIVE_UP_MS = 120_000;

/**
 * Runs `work` while no other process migrates the same database. The lock is a row that expires, because an advisory lock
 * means nothing on the embedded database, where all connections share one session; a holder that was killed is
 * succeeded after half a minute at the latest.
 */
export async function withMigrationLock<T>(
  databaseUrl: string,
  holder: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  let renewal: NodeJS.Timeout | undefined;
  try {
    await createLockTable(client);
    await takeLock(client, holder);
    renewal = setInterval(() => void renew(client, holder), RENEW_MS);
    return await work(client);
  } finally {
    clearInterval(renewal);
    await client.query("DELETE FROM crampcheck_migration.lock WHERE holder = $1", [holder]).catch(() => undefined);
    await client.end();
  }
}

async function createLockTable(client: Client): Promise<void> {
  const statements = [
    "CREATE SCHEMA IF NOT EXISTS crampcheck_migration",
    "CREATE TABLE IF NOT EXISTS crampcheck_migration.lock (one boolean PRIMARY KEY DEFAULT true CHECK (one), holder text NOT NULL, expires timestamptz NOT NULL)",
  ];
  for (const statement of statements) await client.query(statement).catch(() => client.query(statement)); // two at once: the loser of the race finds it on the second try
}

async function takeLock(client: Client, holder: string): Promise<void> {
  for (let waited = 0; waited < GIVE_UP_MS; waited += 200) {
    const { rowCount } = await client.query(
      `INSERT INTO crampcheck_migration.lock (holder, expires) VALUES ($1, now() + make_interval(secs => ${EXPIRES_SECONDS}))
       ON CONFLICT (one) DO UPDATE SET holder = excluded.holder, expires = excluded.expires WHERE crampcheck_migration.lock.expires < now()`,
      [holder],
    );
    if (rowCount === 1) return;
    await wait(200);
  }
  throw new Error("Another process has been migrating this database for two minutes. Try again when it is done.");
}

async function renew(client: Client, holder: string): Promise<void> {
  await client
    .query(
      `UPDATE crampcheck_migration.lock SET expires = now() + make_interval(secs => ${EXPIRES_SECONDS}) WHERE holder = $1`,
      [holder],
    )
    .catch(() => undefined);
}
