import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect: unknown = runInNewContext("gc");

/** Empties the heap of what nobody holds, so that what stays can be weighed. */
export function collectGarbage(): void {
  if (typeof collect === "function") collect();
}

const WINDOWS = 5;

/** How often a task runs in a second: after a warm-up, the best of five windows, because the machine is shared. */
export function perSecond(items: readonly string[], task: (item: string) => void, milliseconds = 1500): number {
  for (const item of items.slice(0, 200)) task(item);
  return Math.max(...Array.from({ length: WINDOWS }, () => rate(items, task, milliseconds / WINDOWS)));
}

function rate(items: readonly string[], task: (item: string) => void, milliseconds: number): number {
  const start = performance.now();
  let done = 0;
  while (performance.now() - start < milliseconds) {
    for (const item of items) {
      task(item);
      done += 1;
      if ((done & 7) === 0 && performance.now() - start >= milliseconds) break;
    }
  }
  return done / ((performance.now() - start) / 1000);
}

/** What a step takes on the clock and of the processor, and what it leaves on the heap and beside it (MB). */
export function timed<T>(step: () => T): { value: T; milliseconds: number; cpu: number; megabytes: number } {
  collectGarbage();
  const before = memory();
  const cpu = process.cpuUsage();
  const start = performance.now();
  const value = step();
  const milliseconds = performance.now() - start;
  const used = process.cpuUsage(cpu);
  collectGarbage();
  return { value, milliseconds, cpu: (used.user + used.system) / 1000, megabytes: (memory() - before) / 1e6 };
}

function memory(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Median of the time of single calls in milliseconds, after as many calls to warm up: of several groups the quietest, because the machine is shared. */
export function medianMs(run: () => unknown, rounds: number, groups = 5): number {
  for (let at = 0; at < rounds; at += 1) run();
  const medians = Array.from({ length: groups }, () => {
    const times = Array.from({ length: Math.ceil(rounds / groups) }, () => {
      const start = performance.now();
      run();
      return performance.now() - start;
    });
    return median(times);
  });
  return Math.min(...medians);
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** A table for the terminal and for docs: Markdown with right-aligned figures. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((cell, column) => Math.max(cell.length, ...rows.map((row) => (row[column] ?? "").length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(" | ")} |`;
  return [
    line(header),
    `|${widths.map((width, column) => (column === 0 ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|`,
    ...rows.map(line),
  ].join("\n");
}
