import { query } from "./database";
import { ACROSS } from "@/lib/store/scoped-pool";

/** Throws `database-unavailable` when the database does not answer or is not migrated. */
export async function checkDatabase(): Promise<void> {
  await query(ACROSS, (db) => db.migrationMark.count());
}
