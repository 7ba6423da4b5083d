import { say } from "./start/say.mjs";
import { runCommand, withDatabase } from "./start/with-database";

const HELP = `npm run audit -- verify     recomputes every chain of the audit trail and names the first event that does not fit`;

runCommand(async () => {
  const [command, ...rest] = process.argv.slice(2);
  if (command === undefined || command === "--help" || command === "-h") return say(HELP);
  if (command !== "verify" || rest.length > 0)
    throw new Error(`“${[command, ...rest].join(" ")}” is not a command.\n\n${HELP}`);
  await withDatabase(verify);
});

/** Ends with an error, and so with exit code 1, where a chain is broken: for a nightly job. */
async function verify(): Promise<void> {
  const { verifyAudit } = await import("./audit/verify-audit");
  const { recordByOperator } = await import("./start/operator-record");
  const { lines, broken } = await verifyAudit();
  for (const line of lines) say(line);
  await recordByOperator("audit.verify", { chains: lines.length, broken });
  if (broken > 0)
    throw new Error(
      "The audit trail was changed. Keep the database as it is, compare it with the last backup, and see docs/operations.md.",
    );
}
