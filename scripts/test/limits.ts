import type { Journal } from "./journal";

/**
 * `testSeconds`: how long one test, or the loading of one file, may go on without an end. `tellSeconds`: how often it
 * says how far it is.
 */
export type Limits = { testSeconds: number; tellSeconds: number };

/**
 * Why a run has to be stopped, or null. Each runner has a limit for a test that waits; this one is for what its runner
 * cannot end, such as an endless loop, and names the test.
 */
export function stopReason(journal: Journal, now: number, { testSeconds }: Limits): string | null {
  const hung = journal.running(now).filter(({ seconds }) => seconds > testSeconds);
  if (hung.length > 0) return `no end after ${testSeconds} s of ${hung.map(({ name }) => name).join(" and of ")}`;
  return journal.silence(now) > testSeconds ? `no test began or ended for ${testSeconds} s` : null;
}
