import path from "node:path";
import type { FullConfig, Reporter, Suite, TestCase, TestError, TestResult } from "@playwright/test/reporter";
import { writeJournal } from "./write-journal";

const LONGEST_REASON = 4_000;

/** Keeps the journal of a run of Playwright. A test that passes only on a second try has failed. */
export default class JournalReporter implements Reporter {
  onBegin(_config: FullConfig, suite: Suite): void {
    const tests = suite
      .allTests()
      .map((test) => ({ id: test.id, name: test.title, file: path.relative(process.cwd(), test.location.file) }));
    writeJournal({ kind: "planned", tests });
  }

  onTestBegin(test: TestCase): void {
    writeJournal({ kind: "began", id: test.id });
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const status = { expected: "passed", skipped: "skipped", unexpected: "failed", flaky: "failed" } as const;
    const reason =
      test.outcome() === "skipped"
        ? test.annotations.find(({ type }) => type === "skip")?.description
        : result.error?.stack;
    writeJournal({
      kind: "ended",
      id: test.id,
      status: status[test.outcome()],
      ...(reason === undefined ? {} : { reason: reason.slice(0, LONGEST_REASON) }),
    });
  }

  onError(error: TestError): void {
    writeJournal({ kind: "trouble", where: (error.message ?? String(error.value)).slice(0, LONGEST_REASON) });
  }

  /** The list of tests is printed by a reporter beside this one. */
  printsToStdio(): boolean {
    return false;
  }
}
