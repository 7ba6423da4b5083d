import { z } from "zod";
import type { Tally } from "./step";

const VitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string(), meta: z.unknown().optional() })),
    }),
  ),
});

export type Counted = Tally & { skipped: string[] };

/** Counts a report of vitest's JSON reporter; a file that did not even load is one failure. */
export function tallyVitest(report: unknown): Counted {
  const { testResults } = VitestReport.parse(report);
  const counted: Counted = { passed: 0, failed: 0, skipped: [] };
  for (const file of testResults) {
    if (file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed")) counted.failed += 1;
    for (const test of file.assertionResults) {
      if (test.status === "passed") counted.passed += 1;
      else if (test.status === "failed") counted.failed += 1;
      else counted.skipped.push(test.fullName);
    }
  }
  return counted;
}

type Suite = { suites?: Suite[] | undefined; specs?: Spec[] | undefined };
type Spec = { title: string; tests: { status: string; annotations?: { type: string; description?: string | undefined }[] | undefined }[] };
const Spec: z.ZodType<Spec> = z.object({
  title: z.string(),
  tests: z.array(z.object({ status: z.string(), annotations: z.array(z.object({ type: z.string(), description: z.string().optional() })).optional() })),
});
const Suite: z.ZodType<Suite> = z.lazy(() => z.object({ suites: z.array(Suite).optional(), specs: z.array(Spec).optional() }));
const PlaywrightReport = z.object({ suites: z.array(Suite), errors: z.array(z.unknown()).default([]) });

/** Counts a report of Playwright's JSON reporter; a test that passed only on a second try counts as failed. */
export function tallyPlaywright(report: unknown): Counted {
  const { suites, errors } = PlaywrightReport.parse(report);
  const counted: Counted = { passed: 0, failed: errors.length, skipped: [] };
  for (const spec of suites.flatMap(specsOf)) {
    for (const test of spec.tests) {
      if (test.status === "expected") counted.passed += 1;
      else if (test.status === "skipped") counted.skipped.push(`${spec.title}${skipReason(test.annotations ?? [])}`);
      else counted.failed += 1;
    }
  }
  return counted;
}

function specsOf(suite: Suite): Spec[] {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
}

function skipReason(annotations: { type: string; description?: string | undefined }[]): string {
  const reason = annotations.find((annotation) => annotation.type === "skip")?.description;
  return reason === undefined ? " (no reason given)" : `: ${reason}`;
}
