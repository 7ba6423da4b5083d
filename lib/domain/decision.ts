import { z } from "zod";
import { LIMITS } from "./limits";

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
export type Decision = DecisionInput & { decidedBy: string; decidedAt: string };
