import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { say } from "./start/say.mjs";
import { runCommand, withDatabase } from "./start/with-database";

const HELP = `npm run audit -- verify [--against FILE]   recomputes every chain and names the first event that does not fit; with FILE
                                         also what was rewritten since those anchors were made
npm run audit -- anchor FILE              adds the end of every chain to FILE: keep it where the database's owner cannot
                                         reach it, or set AUDIT_KEY (32 characters or more) and it may lie anywhere
npm run audit -- export FILE              writes every event as JSON lines`;

runCommand(async () => {
  const [command, first, second, ...rest] = process.argv.slice(2);
  if (command === undefined || command === "--help" || command === "-h") return say(HELP);
  if (rest.length === 0) {
    if (command === "verify" && first === undefined) return withDatabase(() => verify(null));
    if (command === "verify" && first === "--against" && second !== undefined)
      return withDatabase(() => verify(second));
    if (command === "anchor" && first !== undefined && second === undefined) return withDatabase(() => anchor(first));
    if (command === "export" && first !== undefined && second === undefined)
      return withDatabase(() => exportAll(first));
  }
  throw new Error(`“${process.argv.slice(2).join(" ")}” is not a command.\n\n${HELP}`);
});

/** The key of the anchors, or null where none is set. */
function auditKey(): string | null {
  const key = process.env.AUDIT_KEY ?? "";
  if (key !== "" && key.length < 32) throw new Error("AUDIT_KEY must have at least 32 characters.");
  return key === "" ? null : key;
}

/** Ends with an error, and so with exit code 1, where a chain is broken: for a nightly job. */
async function verify(anchorFile: string | null): Promise<void> {
  const { verifyAudit } = await import("./audit/verify-audit");
  const { brokenAnchors, readAnchors } = await import("./audit/anchor");
  const { recordByOperator } = await import("./start/operator-record");
  const anchors = anchorFile === null ? [] : readAnchors(readFileSync(anchorFile, "utf8"), auditKey());
  const { lines, broken } = await verifyAudit();
  const rewritten = await brokenAnchors(anchors);
  for (const line of [...lines, ...rewritten.map((one) => `${one} (by its anchor)`)]) say(line);
  if (anchors.length > 0 && rewritten.length === 0) say(`All ${anchors.length} anchors hold.`);
  const problems = broken + rewritten.length;
  await recordByOperator("audit.verify", { chains: lines.length, broken: problems });
  if (problems > 0)
    throw new Error(
      "The audit trail was changed. Keep the database as it is, compare it with the last backup, and see docs/operations.md.",
    );
}

async function anchor(file: string): Promise<void> {
  const { anchorsNow } = await import("./audit/anchor");
  const anchors = await anchorsNow(auditKey());
  appendFileSync(file, anchors.map((one) => `${JSON.stringify(one)}\n`).join(""), { mode: 0o600 });
  say(`Added ${anchors.length} anchors to ${file}.`);
}

async function exportAll(file: string): Promise<void> {
  if (existsSync(file)) throw new Error(`${file} is there already. Choose another name.`);
  const { auditLines } = await import("./audit/export-audit");
  const { auditChains } = await import("@/lib/store/audit");
  const { recordByOperator } = await import("./start/operator-record");
  await recordByOperator("audit.export");
  writeFileSync(file, "", { mode: 0o600 });
  let count = 0;
  for await (const line of auditLines((await auditChains()).map(({ chain }) => chain))) {
    appendFileSync(file, `${line}\n`);
    count += 1;
  }
  say(`Wrote ${count} events to ${file}.`);
}
