import { randomUUID } from "node:crypto";
import { Client } from "pg";
import {
  migrationList,
  migrationNames,
  MIGRATIONS,
  NO_FILTER,
  openMigrationEngine,
  takeScriptError,
} from "./migration-engine";
import { withMigrationLock } from "./migration-lock";

/**
 * Brings a database up to the migrations of this checkout and returns the names of those it applied now. Safe to call
 * again, after a crash in the middle of a migration, and from several processes at once. It leaves Prisma's own
 * `_prisma_migrations` table, as `prisma migrate deploy` would.
 */
export async function applyMigrations(databaseUrl: string, directory: string = MIGRATIONS): Promise<string[]> {
  return withMigrationLock(databaseUrl, randomUUID(), async (client) => {
    const engine = await openMigrationEngine(databaseUrl);
    try {
      await refuseNewerDatabase(client, directory);
      await finishInterrupted(client);
      const { appliedMigrationNames } = await engine.applyMigrations({
        migrationsList: migrationList(directory),
        filters: NO_FILTER,
      });
      return appliedMigrationNames;
    } catch (error) {
      const cause = takeScriptError();
      throw cause instanceof Error ? new Error(`A migration could not be applied: ${cause.message}`, { cause }) : error;
    } finally {
      engine.free();
    }
  });
}

/** A database written by a newer CrampCheck is left alone: an old one could damage it. */
async function refuseNewerDatabase(client: Client, directory: string): Promise<void> {
  const known = new Set(migrationNames(directory));
  const unknown = (await appliedRows(client)).map((row) => row.migration_name).filter((name) => !known.has(name));
  if (unknown.length > 0)
    throw new Error(
      `The database is of a newer version (it has ${unknown.join(", ")}). Start that version, or restore a backup.`,
    );
}

/**
 * A script and the mark at its end are committed together, its row in `_prisma_migrations` is finished afterwards. So a
 * row left unfinished by a crash is either complete (the mark is there) or never happened (it is not).
 */
async function finishInterrupted(client: Client): Promise<void> {
  const open = (await appliedRows(client)).filter((row) => row.finished_at === null && row.rolled_back_at === null);
  if (open.length === 0) return;
  const marks = (await exists(client, '"MigrationMark"'))
    ? (await client.query<{ name: string }>('SELECT "name" FROM "MigrationMark"')).rows
    : [];
  const committed = new Set(marks.map((mark) => mark.name));
  for (const row of open) {
    const statement = committed.has(row.migration_name)
      ? "UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1, logs = NULL WHERE id = $1"
      : "UPDATE _prisma_migrations SET rolled_back_at = now() WHERE id = $1";
    await client.query(statement, [row.id]);
  }
}

type AppliedRow = { id: string; migration_name: string; finished_at: Date | null; rolled_back_at: Date | null };

async function appliedRows(client: Client): Promise<AppliedRow[]> {
  if (!(await exists(client, "_prisma_migrations"))) return [];
  return (
    await client.query<AppliedRow>("SELECT id, migration_name, finished_at, rolled_back_at FROM _prisma_migrations")
  ).rows;
}

async function exists(client: Client, table: string): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>("SELECT to_regclass($1) IS NOT NULL AS found", [table]);
  return rows[0]?.found === true;
}
