import { createHash } from "node:crypto";
import { createWriteStream, fsyncSync, openSync, closeSync, renameSync, rmSync } from "node:fs";
import { finished } from "node:stream/promises";
import { Client } from "pg";
import { BackupHeader, TABLES } from "./backup-file";

/**
 * Writes all data, as it stands at one moment, to a file that only its owner can read. The file appears under its name when it
 * is complete. Returns the number of rows.
 */
export async function writeBackup(databaseUrl: string, file: string, now: Date = new Date()): Promise<number> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const draft = `${file}.unfinished`;
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const header = await readHeader(client, now);
    await writeLines(draft, lines(client, header));
    await client.query("COMMIT");
    sync(draft);
    renameSync(draft, file);
    return header.tables.reduce((sum, { rows }) => sum + rows, 0);
  } finally {
    rmSync(draft, { force: true });
    await client.end();
  }
}

async function readHeader(client: Client, now: Date): Promise<BackupHeader> {
  const { rows: migrations } = await client.query<{ name: string; checksum: string }>(
    "SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name",
  );
  const tables = [];
  for (const { table } of TABLES) {
    const { rows } = await client.query<{ rows: number }>(`SELECT count(*)::int AS rows FROM "${table}"`);
    tables.push({ table, rows: rows[0]?.rows ?? 0 });
  }
  return { format: "crampcheck-backup", formatVersion: 1, madeAt: now.toISOString(), migrations, tables };
}

/** A row goes as PostgreSQL's own text for a record: exact for every type, also for JSON that holds U+0000. */
async function* lines(client: Client, header: BackupHeader): AsyncGenerator<string> {
  yield JSON.stringify(header);
  for (const { table, order } of TABLES) {
    await client.query(
      `DECLARE backup_rows NO SCROLL CURSOR FOR SELECT t::text AS row FROM "${table}" t ORDER BY ${order}`,
    );
    for (let batch = await fetchBatch(client); batch.length > 0; batch = await fetchBatch(client)) {
      for (const { row } of batch) yield JSON.stringify({ table, row });
    }
    await client.query("CLOSE backup_rows");
  }
}

async function fetchBatch(client: Client): Promise<{ row: string }[]> {
  return (await client.query<{ row: string }>("FETCH 200 FROM backup_rows")).rows;
}

async function writeLines(file: string, source: AsyncGenerator<string>): Promise<void> {
  const hash = createHash("sha256");
  const out = createWriteStream(file, { mode: 0o600 });
  for await (const line of source) {
    hash.update(`${line}\n`);
    if (!out.write(`${line}\n`)) await new Promise<void>((resolve) => out.once("drain", resolve));
  }
  out.end(`${JSON.stringify({ sha256: hash.digest("hex") })}\n`);
  await finished(out);
}

function sync(file: string): void {
  const descriptor = openSync(file, "r+");
  fsyncSync(descriptor);
  closeSync(descriptor);
}
