import type { PatientContext } from "@/lib/domain/context";

/** Evidence and ranges of the knowledge base are for adults (DESIGN, scope); critical limits hold at every age. */
export const ADULT_AGE = 18;

/** What ranges and equations depend on. Null is not entered, and is never defaulted. */
export interface Patient {
  readonly ageYears: number | null;
  readonly sex: "male" | "female" | null;
  readonly pregnant: boolean | null;
  readonly dialysis: boolean | null;
  readonly jurisdiction: PatientContext["jurisdiction"];
  readonly asOf: string;
}

/** The part of the context that results are judged by. `other` and `unknown` are no sex that a range is given for. */
export function patientOf(context: PatientContext): Patient {
  const sex = context.sex === "male" || context.sex === "female" ? context.sex : null;
  return {
    ageYears: context.ageYears,
    sex,
    pregnant: context.pregnant,
    dialysis: context.dialysis,
    jurisdiction: context.jurisdiction,
    asOf: context.asOf,
  };
}

/** Under 18: no reading against adult ranges, no eGFR. */
export function isChild(patient: Patient): boolean {
  return patient.ageYears !== null && patient.ageYears < ADULT_AGE;
}
