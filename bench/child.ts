import { spawnSync } from "node:child_process";
import { z } from "zod";

const Figures = z.record(z.string(), z.number());
export type Figures = z.infer<typeof Figures>;

/** Runs a file of this folder in a process of its own, which prints its figures as JSON: what is loaded once can only be measured there. */
export function inChild(file: string, env: Readonly<Record<string, string>> = {}): Figures {
  const child = spawnSync(process.execPath, ["--import", "tsx", `bench/${file}`], {
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  if (child.status !== 0) throw new Error(`bench/${file} ended with ${child.status}:\n${child.stderr}`);
  return Figures.parse(JSON.parse(child.stdout.trim().split("\n").at(-1) ?? "{}"));
}

/** The smallest of each figure over several processes: what the work takes when nothing else has the processor. */
export function quietest(file: string, times: number): Figures {
  const runs = Array.from({ length: times }, () => inChild(file));
  return Object.fromEntries(
    Object.keys(runs[0] ?? {}).map((name) => [name, Math.min(...runs.map((run) => run[name] ?? Infinity))]),
  );
}
