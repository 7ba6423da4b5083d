/** How often a task runs in a second: after a warm-up, in rounds until the time is up. */
export function perSecond(items: readonly string[], task: (item: string) => void, milliseconds = 1500): number {
  for (const item of items.slice(0, 20)) task(item);
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

/** What a step takes and what it leaves on the heap (MB); exact only with `--expose-gc`. */
export function timed<T>(step: () => T): { value: T; milliseconds: number; megabytes: number } {
  globalThis.gc?.();
  const before = memory();
  const start = performance.now();
  const value = step();
  const milliseconds = performance.now() - start;
  globalThis.gc?.();
  return { value, milliseconds, megabytes: (memory() - before) / 1e6 };
}

function memory(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** A table for the terminal and for docs: Markdown with right-aligned figures. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((cell, column) => Math.max(cell.length, ...rows.map((row) => (row[column] ?? "").length)));
  const line = (cells: readonly string[]): string => `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(" | ")} |`;
  return [line(header), `|${widths.map((width, column) => (column === 0 ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|`, ...rows.map(line)].join("\n");
}
