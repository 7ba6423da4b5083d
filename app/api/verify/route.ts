import { z } from "zod";
import { getReview } from "@/lib/store/reviews/reviews";
import { signedDocument } from "@/lib/store/reviews/signing";
import { jsonHandler } from "@/app/_http/json-handler";

const Question = z.object({
  reference: z.string().max(40),
  digest: z.string().regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits"),
});

/** Whether a digest is the one that the caller's own clinic keeps for a review. The document itself is never sent. */
export const POST = jsonHandler(Question, async ({ body, session }) => {
  const stored = await signedDocument(session.scope, body.reference);
  if (stored === null) return { known: false };
  const record = await getReview(session.scope, body.reference);
  return {
    known: true,
    same: stored.digest === body.digest,
    signedBy: record?.signedBy?.displayName ?? null,
    signedAt: record?.signedAt ?? null,
    status: record?.status ?? null,
  };
});
