import { existsSync } from "node:fs";
import { say } from "./start/say.mjs";
import { runCommand, withDatabase } from "./start/with-database";

/** `npm run backup -- FILE`: works while CrampCheck runs and while it does not, embedded and on a server. */
runCommand(async () => {
  const file = process.argv[2];
  if (file === undefined || file.startsWith("-")) throw new Error("Where to? npm run backup -- FILE");
  if (existsSync(file))
    throw new Error(`${file} is there already. Choose another name; a backup is never overwritten.`);
  const { writeBackup } = await import("./backup/write-backup");
  const rows = await withDatabase(async (databaseUrl) => {
    const { recordByOperator } = await import("./start/operator-record");
    // Before it is written, so that one that stops half way is on record too; the backup holds its own event.
    await recordByOperator("data.backup");
    return writeBackup(databaseUrl, file);
  });
  say(`Wrote ${rows} rows to ${file}. It holds health data: keep it where only those who may read it can.`);
});
