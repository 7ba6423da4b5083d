import { query } from "./database";

/** Throws `database-unavailable` when the database does not answer or is not migrated. */
export async function checkDatabase(): Promise<void> {
  await query((db) => db.migrationMark.count());
}
