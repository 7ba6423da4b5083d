import path from "node:path";
import { beforeEach, expect } from "vitest";
import type { RunnerTask } from "vitest";
import type { Named } from "./journal";
import { writeJournal } from "./write-journal";

/**
 * A setup file of every project: the worker itself writes down what it loads and begins. Vitest's own messages are
 * gathered for a moment before they are sent, and an endless loop would keep those that name it. The reporter's word on
 * a test comes later and stands.
 */
const file = path.relative(process.cwd(), expect.getState().testPath ?? "");
writeJournal({ kind: "loading", file });

const STATUS = { pass: "passed", fail: "failed" } as const;
let planned = false;

beforeEach(({ task, onTestFinished }) => {
  if (!planned) {
    planned = true;
    writeJournal({ kind: "planned", tests: testsOf(task.file.tasks) });
    writeJournal({ kind: "collected", file });
  }
  writeJournal({ kind: "began", id: task.id });
  onTestFinished(({ task: { id, result } }) => {
    if (result?.state === "pass" || result?.state === "fail")
      writeJournal({ kind: "ended", id, status: STATUS[result.state] });
  });
});

function testsOf(tasks: readonly RunnerTask[]): Named[] {
  const open = [...tasks];
  const found: Named[] = [];
  for (let task = open.shift(); task !== undefined; task = open.shift()) {
    if (task.type === "suite") open.unshift(...task.tasks);
    else found.push({ id: task.id, name: task.fullTestName, file });
  }
  return found;
}
