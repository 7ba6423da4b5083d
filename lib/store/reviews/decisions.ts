import { decidedFindings, DecisionInput } from "@/lib/domain/decision";
import { AppError } from "@/lib/domain/errors";
import { recordIn, type AuditAction } from "@/lib/store/audit";
import { transaction, type Transaction } from "@/lib/store/database";
import { ConflictError, type ReviewRecord } from "./review-record";
import { lockRecord } from "./review-row";
import { refuseUnlessDraft, reload } from "./reviews";
import { seenWithDecision } from "./standing-decisions";
import type { Scope } from "@/lib/store/scope";
import { withoutNul } from "@/lib/store/stored-text";
import { openFindings } from "@/lib/store/worklist/worklist-columns";

/**
 * What the caller saw standing before it decided: the time of that decision, null where there was none, undefined where it
 * does not say. Somebody else's decision that it did not see is not overwritten: ConflictError carries what stands.
 */
export type SeenVersion = string | null | undefined;

/**
 * Records what was decided about one finding, with what the finding said; an earlier decision about it is kept as undone.
 * `seenFacts` is the digest that the page of the caller showed: where the finding says something else by now, nothing is
 * recorded, since a decision stands for what was seen.
 */
export async function decide(
  scope: Scope,
  reference: string,
  input: DecisionInput & { seenFacts?: string | undefined },
  seen?: SeenVersion,
): Promise<ReviewRecord> {
  const decision = DecisionInput.parse(input);
  return change(scope, reference, "review.decide", async (tx, current) => {
    assertNotStale(current, decision.findingId, seen);
    const finding = current.review.findings.find(({ id }) => id === decision.findingId);
    if (finding === undefined) {
      throw new AppError(
        "not-found",
        "This finding is no longer part of the review. Reload the page to see what stands now.",
      );
    }
    const found = seenWithDecision(finding, current);
    if (input.seenFacts !== undefined && input.seenFacts !== found.factsDigest)
      throw new AppError(
        "conflict",
        "This finding has changed since the page was opened. Nothing was recorded. Reload the page to see what it says now.",
      );
    await undoStanding(tx, scope, current, decision.findingId);
    const { id } = await tx.decision.create({
      data: {
        reviewId: current.id,
        byId: scope.userId,
        ...decision,
        comment: withoutNul(decision.comment),
        ...found,
      },
      select: { id: true },
    });
    return { decision: id, action: decision.action };
  });
}

/** Takes back the decision about a finding; without one it changes nothing. */
export async function undoDecision(
  scope: Scope,
  reference: string,
  findingId: string,
  seen?: SeenVersion,
): Promise<ReviewRecord> {
  return change(scope, reference, "review.undo-decision", async (tx, current) => {
    assertNotStale(current, findingId, seen);
    const undone = await undoStanding(tx, scope, current, findingId);
    return { decision: undone.join(" "), action: null };
  });
}

function assertNotStale(current: ReviewRecord, findingId: string, seen: SeenVersion): void {
  const standing = current.decisions.find((decision) => decision.findingId === findingId)?.decidedAt ?? null;
  if (seen !== undefined && standing !== null && standing !== seen) throw new ConflictError(current);
}

/** What goes on record: the rows of the decisions, never the finding, whose id tells a drug. */
type Decided = { decision: string; action: string | null };
type Work = (tx: Transaction, current: ReviewRecord) => Promise<Decided>;

async function change(scope: Scope, reference: string, action: AuditAction, work: Work): Promise<ReviewRecord> {
  return transaction(scope, async (tx) => {
    const current = await lockRecord(tx, scope, reference);
    refuseUnlessDraft(current);
    const decided = await work(tx, current);
    const after = await reload(tx, scope, current);
    const open = openFindings(after.review, decidedFindings(after.decisions)).length;
    await tx.review.update({ where: { id: current.id }, data: { openFindings: open, updatedAt: new Date() } });
    await recordIn(tx, scope, {
      action,
      subject: current.reference,
      detail: decided,
    });
    return reload(tx, scope, current);
  });
}

/** The ids of the decisions that it took back. */
async function undoStanding(
  tx: Transaction,
  scope: Scope,
  current: ReviewRecord,
  findingId: string,
): Promise<string[]> {
  const undone = await tx.decision.updateManyAndReturn({
    where: { reviewId: current.id, findingId, undoneAt: null },
    data: { undoneAt: new Date(), undoneById: scope.userId },
    select: { id: true },
  });
  return undone.map(({ id }) => id);
}
