import { z } from "zod";

/** The version of the JSON that goes in and out (docs/schema). Raised when a field changes meaning or disappears. */
export const SCHEMA_VERSION = "2.0.0";

/** Which drug a piece of a medication list is; says nothing about dose, form or date. */
export const PieceStatus = z.enum(["recognised", "confirm", "not-medication", "unrecognised"]);
export type PieceStatus = z.infer<typeof PieceStatus>;

/** How a name was resolved to its ingredients. */
export const MatchKind = z.enum(["exact", "brand", "synonym", "salt", "abbreviation", "clinical-drug", "user"]);
export type MatchKind = z.infer<typeof MatchKind>;

/** Whether the patient takes it. Only `current` is judged as current. */
export const MedicationUse = z.enum(["current", "stopped", "held", "allergy", "planned", "uncertain"]);
export type MedicationUse = z.infer<typeof MedicationUse>;

/** How sure a stated condition is, and whose it is. Only `present` is a condition of the patient. */
export const Assertion = z.enum(["present", "negated", "family", "past", "uncertain"]);
export type Assertion = z.infer<typeof Assertion>;

export const FindingKind = z.enum([
  "medication",
  "interaction",
  "condition",
  "lab-result",
  "red-flag",
  "missing-information",
  "unread",
  "check-failed",
  "safety",
]);
export type FindingKind = z.infer<typeof FindingKind>;

/** How loud a finding is. DESIGN.md's table, in `lib/review/findings/priority.ts`, derives it. */
export const Priority = z.enum(["act-now", "review", "consider", "info"]);
export type Priority = z.infer<typeof Priority>;

/** How soon something is to be acted on, from the soonest. */
export const HowSoon = z.enum(["now", "today", "within-days", "next-visit"]);
export type HowSoon = z.infer<typeof HowSoon>;

/** From the loudest to the quietest. */
export const PRIORITIES: readonly Priority[] = Priority.options;

/** Strength of the association of a class with cramps, by docs/grading.md. */
export const Strength = z.enum(["strong", "moderate", "weak", "label-only"]);
export type Strength = z.infer<typeof Strength>;

/** Start or dose change against cramp onset, by the usual window of the class. */
export const Timing = z.enum(["plausible", "possible", "unlikely", "unknown"]);
export type Timing = z.infer<typeof Timing>;

export const Jurisdiction = z.enum(["US", "UK"]);
export type Jurisdiction = z.infer<typeof Jurisdiction>;

export const Sex = z.enum(["male", "female", "other", "unknown"]);
export type Sex = z.infer<typeof Sex>;

/** Unknown is a value of its own, never "no". */
export const YesNoUnknown = z.enum(["yes", "no", "unknown"]);
export type YesNoUnknown = z.infer<typeof YesNoUnknown>;

/** Calendar date, or month or year where no more is known: `2026-11-22`, `2026-11`, `2026`. */
export const PartialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "a date as YYYY-MM-DD, YYYY-MM or YYYY");
export type PartialDate = z.infer<typeof PartialDate>;

export const IsoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "a date as YYYY-MM-DD");
export type IsoDate = z.infer<typeof IsoDate>;

/** A day of the calendar that something is planned for: it exists, and lies within any patient's lifetime. */
export const PlannedDay = IsoDate.refine((day) => {
  const year = Number(day.slice(0, 4));
  const date = new Date(`${day}T00:00:00Z`);
  return year >= 1900 && year < 2200 && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}, "a day that exists, as YYYY-MM-DD");
