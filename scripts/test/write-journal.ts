import { appendFileSync } from "node:fs";
import type { JournalEvent } from "./journal";

/**
 * Writes one event down, at once: a process that hangs a moment later has still said so. Without JOURNAL_FILE, as when
 * somebody runs vitest or Playwright by hand, it does nothing.
 */
export function writeJournal(event: JournalEvent): void {
  const file = process.env.JOURNAL_FILE;
  if (file !== undefined && file !== "") appendFileSync(file, `${JSON.stringify(event)}\n`);
}
