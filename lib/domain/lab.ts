import { z } from "zod";
import { PartialDate } from "./vocabulary";

/** One laboratory result as reported; `value` is a number, or the words of the report ("low", "significantly increased"). */
export const LabResult = z.object({
  loinc: z.string().nullable(),
  name: z.string(),
  value: z.union([z.number(), z.string()]),
  unit: z.string().nullable(),
  comparator: z.enum(["<", ">", "<=", ">="]).nullable(),
  date: PartialDate.nullable(),
  /** The laboratory's own flag or the words beside the value: `L`, `H`, `low`, `critical`. */
  flag: z.string().nullable(),
});
export type LabResult = z.infer<typeof LabResult>;

/** A result with the laboratory's own reference range where the text gives one; what `lib/review` works with. */
export const ReadLabResult = LabResult.extend({
  referenceLow: z.number().nullable().default(null),
  referenceHigh: z.number().nullable().default(null),
});
export type ReadLabResult = z.infer<typeof ReadLabResult>;

export const LabPiece = z.object({
  text: z.string(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  status: z.enum(["recognised", "confirm", "not-lab", "unrecognised"]),
  results: z.array(ReadLabResult),
  /** Earlier values of the same tests, as far as the text tells them apart; never judged by. */
  history: z.array(ReadLabResult).optional(),
  /** Numbers of the line that nothing accounts for: they are asked about. */
  leftover: z.array(z.string()).optional(),
});
export type LabPiece = z.infer<typeof LabPiece>;
