import { CaseInput, PatientCase } from "@/lib/domain/case";
import { Review } from "@/lib/domain/review";
import { SCHEMA_VERSION } from "@/lib/domain/vocabulary";
import { upcastTo, type StoredFields, type StoredKind, type Upcaster } from "./upcast";

/**
 * The steps of a read case, from each schema version to the next. A new version adds one here, one below, and raises
 * SCHEMA_VERSION (docs/decisions/005-stored-documents.md says how).
 */
const CASE_UPCASTERS: readonly Upcaster[] = [
  { from: "1.0.0", to: "1.1.0", upcast: same },
  { from: "1.1.0", to: "2.0.0", upcast: same },
];

/**
 * 1.1.0 brought fields that may be left out (`symptoms`, `howSoon`), and so did 2.0.0 (`summary`, `problems`, and what a finding says
 * of its problem): nothing moves, and no problem or headline is added to what was signed without one.
 */
function same(document: StoredFields): StoredFields {
  return document;
}

/** The steps of a review. */
const REVIEW_UPCASTERS: readonly Upcaster[] = [
  { from: "1.0.0", to: "1.1.0", upcast: same },
  { from: "1.1.0", to: "2.0.0", upcast: same },
];

const PATIENT_CASE: StoredKind = {
  name: "case",
  current: SCHEMA_VERSION,
  unstated: "1.0.0",
  versionField: "schemaVersion",
  upcasters: CASE_UPCASTERS,
};

const REVIEW: StoredKind = { ...PATIENT_CASE, name: "review", upcasters: REVIEW_UPCASTERS };

/** A stored case in the shape of today, not yet checked. */
export function upcastCase(document: unknown): unknown {
  return upcastTo(PATIENT_CASE, document);
}

/** A stored review in the shape of today, not yet checked. */
export function upcastReview(document: unknown): unknown {
  return upcastTo(REVIEW, document);
}

/** What is stored of one review: what was entered, how it was read, what was found. */
export function readStoredContent(stored: { input: unknown; patientCase: unknown; result: unknown }) {
  return {
    input: CaseInput.parse(stored.input),
    patientCase: PatientCase.parse(upcastCase(stored.patientCase)),
    review: Review.parse(upcastReview(stored.result)),
  };
}
