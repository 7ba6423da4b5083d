import { AppError } from "@/lib/domain/errors";
import { recordIn } from "@/lib/store/audit";
import { transaction, type Transaction } from "@/lib/store/database";
import { Prisma } from "@/prisma/generated/client";
import { formatReference } from "./reference";
import {
  ConflictError,
  SignedError,
  type DraftChange,
  type DraftContent,
  type NewDraft,
  type ReviewRecord,
} from "./review-record";
import { contentColumns, existing, findRecord, lockRecord, readRecord } from "./review-row";
import { stillDecided } from "./standing-decisions";
import type { Scope } from "@/lib/store/scope";
import { withoutNul } from "@/lib/store/stored-text";
import { worklistColumns } from "@/lib/store/worklist/worklist-columns";

/** The review with this reference in the caller's organisation, or null. */
export async function getReview(scope: Scope, reference: string): Promise<ReviewRecord | null> {
  return readRecord(scope, reference);
}

/**
 * Stores a new draft under the organisation's next reference. A draft with this `draftId` that was made before (its answer was
 * lost on the way) is not made again: what it holds by now is saved as a change of it.
 */
export async function createDraft(scope: Scope, draft: NewDraft): Promise<ReviewRecord> {
  return transaction(scope, async (tx) => {
    const before = draft.draftId === undefined ? null : await madeBefore(tx, scope, draft.draftId);
    if (before !== null) return saveAgain(tx, scope, before, draft);
    const record = await insertDraft(tx, scope, draft);
    await recordIn(tx, scope, { action: "review.create", subject: record.reference });
    return record;
  });
}

/**
 * Stores a change of what was entered. `baseVersion` is the version it was made from: had somebody saved since, nothing is
 * overwritten and ConflictError carries what stands now. The same change sent twice is stored once and is no conflict.
 */
export async function saveDraft(scope: Scope, reference: string, change: DraftChange): Promise<ReviewRecord> {
  return transaction(scope, async (tx) => saveIn(tx, scope, reference, change));
}

async function saveIn(tx: Transaction, scope: Scope, reference: string, change: DraftChange): Promise<ReviewRecord> {
  const current = await lockRecord(tx, scope, reference);
  refuseUnlessDraft(current);
  const localReference = tidyReference(change.localReference);
  if (current.version !== change.baseVersion) {
    if (sameContent(current, change, localReference)) return current;
    throw new ConflictError(current, (await lastSavedBy(tx, scope, current)) ?? undefined);
  }
  await tx.review.update({
    where: { id: current.id },
    data: {
      ...contentColumns(change),
      ...columnsOf(current, change, localReference),
      localReference,
      version: { increment: 1 },
      updatedAt: new Date(),
    },
  });
  await recordIn(tx, scope, {
    action: "review.save",
    subject: current.reference,
    detail: { version: current.version + 1 },
  });
  return reload(tx, scope, current);
}

/** The caller's own draft with this id. The organisation is locked first: the same draft may be being made at this moment. */
async function madeBefore(tx: Transaction, scope: Scope, id: string): Promise<ReviewRecord | null> {
  await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE "id" = ${scope.organisationId} FOR UPDATE`;
  const row = await tx.review.findUnique({
    where: { id },
    select: { number: true, organisationId: true, authorId: true },
  });
  if (row === null) return null;
  if (row.organisationId !== scope.organisationId || row.authorId !== scope.userId) throw new AppError("conflict");
  return existing(await findRecord(tx, scope, row.number));
}

/** The first version of a draft: what its first save made. */
const FIRST_VERSION = 1;

async function saveAgain(
  tx: Transaction,
  scope: Scope,
  before: ReviewRecord,
  { input, patientCase, review, localReference = null }: NewDraft,
): Promise<ReviewRecord> {
  if (sameContent(before, { input }, tidyReference(localReference))) return before;
  const change = { input, patientCase, review, localReference, baseVersion: FIRST_VERSION };
  return saveIn(tx, scope, before.reference, change);
}

/** Who saved the entry last, from the audit trail; null where nobody has since it was made. */
async function lastSavedBy(tx: Transaction, scope: Scope, { reference }: ReviewRecord): Promise<string | null> {
  const saved = await tx.auditEvent.findFirst({
    where: { chain: scope.organisationId, subject: reference, action: "review.save" },
    orderBy: { seq: "desc" },
    select: { userId: true },
  });
  if (saved === null || saved.userId === null) return null;
  return (
    (
      await tx.user.findFirst({
        where: { id: saved.userId, organisationId: scope.organisationId },
        select: { displayName: true },
      })
    )?.displayName ?? null
  );
}

/** Ticks the suggested tests that are asked for; replaces the earlier choice. */
export async function chooseLabs(scope: Scope, reference: string, labIds: readonly string[]): Promise<ReviewRecord> {
  return transaction(scope, async (tx) => {
    const current = await lockRecord(tx, scope, reference);
    refuseUnlessDraft(current);
    const suggested = new Set(current.review.labs.map((lab) => lab.id));
    const unknown = labIds.filter((id) => !suggested.has(id));
    if (unknown.length > 0)
      throw new AppError("bad-input", "A test was chosen that this review does not suggest. Reload the page.");
    const chosenLabs = [...new Set(labIds)];
    await tx.review.update({ where: { id: current.id }, data: { chosenLabs, updatedAt: new Date() } });
    await recordIn(tx, scope, {
      action: "review.choose-labs",
      subject: current.reference,
      detail: { chosen: chosenLabs.length },
    });
    return reload(tx, scope, current);
  });
}

/** Plans or clears (null) the follow-up of a review, signed or not. */
export async function setFollowUp(scope: Scope, reference: string, due: string | null): Promise<ReviewRecord> {
  return transaction(scope, async (tx) => {
    const current = await lockRecord(tx, scope, reference);
    await tx.review.update({
      where: { id: current.id },
      data: { followUpDue: due === null ? null : new Date(`${due}T00:00:00Z`), updatedAt: new Date() },
    });
    await recordIn(tx, scope, { action: "review.follow-up", subject: current.reference, detail: { due } });
    return reload(tx, scope, current);
  });
}

/**
 * Opens a new version of a signed review as a draft, with everything that was entered and decided. The signed one stays
 * as it is and counts until the new one is signed. Called again, it returns the draft that is already open.
 */
export async function newVersion(scope: Scope, reference: string): Promise<ReviewRecord> {
  return transaction(scope, async (tx) => {
    const signed = await lockRecord(tx, scope, reference);
    if (signed.signedAt === null) throw new AppError("conflict", "This review is still a draft. Edit it instead.");
    const next = await tx.review.findUnique({
      where: { previousVersionId: signed.id },
      select: { number: true, signedAt: true },
    });
    if (next?.signedAt !== null && next !== null)
      throw new AppError(
        "already-signed",
        `There is a newer version, ${formatReference(next.number)}. Make a new version of that one.`,
      );
    if (next !== null) return existing(await findRecord(tx, scope, next.number));
    const draft = await insertDraft(tx, scope, {
      ...signed,
      previousVersionId: signed.id,
      followUpOfId: await followUpOfId(tx, signed),
    });
    await copyDecisions(tx, signed, draft);
    const copied = await reload(tx, scope, draft);
    await tx.review.update({
      where: { id: draft.id },
      data: { chosenLabs: signed.chosenLabs, ...columnsOf(copied, copied, copied.localReference) },
    });
    await recordIn(tx, scope, {
      action: "review.new-version",
      subject: draft.reference,
      detail: { of: signed.reference },
    });
    return reload(tx, scope, draft);
  });
}

/** Deletes a draft and what hangs on it; its reference is not given again. */
export async function deleteDraft(scope: Scope, reference: string): Promise<void> {
  await transaction(scope, async (tx) => {
    const current = await lockRecord(tx, scope, reference);
    if (current.signedAt !== null)
      throw new AppError("already-signed", "A signed review is a record and cannot be deleted. Archive it instead.");
    await tx.review.delete({ where: { id: current.id } });
    await recordIn(tx, scope, { action: "review.delete", subject: current.reference });
  });
}

/** Takes the organisation's examples away; a signed one is a record and is archived. Returns how many went. */
export async function removeExamples(scope: Scope): Promise<number> {
  return transaction(scope, async (tx) => {
    const examples = { organisationId: scope.organisationId, isExample: true };
    const deleted = await tx.review.deleteMany({ where: { ...examples, signedAt: null } });
    const archived = await tx.review.updateMany({
      where: { ...examples, signedAt: { not: null }, status: { not: "archived" } },
      data: { status: "archived", updatedAt: new Date() },
    });
    await recordIn(tx, scope, {
      action: "examples.remove",
      detail: { deleted: deleted.count, archived: archived.count },
    });
    return deleted.count + archived.count;
  });
}

/** Refuses a change of anything that is not a draft, saying what it is. */
export function refuseUnlessDraft(record: ReviewRecord): void {
  if (record.signedAt !== null) throw new SignedError(record);
  if (record.status !== "draft")
    throw new AppError("conflict", "This draft is archived. Take it out of the archive to go on with it.");
}

/** The worklist's copies for a record with new content. */
export function columnsOf(record: ReviewRecord, content: DraftContent, localReference: string | null) {
  return worklistColumns({
    number: numberOf(record),
    localReference,
    patientCase: content.patientCase,
    review: content.review,
    decided: stillDecided(record.decisions, content),
  });
}

export async function reload(tx: Transaction, scope: Scope, record: ReviewRecord): Promise<ReviewRecord> {
  return existing(await findRecord(tx, scope, numberOf(record)));
}

function numberOf(record: ReviewRecord): number {
  return Number(record.reference.slice("CC-".length));
}

/** Stores a new draft inside a transaction. */
export async function insertDraft(
  tx: Transaction,
  scope: Scope,
  draft: NewDraft & { previousVersionId?: string; followUpOfId?: string | null },
): Promise<ReviewRecord> {
  const { reviewCounter: number } = await tx.organisation.update({
    where: { id: scope.organisationId },
    data: { reviewCounter: { increment: 1 } },
    select: { reviewCounter: true },
  });
  const localReference = tidyReference(draft.localReference ?? null);
  const { patientCase, review } = draft;
  await tx.review.create({
    data: {
      ...(draft.draftId === undefined ? {} : { id: draft.draftId }),
      organisationId: scope.organisationId,
      number,
      authorId: scope.userId,
      isExample: draft.isExample ?? false,
      previousVersionId: draft.previousVersionId ?? null,
      followUpOfId: draft.followUpOfId ?? null,
      localReference,
      ...contentColumns(draft),
      ...worklistColumns({ number, localReference, patientCase, review, decided: new Set() }),
    },
    select: { id: true },
  });
  return existing(await findRecord(tx, scope, number));
}

/** A new version of a follow-up follows up the same review. */
async function followUpOfId(tx: Transaction, record: ReviewRecord): Promise<string | null> {
  return (await tx.review.findUniqueOrThrow({ where: { id: record.id }, select: { followUpOfId: true } })).followUpOfId;
}

async function copyDecisions(tx: Transaction, from: ReviewRecord, to: ReviewRecord): Promise<void> {
  const standing = await tx.decision.findMany({ where: { reviewId: from.id, undoneAt: null }, omit: { id: true } });
  const kept = standing.map(({ facts, ...decision }) => ({ ...decision, facts: facts ?? Prisma.DbNull }));
  await tx.decision.createMany({ data: kept.map((decision) => ({ ...decision, reviewId: to.id })) });
}

function sameContent(
  current: ReviewRecord,
  change: Pick<DraftChange, "input">,
  localReference: string | null,
): boolean {
  return current.localReference === localReference && JSON.stringify(current.input) === JSON.stringify(change.input);
}

function tidyReference(localReference: string | null): string | null {
  const tidy = withoutNul(localReference ?? "").trim();
  return tidy === "" ? null : tidy;
}
