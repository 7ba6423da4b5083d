import { z } from "zod";
import { Assertion } from "./vocabulary";

export const ConditionCode = z.object({ system: z.literal("icd10cm"), code: z.string(), display: z.string() });
export type ConditionCode = z.infer<typeof ConditionCode>;

/** A stretch of a condition list, as it was read. */
export const ConditionPiece = z.object({
  text: z.string(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  status: z.enum(["recognised", "confirm", "not-condition", "unrecognised"]),
  polarity: Assertion,
  codes: z.array(ConditionCode),
  /** Id of the knowledge base's condition (`ckd-dialysis`), or null where it knows none. */
  conditionId: z.string().nullable(),
});
export type ConditionPiece = z.infer<typeof ConditionPiece>;
