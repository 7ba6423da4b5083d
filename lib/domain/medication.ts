import { z } from "zod";
import { MatchKind, MedicationUse, PartialDate, PieceStatus } from "./vocabulary";

/** An RxNorm base ingredient: lower case, without salt (supplements keep theirs). `rxcui` is null where RxNorm has none. */
export const Ingredient = z.object({ rxcui: z.string().nullable(), name: z.string() });
export type Ingredient = z.infer<typeof Ingredient>;

/** Something that was read in more than one way; the page asks, the piece stays `recognised`. */
export const Doubt = z.object({
  field: z.enum(["strength", "form", "route", "frequency", "start", "stop", "use"]),
  /** The likelier first; empty where the clinician left the doubt open. */
  choices: z.array(z.string()),
});
export type Doubt = z.infer<typeof Doubt>;

/**
 * One change of a dose, as far as it was told. "Stopped" and "restarted" here are inside the history of a drug: what holds now
 * stands in `use`, `start` and `stop`. Amounts are as written ("40 mg"); null is not told.
 */
export const DoseChange = z.object({
  date: PartialDate.nullable(),
  kind: z.enum(["increased", "decreased", "stopped", "restarted"]),
  from: z.string().nullable(),
  to: z.string().nullable(),
});
export type DoseChange = z.infer<typeof DoseChange>;

/** What became of the cramps when the drug was stopped or lowered (dechallenge). */
export const Dechallenge = z.enum(["better", "unchanged"]);
export type Dechallenge = z.infer<typeof Dechallenge>;

/** What became of the cramps when the drug was taken again or raised again (rechallenge). */
export const Rechallenge = z.enum(["returned", "not-returned"]);
export type Rechallenge = z.infer<typeof Rechallenge>;

/**
 * How much is taken, where the directions say more than one unit of the strength: "2 tablets", "half a tablet", "1-0-1", "40 mg".
 * `of` says what the numbers count (units of the strength, mg, or mL); they differ where the directions give a range or steps.
 */
export const Intake = z.object({
  of: z.enum(["unit", "mg", "mL"]),
  low: z.number().nonnegative(),
  high: z.number().nonnegative(),
  /** At once, as often as `frequency` says, or added up over a day. */
  per: z.enum(["dose", "day"]),
  /** Over the days of a week, where they differ. */
  mean: z.number().nonnegative().optional(),
});
export type Intake = z.infer<typeof Intake>;

/** One medication as it was read; every field that the text does not give is null. */
export const Medication = z.object({
  /** The name as the product shows it (not tall-man): the ingredient, brand or product that was recognised. */
  name: z.string(),
  match: MatchKind,
  ingredients: z.array(Ingredient).min(1),
  /** As written, with unit, tidied: `40 mg`, `100 micrograms per dose`, `12.5 mg/5 mL`. */
  strength: z.string().nullable(),
  form: z.string().nullable(),
  /** `oral`, `inhaled`, `topical`, `eye`, `ear`, `nasal`, `vaginal`, `rectal`, `intravenous`, `subcutaneous`, `intramuscular`, `transdermal`, `sublingual`, … */
  route: z.string().nullable(),
  frequency: z.string().nullable(),
  /** Left out where the directions say no more than one unit of the strength. */
  intake: Intake.optional(),
  asNeeded: z.boolean(),
  start: PartialDate.nullable(),
  stop: PartialDate.nullable(),
  use: MedicationUse,
  /** The words of the text that say so ("under “Stopped”", "held"); null where `use` is simply `current`. */
  useReason: z.string().nullable(),
  doubts: z.array(Doubt),
  /** The history of the dose, oldest first where dated; left out where nothing is told. */
  changes: z.array(DoseChange).optional(),
  /** Left out where nothing is told, which is not "unchanged". */
  dechallenge: Dechallenge.optional(),
  rechallenge: Rechallenge.optional(),
});
export type Medication = z.infer<typeof Medication>;

/** A name that may have been meant: offered, never applied. */
export const NameSuggestion = z.object({
  name: z.string(),
  ingredients: z.array(Ingredient),
  /** What speaks for it, in words: "one letter differs", "sounds alike", "40 mg exists for it". */
  why: z.string(),
});
export type NameSuggestion = z.infer<typeof NameSuggestion>;

/** A stretch of the pasted text. `start` and `end` are UTF-16 offsets into the text as given; `text` is the slice. */
export const MedicationPiece = z.object({
  text: z.string(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  status: PieceStatus,
  medications: z.array(Medication),
  suggestions: z.array(NameSuggestion),
});
export type MedicationPiece = z.infer<typeof MedicationPiece>;

/**
 * What the clinician said about a piece of the list. Found again by the piece's own text, so that it survives edits elsewhere.
 * `name`: this is the drug. `keep-unread`: leave it as written, not judged. `doubt`: one answer to a doubt.
 */
export const Resolution = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("name"), text: z.string(), name: z.string() }),
  z.object({ kind: z.literal("keep-unread"), text: z.string() }),
  z.object({ kind: z.literal("not-medication"), text: z.string() }),
  /** `choice` is one of the doubt's; null leaves it open: it is not asked again, and nothing is taken as settled. */
  z.object({ kind: z.literal("doubt"), text: z.string(), field: Doubt.shape.field, choice: z.string().nullable() }),
  z.object({ kind: z.literal("start"), text: z.string(), start: PartialDate }),
  z.object({ kind: z.literal("stop"), text: z.string(), stop: PartialDate }),
  z.object({ kind: z.literal("use"), text: z.string(), use: MedicationUse }),
  /** One more change of the dose, beside those that were read. */
  z.object({ kind: z.literal("change"), text: z.string(), change: DoseChange }),
  z.object({ kind: z.literal("dechallenge"), text: z.string(), outcome: Dechallenge }),
  z.object({ kind: z.literal("rechallenge"), text: z.string(), outcome: Rechallenge }),
]);
export type Resolution = z.infer<typeof Resolution>;
