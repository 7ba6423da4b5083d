import path from "node:path";
import { pathToFileURL } from "node:url";

/** `NODE_OPTIONS` with the watchdog that ends a child with its parent; an absolute address, since children may change directory. */
export function withWatchdog(nodeOptions: string | undefined): string {
  return `${nodeOptions ?? ""} --import ${pathToFileURL(path.resolve("scripts/start/die-with-parent.mjs")).href}`.trim();
}
