import type { PatientCase } from "@/lib/domain/case";
import { AppError } from "@/lib/domain/errors";
import type { Review } from "@/lib/domain/review";
import { mostPieces } from "@/lib/intake/most-pieces";
import type { ReviewOptions } from "@/lib/intake/review-input";
import { conditionIdOf } from "@/lib/knowledge/condition-of-code";
import { review } from "@/lib/review/review";
import { readFhir, type FhirReading } from "./read-fhir";
import { caseOf } from "./to-case";

export type FhirReviewed = { reading: FhirReading; patientCase: PatientCase; review: Review };

/**
 * Reads a FHIR file and reviews its case: the same judging as for every other door.
 * @throws AppError `bad-input` where the file holds more than one patient, or no FHIR
 */
export function reviewFhir(
  text: string,
  { knowledge, today, pieces, onFailure }: ReviewOptions,
  { most, id }: { most?: number; id?: string | null } = {},
): FhirReviewed {
  const reading = readFhir(text, {
    asOf: today,
    conditionIdOf: (code) => conditionIdOf(knowledge, code),
    ...(most === undefined ? {} : { most }),
  });
  if (reading.patients > 1)
    throw new AppError(
      "bad-input",
      `This file holds ${reading.patients} patients. Nothing was changed. Import one patient at a time.`,
    );
  const whole = caseOf(reading, today, id);
  const patientCase = pieces === undefined ? whole : mostPieces(whole, pieces);
  return { reading, patientCase, review: review(patientCase, knowledge, onFailure) };
}
