import { z } from "zod";
import { Sex } from "@/lib/domain/vocabulary";

/**
 * A condition under which a rule of the content holds, as data. Evaluated in three values (`lib/review/predicate.ts`):
 * what is not known makes it unknown, never false.
 */
export type Predicate =
  | { all: Predicate[] }
  | { any: Predicate[] }
  | { not: Predicate }
  /** A symptom that is asked for by name (`lib/domain/context.ts`) and answered yes. */
  | { symptom: string }
  /** A present condition of the knowledge base. */
  | { condition: string }
  /** A present condition by ICD-10-CM prefix, where no condition of ours is narrow enough: `N18.4`. */
  | { icd10cm: string[] }
  /** The latest result of a lab of ours, against its range or critical limit. */
  | { lab: string; is: "low" | "high" | "critical-low" | "critical-high" | "abnormal" | "normal" }
  /** The latest result of a lab against a number in the unit named. */
  | { lab: string; below?: number; above?: number; unit: string }
  | { egfrBelow: number }
  | { ageAtLeast: number }
  | { ageBelow: number }
  | { sex: z.infer<typeof Sex> }
  | { pregnant: true }
  | { dialysis: true }
  | { alcoholUnitsAbove: number }
  /** A current medication of this class, set or ingredient name. */
  | { drug: string[] }
  /** Of the medication that is being judged: total a day above so much. */
  | { dailyDoseAbove: number; unit: string }
  /** Of the medication that is being judged: taken for at least so many days. */
  | { takenForDays: number }
  /** Of the medication that is being judged: the dose was lowered, or it was stopped, within so many days. */
  | { doseFellWithinDays: number }
  /** Of the medication that is being judged: as needed but used a lot, or more than so often, as the list says. */
  | { overuse: true }
  /** Of the medication that is being judged: the strength of its interaction cap is breached. */
  | { capBreached: true }
  /** Of the medication that is being judged: started, restarted or raised inside the class's window. */
  | { startedInsideWindow: true };

export const Predicate: z.ZodType<Predicate> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(Predicate).min(1) }),
    z.strictObject({ any: z.array(Predicate).min(1) }),
    z.strictObject({ not: Predicate }),
    z.strictObject({ symptom: z.string() }),
    z.strictObject({ condition: z.string() }),
    z.strictObject({ icd10cm: z.array(z.string()).min(1) }),
    z.strictObject({ lab: z.string(), is: z.enum(["low", "high", "critical-low", "critical-high", "abnormal", "normal"]) }),
    z.strictObject({ lab: z.string(), below: z.number().optional(), above: z.number().optional(), unit: z.string() }),
    z.strictObject({ egfrBelow: z.number() }),
    z.strictObject({ ageAtLeast: z.number() }),
    z.strictObject({ ageBelow: z.number() }),
    z.strictObject({ sex: Sex }),
    z.strictObject({ pregnant: z.literal(true) }),
    z.strictObject({ dialysis: z.literal(true) }),
    z.strictObject({ alcoholUnitsAbove: z.number() }),
    z.strictObject({ drug: z.array(z.string()).min(1) }),
    z.strictObject({ dailyDoseAbove: z.number(), unit: z.string() }),
    z.strictObject({ takenForDays: z.number() }),
    z.strictObject({ doseFellWithinDays: z.number() }),
    z.strictObject({ overuse: z.literal(true) }),
    z.strictObject({ capBreached: z.literal(true) }),
    z.strictObject({ startedInsideWindow: z.literal(true) }),
  ]),
);
