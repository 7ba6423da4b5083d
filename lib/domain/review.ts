import { z } from "zod";
import { UnreadEntry } from "./case";
import { LabResult } from "./lab";
import { ReadSymptom } from "./symptom";
import { FindingKind, HowSoon, IsoDate, Priority, Strength, Timing } from "./vocabulary";

/** A figure as the source prints it, with its parts where it has them. */
export const Effect = z.object({
  text: z.string(),
  measure: z.string().nullable(),
  estimate: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  sourceId: z.string(),
});
export type Effect = z.infer<typeof Effect>;

export const SourceReference = z.object({
  id: z.string(),
  citation: z.string(),
  pmid: z.string().optional(),
  doi: z.string().optional(),
  url: z.string().optional(),
});
export type SourceReference = z.infer<typeof SourceReference>;

/** One thing worth the clinician's attention, with its whole basis. One finding per cause, not one per line. */
export const Finding = z.object({
  /** Stable for the same cause: `medication:thiazide-thiazide-like`, `interaction:simva-amlo`. Decisions hang on it. */
  id: z.string(),
  kind: FindingKind,
  priority: Priority,
  strength: Strength.nullable(),
  title: z.string(),
  /** Ingredient names in lower case. */
  ingredients: z.array(z.string()),
  mechanisms: z.array(z.string()),
  conditionId: z.string().optional(),
  labId: z.string().optional(),
  /** How soon it is to be acted on, where that is known; left out of reviews before schema 1.1.0. */
  howSoon: HowSoon.nullable().optional(),
  /** Facts of this patient, in words. */
  reasons: z.array(z.string()),
  effects: z.array(Effect),
  /** What speaks against it. */
  against: z.array(z.string()),
  options: z.array(z.string()),
  timing: Timing,
  sources: z.array(SourceReference),
  ruleId: z.string(),
  /** Set on the commissioned groups' findings that stand at `consider` by the floor alone; they share one line on the page. */
  byFloor: z.boolean().optional(),
  /** Id of the finding that tells the same cause: this one stands at `info` beside it, so that one cause is one finding and nothing is lost. */
  foldedInto: z.string().optional(),
});
export type Finding = z.infer<typeof Finding>;

export const LabSuggestion = z.object({
  id: z.string(),
  name: z.string(),
  loinc: z.string().nullable(),
  priority: Priority,
  reasons: z.array(z.string()).min(1),
  answeredBy: LabResult.nullable(),
  repeat: z.string().nullable(),
  leftOutOf: z.array(z.string()),
  /** Where the interval of `repeat` stands; left out where there is none. */
  repeatSources: z.array(SourceReference).optional(),
});
export type LabSuggestion = z.infer<typeof LabSuggestion>;

/** The answer to a case. The same case, `asOf` and knowledge version give the same bytes. */
export const Review = z.object({
  id: z.string().nullable(),
  schemaVersion: z.string(),
  knowledgeVersion: z.string(),
  asOf: IsoDate,
  findings: z.array(Finding),
  labs: z.array(LabSuggestion),
  questions: z.array(z.string()),
  unread: z.array(UnreadEntry),
  /** One entry for every clause of the symptom words that was understood; left out of reviews before schema 1.1.0. */
  symptoms: z.array(ReadSymptom).optional(),
});
export type Review = z.infer<typeof Review>;
