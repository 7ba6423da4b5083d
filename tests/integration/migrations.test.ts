import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { applyMigrations } from "@/prisma/apply-migrations";
import { migrationNames, MIGRATIONS, NO_FILTER, openMigrationEngine } from "@/prisma/migration-engine";
import { runTypeScript } from "./support/run-typescript";
import { emptyDatabase, sql, type TestDatabase } from "./support/test-database";

let database: TestDatabase;
let directory: string;
beforeEach(async () => {
  database = await emptyDatabase();
  directory = mkdtempSync(path.join(tmpdir(), "migrations-"));
}, 600_000);
afterEach(async () => {
  rmSync(directory, { recursive: true, force: true });
  await database.stop();
}, 600_000);

const all = migrationNames();
const last = all.at(-1) ?? "";
const finished = () =>
  sql<{ migration_name: string }>(
    database.url,
    "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name",
  );
const names = async () => (await finished()).map((row) => row.migration_name);

/** Everything of the schema that Prisma knows of, as text. */
const SHAPE = `
  SELECT 'column' AS kind, table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') AS what FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\\_prisma%'
  UNION ALL SELECT 'index', indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\\_prisma%'
  UNION ALL SELECT 'constraint', conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n' AND conrelid::regclass::text NOT LIKE '%prisma_migrations%'
  ORDER BY 1, 2`;

describe("migrations", () => {
  it("are applied once, however often they are called", async () => {
    expect(await applyMigrations(database.url)).toEqual(all);
    expect(await applyMigrations(database.url)).toEqual([]);
    expect(await names()).toEqual(all);
  });

  it("are applied once when several processes start together", async () => {
    const apply = () =>
      runTypeScript("tests/integration/support/apply-migrations-once.ts", { DATABASE_URL: database.url });
    const outputs = await Promise.all([apply(), apply(), apply()]);
    expect(outputs.flatMap((output) => JSON.parse(output) as string[]).sort()).toEqual([...all].sort());
    expect(await names()).toEqual(all);
  });

  it("make exactly the schema that the client is generated from", async () => {
    await applyMigrations(database.url);
    const migrated = await sql(database.url, SHAPE);
    const other = await emptyDatabase();
    try {
      const engine = await openMigrationEngine(other.url);
      const { stdout } = await engine.diff({
        from: { tag: "empty" },
        to: {
          tag: "schemaDatamodel",
          files: [{ path: "schema.prisma", content: readFileSync("prisma/schema.prisma", "utf8") }],
        },
        script: true,
        exitCode: null,
        filters: NO_FILTER,
      });
      engine.free();
      await sql(other.url, stdout ?? "");
      expect(migrated).toEqual(await sql(other.url, SHAPE));
    } finally {
      await other.stop();
    }
  });

  it("go on after a crash before the script was committed", async () => {
    await applyMigrations(database.url);
    await sql(database.url, "DROP SCHEMA public CASCADE");
    await sql(database.url, "CREATE SCHEMA public");
    await sql(
      database.url,
      `CREATE TABLE _prisma_migrations (id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`,
    );
    await sql(database.url, "INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('x', 'x', $1)", [
      all[0],
    ]);
    expect(await applyMigrations(database.url)).toEqual(all);
    expect(await names()).toEqual(all);
  });

  it("go on after a crash between the script and its row", async () => {
    await applyMigrations(database.url);
    await sql(
      database.url,
      "UPDATE _prisma_migrations SET finished_at = NULL, applied_steps_count = 0 WHERE migration_name = $1",
      [last],
    );
    expect(await applyMigrations(database.url)).toEqual([]);
    expect(await names()).toEqual(all);
  });

  it("leave nothing of a script that fails, say so, and go on when it is mended", async () => {
    cpSync(MIGRATIONS, directory, { recursive: true });
    const name = "20990101000000_next";
    mkdirSync(path.join(directory, name));
    const file = path.join(directory, name, "migration.sql");
    writeFileSync(file, 'CREATE TABLE "Half" (id int);\nSELECT 1/0;');
    await expect(applyMigrations(database.url, directory)).rejects.toThrow(/division by zero/);
    expect(await sql(database.url, `SELECT to_regclass('"Half"') AS half`)).toEqual([{ half: null }]);
    writeFileSync(file, `CREATE TABLE "Half" (id int);\nINSERT INTO "MigrationMark" ("name") VALUES ('${name}');`);
    expect(await applyMigrations(database.url, directory)).toEqual([name]);
  });

  it("leave a database of a newer version alone", async () => {
    await applyMigrations(database.url);
    await sql(
      database.url,
      "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('n', 'n', '20990101000000_next', now())",
    );
    await expect(applyMigrations(database.url)).rejects.toThrow(/newer version/);
  });

  it("end with their own mark, each of them", () => {
    for (const name of all) {
      const script = readFileSync(path.join(MIGRATIONS, name, "migration.sql"), "utf8").trim();
      expect(script.endsWith(`INSERT INTO "MigrationMark" ("name") VALUES ('${name}');`), name).toBe(true);
    }
  });

  it("succeed a holder of the lock that was killed", async () => {
    await sql(database.url, "CREATE SCHEMA crampcheck_migration");
    await sql(
      database.url,
      "CREATE TABLE crampcheck_migration.lock (one boolean PRIMARY KEY DEFAULT true CHECK (one), holder text NOT NULL, expires timestamptz NOT NULL)",
    );
    await sql(
      database.url,
      "INSERT INTO crampcheck_migration.lock (holder, expires) VALUES ('killed', now() - interval '1 second')",
    );
    expect(await applyMigrations(database.url)).toEqual(all);
  });
});
