import { Journal, type JournalEvent } from "@/scripts/test/journal";

/** A journal of events a second apart, from second 1 on. */
export function madeJournal(...events: JournalEvent[]): Journal {
  const journal = new Journal();
  events.forEach((event, index) => journal.add(event, index + 1));
  return journal;
}

/** Tests "1" to `count` of one file. */
export function planned(file: string, count: number, from = 1): JournalEvent {
  const tests = Array.from({ length: count }, (_, index) => String(from + index));
  return { kind: "planned", tests: tests.map((id) => ({ id, name: `test ${id}`, file })) };
}

export function ended(id: string, status: "passed" | "failed" | "skipped", reason?: string): JournalEvent {
  return { kind: "ended", id, status, ...(reason === undefined ? {} : { reason }) };
}
