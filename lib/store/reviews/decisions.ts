import { DecisionInput } from "@/lib/domain/decision";
import { AppError } from "@/lib/domain/errors";
import { recordIn, type AuditAction } from "@/lib/store/audit";
import { transaction, type Transaction } from "@/lib/store/database";
import { ConflictError, type ReviewRecord } from "./review-record";
import { lockRecord } from "./review-row";
import { refuseUnlessDraft, reload } from "./reviews";
import type { Scope } from "@/lib/store/scope";
import { withoutNul } from "@/lib/store/stored-text";
import { openFindings } from "@/lib/store/worklist/worklist-columns";

/**
 * What the caller saw standing before it decided: the time of that decision, null where there was none, undefined where it
 * does not say. Somebody else's decision that it did not see is not overwritten: ConflictError carries what stands.
 */
export type Seen = string | null | undefined;

/** Records what was decided about one finding; an earlier decision about it is kept as undone. */
export async function decide(
  scope: Scope,
  reference: string,
  input: DecisionInput,
  seen?: Seen,
): Promise<ReviewRecord> {
  const decision = DecisionInput.parse(input);
  return change(scope, reference, decision.findingId, "review.decide", async (tx, current) => {
    refuseUnseen(current, decision.findingId, seen);
    if (!current.review.findings.some((finding) => finding.id === decision.findingId)) {
      throw new AppError(
        "not-found",
        "This finding is no longer part of the review. Reload the page to see what stands now.",
      );
    }
    await undoStanding(tx, scope, current, decision.findingId);
    await tx.decision.create({
      data: { reviewId: current.id, byId: scope.userId, ...decision, comment: withoutNul(decision.comment) },
      select: { id: true },
    });
    return decision.action;
  });
}

/** Takes back the decision about a finding; without one it changes nothing. */
export async function undoDecision(
  scope: Scope,
  reference: string,
  findingId: string,
  seen?: Seen,
): Promise<ReviewRecord> {
  return change(scope, reference, findingId, "review.undo-decision", async (tx, current) => {
    refuseUnseen(current, findingId, seen);
    await undoStanding(tx, scope, current, findingId);
    return null;
  });
}

function refuseUnseen(current: ReviewRecord, findingId: string, seen: Seen): void {
  const standing = current.decisions.find((decision) => decision.findingId === findingId)?.decidedAt ?? null;
  if (seen !== undefined && standing !== null && standing !== seen) throw new ConflictError(current);
}

type Work = (tx: Transaction, current: ReviewRecord) => Promise<string | null>;

async function change(
  scope: Scope,
  reference: string,
  findingId: string,
  action: AuditAction,
  work: Work,
): Promise<ReviewRecord> {
  return transaction(async (tx) => {
    const current = await lockRecord(tx, scope, reference);
    refuseUnlessDraft(current);
    const decided = await work(tx, current);
    const after = await reload(tx, scope, current);
    const open = openFindings(after.review, new Set(after.decisions.map((decision) => decision.findingId))).length;
    await tx.review.update({ where: { id: current.id }, data: { openFindings: open, updatedAt: new Date() } });
    await recordIn(tx, scope, {
      action,
      subject: current.reference,
      detail: { finding: findingId, decision: decided },
    });
    return reload(tx, scope, current);
  });
}

async function undoStanding(tx: Transaction, scope: Scope, current: ReviewRecord, findingId: string): Promise<void> {
  await tx.decision.updateMany({
    where: { reviewId: current.id, findingId, undoneAt: null },
    data: { undoneAt: new Date(), undoneById: scope.userId },
  });
}
