import { z } from "zod";
import { LIMITS } from "./limits";
import type { Priority } from "./vocabulary";

export const DecisionAction = z.enum(["act", "monitor", "not-relevant", "dismiss"]);
export type DecisionAction = z.infer<typeof DecisionAction>;

/** Why a finding is dismissed; one is required then (UI.md 3.4). */
export const DismissReason = z.enum([
  "benefit-outweighs",
  "already-monitored",
  "cramps-came-first",
  "not-taking-it",
  "tolerated",
  "patient-preference",
  "data-wrong",
  "other",
]);
export type DismissReason = z.infer<typeof DismissReason>;

/** What the clinician decided about one finding. */
export const DecisionInput = z
  .object({
    findingId: z.string().min(1).max(300),
    action: DecisionAction,
    reason: DismissReason.nullable().default(null),
    comment: z.string().max(LIMITS.commentLength).default(""),
  })
  .refine((decision) => decision.action !== "dismiss" || decision.reason !== null, {
    message: "Choose a reason for dismissing this finding.",
    path: ["reason"],
  });
export type DecisionInput = z.infer<typeof DecisionInput>;

/** A decision as it was recorded. */
export type Decision = DecisionInput & {
  decidedBy: string;
  decidedAt: string;
  /** The level of the finding when it was decided; null for a decision of before this was kept. */
  priority?: Priority | null;
  /** `1:` and the SHA-256 of the facts that were seen (`factsLine`); null for a decision of before this was kept. */
  factsDigest?: string | null;
  /**
   * What has changed about its finding since it was decided, in words that follow “before”; empty or left out where it
   * stands for what is seen now.
   */
  changed?: string[];
};

/** Whether a decision stands for what its finding says now; one that does not counts as open everywhere. */
export function isStanding({ changed }: Pick<Decision, "changed">): boolean {
  return changed === undefined || changed.length === 0;
}

/** The findings that are decided, by id: those of decisions that stand. */
export function decidedFindings(decisions: readonly Pick<Decision, "findingId" | "changed">[]): Set<string> {
  return new Set(decisions.filter(isStanding).map(({ findingId }) => findingId));
}

/** Stands in `changed` for a decision of before the facts were kept: nothing says what was seen. */
export const FACTS_NOT_KEPT = "facts not kept";

/** “decided earlier, before its values or dates changed”. */
export function describeDecidedEarlier(changed: readonly string[]): string {
  if (changed.includes(FACTS_NOT_KEPT)) return "decided earlier; what was seen then was not kept";
  return `decided earlier, before ${new Intl.ListFormat("en-GB").format(changed)} changed`;
}
