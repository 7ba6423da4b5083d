import { z } from "zod";

/** Whose a sign is, of when, and how sure. Only `present` is a sign of the patient now. */
export const SignPolarity = z.enum(["present", "negated", "family", "past", "uncertain", "hypothetical"]);
export type SignPolarity = z.infer<typeof SignPolarity>;

/** The signs that are told apart and counted; `lib/knowledge/content/symptoms` has the words for each. */
export const SIGN_IDS: ReadonlySet<string> = new Set([
  "oneSidedSwelling",
  "weakness",
  "wasting",
  "fasciculation",
  "numbness",
  "paraesthesia",
  "saddleNumbness",
  "bladderChange",
  "backPain",
  "darkUrine",
  "fever",
  "restPain",
  "coldLimb",
  "weakPulse",
  "walkingPain",
  "severeLocalPain",
  "painOnPassiveStretch",
  "injury",
  "tetany",
  "trismus",
  "rigidity",
  "dystonia",
  "jerks",
  "seizure",
  "confusion",
  "drowsy",
  "collapse",
  "syncope",
  "palpitations",
  "chestPain",
  "breathlessness",
  "swallowingTrouble",
  "diplopiaPtosis",
  "vomitingDiarrhoea",
  "fluidLoss",
  "thirstPolyuria",
  "heatExposure",
  "bleeding",
  "rash",
  "weightLoss",
  "nightSweats",
  "jointPain",
  "urgeToMove",
  "overdoseTaken",
  "suicidalThoughts",
  "airwaySwelling",
  "gutBleeding",
]);

/** One sign as the words tell it. */
export const Sign = z.object({
  /** Id of the content (`lib/knowledge/content/symptoms`): `darkUrine`, `oneSidedSwelling`. */
  id: z.string(),
  polarity: SignPolarity,
  /** As written. */
  quote: z.string(),
  /** Since when and how it goes, in the words of the text: "since last week", "worsening". */
  course: z.string().nullable(),
  side: z.enum(["left", "right", "both", "one"]).nullable(),
  /** Part of the body: "calf", "hand". */
  site: z.string().nullable(),
});
export type Sign = z.infer<typeof Sign>;

/** A clause of what the patient says, as it was read. */
export const SymptomPiece = z.object({
  text: z.string(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  /** `no-symptom`: understood, and it tells of none (a habit, a plan, a figure of speech). */
  status: z.enum(["recognised", "no-symptom", "unrecognised"]),
  signs: z.array(Sign),
});
export type SymptomPiece = z.infer<typeof SymptomPiece>;

/** What a review says it understood of the words: a sign, or a clause that tells of none. */
export const ReadSymptom = z.object({
  id: z.string().nullable(),
  polarity: SignPolarity.optional(),
  kind: z.literal("no-symptom").optional(),
  quote: z.string(),
  course: z.string().optional(),
  side: z.string().optional(),
  site: z.string().optional(),
});
export type ReadSymptom = z.infer<typeof ReadSymptom>;
