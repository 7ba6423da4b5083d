import { z } from "zod";
import { ConditionPiece } from "./condition";
import { PatientContext } from "./context";
import { LabPiece } from "./lab";
import { LIMITS } from "./limits";
import { MedicationPiece, Resolution } from "./medication";

/** A result given as fields instead of text. */
export const LabEntry = z.looseObject({
  name: z.string().optional(),
  loinc: z.string().optional(),
  value: z.union([z.number(), z.string()]),
  unit: z.string().nullish(),
  date: z.string().nullish(),
});
export type LabEntry = z.infer<typeof LabEntry>;

/** What of a case is beyond the limits of the page and the interfaces: kept, not read, and said so. */
export const BeyondLimit = z.looseObject({
  labs: z.union([z.string(), z.array(z.unknown())]).optional(),
  conditions: z.array(z.string()).optional(),
  resolutions: z.array(Resolution).optional(),
  context: z.record(z.string(), z.unknown()).optional(),
  "context.symptoms": z.record(z.string(), z.unknown()).optional(),
  "context.cramps": z.record(z.string(), z.unknown()).optional(),
  /** Fields that are not known here. */
  fields: z.record(z.string(), z.unknown()).optional(),
});
export type BeyondLimit = z.infer<typeof BeyondLimit>;

/**
 * A case as it comes in (CONTRACT.md, `review`). Deliberately loose below the first level: what cannot be understood
 * is reported in `unread` by the intake and is never a reason to refuse the case.
 */
export const CaseInput = z.looseObject({
  id: z.string().max(LIMITS.idLength).optional(),
  medications: z.union([z.string(), z.array(z.string())]),
  conditions: z.array(z.string()).optional(),
  labs: z.union([z.string(), z.array(z.unknown())]).optional(),
  context: z.record(z.string(), z.unknown()).optional(),
  /** Lines of the list beyond what the page takes at once: kept as typed, not read, and said so. */
  medicationsBeyondLimit: z.string().optional(),
  /** The same of the other parts of a case (lib/intake/within-limits). */
  beyondLimit: BeyondLimit.optional(),
  /** The clinician's own answers about pieces of the medication list. */
  resolutions: z.array(Resolution).optional(),
});
export type CaseInput = z.infer<typeof CaseInput>;

/** Something that was entered and not understood. */
export const UnreadEntry = z.object({
  text: z.string(),
  /** `medications`, `conditions`, `labs`, `context`, `context.symptoms`, … */
  where: z.string(),
  status: z.string(),
  suggestions: z.array(z.string()),
});
export type UnreadEntry = z.infer<typeof UnreadEntry>;

/** Everything entered about one patient, read: what `review` judges. Plain, serialisable, versioned data. */
export const PatientCase = z.object({
  id: z.string().nullable(),
  schemaVersion: z.string(),
  medications: z.array(MedicationPiece),
  conditions: z.array(ConditionPiece),
  labs: z.array(LabPiece),
  context: PatientContext,
  /** Input other than lines of the three lists that was not understood (unknown keys, units, words). */
  unread: z.array(UnreadEntry),
});
export type PatientCase = z.infer<typeof PatientCase>;
