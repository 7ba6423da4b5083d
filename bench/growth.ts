import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { inChild } from "./child";
import { table } from "./measure";

/** How the cost grows: with the lines of a list, and with the number of names (half of the table against all of it). */
export function growthTable(): string {
  const half = halfOfTheNames();
  try {
    const [all, some] = [inChild("growth-child.ts"), inChild("growth-child.ts", { CRAMPCHECK_ROOT: half })];
    const row = (label: string, unit: string, name: string): string[] => [
      label,
      (some[name] ?? 0).toFixed(0),
      (all[name] ?? 0).toFixed(0),
      `${((some[name] ?? 0) / (all[name] ?? 1)).toFixed(2)}${unit}`,
    ];
    const base = all["list 50"] ?? 1;
    return [
      table(
        ["names", "half the table", "whole table", "half is"],
        [
          ["name keys", String(some.names), String(all.names), ""],
          row("spelling lookups/s", " × as fast", "suggestions"),
          row("lines read/s", " × as fast", "lines"),
        ],
      ),
      table(
        ["lines in one list", "ms", "ms a line", "× of 50 lines"],
        [50, 100, 200, 400].map((count) => {
          const ms = all[`list ${count}`] ?? 0;
          return [String(count), ms.toFixed(1), (ms / count).toFixed(3), (ms / base).toFixed(2)];
        }),
      ),
    ].join("\n\n");
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
}

/** A copy of the data in a folder of its own, with every second name of the compiled table. */
function halfOfTheNames(): string {
  const root = mkdtempSync(path.join(tmpdir(), "crampcheck-half-"));
  const data = path.join("lib", "terminology", "data");
  // Words that are no name are looked up in the list of English words.
  const words = path.join("lib", "reading", "medications", "data");
  cpSync(path.join(process.cwd(), data), path.join(root, data), { recursive: true });
  cpSync(path.join(process.cwd(), words), path.join(root, words), { recursive: true });
  const [header = "", ...lines] = readFileSync(path.join(root, data, "drug-names.tsv"), "utf8").split("\n");
  let [before, count] = ["", 0];
  const kept = lines.filter((line) => {
    const key = line.slice(0, line.indexOf("\t"));
    if (key !== before) count += 1;
    before = key;
    return line === "" || count % 2 === 0;
  });
  writeFileSync(path.join(root, data, "drug-names.tsv"), [header, ...kept].join("\n"));
  return root;
}
