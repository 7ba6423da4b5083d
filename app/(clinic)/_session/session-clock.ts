/** Where a session stands: in use, about to end for want of use (or because its hours are over: `atItsLatest`), or over. */
export type SessionMoment =
  { kind: "open" } | { kind: "warning"; secondsLeft: number; atItsLatest: boolean } | { kind: "over" };

const WARNING_MS = 120_000;

/**
 * When a session ends, as the browser counts it: so long after the last use, and at the latest at a fixed time. All times are
 * milliseconds and given from outside; the server keeps its own count and has the last word.
 */
export class SessionClock {
  private lastUse: number;
  private readonly idleMs: number;
  private readonly latest: number;

  constructor(options: { now: number; idleMs: number; remainingMs: number }) {
    this.lastUse = options.now;
    this.idleMs = options.idleMs;
    this.latest = options.now + options.remainingMs;
  }

  /** Somebody used the page, here or in another tab. */
  use(at: number): void {
    this.lastUse = Math.max(this.lastUse, at);
  }

  at(now: number): SessionMoment {
    const idleEnd = this.lastUse + this.idleMs;
    const left = Math.min(idleEnd, this.latest) - now;
    if (left <= 0) return { kind: "over" };
    return left > WARNING_MS
      ? { kind: "open" }
      : { kind: "warning", secondsLeft: Math.ceil(left / 1000), atItsLatest: this.latest < idleEnd };
  }
}

/** What is said aloud while the last two minutes pass: at two minutes, at one and at twenty seconds, and not each second. */
export function spokenTimeLeft(secondsLeft: number): string {
  if (secondsLeft <= 20) return "You will be signed out in 20 seconds.";
  return secondsLeft <= 60 ? "You will be signed out in 1 minute." : "You will be signed out in 2 minutes.";
}

/** `2:00`, `0:07`. */
export function formatClock(secondsLeft: number): string {
  return `${Math.floor(secondsLeft / 60)}:${String(secondsLeft % 60).padStart(2, "0")}`;
}
