import { describeDecidedEarlier, decidedFindings, isStanding } from "@/lib/domain/decision";
import { AppError } from "@/lib/domain/errors";
import { recordIn } from "@/lib/store/audit";
import { query, transaction, type Transaction } from "@/lib/store/database";
import { sha256 } from "@/lib/store/digest";
import { digestOfReports, insertReports, reportRows } from "./kept-reports";
import { parseReference } from "./reference";
import { SIGNED_DOCUMENT_VERSION } from "@/lib/report/signed/signed-review";
import { variantOf } from "@/lib/domain/report-variant";
import { ConflictError, type Person, type ReviewRecord, type Signing } from "./review-record";
import { existing, lockRecord, readRecord } from "./review-row";
import { refuseUnlessDraft, reload } from "./reviews";
import type { Scope } from "@/lib/store/scope";
import { toAcknowledge, toDecide } from "./to-acknowledge";

/** What still stands between a draft and its signature; empty when it can be signed. */
export function signingBlockers(record: ReviewRecord, acknowledged: readonly string[]): string[] {
  const seen = new Set(acknowledged);
  const decided = decidedFindings(record.decisions);
  const earlier = new Map(
    record.decisions.filter((one) => !isStanding(one)).map(({ findingId, changed }) => [findingId, changed ?? []]),
  );
  return [
    ...(record.localReference === null ? ["A local reference for the patient is needed to sign."] : []),
    ...toDecide(record.review, decided).map(({ id, title }) => {
      const changed = earlier.get(id);
      return `“${title}” ${changed === undefined ? "has no decision" : `was ${describeDecidedEarlier(changed)}: look again`}.`;
    }),
    ...toAcknowledge(record.review)
      .filter((box) => !seen.has(box.key))
      .map((box) =>
        box.kind === "unread"
          ? `“${box.text.trim()}” was not read and is not ticked as seen.`
          : `“${box.text}” is not ticked as seen.`,
      ),
  ];
}

/**
 * Signs a draft: from here on nothing of it changes (the database refuses it), and the version before it is superseded. Its
 * reports are made first, from the very document that is then signed, and are stored with it or not at all.
 * Throws `not-ready-to-sign` with what is missing, ConflictError when it is not what the signer saw or changed meanwhile.
 */
export async function signReview(scope: Scope, reference: string, signing: Signing): Promise<ReviewRecord> {
  const signedAt = new Date();
  const prepared = await query(scope, async (db) =>
    fieldsToSign(db, existing(await readRecord(scope, reference)), { scope, signing, signedAt }),
  );
  const reports = await reportRows((await signing.makeReports?.(prepared.toSign)) ?? []);
  return transaction(scope, async (tx) => {
    const current = await lockRecord(tx, scope, reference);
    const { columns, toSign } = await fieldsToSign(tx, current, { scope, signing, signedAt });
    // A decision or a chosen test of meanwhile: the reports would not be those of what is signed.
    if (toSign.digest !== prepared.toSign.digest) throw new ConflictError(current);
    await tx.review.update({ where: { id: current.id }, data: { ...columns, status: "signed", updatedAt: signedAt } });
    await insertReports(tx, current.id, reports);
    await supersede(tx, current);
    await recordIn(tx, scope, {
      action: "review.sign",
      subject: current.reference,
      detail: {
        version: current.version,
        digest: toSign.digest,
        reports: reports.length,
        reportsDigest: digestOfReports(reports),
      },
    });
    return reload(tx, scope, current);
  });
}

type Wanted = { scope: Scope; signing: Signing; signedAt: Date };

/** What signing writes. Refuses what is no draft, another version than the signer saw, and what is not ready. */
async function fieldsToSign(db: Transaction, current: ReviewRecord, { scope, signing, signedAt }: Wanted) {
  refuseUnlessDraft(current);
  if (current.version !== signing.baseVersion) throw new ConflictError(current);
  const blockers = signingBlockers(current, signing.acknowledged);
  if (blockers.length > 0) throw new AppError("not-ready-to-sign", blockers.join(" "));
  const signer = await db.user.findFirstOrThrow({
    where: { id: scope.userId, organisationId: scope.organisationId },
    select: { id: true, displayName: true },
  });
  const organisation = await db.organisation.findFirstOrThrow({
    where: { id: scope.organisationId },
    select: { name: true, country: true, timeZone: true },
  });
  const columns = { ...signedFields(current, signing, { signer, organisation }, signedAt), signedById: signer.id };
  const { acknowledged, reportKind, signedDocument: document, signedDigest: digest } = columns;
  const record: ReviewRecord = {
    ...current,
    status: "signed",
    acknowledged,
    reportKind,
    signedAt: signedAt.toISOString(),
    signedBy: signer,
  };
  return { columns, toSign: { document, digest, record } };
}

/** The document as it was signed, byte for byte, with its SHA-256; null while a review is not signed. */
export async function signedDocument(
  scope: Scope,
  reference: string,
): Promise<{ document: string; digest: string } | null> {
  const number = parseReference(reference);
  if (number === null) return null;
  const row = await query(scope, (db) =>
    db.review.findFirst({
      where: { organisationId: scope.organisationId, number },
      select: { signedDocument: true, signedDigest: true },
    }),
  );
  return row?.signedDocument == null || row.signedDigest === null
    ? null
    : { document: row.signedDocument, digest: row.signedDigest };
}

function signedFields(
  record: ReviewRecord,
  signing: Signing,
  { signer, organisation }: { signer: Person; organisation: { name: string; country: string; timeZone: string } },
  signedAt: Date,
) {
  const needed = new Set(toAcknowledge(record.review).map((box) => box.key));
  const acknowledged = [...new Set(signing.acknowledged)].filter((key) => needed.has(key));
  const reportKind = signing.reportKind ?? variantOf(record.reportKind) ?? "full";
  const {
    id,
    reference,
    localReference,
    isExample,
    version,
    input,
    patientCase,
    review,
    decisions,
    chosenLabs,
    knowledgeVersion,
    author,
    createdAt,
    previousReference,
    followUpOf,
  } = record;
  const document = JSON.stringify({
    documentVersion: SIGNED_DOCUMENT_VERSION,
    id,
    reference,
    previousReference,
    followUpOf,
    localReference,
    isExample,
    version,
    knowledgeVersion,
    createdAt,
    author,
    signedAt: signedAt.toISOString(),
    signedBy: signer,
    organisation,
    reportKind,
    acknowledged,
    chosenLabs,
    decisions,
    input,
    patientCase,
    review,
    leaflet: signing.leaflet ?? null,
  });
  return { acknowledged, reportKind, signedAt, signedDocument: document, signedDigest: sha256(document) };
}

async function supersede(tx: Parameters<typeof lockRecord>[0], record: ReviewRecord): Promise<void> {
  await tx.review.updateMany({
    where: { nextVersion: { id: record.id }, status: "signed" },
    data: { status: "superseded", updatedAt: new Date() },
  });
}
