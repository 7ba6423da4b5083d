import { z } from "zod";
import { Sex } from "@/lib/domain/vocabulary";
import { ONCE } from "@/lib/knowledge/load/parse-once";

/**
 * A condition under which a rule of the content holds, as data. Evaluated in three values (`lib/review/rules/evaluate-predicate.ts`):
 * what is not known makes it unknown, never false.
 */
export type Predicate =
  | { all: Predicate[] }
  | { any: Predicate[] }
  | { not: Predicate }
  /** A symptom that is asked for by name (`lib/domain/context.ts`) and answered yes. */
  | { symptom: string }
  /** A symptom that was ticked as such, whatever the words say. */
  | { ticked: string }
  /**
   * A sign or circumstance of `content/symptoms` that the words tell of now. `tags`: one of them stands beside it (sudden,
   * worsening …), `without`: none of them does, `only`: each time it is told with one of them. What is not told is absent.
   */
  | {
      sign: string[];
      tags?: string[];
      without?: string[];
      only?: string[];
      site?: string[];
      orUncertain?: true;
      polarity?: "past";
    }
  /** A medication of the list that is stopped or held, by class, set or ingredient. */
  | { stopped: string[] }
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

/** The shape that each key stands for; a predicate is told by its first key that is one of these. */
const SHAPES: Record<string, z.ZodType<Predicate>> = {
  all: z.strictObject({ all: z.array(z.lazy(() => Predicate)).min(1) }),
  any: z.strictObject({ any: z.array(z.lazy(() => Predicate)).min(1) }),
  not: z.strictObject({ not: z.lazy(() => Predicate) }),
  symptom: z.strictObject({ symptom: z.string() }),
  ticked: z.strictObject({ ticked: z.string() }),
  sign: z.strictObject({
    sign: z.array(z.string()).min(1),
    tags: z.array(z.string()).optional(),
    without: z.array(z.string()).optional(),
    only: z.array(z.string()).optional(),
    site: z.array(z.string()).optional(),
    orUncertain: z.literal(true).optional(),
    polarity: z.literal("past").optional(),
  }),
  stopped: z.strictObject({ stopped: z.array(z.string()).min(1) }),
  condition: z.strictObject({ condition: z.string() }),
  icd10cm: z.strictObject({ icd10cm: z.array(z.string()).min(1) }),
  egfrBelow: z.strictObject({ egfrBelow: z.number() }),
  ageAtLeast: z.strictObject({ ageAtLeast: z.number() }),
  ageBelow: z.strictObject({ ageBelow: z.number() }),
  sex: z.strictObject({ sex: Sex }),
  pregnant: z.strictObject({ pregnant: z.literal(true) }),
  dialysis: z.strictObject({ dialysis: z.literal(true) }),
  alcoholUnitsAbove: z.strictObject({ alcoholUnitsAbove: z.number() }),
  drug: z.strictObject({ drug: z.array(z.string()).min(1) }),
  dailyDoseAbove: z.strictObject({ dailyDoseAbove: z.number(), unit: z.string() }),
  takenForDays: z.strictObject({ takenForDays: z.number() }),
  doseFellWithinDays: z.strictObject({ doseFellWithinDays: z.number() }),
  overuse: z.strictObject({ overuse: z.literal(true) }),
  capBreached: z.strictObject({ capBreached: z.literal(true) }),
  startedInsideWindow: z.strictObject({ startedInsideWindow: z.literal(true) }),
};
const LAB_IS = z.strictObject({
  lab: z.string(),
  is: z.enum(["low", "high", "critical-low", "critical-high", "abnormal", "normal"]),
});
const LAB_AGAINST = z.strictObject({
  lab: z.string(),
  below: z.number().optional(),
  above: z.number().optional(),
  unit: z.string(),
});

/** One shape is tried, not all of them: a union of twenty costs more than the rest of the content together, and its message names none. */
export const Predicate: z.ZodType<Predicate> = z.unknown().transform((value, context): Predicate => {
  const shape = shapeOf(value);
  if (shape === null) {
    context.addIssue({ code: "custom", message: `a predicate: one of ${[...Object.keys(SHAPES), "lab"].join(", ")}` });
    return z.NEVER;
  }
  const parsed = shape.safeParse(value, ONCE);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const unknownKey = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
    context.addIssue({ code: "custom", message: issue.message, path: [...issue.path, ...unknownKey] });
  }
  return z.NEVER;
});

function shapeOf(value: unknown): z.ZodType<Predicate> | null {
  if (typeof value !== "object" || value === null) return null;
  if ("lab" in value) return "is" in value ? LAB_IS : LAB_AGAINST;
  const key = Object.keys(value).find((name) => Object.hasOwn(SHAPES, name));
  return key === undefined ? null : (SHAPES[key] ?? null);
}
