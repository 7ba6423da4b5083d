import { existsSync } from "node:fs";
import { startAppServer, type AppServer } from "./app-server";
import { requireFreePort } from "./free-port";
import { openDatabase, type OpenDatabase } from "./open-database";
import { ownSecret } from "./own-secret";
import { prepareBuild, registerServer } from "./prepare-build";
import { prepareClient } from "./prepare-client";
import { say } from "./say.mjs";
import { launchSettings, type LaunchSettings } from "./settings";
import { watchNpm } from "./watch-npm";

/** Brings CrampCheck up step by step and keeps it up until it is told to stop. */
export async function launch({ dev }: { dev: boolean }): Promise<void> {
  process.noDeprecation = true; // pg's remark about how Prisma calls it helps nobody here
  const settings = launchSettings(process.env);
  const stopping = new ShutdownHooks();
  await requireFreePort(settings.host, settings.port);
  await prepareClient();
  const database = await openDatabase(settings);
  stopping.onStop(() => database.close());
  process.env.DATABASE_URL = database.url;
  await migrate(database);
  if (!dev) await prepareBuild();
  const { howToSignIn } = await import("./how-to-sign-in");
  const signInHint = await howToSignIn(database.kind, settings.dataDirectory); // last, so that nothing comes between a new password and its being shown
  await requireFreePort(settings.host, settings.port);
  const server = await serve(settings, database, dev, stopping);
  stopping.onStop(() => server.stop());
  say(`\nCrampCheck is running at ${settings.publicUrl}\n${signInHint}\nStop it with Ctrl-C.`);
  warnOfPlainHttp(settings);
  const code = await server.exited;
  if (!stopping.begun) {
    process.stderr.write("\nThe page server ended by itself.\n");
    await stopping.stop(code === 0 ? 1 : code);
  }
}

async function migrate(database: OpenDatabase): Promise<void> {
  const { applyMigrations } = await import("@/prisma/apply-migrations");
  const applied = await applyMigrations(database.url);
  if (applied.length > 0)
    say(`Prepared the database (${applied.length === 1 ? "1 migration" : `${applied.length} migrations`}).`);
  if (database.applicationUrl === database.url) return;
  const { grantToApplication } = await import("@/prisma/application-role");
  await grantToApplication(database.url, database.applicationUrl);
}

async function serve(
  settings: LaunchSettings,
  database: OpenDatabase,
  dev: boolean,
  stopping: ShutdownHooks,
): Promise<AppServer> {
  const unregister = dev || !existsSync(".next") ? () => undefined : registerServer();
  stopping.onStop(() => Promise.resolve(unregister()));
  const secret =
    database.kind === "embedded"
      ? (process.env.NEXTAUTH_SECRET ?? ownSecret(settings.dataDirectory))
      : process.env.NEXTAUTH_SECRET;
  return startAppServer({
    ...settings,
    dev,
    env: {
      DATABASE_URL: database.applicationUrl,
      // The pages never learn the owner's password.
      DATABASE_OWNER_URL: undefined,
      CRAMPCHECK_ROW_SECURITY: database.applicationUrl === database.url ? undefined : "on",
      NEXTAUTH_URL: settings.publicUrl,
      NEXTAUTH_SECRET: secret,
    },
  });
}

function warnOfPlainHttp(settings: LaunchSettings): void {
  const loopback = ["127.0.0.1", "localhost", "::1"].includes(settings.host);
  if (!loopback && !settings.publicUrl.startsWith("https://")) {
    say(
      "Warning: it listens beyond this machine without https. Put a proxy with https in front and set PUBLIC_URL (docs/operations.md).",
    );
  }
}

/** What to undo when the program ends, the latest first; every way of ending goes through here. */
class ShutdownHooks {
  begun = false;
  private readonly steps: (() => Promise<void>)[] = [];

  constructor() {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void this.stop(0));
    watchNpm(() => void this.stop(1));
  }

  onStop(step: () => Promise<void>): void {
    this.steps.push(step);
  }

  async stop(code: number): Promise<void> {
    if (this.begun) return;
    this.begun = true;
    if (code === 0) say("\nStopping …");
    const { disconnect } = await import("@/lib/store/database").catch(() => ({ disconnect: () => Promise.resolve() }));
    await disconnect().catch(() => undefined);
    for (const step of this.steps.reverse())
      await step().catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
    process.exit(code);
  }
}
