import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

export type LockHolder = { pid: number; started: string; databasePort: number | null };

/**
 * Takes the data directory for this process, or throws a sentence that names who has it. A holder that is no longer alive
 * (kill -9, power cut) is succeeded at once.
 */
export function takeDataLock(directory: string): { publishPort: (port: number) => void; release: () => void } {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = lockFile(directory);
  const own: LockHolder = { pid: process.pid, started: startTime(process.pid) ?? "", databasePort: null };
  for (let attempt = 0; attempt < 10; attempt++) {
    if (place(file, own)) {
      return {
        publishPort: (databasePort) => replace(file, { ...own, databasePort }),
        release: () => {
          if (lockHolder(directory)?.pid === process.pid) rmSync(file, { force: true });
        },
      };
    }
    const holder = lockHolder(directory);
    if (holder !== null)
      throw new Error(
        `Another CrampCheck (process ${holder.pid}) is already using ${directory}. Stop it first, or set CRAMPCHECK_DATA to another directory.`,
      );
    setAside(file);
  }
  throw new Error(`The lock ${file} could not be taken. Is another CrampCheck starting at this moment?`);
}

/** Who holds the directory, if that process still lives. */
export function lockHolder(directory: string): LockHolder | null {
  const holder = readHolder(lockFile(directory));
  return holder !== null && isAlive(holder) ? holder : null;
}

function lockFile(directory: string): string {
  return path.join(directory, "lock");
}

/** All or nothing: the file appears with its content, and only if none was there. */
function place(file: string, holder: LockHolder): boolean {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

function replace(file: string, holder: LockHolder): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  renameSync(draft, file);
}

/** Moves a dead holder's lock out of the way; of two that try, one finds it gone. */
function setAside(file: string): void {
  const aside = `${file}.dead.${process.pid}`;
  try {
    renameSync(file, aside);
    const moved = readHolder(aside);
    if (moved !== null && isAlive(moved)) linkSync(aside, file); // a living one slipped in between: put it back
  } catch {
    // somebody else was faster
  } finally {
    rmSync(aside, { force: true });
  }
}

function readHolder(file: string): LockHolder | null {
  try {
    const read: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (typeof read !== "object" || read === null || !("pid" in read) || typeof read.pid !== "number") return null;
    const started = "started" in read && typeof read.started === "string" ? read.started : "";
    const databasePort = "databasePort" in read && typeof read.databasePort === "number" ? read.databasePort : null;
    return { pid: read.pid, started, databasePort };
  } catch {
    return null;
  }
}

/** A process with this id that was started at the same moment; ids are used again after a restart of the machine. */
function isAlive(holder: LockHolder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  const started = startTime(holder.pid);
  return started === null || holder.started === "" || started === holder.started;
}

/** When a process was started, in the kernel's ticks and with the boot's id; null where the system does not say. A zombie is no life. */
function startTime(pid: number): string | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    if (fields[0] === "Z" || fields[0] === "X") return "dead";
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}:${fields[19]}`;
  } catch {
    return null;
  }
}
