import { inWords, judgedFinding, type FindingDraft } from "./finding-draft";

/** The checks of a review, as a clinician would call them. */
export type CheckName =
  | "symptom"
  | "medication"
  | "interaction"
  | "condition"
  | "red flag"
  | "result"
  | "safety"
  | "scope"
  | "hint"
  | "missing information"
  | "test suggestion"
  | "question";

/** Hears of a check that failed. The error's text may quote the case: whoever logs it leaves that out. */
export type OnFailure = (check: CheckName, error: unknown) => void;

/** Runs checks so that one that fails is told as a finding and takes nothing else with it. */
export class GuardedChecks {
  /**
   * @param onFailure is told which check failed and how, for the log of whoever runs the review
   * @param before checks that failed earlier: each is told once
   */
  constructor(
    private readonly onFailure: OnFailure = () => undefined,
    before: readonly FindingDraft[] = [],
  ) {
    this.failed = [...before];
  }

  /** Those that failed before and those that fail here. */
  readonly failed: FindingDraft[];

  /** What the check gives, or the fallback and a `check-failed` finding where it throws. Never holds the error's text: it may quote the case. */
  run<Result>(name: CheckName, check: () => Result, fallback: Result): Result {
    try {
      return check();
    } catch (error) {
      this.onFailure(name, error);
      // One part may fail twice (reading and judging results): it is told once.
      if (!this.failed.some(({ finding: told }) => told.id === idOf(name)))
        this.failed.push({ ...failure(name), rank: [this.failed.length], asks: null });
      return fallback;
    }
  }
}

function failure(name: CheckName): Pick<FindingDraft, "finding" | "words"> {
  return {
    finding: judgedFinding({ id: idOf(name), kind: "check-failed", priority: "review", ruleId: "CHECK-FAILED" }),
    words: inWords(() => ({
      title: `The ${name} check did not finish`,
      reasons: ["The findings leave out what this check would have found"],
      options: ["Consider running the review again, and telling your administrator if it fails again."],
    })),
  };
}

function idOf(name: CheckName): string {
  return `check-failed:${name.replaceAll(" ", "-")}`;
}
