import { z } from "zod";
import { CaseInput, PatientCase } from "@/lib/domain/case";
import { DecisionAction, DismissReason } from "@/lib/domain/decision";
import { Priority } from "@/lib/domain/vocabulary";
import { Review } from "@/lib/domain/review";
import { Leaflet } from "@/lib/domain/leaflet";

const Person = z.object({ id: z.string(), displayName: z.string() });

/** The version of the signed document; read-signed.ts has the steps to it from those before. */
export const SIGNED_DOCUMENT_VERSION = "1.1.0";

/**
 * A review as it was signed: everything that a report of it says, so that the same report can be made from it at any time.
 * `id`, `organisation` and `leaflet` are missing in what was signed before they were kept.
 */
export const SignedReview = z.object({
  /** Left out in what was signed before it was written (1.0.0). */
  documentVersion: z.string().optional(),
  id: z.string().optional(),
  reference: z.string(),
  previousReference: z.string().nullable(),
  followUpOf: z.string().nullish(),
  localReference: z.string().nullable(),
  isExample: z.boolean(),
  version: z.number(),
  knowledgeVersion: z.string(),
  createdAt: z.string(),
  author: Person,
  signedAt: z.string(),
  signedBy: Person,
  organisation: z.object({ name: z.string(), country: z.enum(["US", "UK"]), timeZone: z.string() }).optional(),
  reportKind: z.string(),
  acknowledged: z.array(z.string()),
  chosenLabs: z.array(z.string()),
  decisions: z.array(
    z.object({
      findingId: z.string(),
      action: DecisionAction,
      reason: DismissReason.nullable(),
      comment: z.string(),
      decidedBy: z.string(),
      decidedAt: z.string(),
      /** From document version 1.1.0: the level and the digest of the facts that were seen, and what changed since. */
      priority: Priority.nullish(),
      factsDigest: z.string().nullish(),
      changed: z.array(z.string()).optional(),
    }),
  ),
  input: CaseInput,
  patientCase: PatientCase,
  review: Review,
  leaflet: Leaflet.nullish(),
});
export type SignedReview = z.infer<typeof SignedReview>;

export const SIGNED_FORMAT = "crampcheck-signed-review";

/** The JSON file of a signed review: the document as it was signed, with its digest in front. */
export const SignedReviewFile = z.object({
  format: z.literal(SIGNED_FORMAT),
  formatVersion: z.literal(1),
  /** SHA-256 of the UTF-8 bytes of `document` as they stand in the file. */
  digest: z.object({ algorithm: z.literal("SHA-256"), value: z.string().regex(/^[0-9a-f]{64}$/) }),
  document: SignedReview,
});

export type SignedReviewFile = z.infer<typeof SignedReviewFile>;

/** Writes the file. `document` is put in as it was signed, byte for byte. */
export function signedReviewFile({ document, digest }: { document: string; digest: string }): string {
  return `{"format":"${SIGNED_FORMAT}","formatVersion":1,"digest":{"algorithm":"SHA-256","value":"${digest}"},"document":${document}}\n`;
}
