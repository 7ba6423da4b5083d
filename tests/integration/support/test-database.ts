import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll } from "vitest";
import { disconnect } from "@/lib/store/database";
import { applyMigrations } from "@/prisma/apply-migrations";
import { startEmbeddedDatabase } from "@/scripts/start/embedded/embedded-database";

export type TestDatabase = { url: string; kind: "embedded" | "server"; stop: () => Promise<void> };

/** An empty database of its own: on the server of TEST_DATABASE_URL where that is set, else embedded in this process. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  if (server === undefined || server === "") {
    const embedded = await startEmbeddedDatabase("memory");
    return { url: embedded.url, kind: "embedded", stop: embedded.stop };
  }
  const name = `crampcheck_test_${randomBytes(6).toString("hex")}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.toString(), kind: "server", stop: () => onServer(server, `DROP DATABASE ${name} WITH (FORCE)`) };
}

/** A migrated database for the tests of one file, with the store connected to it. */
export function databaseForTests(): { url: () => string; kind: () => TestDatabase["kind"] } {
  let database: TestDatabase | undefined;
  beforeAll(async () => {
    database = await emptyDatabase();
    await applyMigrations(database.url);
    process.env.DATABASE_URL = database.url;
  }, 600_000);
  afterAll(async () => {
    await disconnect();
    await database?.stop();
  }, 600_000);
  const started = () => {
    if (database === undefined) throw new Error("The test database is not started yet.");
    return database;
  };
  return { url: () => started().url, kind: () => started().kind };
}

/** Runs SQL past the store, as somebody with the database's own password could. */
export async function sql<Row extends Record<string, unknown>>(
  url: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  await sql(url, statement);
}
