import { z } from "zod";

/**
 * Parents before children. AuditChain is rebuilt from the events, MigrationMark by the migrations;
 * links that set a password do not outlive a restore.
 */
export const TABLES = [
  { table: "Organisation", order: '"id"' },
  { table: "User", order: '"id"' },
  { table: "Session", order: '"id"' },
  { table: "SignInThrottle", order: '"key"' },
  // A version after the one that it replaces.
  { table: "Review", order: '"organisationId", "number"' },
  { table: "Decision", order: '"id"' },
  { table: "SignedReport", order: '"reviewId", "variant", "format"' },
  { table: "CoSignature", order: '"reviewId", "byId"' },
  { table: "AuditEvent", order: '"chain", "seq"' },
] as const;
type TableName = (typeof TABLES)[number]["table"];

/** A table's name goes into SQL, where no parameter can stand: only one of these, whatever a file says. */
const KnownTable = z.custom<TableName>((name) => TABLES.some(({ table }) => table === name), "no table of CrampCheck");

/**
 * A backup is text: one JSON object a line. First the header, then each row of each table in an order in which they can be
 * put back, last the SHA-256 of everything before it, so that a file that was cut off or changed is noticed.
 */
export const BackupHeader = z.object({
  format: z.literal("crampcheck-backup"),
  formatVersion: z.literal(1),
  madeAt: z.string(),
  /** The migrations that the data belongs to, with their checksums. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  /** Rows a table, in order. */
  tables: z.array(z.object({ table: KnownTable, rows: z.number().int() })),
});
export type BackupHeader = z.infer<typeof BackupHeader>;

/** The part of a header that every version writes. */
export const BackupVersions = BackupHeader.pick({ format: true, migrations: true });
export type BackupVersions = z.infer<typeof BackupVersions>;

export const BackupRow = z.object({ table: KnownTable, row: z.string() });
export const BackupEnd = z.object({ sha256: z.string() });
