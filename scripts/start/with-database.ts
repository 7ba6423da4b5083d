import { z } from "zod";
import { launchSettings } from "./settings";
import { lockHolder } from "./data-lock";
import { openDatabase } from "./open-database";
import { prepareClient } from "./prepare-client";

/**
 * Runs an operator's command on the database that `npm start` uses: the server of DATABASE_URL; the embedded database of a
 * running CrampCheck, through its port; or, when none is running, that database opened for the time of the command.
 */
export async function withDatabase<T>(work: (databaseUrl: string) => Promise<T>): Promise<T> {
  process.noDeprecation = true;
  await prepareClient();
  const { dataDirectory, databaseUrl, ownerUrl } = launchSettings({
    ...process.env,
    NEXTAUTH_SECRET: "not needed here, so that any will do",
  });
  const running = databaseUrl === null ? lockHolder(dataDirectory) : null;
  if (running !== null && running.databasePort === null)
    throw new Error("CrampCheck is starting at this moment. Try again when it is up.");
  const database =
    running === null
      ? await openDatabase({ databaseUrl, ownerUrl, dataDirectory }, () => undefined)
      : {
          url: `postgresql://postgres@127.0.0.1:${running.databasePort}/postgres?sslmode=disable`,
          close: () => Promise.resolve(),
        };
  process.env.DATABASE_URL = database.url;
  const { disconnect } = await import("@/lib/store/database");
  try {
    if (running === null) {
      const { applyMigrations } = await import("@/prisma/apply-migrations");
      await applyMigrations(database.url);
    }
    return await work(database.url);
  } finally {
    await disconnect();
    await database.close();
  }
}

function sentence(error: unknown): string {
  if (error instanceof z.ZodError) return error.issues.map((issue) => issue.message).join("\n");
  return error instanceof Error ? error.message : String(error);
}

/** Runs a command's work and turns what it throws into one sentence and exit code 1. */
export function runCommand(work: () => Promise<void>): void {
  work().then(
    () => process.exit(0),
    (error: unknown) => {
      process.stderr.write(`${sentence(error)}\n`);
      if (process.env.DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`);
      process.exit(1);
    },
  );
}
