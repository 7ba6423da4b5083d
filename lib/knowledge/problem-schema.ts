import { z } from "zod";
import { Predicate } from "./predicates/predicate-schema";

const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id of lower-case words joined by hyphens");
const Text = z.string().trim().min(1);

/** Kinds of findings that no rule of the content places. */
export const REST_KINDS = ["medication", "check-failed", "unread", "missing-information", "scope"] as const;

/** content/problems.yaml: what a clinician would write on one line of the plan. */
export const ClinicalProblem = z.strictObject({
  id: Id,
  title: Text,
  /** Where the United Kingdom calls it otherwise. */
  titleUK: Text.optional(),
  /** What is to be excluded, where it is not established: "A blood clot". */
  suspected: Text.optional(),
  /** A result on its side establishes it: a potassium that was measured is no suspicion. */
  establishedByResult: z.literal(true).optional(),
  /** A low kidney function belongs to its headline. */
  withKidney: z.literal(true).optional(),
  /** What belongs to it; interactions, safety flags and limits name their problem themselves. */
  covers: z.strictObject({
    mechanisms: z.array(Id).default([]),
    conditions: z.array(Id).default([]),
    redFlags: z.array(Id).default([]),
    /** A result of the test on this side. */
    labs: z.array(z.strictObject({ lab: Id, is: z.enum(["low", "high"]) })).default([]),
    /** Findings that nothing else places. */
    rest: z.array(z.enum(REST_KINDS)).default([]),
  }),
  /** Tests whose results belong to it besides: a potassium to a heart rhythm. */
  shows: z.array(Id).default([]),
  /** What would settle it; asked where `when` may hold and `unless` is not known to. */
  questions: z
    .array(z.strictObject({ text: Text, when: Predicate.optional(), unless: Predicate.optional() }))
    .default([]),
  /** Another problem that becomes part of this one where both rest on the same drugs. */
  joins: z.strictObject({ problem: Id, title: Text }).optional(),
});
export type ClinicalProblem = z.infer<typeof ClinicalProblem>;
