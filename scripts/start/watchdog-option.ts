import path from "node:path";
import { pathToFileURL } from "node:url";

/** `NODE_OPTIONS` with the watchdog that ends a child with its parent, and without remarks on deprecations of libraries; an absolute address, since children may change directory. */
export function withWatchdog(nodeOptions: string | undefined): string {
  return `${nodeOptions ?? ""} --no-deprecation --import ${pathToFileURL(path.resolve("scripts/start/die-with-parent.mjs")).href}`.trim();
}
