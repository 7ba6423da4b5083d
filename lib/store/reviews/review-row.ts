import type { CaseInput, PatientCase } from "@/lib/domain/case";
import { DecisionAction, DismissReason, type Decision } from "@/lib/domain/decision";
import { AppError } from "@/lib/domain/errors";
import type { Review } from "@/lib/domain/review";
import { readStoredContent } from "@/lib/domain/stored/stored-case";
import { Priority } from "@/lib/domain/vocabulary";
import type { Prisma } from "@/prisma/generated/client";
import { query, type Transaction } from "@/lib/store/database";
import { formatReference, parseReference } from "./reference";
import type { DraftContent, ReviewRecord } from "./review-record";
import { changedSince } from "./standing-decisions";
import type { Scope } from "@/lib/store/scope";

const PERSON = { select: { id: true, displayName: true } } as const;

const WITH_PEOPLE = {
  author: PERSON,
  signedBy: PERSON,
  previousVersion: { select: { number: true } },
  nextVersion: { select: { number: true, signedAt: true } },
  followUpOf: { select: { number: true } },
  followUps: {
    where: { status: { not: "superseded" } },
    orderBy: { number: "desc" },
    take: 1,
    select: { number: true },
  },
  decisions: { where: { undoneAt: null }, orderBy: [{ at: "asc" }, { id: "asc" }], include: { by: PERSON } },
} satisfies Prisma.ReviewInclude;

type ReviewRow = Prisma.ReviewGetPayload<{ include: typeof WITH_PEOPLE }>;

/** The row of a review of this organisation, or null: another organisation's is as absent as one that never was. */
export async function findRecord(db: Transaction, scope: Scope, number: number): Promise<ReviewRecord | null> {
  const row = await db.review.findFirst({
    where: { organisationId: scope.organisationId, number },
    include: WITH_PEOPLE,
  });
  return row === null ? null : toRecord(row);
}

/** Finds the review and keeps everyone else from changing it until the transaction ends. */
export async function lockRecord(tx: Transaction, scope: Scope, reference: string): Promise<ReviewRecord> {
  const number = parseReference(reference);
  if (number === null) throw new AppError("not-found");
  await tx.$queryRaw`SELECT 1 FROM "Review" WHERE "organisationId" = ${scope.organisationId} AND "number" = ${number} FOR UPDATE`;
  return existing(await findRecord(tx, scope, number));
}

export async function readRecord(scope: Scope, reference: string): Promise<ReviewRecord | null> {
  const number = parseReference(reference);
  return number === null ? null : query(scope, (db) => findRecord(db, scope, number));
}

export function existing(record: ReviewRecord | null): ReviewRecord {
  if (record === null) throw new AppError("not-found");
  return record;
}

/** What is entered and found, as columns. */
export function contentColumns(content: DraftContent) {
  return {
    input: asJson(content.input),
    patientCase: asJson(content.patientCase),
    result: asJson(content.review),
    knowledgeVersion: content.review.knowledgeVersion,
  };
}

/** A value of ours as plain JSON: undefined fields dropped, as they will be read back. */
export function asJson(value: CaseInput | PatientCase | Review): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(value)) as Prisma.InputJsonObject;
}

function toRecord(row: ReviewRow): ReviewRecord {
  const { input, patientCase, review } = readStoredContent(row);
  return {
    id: row.id,
    reference: formatReference(row.number),
    localReference: row.localReference,
    status: row.status,
    isExample: row.isExample,
    version: row.version,
    input,
    patientCase,
    review,
    decisions: row.decisions.map((decision) =>
      toDecision(decision, { patientCase, review, isSigned: row.signedAt !== null }),
    ),
    chosenLabs: row.chosenLabs,
    reportKind: row.reportKind,
    knowledgeVersion: row.knowledgeVersion,
    author: row.author,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    signedAt: row.signedAt?.toISOString() ?? null,
    signedBy: row.signedBy,
    acknowledged: row.acknowledged,
    previousReference: row.previousVersion === null ? null : formatReference(row.previousVersion.number),
    supersededBy: row.nextVersion?.signedAt == null ? null : formatReference(row.nextVersion.number),
    followUpOf: row.followUpOf === null ? null : formatReference(row.followUpOf.number),
    followedUpBy: row.followUps[0] === undefined ? null : formatReference(row.followUps[0].number),
    followUpDue: row.followUpDue?.toISOString().slice(0, 10) ?? null,
  };
}

function toDecision(row: ReviewRow["decisions"][number], content: Parameters<typeof changedSince>[2]): Decision {
  const finding = content.review.findings.find(({ id }) => id === row.findingId);
  return {
    findingId: row.findingId,
    action: DecisionAction.parse(row.action),
    reason: row.reason === null ? null : DismissReason.parse(row.reason),
    comment: row.comment,
    decidedBy: row.by.displayName,
    decidedAt: row.at.toISOString(),
    priority: row.priority === null ? null : Priority.parse(row.priority),
    factsDigest: row.factsDigest,
    changed: changedSince(row, finding, content),
  };
}
