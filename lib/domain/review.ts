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
  /** The problem that it stands in; left out of reviews before schema 2.0.0, as are `facts`, `mechanism` and `level`. */
  problemId: z.string().optional(),
  /** Those of the reasons that are of this patient. */
  facts: z.array(z.string()).optional(),
  /** How it comes about, in one sentence; null where that is not known. */
  mechanism: z.string().nullable().optional(),
  /** The row of the table of priorities that fired, in words. */
  level: z.string().nullable().optional(),
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
  /** The problems that ask for it; left out of reviews before schema 2.0.0. */
  problemIds: z.array(z.string()).optional(),
  /** Where the interval of `repeat` stands; left out where there is none. */
  repeatSources: z.array(SourceReference).optional(),
});
export type LabSuggestion = z.infer<typeof LabSuggestion>;

/** A drug where it bears on a problem. */
export const ProblemDrug = z.object({
  /** In lower case. */
  ingredient: z.string(),
  /** Index of its piece in the medication list. */
  line: z.number().int().nonnegative(),
  /** "80 mg daily"; null where no dose was read. */
  dose: z.string().nullable(),
  /** When it was started, as far as that is known (ISO date, or year and month). */
  since: z.string().nullable(),
  /** What was told last of a change: "increased from 5 mg to 10 mg on 1 Nov 2026". */
  changed: z.string().nullable(),
  use: z.enum(["current", "uncertain", "stopped"]),
  /** "strong association", "above the label's limit with clarithromycin". */
  role: z.string(),
});
export type ProblemDrug = z.infer<typeof ProblemDrug>;

/** How a result stands to its limits. */
export const ResultBand = z.enum(["critical", "marked", "low", "high", "normal", "not-interpreted"]);
export type ResultBand = z.infer<typeof ResultBand>;

/** The latest result of a test that bears on a problem. */
export const ProblemResult = z.object({
  labId: z.string(),
  value: z.union([z.number(), z.string()]),
  unit: z.string().nullable(),
  date: z.string().nullable(),
  band: ResultBand,
});
export type ProblemResult = z.infer<typeof ProblemResult>;

/** What a clinician would write on one line of the plan, with every finding that bears on it. */
export const Problem = z.object({
  id: z.string(),
  title: z.string(),
  /** The loudest of its findings. */
  priority: Priority,
  /** The soonest of its findings. */
  howSoon: HowSoon.nullable(),
  /** One sentence of at most 30 words, from facts of this patient. */
  headline: z.string(),
  drugs: z.array(ProblemDrug),
  results: z.array(ProblemResult),
  /** Symptoms as told, conditions, context. */
  facts: z.array(z.string()),
  against: z.array(z.string()),
  options: z.array(z.string()),
  /** Ids of the tests that its findings ask for. */
  tests: z.array(z.string()),
  questions: z.array(z.string()),
  findingIds: z.array(z.string()),
});
export type Problem = z.infer<typeof Problem>;

/** The answer to a case. The same case, `asOf` and knowledge version give the same bytes. */
export const Review = z.object({
  id: z.string().nullable(),
  schemaVersion: z.string(),
  knowledgeVersion: z.string(),
  asOf: IsoDate,
  /** What first and why, what else, what was not read; left out of reviews before schema 2.0.0. */
  summary: z.array(z.string()).optional(),
  /** Most urgent first; left out of reviews before schema 2.0.0: an older review was never grouped. */
  problems: z.array(Problem).optional(),
  findings: z.array(Finding),
  labs: z.array(LabSuggestion),
  questions: z.array(z.string()),
  unread: z.array(UnreadEntry),
  /** One entry for every clause of the symptom words that was understood; left out of reviews before schema 1.1.0. */
  symptoms: z.array(ReadSymptom).optional(),
});
export type Review = z.infer<typeof Review>;
