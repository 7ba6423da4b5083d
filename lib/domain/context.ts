import { z } from "zod";
import { IsoDate, Jurisdiction, PartialDate, Sex, YesNoUnknown } from "./vocabulary";

/**
 * The symptoms that are asked for by name; the red flags of the knowledge base refer to these ids.
 * Others may be given and are kept.
 */
export const SYMPTOM_IDS = [
  "oneSidedSwelling",
  "weakness",
  "wasting",
  "fasciculation",
  "numbness",
  "darkUrine",
  "fever",
  "restPain",
  "coldLimb",
  "bladderChange",
  "tetany",
  "palpitations",
  "confusion",
  "seizure",
  "walkingPain",
  "urgeToMove",
  "rigidity",
  "collapse",
  "bleeding",
  "severeLocalPain",
  "vomitingDiarrhoea",
  "heatExposure",
] as const;
export type SymptomId = (typeof SYMPTOM_IDS)[number];

/** The cramps counted in one week of a diary. */
export const CrampWeek = z.object({
  /** Its first day. */
  weekOf: IsoDate,
  count: z.number().min(0).max(500),
  /** Days of the week that were written down; left out where all seven were. */
  days: z.number().int().min(1).max(7).optional(),
});
export type CrampWeek = z.infer<typeof CrampWeek>;

export const CrampHistory = z.object({
  onset: PartialDate.nullable().default(null),
  perWeek: z.number().min(0).max(500).nullable().default(null),
  timing: z.string().nullable().default(null),
  site: z.string().nullable().default(null),
  /** Weekly counts, oldest first; left out where no diary was kept. */
  diary: z.array(CrampWeek).max(520).optional(),
});
export type CrampHistory = z.infer<typeof CrampHistory>;

/** What is known of the patient. Null is "not entered", which is never read as "no". No name is held anywhere. */
export const PatientContext = z.object({
  asOf: IsoDate,
  jurisdiction: Jurisdiction.default("US"),
  /** In years at `asOf`; from `birthYear` it is the age reached or about to be reached that year, so ±1. */
  ageYears: z.number().min(0).max(130).nullable().default(null),
  birthYear: z.number().int().nullable().default(null),
  sex: Sex.default("unknown"),
  pregnant: z.boolean().nullable().default(null),
  gestationWeeks: z.number().min(0).max(45).nullable().default(null),
  dialysis: z.boolean().nullable().default(null),
  alcoholUnitsPerWeek: z.number().min(0).max(1000).nullable().default(null),
  cramps: CrampHistory,
  symptoms: z.record(z.string(), YesNoUnknown).default({}),
  symptomText: z.string().nullable().default(null),
});
export type PatientContext = z.infer<typeof PatientContext>;
