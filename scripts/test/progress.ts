import type { Journal } from "./journal";

const SHOWN = 3;

/** One line: how much is done, how long it has taken, about how long it will take, and what is running. */
export function progressLine(journal: Journal, seconds: number): string {
  const { done, all, unit, failed } = journal.progress();
  const running = journal.running(seconds);
  const names = running.slice(0, SHOWN).map(({ name, seconds: since }) => `${name} (${Math.round(since)} s)`);
  return [
    all === 0 ? "starting" : `${done} of ${all} ${unit}`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    `${duration(seconds)} so far`,
    ...(done > 0 && done < all ? [`about ${duration((seconds * (all - done)) / done)} to go`] : []),
    ...(names.length > 0
      ? [`running: ${names.join("; ")}${running.length > SHOWN ? `; ${running.length - SHOWN} more` : ""}`]
      : []),
  ].join(", ");
}

/** "45 s", "2 min 5 s". */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
