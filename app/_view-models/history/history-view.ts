import { displayInstant } from "@/lib/domain/display-date";
import type { AuditAction, AuditEntry } from "@/lib/store/audit";

/** One thing that was done to a review. */
export type HistoryLine = { key: number; when: string; what: string; who: string };

const WORDS: Readonly<Partial<Record<AuditAction, string>>> = {
  "review.create": "created",
  "review.save": "entry saved",
  "review.decide": "decision recorded",
  "review.undo-decision": "decision undone",
  "review.choose-labs": "tests chosen",
  "review.sign": "signed",
  "review.co-sign": "co-signed",
  "review.new-version": "opened as a new version",
  "review.start-follow-up": "opened as a follow-up",
  "review.follow-up": "follow-up planned or cleared",
  "review.archive": "archived",
  "review.unarchive": "taken out of the archive",
  "review.export": "exported",
};

/** What was done to a review, newest first; saves and decisions that follow each other by one person are told once, with how many. */
export function historyLines(
  entries: readonly AuditEntry[],
  nameOf: (userId: string | null) => string,
  timeZone: string,
): HistoryLine[] {
  const lines: (HistoryLine & { action: string; times: number })[] = [];
  for (const { seq, at, action, userId } of entries) {
    const words = wordsOf(action);
    if (words === null) continue;
    const who = nameOf(userId);
    const last = lines.at(-1);
    if (last !== undefined && last.action === action && last.who === who) last.times += 1;
    else lines.push({ key: seq, when: displayInstant(at, timeZone), what: words, who, action, times: 1 });
  }
  return lines.map(({ key, when, what, who, times }) => ({
    key,
    when,
    what: times === 1 ? what : `${what}, ${times} times`,
    who,
  }));
}

function wordsOf(action: string): string | null {
  return Object.entries(WORDS).find(([known]) => known === action)?.[1] ?? null;
}
