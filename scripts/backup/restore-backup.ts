import { createHash } from "node:crypto";
import { createReadStream, readFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { Client } from "pg";
import { migrationNames, MIGRATIONS } from "../../prisma/migration-engine";
import { BackupEnd, BackupHeader, BackupRow, BackupVersions } from "./backup-file";

/**
 * Puts a backup in the place of everything that a database holds, in one transaction: until it is complete, the old data
 * stands. Refuses a file that is damaged or of a newer version, and reviews that somebody made unless `replace` is set.
 * Returns the number of rows.
 */
export async function restoreBackup(databaseUrl: string, file: string, options: { replace: boolean }): Promise<number> {
  const header = await checkFile(file);
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("BEGIN");
    if (!options.replace) await refuseToReplace(client);
    await client.query("DROP SCHEMA public CASCADE");
    await client.query("CREATE SCHEMA public");
    await makeTables(client, header);
    const rows = await putBack(client, file);
    await refuseIncomplete(client, header);
    await client.query("COMMIT");
    return rows;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

/** Reads the whole file once before anything is touched. */
async function checkFile(file: string): Promise<BackupHeader> {
  const hash = createHash("sha256");
  let header: BackupHeader | undefined;
  let last = "";
  for await (const line of linesOf(file)) {
    if (header === undefined) header = parseHeader(line);
    else hash.update(`${last}\n`);
    last = line;
  }
  const end = BackupEnd.safeParse(asJson(last));
  if (header === undefined || !end.success || end.data.sha256 !== hash.digest("hex"))
    throw new Error("This backup is damaged or not complete. Nothing was changed.");
  return header;
}

function parseHeader(line: string): BackupHeader {
  const read = asJson(line);
  // A newer version may have tables that this one does not know: that it is newer is said first.
  const versions = BackupVersions.safeParse(read);
  if (versions.success) refuseNewer(versions.data);
  const header = BackupHeader.safeParse(read);
  if (!header.success) throw new Error("This file is not a backup of CrampCheck. Nothing was changed.");
  return header.data;
}

function refuseNewer(header: BackupVersions): void {
  const known = new Set(migrationNames());
  const unknown = header.migrations.filter(({ name }) => !known.has(name));
  if (unknown.length > 0)
    throw new Error(
      `This backup was made by a newer version (it has ${unknown.map(({ name }) => name).join(", ")}). Nothing was changed.`,
    );
}

async function refuseToReplace(client: Client): Promise<void> {
  const { rows: tables } = await client.query<{ found: boolean }>(
    `SELECT to_regclass('"Review"') IS NOT NULL AS found`,
  );
  if (tables[0]?.found !== true) return;
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM "Review" WHERE NOT "isExample"`,
  );
  const count = rows[0]?.count ?? 0;
  if (count > 0)
    throw new Error(
      `The database holds ${count === 1 ? "1 review" : `${count} reviews`}. Make a backup of it first, then restore with --replace. Nothing was changed.`,
    );
}

/** The schema as it was when the backup was made; later migrations are applied afterwards, to the data too. */
async function makeTables(client: Client, header: BackupHeader): Promise<void> {
  await client.query(`CREATE TABLE _prisma_migrations (id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ, migration_name VARCHAR(255) NOT NULL,
    logs TEXT, rolled_back_at TIMESTAMPTZ, started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`);
  for (const { name, checksum } of header.migrations) {
    await client.query(readFileSync(path.join(MIGRATIONS, name, "migration.sql"), "utf8"));
    await client.query(
      "INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count) VALUES (gen_random_uuid()::text, $1, now(), $2, 1)",
      [checksum, name],
    );
  }
}

const BATCH = 100;

/** Decisions of signed reviews come after their reviews, so the rule that keeps them is off until the transaction's end. */
async function putBack(client: Client, file: string): Promise<number> {
  await client.query('ALTER TABLE "Decision" DISABLE TRIGGER "Decision_keep_signed"');
  let count = 0;
  let table = "";
  let batch: string[] = [];
  const flush = async () => {
    if (batch.length > 0)
      await client.query(
        `INSERT INTO "${table}" SELECT (record).* FROM unnest($1::text[]) AS line, LATERAL (SELECT line::"${table}" AS record OFFSET 0) AS one`,
        [batch],
      );
    count += batch.length;
    batch = [];
  };
  for await (const line of linesOf(file)) {
    const parsed = BackupRow.safeParse(asJson(line));
    if (!parsed.success) continue; // header and end
    if (parsed.data.table !== table || batch.length >= BATCH) await flush();
    table = parsed.data.table;
    batch.push(parsed.data.row);
  }
  await flush();
  await client.query('ALTER TABLE "Decision" ENABLE TRIGGER "Decision_keep_signed"');
  // What was signed in at the time of the backup is not signed in now.
  await client.query(`UPDATE "Session" SET "endedAt" = now(), "endReason" = 'restored' WHERE "endedAt" IS NULL`);
  return count;
}

async function refuseIncomplete(client: Client, header: BackupHeader): Promise<void> {
  for (const { table, rows } of header.tables) {
    const found = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM "${table}"`);
    if (found.rows[0]?.count !== rows)
      throw new Error(
        `The backup holds ${rows} rows of ${table}, ${found.rows[0]?.count ?? 0} could be restored. Nothing was changed.`,
      );
  }
}

function linesOf(file: string): AsyncIterable<string> {
  return createInterface({ input: createReadStream(file, "utf8"), crlfDelay: Infinity });
}

function asJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
