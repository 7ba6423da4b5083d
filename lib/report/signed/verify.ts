import { readSignedFile } from "./read-signed";
import { SIGNED_FORMAT, type SignedReview } from "./signed-review";

/** Which review a file says it holds. */
export type ClaimedReview = Pick<SignedReview, "reference" | "localReference" | "knowledgeVersion" | "signedAt"> & {
  id: string | null;
  signedBy: string;
  organisation: string | null;
  timeZone: string;
};

/**
 * What became of a file. `unaltered`: its document has the digest that stands in it. `reformatted`: the content is the signed
 * one, but the bytes are not (spacing, line ends). `altered`: the content is not the one of the digest.
 */
export type Verification =
  | {
      readonly result: "unaltered" | "reformatted" | "altered";
      readonly stated: string;
      readonly computed: string;
      readonly review: ClaimedReview | null;
      readonly sentence: string;
    }
  | { readonly result: "not-a-report"; readonly sentence: string };

const WRITTEN = new RegExp(
  `^\\{"format":"${SIGNED_FORMAT}","formatVersion":1,"digest":\\{"algorithm":"SHA-256","value":"([0-9a-f]{64})"\\},"document":(\\{.*\\})\\}$`,
  "s",
);

/** What a digest proves and what it does not; shown with every answer. */
export const DIGEST_LIMITS =
  "A digest shows that the file was not changed by accident or by hand without a new digest. It is not a signature: whoever changes the document can write a new digest beside it. That it is the review the clinic signed is shown only by comparing the digest with the one that the clinic keeps, or that stands on a printed report.";

const SENTENCES = {
  unaltered: "Unaltered: the document has the digest that stands in the file.",
  reformatted:
    "Re-formatted: the content is the one of the digest, but the file was written anew and its bytes differ.",
  altered: "ALTERED: the document is not the one of the digest that stands in the file.",
} as const;

const NOT_A_REPORT =
  "This is not a signed review of CrampCheck. Open the JSON file that the page of a signed review offers.";

/**
 * Says whether a file still holds the review that its digest was made of.
 * @param sha256 gives the SHA-256 of a text's UTF-8 bytes as hexadecimal digits
 */
export async function verifySigned(
  file: string,
  sha256: (text: string) => string | Promise<string>,
): Promise<Verification> {
  const text = file.trim();
  const value = parsed(text);
  const claimed = readSignedFile(value);
  const written = WRITTEN.exec(text);
  if (written !== null) {
    const [, stated = "", document = ""] = written;
    const computed = await sha256(document);
    const result = computed === stated && claimed !== null ? "unaltered" : "altered";
    return {
      result,
      stated,
      computed,
      review: claimed === null ? null : claimOf(claimed.document),
      sentence: SENTENCES[result],
    };
  }
  if (!isOurs(value)) return { result: "not-a-report", sentence: NOT_A_REPORT };
  const computed = await sha256(JSON.stringify(value.document) ?? "");
  const stated = statedDigest(value);
  const result = claimed !== null && computed === stated ? "reformatted" : "altered";
  return {
    result,
    stated,
    computed,
    review: claimed === null ? null : claimOf(claimed.document),
    sentence: SENTENCES[result],
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isOurs(value: unknown): value is { format: unknown; document: unknown; digest?: unknown } {
  return typeof value === "object" && value !== null && "document" in value && ("format" in value || "digest" in value);
}

function statedDigest({ digest }: { digest?: unknown }): string {
  return typeof digest === "object" && digest !== null && "value" in digest && typeof digest.value === "string"
    ? digest.value
    : "none";
}

function claimOf({
  id,
  reference,
  localReference,
  knowledgeVersion,
  signedAt,
  signedBy,
  organisation,
}: SignedReview): ClaimedReview {
  return {
    id: id ?? null,
    reference,
    localReference,
    knowledgeVersion,
    signedAt,
    signedBy: signedBy.displayName,
    organisation: organisation?.name ?? null,
    timeZone: organisation?.timeZone ?? "UTC",
  };
}
