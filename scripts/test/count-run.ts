import type { Journal, Named } from "./journal";
import type { Tally } from "./step";
import type { WatchedRun } from "./watched-run";

/** How many tests a file has that was never loaded; null where not even that can be found out. */
export type UnloadedFile = { file: string; tests: number | null };

const SHOWN_BY_NAME = 200;

/**
 * The count of a run and what is to be said about it. A test that was to run and did not is a failure of its own, so
 * that `N passed, M failed` always adds up to all tests.
 */
export function countRun(
  { journal, code, cutOff }: WatchedRun,
  unloaded: readonly UnloadedFile[],
): { tally: Tally; lines: string[] } {
  const { passed, failed } = journal.counts();
  const notRun = journal.notRun().length + sum(unloaded.map(({ tests }) => tests ?? 1));
  const all = failed + notRun;
  const endedBadly = cutOff !== null || code !== 0 || passed === 0;
  const tally = { passed, failed: all === 0 && endedBadly ? 1 : all };
  const skipped = journal.skipped().map((name) => `skipped: ${name}`);
  return {
    tally,
    lines: [
      ...skipped,
      ...(cutOff === null ? [] : [`CUT OFF: ${cutOff}.`]),
      ...(cutOff === null && notRun === 0 ? [] : account(journal, unloaded, notRun)),
    ],
  };
}

/** Which tests ran and which did not. */
function account(journal: Journal, unloaded: readonly UnloadedFile[], notRun: number): string[] {
  const { passed, failed, skipped } = journal.counts();
  const ran = journal.ran();
  const failures = journal.failures();
  const names = (tests: readonly Named[]) =>
    tests.length <= SHOWN_BY_NAME ? tests.map(({ file, name }) => `  ${file} › ${name}`) : byFile(tests);
  return [
    `${ran.length + notRun} tests were to run. ${ran.length} ran: ${passed} passed, ${failed} failed, ${skipped} skipped.`,
    `${notRun} did not run to their end; each counts as failed.`,
    ...(ran.length === 0 ? [] : ["ran:", ...byFile(ran)]),
    ...(failures.length === 0 ? [] : ["failed:", ...failures.map(({ file, name }) => `  ${file} › ${name}`)]),
    ...(journal.troubles.length === 0 ? [] : ["outside of tests:", ...journal.troubles.map((where) => `  ${where}`)]),
    ...(notRun === 0
      ? []
      : [
          "did not run to their end:",
          ...names(journal.notRun()),
          ...unloaded.map(
            ({ file, tests }) =>
              `  ${file}: ${tests === null ? "not loaded, counted once" : `all of its ${tests} tests`}`,
          ),
        ]),
  ];
}

function byFile(tests: readonly Named[]): string[] {
  const counts = new Map<string, number>();
  for (const { file } of tests) counts.set(file, (counts.get(file) ?? 0) + 1);
  return [...counts].map(([file, count]) => `  ${file}: ${count}`);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
