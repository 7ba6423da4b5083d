import { AppError } from "@/lib/domain/errors";
import { recordIn } from "@/lib/store/audit";
import { query, transaction } from "@/lib/store/database";
import type { Scope } from "@/lib/store/scope";
import { lockRecord } from "./review-row";

/** Who co-signed a review, and when. */
export type CoSignature = { byId: string; by: string; at: string };

/** Those who co-signed a review of the caller's organisation, the first first. */
export async function coSignaturesOf(scope: Scope, reviewId: string): Promise<CoSignature[]> {
  const rows = await query(scope, (db) =>
    db.coSignature.findMany({
      where: { reviewId, review: { organisationId: scope.organisationId } },
      orderBy: [{ at: "asc" }, { byId: "asc" }],
      select: { byId: true, at: true, by: { select: { displayName: true } } },
    }),
  );
  return rows.map(({ byId, at, by }) => ({ byId, by: by.displayName, at: at.toISOString() }));
}

/**
 * Records that the caller agrees with a review that somebody else signed. The document and its digest stay as they are; a
 * second time changes nothing. Throws `conflict` for a draft, for one's own, and for one that a newer version replaced.
 */
export async function coSign(scope: Scope, reference: string): Promise<void> {
  await transaction(scope, async (tx) => {
    const current = await lockRecord(tx, scope, reference);
    if (current.status !== "signed")
      throw new AppError("conflict", "Only a signed review can be co-signed, and only its newest version.");
    if (current.signedBy?.id === scope.userId)
      throw new AppError("conflict", "You signed this review yourself. Somebody else co-signs it.");
    const key = { reviewId: current.id, byId: scope.userId };
    if ((await tx.coSignature.findUnique({ where: { reviewId_byId: key } })) !== null) return;
    const { signedDigest } = await tx.review.findUniqueOrThrow({
      where: { id: current.id },
      select: { signedDigest: true },
    });
    await tx.coSignature.create({ data: { ...key, digest: signedDigest ?? "" } });
    await recordIn(tx, scope, {
      action: "review.co-sign",
      subject: current.reference,
      detail: { digest: signedDigest },
    });
  });
}
