import { z } from "zod";

const Text = z.string().trim().min(1);
/** Ids of signs are those of `context.symptoms`: camel case. */
const SignId = z.string().regex(/^[a-z][A-Za-z0-9]*$/, "an id such as darkUrine");

/** Words in an order (`<site>` a word class, `..` up to two and `...` up to six words between, `~` in any order near each other). */
export const SignPattern = z.union([
  Text,
  z.strictObject({
    find: z.array(Text).min(1),
    /** A word class one of which stands in the same clause or was spoken of just before. */
    near: Text.optional(),
    /** Words or classes beside which it does not mean the sign. */
    unless: z.array(Text).default([]),
    /** What the words say besides: `sudden`, `severe`, `ascending`. */
    gives: z.array(Text).default([]),
    /** Means the sign only where the clause says little else: "Pale, perishing cold." */
    alone: z.literal(true).optional(),
  }),
]);
export type SignPattern = z.infer<typeof SignPattern>;

/** content/symptoms/*.yaml: a sign, or a circumstance that red flags ask for, with the words that say it. */
export const SymptomSign = z.strictObject({
  id: SignId,
  /** `sign`: one of what is asked for and counted. `circumstance`: what bears on a red flag and is no symptom. `no-symptom`: understood, and none. */
  kind: z.enum(["sign", "circumstance", "no-symptom"]),
  /** In words, for a question, a reason or a chip: "swelling of one leg". */
  name: Text,
  /** Something that happens: "last week" does not make it past. */
  event: z.literal(true).optional(),
  /** Counts however long ago it was: a statin that was stopped. */
  anyTime: z.literal(true).optional(),
  /** Counts only where it is new: an old difference is past. */
  newOnly: z.literal(true).optional(),
  /** Passes by itself: "two weeks ago" says that it is over. */
  passing: z.literal(true).optional(),
  patterns: z.array(SignPattern).default([]),
  /** Words that say that it is not there: "afebrile", "power 5/5". */
  absent: z.array(SignPattern).default([]),
  /** Words beside which none of the patterns means the sign. */
  unless: z.array(Text).default([]),
});
export type SymptomSign = z.infer<typeof SymptomSign>;

/** content/symptom-words.yaml: words that patterns name together, such as the parts of a limb. A word may end in `*`. */
export const SymptomLexicon = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  /** How a site of this class is named in an answer; only classes of sites have one. */
  site: Text.optional(),
  words: z.array(Text).min(1),
});
export type SymptomLexicon = z.infer<typeof SymptomLexicon>;
