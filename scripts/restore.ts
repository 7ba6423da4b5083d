import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { say } from "./start/say.mjs";
import { runCommand, withDatabase } from "./start/with-database";

/** `npm run restore -- FILE [--replace]`: into the embedded database, running or not, or onto a server. */
runCommand(async () => {
  const { values, positionals } = parseArgs({ options: { replace: { type: "boolean" } }, allowPositionals: true });
  const [file] = positionals;
  if (file === undefined) throw new Error("Which file? npm run restore -- FILE [--replace]");
  if (!existsSync(file)) throw new Error(`${file} does not exist.`);
  const { restoreBackup } = await import("./backup/restore-backup");
  const rows = await withDatabase(async (databaseUrl) => {
    const restored = await restoreBackup(databaseUrl, file, { replace: values.replace === true });
    const { applyMigrations } = await import("@/prisma/apply-migrations");
    await applyMigrations(databaseUrl);
    const { recordByOperator } = await import("./start/operator-record");
    // In the trail that the backup brought: the one before it went with the data.
    await recordByOperator("data.restore", { rows: restored, replaced: values.replace === true });
    return restored;
  });
  say(`Restored ${rows} rows from ${file}. Everyone has to sign in again.`);
});
