import { upcastCase, upcastReview } from "@/lib/domain/stored/stored-case";
import { isFields, upcastTo, type StoredFields, type StoredKind, type Upcaster } from "@/lib/domain/stored/upcast";
import { SIGNED_DOCUMENT_VERSION, SIGNED_FORMAT, SignedReview, SignedReviewFile } from "./signed-review";

/**
 * The steps of the signed document, from each version to the next. 1.0.0 was written without a version; 1.1.0 adds to each
 * decision what was seen, which nobody kept before, so that nothing is to be done.
 */
const SIGNED_UPCASTERS: readonly Upcaster[] = [{ from: "1.0.0", to: "1.1.0", upcast: (document) => document }];

const SIGNED: StoredKind = {
  name: "signed review",
  current: SIGNED_DOCUMENT_VERSION,
  unstated: "1.0.0",
  versionField: "documentVersion",
  upcasters: SIGNED_UPCASTERS,
};

/** A signed document as it was stored, of any version, in the shape of today. Throws where it is none. */
export function readSignedReview(document: string): SignedReview {
  return SignedReview.parse(upcastSigned(JSON.parse(document)));
}

/** The file of a signed review, of any version, or null where it is none or of a version that is not known here. */
export function readSignedFile(file: unknown): SignedReviewFile | null {
  if (!isFields(file) || file.format !== SIGNED_FORMAT) return null;
  try {
    const read = SignedReviewFile.safeParse({ ...file, document: upcastSigned(file.document) });
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

function upcastSigned(document: unknown): unknown {
  const upcast = upcastTo(SIGNED, document);
  return isFields(upcast) ? withParts(upcast) : upcast;
}

/** What is signed holds a case and a review, each with a version of its own. */
function withParts(document: StoredFields): StoredFields {
  return {
    ...document,
    patientCase: upcastCase(document.patientCase),
    review: upcastReview(document.review),
  };
}
