import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { AppError } from "@/lib/domain/errors";
import { query, type Transaction } from "@/lib/store/database";
import { sha256, sha256OfBytes } from "@/lib/store/digest";
import type { Scope } from "@/lib/store/scope";
import { formatReference, parseReference } from "./reference";

export const KEPT_FORMATS = ["pdf", "html", "text", "csv", "json", "page"] as const;
export type KeptFormat = (typeof KEPT_FORMATS)[number];

/** A report as it was made once, at the signature. */
export interface MadeReport {
  readonly variant: string;
  readonly format: KeptFormat;
  readonly paper: string | null;
  readonly bytes: Uint8Array;
}

/** A report as it is kept, with the SHA-256 of its bytes. */
export interface KeptReport extends MadeReport {
  readonly sha256: string;
}

const packed = promisify(gzip);
const unpacked = promisify(gunzip);
/** What gzip has to save to be worth it: a PDF is compressed already. */
const WORTH_IT = 0.95;

export type ReportRow = Awaited<ReturnType<typeof reportRows>>[number];

/** Reports as rows; made before the transaction, so that compressing holds no lock. */
export async function reportRows(reports: readonly MadeReport[]) {
  return Promise.all(
    reports.map(async ({ variant, format, paper, bytes }) => {
      const small = await packed(bytes, { level: 9 });
      const compressed = small.length < bytes.length * WORTH_IT;
      const kept = Uint8Array.from(compressed ? small : bytes);
      return { variant, format, paper, compressed, bytes: kept, size: bytes.length, sha256: sha256OfBytes(bytes) };
    }),
  );
}

/** Stores the reports of a review in the transaction that signs it. */
export async function insertReports(tx: Transaction, reviewId: string, rows: readonly ReportRow[]): Promise<void> {
  if (rows.length > 0) await tx.signedReport.createMany({ data: rows.map((row) => ({ ...row, reviewId })) });
}

/** One digest over those of all reports, in a fixed order: it stands in the audit trail beside the signature. */
export function digestOfReports(rows: readonly ReportRow[]): string {
  return sha256(
    rows
      .map(({ variant, format, sha256: digest }) => `${variant} ${format} ${digest}`)
      .sort()
      .join("\n"),
  );
}

/**
 * The bytes of a report as they were made at the signature; null where none was kept (a draft, or signed before). Throws where
 * the bytes are not those of their digest: what was bent is not sent.
 */
export async function keptReport(
  scope: Scope,
  reference: string,
  { variant, format }: Pick<MadeReport, "variant" | "format">,
): Promise<KeptReport | null> {
  const number = parseReference(reference);
  if (number === null) return null;
  const row = await query(scope, (db) =>
    db.signedReport.findFirst({
      where: { variant, format, review: { organisationId: scope.organisationId, number } },
      omit: { reviewId: true },
    }),
  );
  if (row === null) return null;
  const bytes = row.compressed ? await unpacked(row.bytes) : row.bytes;
  if (sha256OfBytes(bytes) !== row.sha256)
    throw new AppError("internal", "A kept report does not have the digest that was stored with it.");
  return { variant, format, paper: row.paper, bytes: new Uint8Array(bytes), sha256: row.sha256 };
}

/** Which report of the caller's organisation has this digest; null where none has. */
export async function reportWithDigest(
  scope: Scope,
  digest: string,
): Promise<{ reference: string; variant: string; format: string } | null> {
  const row = await query(scope, (db) =>
    db.signedReport.findFirst({
      where: { sha256: digest, format: { not: "page" }, review: { organisationId: scope.organisationId } },
      select: { variant: true, format: true, review: { select: { number: true } } },
    }),
  );
  return row === null
    ? null
    : { reference: formatReference(row.review.number), variant: row.variant, format: row.format };
}
