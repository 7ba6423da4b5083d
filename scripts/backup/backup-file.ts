import { z } from "zod";

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
  tables: z.array(z.object({ table: z.string(), rows: z.number().int() })),
});
export type BackupHeader = z.infer<typeof BackupHeader>;

export const BackupRow = z.object({ table: z.string(), row: z.string() });
export const BackupEnd = z.object({ sha256: z.string() });

/** Parents before children. AuditChain is rebuilt from the events, MigrationMark by the migrations. */
export const TABLES = [
  { table: "Organisation", order: '"id"' },
  { table: "User", order: '"id"' },
  { table: "Session", order: '"id"' },
  { table: "SignInThrottle", order: '"key"' },
  // A version after the one that it replaces.
  { table: "Review", order: '"organisationId", "number"' },
  { table: "Decision", order: '"id"' },
  { table: "SignedReport", order: '"reviewId", "variant", "format"' },
  { table: "AuditEvent", order: '"chain", "seq"' },
] as const;
