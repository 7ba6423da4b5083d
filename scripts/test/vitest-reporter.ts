import path from "node:path";
import type { Reporter, TestCase, TestModule, TestSpecification } from "vitest/node";
import { writeJournal } from "./write-journal";

const LONGEST_REASON = 4_000;

/** Keeps the journal of a run of vitest; what only the worker can say in time is written by vitest-began.ts. */
export default class JournalReporter implements Reporter {
  onTestRunStart(specifications: readonly TestSpecification[]): void {
    writeJournal({ kind: "files", files: specifications.map(({ moduleId }) => relative(moduleId)) });
  }

  onTestCaseResult(test: TestCase): void {
    const result = test.result();
    if (result.state === "pending") return;
    const reason =
      result.state === "skipped"
        ? result.note
        : result.errors?.map(({ stack, message }) => stack ?? message).join("\n");
    writeJournal({
      kind: "ended",
      id: test.id,
      status: result.state,
      ...(reason === undefined ? {} : { reason: reason.slice(0, LONGEST_REASON) }),
    });
  }

  /** What the worker did not say: files without a test to run, and those that did not load. */
  onTestModuleEnd(module: TestModule): void {
    const file = relative(module.moduleId);
    const tests = [...module.children.allTests()];
    writeJournal({ kind: "planned", tests: tests.map(({ id, fullName }) => ({ id, name: fullName, file })) });
    writeJournal({ kind: "collected", file });
    for (const test of tests) this.onTestCaseResult(test);
    if (module.state() === "failed" && !tests.some((test) => test.result().state === "failed"))
      writeJournal({ kind: "trouble", where: `${file} (outside of its tests)` });
  }

  onTestRunEnd(_modules: readonly TestModule[], errors: readonly { message: string }[]): void {
    for (const { message } of errors) writeJournal({ kind: "trouble", where: message.slice(0, LONGEST_REASON) });
  }
}

function relative(file: string): string {
  return path.relative(process.cwd(), file);
}
