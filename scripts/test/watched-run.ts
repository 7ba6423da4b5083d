import { closeSync, openSync, readSync, rmSync, writeFileSync } from "node:fs";
import { StringDecoder } from "node:string_decoder";
import { say } from "../start/say.mjs";
import { Journal, parseJournal } from "./journal";
import { stopReason, type Limits } from "./limits";
import { progressLine } from "./progress";
import { interrupted, startProgram } from "./step";

const LOOK_MS = 250;

/** `cutOff`: why it was stopped before its end, else null. */
export type WatchedRun = { journal: Journal; code: number; cutOff: string | null };

export type WatchedProgram = {
  name: string;
  command: string;
  parameters: readonly string[];
  env?: Readonly<Record<string, string>>;
  journalFile: string;
};

/**
 * Runs a program whose reporter keeps a journal (JOURNAL_FILE): says how far it is, and stops it when a test makes no
 * progress. A run as a whole has no limit here: a slow machine is not a fault.
 */
export async function watchedRun(program: WatchedProgram, limits: Limits): Promise<WatchedRun> {
  writeFileSync(program.journalFile, "");
  const journal = new Journal();
  const reader = new JournalReader(program.journalFile);
  const started = performance.now();
  const now = () => (performance.now() - started) / 1_000;
  const child = startProgram(program.command, program.parameters, {
    ...program.env,
    JOURNAL_FILE: program.journalFile,
  });
  let cutOff: string | null = null;
  let told = 0;
  const look = setInterval(() => {
    reader.readInto(journal, now());
    cutOff ??= stopReason(journal, now(), limits);
    if (cutOff !== null) child.stop();
    if (now() - told < limits.tellSeconds) return;
    told = now();
    say(`   ${program.name}: ${progressLine(journal, now())}`);
  }, LOOK_MS);
  const code = await child.ended;
  clearInterval(look);
  reader.readInto(journal, now());
  reader.close();
  return { journal, code, cutOff: cutOff ?? interrupted() };
}

/** Reads on from where it was. */
class JournalReader {
  private readonly file: number;
  private readonly decoder = new StringDecoder("utf8");
  private rest = "";

  constructor(private readonly name: string) {
    this.file = openSync(name, "r");
  }

  readInto(journal: Journal, now: number): void {
    const buffer = Buffer.alloc(64 * 1024);
    for (let length = readSync(this.file, buffer); length > 0; length = readSync(this.file, buffer)) {
      const { events, rest } = parseJournal(this.rest + this.decoder.write(buffer.subarray(0, length)));
      this.rest = rest;
      for (const event of events) journal.add(event, now);
    }
  }

  close(): void {
    closeSync(this.file);
    rmSync(this.name, { force: true });
  }
}
