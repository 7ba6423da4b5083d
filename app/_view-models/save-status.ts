/** Whether what is on the page is on the server, in words. */
export type SaveStatus =
  | { kind: "untouched" }
  | { kind: "unsaved" }
  | { kind: "saving" }
  | { kind: "saved"; at: number }
  /** `serverFailed`: it was reached and could not save. */
  | { kind: "offline"; since: number; changes: number; serverFailed: boolean }
  | { kind: "refused"; message: string }
  | { kind: "conflict" }
  | { kind: "read-only"; words: string };

const SECONDS_IN_WORDS = 60;

/** The words for a status. `now` (null: no clock yet) and the instants are milliseconds; `time` gives the clock time of an instant. */
export function describeSaveStatus(status: SaveStatus, now: number | null, time: (instant: number) => string): string {
  switch (status.kind) {
    case "untouched":
      return "Nothing entered yet";
    case "unsaved":
      return "Not saved yet";
    case "saving":
      return "Saving…";
    case "saved": {
      if (now === null) return "Saved";
      const seconds = Math.max(0, Math.round((now - status.at) / 1000));
      return seconds < SECONDS_IN_WORDS ? `Saved ${seconds} s ago` : `Saved ${time(status.at)}`;
    }
    case "offline":
      return `${status.serverFailed ? "Not saved" : "Offline"} since ${time(status.since)}${status.serverFailed ? ": the server failed" : ""}. ${status.changes === 1 ? "1 change is" : `${status.changes} changes are`} kept in this tab. Do not close it.`;
    case "refused":
      return `Not saved: ${status.message}`;
    case "conflict":
      return "Not saved: somebody else changed this review.";
    case "read-only":
      return status.words;
  }
}
