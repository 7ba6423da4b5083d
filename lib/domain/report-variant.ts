import { z } from "zod";

/** What a report is written for. All are made of the same review. */
export const ReportVariant = z.enum(["full", "evidence", "summary", "gp-letter", "lab-request", "leaflet"]);
export type ReportVariant = z.infer<typeof ReportVariant>;

export interface VariantWords {
  readonly name: string;
  /** What it holds and for whom, in one sentence. */
  readonly about: string;
}

export const VARIANT_WORDS: Readonly<Record<ReportVariant, VariantWords>> = {
  full: { name: "Full report", about: "By problem: what was found, what was decided, everything that was entered." },
  evidence: { name: "Evidence report", about: "Every finding with its whole basis, figure by figure." },
  summary: { name: "One-page summary", about: "The first page alone." },
  "gp-letter": { name: "Letter to the GP", about: "What was found, what was decided, what is asked of the practice." },
  "lab-request": { name: "Lab request", about: "The tests that are asked for, each with its reason." },
  leaflet: {
    name: "Patient leaflet",
    about: "Plain words for the patient, only what fits this patient. You hand it over.",
  },
};

/** The variant that a stored or asked word stands for; the earlier word “short” meant the one-page summary. Null where it stands for none. */
export function variantOf(word: string): ReportVariant | null {
  const parsed = ReportVariant.safeParse(word === "short" ? "summary" : word);
  return parsed.success ? parsed.data : null;
}
