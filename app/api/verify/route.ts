import { z } from "zod";
import { variantOf, VARIANT_WORDS } from "@/lib/domain/report-variant";
import { reportWithDigest } from "@/lib/store/reviews/kept-reports";
import { getReview } from "@/lib/store/reviews/reviews";
import { signedDocument } from "@/lib/store/reviews/signing";
import { jsonHandler, type RequestContext } from "@/app/_http/json-handler";

/** `reference` with the digest of a signed document; without it the digest of any file that may be a report. */
const Question = z.object({
  reference: z.string().max(40).optional(),
  digest: z.string().regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits"),
});

/** Whether a digest is one that the caller's own clinic keeps. Neither the document nor a report is ever sent. */
export const POST = jsonHandler("review.open", Question, async ({ body: { reference, digest }, session }) =>
  reference === undefined ? reportAnswer(session, digest) : documentAnswer(session, reference, digest),
);

type Session = RequestContext<unknown>["session"];

async function documentAnswer(session: Session, reference: string, digest: string) {
  const stored = await signedDocument(session.scope, reference);
  if (stored === null) return { known: false };
  return { known: true, same: stored.digest === digest, ...(await signatureOf(session, reference)) };
}

async function reportAnswer(session: Session, digest: string) {
  const kept = await reportWithDigest(session.scope, digest);
  if (kept === null) return { known: false };
  const { reference, variant, format } = kept;
  const kind = variantOf(variant);
  const name = kind === null ? variant : VARIANT_WORDS[kind].name;
  return { known: true, same: true, reference, name, format, ...(await signatureOf(session, reference)) };
}

async function signatureOf({ scope }: Session, reference: string) {
  const record = await getReview(scope, reference);
  return {
    signedBy: record?.signedBy?.displayName ?? null,
    signedAt: record?.signedAt ?? null,
    status: record?.status ?? null,
  };
}
