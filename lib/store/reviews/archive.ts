import { AppError } from "@/lib/domain/errors";
import { recordIn } from "@/lib/store/audit";
import { transaction } from "@/lib/store/database";
import type { ReviewRecord, ReviewStatus } from "./review-record";
import { lockRecord } from "./review-row";
import { reload } from "./reviews";
import type { Scope } from "@/lib/store/scope";

/** Takes a review out of the worklist; nothing of it is lost, and it can come back. */
export async function archiveReview(scope: Scope, reference: string): Promise<ReviewRecord> {
  return move(scope, reference, "review.archive", () => "archived");
}

/** Brings an archived review back as what it was. */
export async function unarchiveReview(scope: Scope, reference: string): Promise<ReviewRecord> {
  return move(scope, reference, "review.unarchive", (record) => {
    if (record.signedAt === null) return "draft";
    return record.supersededBy === null ? "signed" : "superseded";
  });
}

async function move(
  scope: Scope,
  reference: string,
  action: "review.archive" | "review.unarchive",
  statusOf: (record: ReviewRecord) => ReviewStatus,
): Promise<ReviewRecord> {
  return transaction(scope, async (tx) => {
    const current = await lockRecord(tx, scope, reference);
    if (action === "review.unarchive" && current.status !== "archived")
      throw new AppError("conflict", "This review is not in the archive.");
    await tx.review.update({ where: { id: current.id }, data: { status: statusOf(current), updatedAt: new Date() } });
    await recordIn(tx, scope, { action, subject: current.reference });
    return reload(tx, scope, current);
  });
}
