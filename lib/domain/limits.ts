/** What the page and the interfaces take at once; the command line and `lib/reading` have no size limit (CONTRACT.md). */
export const LIMITS = {
  listLines: 500,
  listBytes: 200_000,
  idLength: 200,
  referenceLength: 40,
  commentLength: 2_000,
  openFindings: 7,
} as const;
