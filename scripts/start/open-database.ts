import path from "node:path";
import { Client } from "pg";
import { takeDataLock } from "./data-lock";
import { startEmbeddedDatabase } from "./embedded/embedded-database";
import { say } from "./say.mjs";

/** `url`: for migrations and the operator; `applicationUrl`: what the pages connect with, the same where there is one role. */
export type OpenDatabase = {
  url: string;
  applicationUrl: string;
  kind: "embedded" | "server";
  close: () => Promise<void>;
};

/** The server of DATABASE_URL, or the embedded database in the data directory, which this process then holds alone. */
export async function openDatabase(
  options: { databaseUrl: string | null; ownerUrl?: string | null; dataDirectory: string },
  tell: (line: string) => void = say,
): Promise<OpenDatabase> {
  if (options.databaseUrl !== null) {
    await requireAnswer(options.databaseUrl);
    const owner = options.ownerUrl ?? options.databaseUrl;
    if (owner !== options.databaseUrl) await requireAnswer(owner, "DATABASE_OWNER_URL");
    return { url: owner, applicationUrl: options.databaseUrl, kind: "server", close: () => Promise.resolve() };
  }
  const lock = takeDataLock(options.dataDirectory);
  try {
    tell("Starting the embedded PostgreSQL …");
    const database = await startEmbeddedDatabase(path.join(options.dataDirectory, "postgres"));
    lock.publishPort(database.port);
    const close = async () => {
      await database.stop();
      lock.release();
    };
    return { url: database.url, applicationUrl: database.url, kind: "embedded", close };
  } catch (error) {
    lock.release();
    throw new Error(
      `The embedded database in ${options.dataDirectory} did not start: ${error instanceof Error ? error.message : String(error)}\nRestore a backup into another directory (docs/operations.md), or set CRAMPCHECK_DATA to a new one.`,
    );
  }
}

/** Throws a sentence that names the server and never its password. */
async function requireAnswer(databaseUrl: string, variable = "DATABASE_URL"): Promise<void> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    await client.query("SELECT 1");
  } catch (error) {
    const reason =
      error instanceof Error
        ? ("code" in error && typeof error.code === "string" ? error.code : "") || error.message
        : String(error);
    throw new Error(
      `The database at ${serverName(databaseUrl)} cannot be reached (${reason}). Check ${variable} and that PostgreSQL is running.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

function serverName(databaseUrl: string): string {
  if (!URL.canParse(databaseUrl)) return "the address in DATABASE_URL";
  const { hostname, port, pathname } = new URL(databaseUrl);
  return `${hostname || "localhost"}:${port || "5432"}${pathname}`;
}
