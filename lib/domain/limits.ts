/** What the page and the interfaces take at once; the command line and `lib/reading` have no size limit (CONTRACT.md). */
export const LIMITS = {
  /** Lines and bytes of one list (medications, results), and entries and bytes of one that comes as entries (conditions). */
  listLines: 500,
  listBytes: 200_000,
  /** Pieces that one list is read as: a line may name many. */
  pieces: 1_000,
  /** Answers to questions about the list. */
  answers: 2_000,
  /** Symptoms, and fields that are not known here. */
  fields: 200,
  /** Characters of one field that is no list. */
  fieldLength: 20_000,
  /** Resources of one FHIR file. */
  fhirResources: 5_000,
  /** Bytes of a whole request; only more than this is refused. */
  bodyBytes: 4_000_000,
  idLength: 200,
  referenceLength: 40,
  commentLength: 2_000,
  openFindings: 7,
} as const;
