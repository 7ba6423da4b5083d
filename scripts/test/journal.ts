import { z } from "zod";

/** A test as it is counted: `id` is the runner's own, `name` is for people, `file` is where it stands. */
const Named = z.object({ id: z.string(), name: z.string(), file: z.string() });
export type Named = z.infer<typeof Named>;

/**
 * What a reporter writes down, a line an event, so that a run which is cut off is counted as exactly as one that ends.
 * `files` and `collected` are for runners that know the tests of a file only once it is loaded.
 */
export const JournalEvent = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("files"), files: z.array(z.string()) }),
  z.object({ kind: z.literal("planned"), tests: z.array(Named) }),
  z.object({ kind: z.literal("loading"), file: z.string() }),
  z.object({ kind: z.literal("collected"), file: z.string() }),
  z.object({ kind: z.literal("began"), id: z.string() }),
  z.object({
    kind: z.literal("ended"),
    id: z.string(),
    status: z.enum(["passed", "failed", "skipped"]),
    reason: z.string().optional(),
  }),
  z.object({ kind: z.literal("trouble"), where: z.string() }),
]);
export type JournalEvent = z.infer<typeof JournalEvent>;

type Status = "passed" | "failed" | "skipped";

/** What is known of a run while it goes on; times are seconds of the clock of whoever reads it. */
export class Journal {
  private readonly planned = new Map<string, Named>();
  private readonly ended = new Map<string, { status: Status; reason?: string | undefined }>();
  private readonly begun = new Map<string, number>();
  private readonly loadingFiles = new Map<string, number>();
  private readonly openFiles = new Set<string>();
  private fileCount = 0;
  private lastEvent = 0;
  readonly troubles: string[] = [];

  add(event: JournalEvent, now: number): void {
    this.lastEvent = now;
    switch (event.kind) {
      case "files":
        this.fileCount += event.files.length;
        for (const file of event.files) this.openFiles.add(file);
        break;
      case "planned":
        for (const test of event.tests) this.planned.set(test.id, test);
        break;
      case "loading":
        this.loadingFiles.set(event.file, now);
        break;
      case "collected":
        this.loadingFiles.delete(event.file);
        this.openFiles.delete(event.file);
        break;
      case "began":
        if (!this.ended.has(event.id)) this.begun.set(event.id, now);
        break;
      case "ended":
        this.begun.delete(event.id);
        this.ended.set(event.id, { status: event.status, reason: event.reason });
        break;
      case "trouble":
        this.troubles.push(event.where);
        break;
    }
  }

  /** Tests by how they ended; a trouble outside of tests (a file that did not load) is one failure. */
  counts(): { passed: number; failed: number; skipped: number } {
    const all = [...this.ended.values()];
    const of = (status: Status) => all.filter((one) => one.status === status).length;
    return { passed: of("passed"), failed: of("failed") + this.troubles.length, skipped: of("skipped") };
  }

  /** `done` and `all` in tests where all are known, else in files. */
  progress(): { done: number; all: number; unit: "tests" | "files"; failed: number } {
    const { failed } = this.counts();
    if (this.openFiles.size === 0) return { done: this.ended.size, all: this.planned.size, unit: "tests", failed };
    return { done: this.finishedFiles(), all: this.fileCount, unit: "files", failed };
  }

  /** What has begun and not ended, the longest first. */
  running(now: number): { name: string; seconds: number }[] {
    const tests = [...this.begun].map(([id, since]) => ({ name: this.nameOf(id), seconds: now - since }));
    const files = [...this.loadingFiles].map(([file, since]) => ({ name: `${file} (loading)`, seconds: now - since }));
    return [...tests, ...files].sort((one, other) => other.seconds - one.seconds);
  }

  /** Seconds since anything was written down. */
  silence(now: number): number {
    return now - this.lastEvent;
  }

  failures(): Named[] {
    return this.tests((id) => this.ended.get(id)?.status === "failed");
  }

  /** With the reason that was given. */
  skipped(): string[] {
    return [...this.ended].flatMap(([id, { status, reason }]) =>
      status === "skipped" ? [`${this.nameOf(id)}${reason === undefined ? "" : `: ${reason}`}`] : [],
    );
  }

  ran(): Named[] {
    return this.tests((id) => this.ended.has(id));
  }

  /** Tests that were to run and did not end, those that were cut off in the middle included. */
  notRun(): Named[] {
    return this.tests((id) => !this.ended.has(id));
  }

  /** Files whose tests are not known, since they were not loaded. */
  filesNotLoaded(): string[] {
    return [...this.openFiles];
  }

  private tests(wanted: (id: string) => boolean): Named[] {
    return [...this.planned.values()].filter(({ id }) => wanted(id));
  }

  private finishedFiles(): number {
    const open = new Set([...this.openFiles, ...this.notRun().map(({ file }) => file)]);
    return this.fileCount - open.size;
  }

  private nameOf(id: string): string {
    const test = this.planned.get(id);
    return test === undefined ? id : `${test.file} › ${test.name}`;
  }
}

/** Lines of a journal; half a line at its end (the writer was killed) is left out. */
export function parseJournal(text: string): { events: JournalEvent[]; rest: string } {
  const lines = text.split("\n");
  const rest = lines.pop() ?? "";
  return { events: lines.filter((line) => line !== "").map((line) => JournalEvent.parse(JSON.parse(line))), rest };
}
