import { readFileSync } from "node:fs";

/**
 * Calls `gone` when the npm that started this process disappears without a word (kill -9). Only under npm: a launcher that was
 * put into the background by hand outlives its shell on purpose.
 */
export function watchNpm(gone: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const grandparent = isShell(parent) ? parentOf(parent) : null; // some shells stay between npm and its script
  const timer = setInterval(() => {
    if (process.ppid === parent && (grandparent === null || parentOf(parent) === grandparent)) return;
    clearInterval(timer);
    gone();
  }, 200);
  timer.unref();
}

function isShell(pid: number): boolean {
  return /^(sh|dash|bash|busybox|ash|zsh)$/.test(read(`/proc/${pid}/comm`).trim());
}

function parentOf(pid: number): number | null {
  const parent = Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1]);
  return Number.isInteger(parent) && parent > 1 ? parent : null;
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
