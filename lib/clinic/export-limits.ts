export const EXPORT_KINDS = ["csv", "pdfs"] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

/** How many reviews go into one export: a PDF takes some 50 ms to make, and the archive is held in memory. */
export const EXPORT_LIMITS: Readonly<Record<ExportKind, number>> = { csv: 200, pdfs: 50 };
