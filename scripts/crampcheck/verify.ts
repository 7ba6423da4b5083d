import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { buffer } from "node:stream/consumers";
import { AppError } from "@/lib/domain/errors";
import { displayInstant } from "@/lib/domain/display-date";
import { DIGEST_LIMITS, verifySigned } from "@/lib/report/signed/verify";

/**
 * Says whether the file of a signed review is unaltered, and which review it claims to be.
 * @param file path; null for standard input
 * @returns the answer, and whether the file is exactly as it was written
 */
export async function answerVerify(file: string | null): Promise<{ text: string; unaltered: boolean }> {
  const text = asText(file === null ? await buffer(process.stdin) : read(file));
  if (text === null) return { text: "ALTERED or no report: this is not text in UTF-8.\n", unaltered: false };
  const verification = await verifySigned(text, (document) =>
    createHash("sha256").update(document, "utf8").digest("hex"),
  );
  const lines = [verification.sentence];
  if (verification.result !== "not-a-report") {
    const { review, stated, computed } = verification;
    if (review !== null) {
      lines.push(
        `${verification.result === "altered" ? "It claims to be" : "Review"} ${[review.reference, review.localReference, review.organisation, review.id].filter((part) => part !== null).join(" · ")}`,
        `Signed by ${review.signedBy}, ${displayInstant(review.signedAt, review.timeZone)}`,
        `Knowledge version ${review.knowledgeVersion}`,
      );
    }
    lines.push(`Digest in the file:     ${stated}`, `Digest of the document: ${computed}`, DIGEST_LIMITS);
  }
  return { text: `${lines.join("\n")}\n`, unaltered: verification.result === "unaltered" };
}

function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new AppError("bad-option", `The file ${file} cannot be read.`);
  }
}

/** A changed byte that is no UTF-8 must not be read over. */
function asText(bytes: Buffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
