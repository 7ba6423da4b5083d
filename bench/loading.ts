import { quietest } from "./child";
import { table } from "./measure";

const PROCESSES = 7;

/** Loading everything in lib/terminology for the first time in a process. */
export function loadTable(): string {
  const figures = quietest("loading-child.ts", PROCESSES);
  const labels = [...new Set(Object.keys(figures).map((name) => name.split("|")[0] ?? ""))];
  const of = (label: string, unit: string): number => figures[`${label}|${unit}`] ?? 0;
  const sum = (unit: string): number => labels.reduce((total, label) => total + of(label, unit), 0);
  const rows = labels.map((label) => [
    label,
    of(label, "ms").toFixed(0),
    of(label, "cpu").toFixed(0),
    of(label, "MB").toFixed(1),
  ]);
  return table(
    [`first call in a process, quietest of ${PROCESSES}`, "ms", "processor ms, all threads", "MB"],
    [
      ...rows,
      ["all of lib/terminology", sum("ms").toFixed(0), sum("cpu").toFixed(0), sum("MB").toFixed(1)],
      ["promised", "300", "", "120"],
    ],
  );
}
