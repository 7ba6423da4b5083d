import type { CaseInput, PatientCase } from "@/lib/domain/case";
import type { Review } from "@/lib/domain/review";
import type { IsoDate } from "@/lib/domain/vocabulary";
import type { Knowledge } from "@/lib/knowledge/schema";
import { review } from "@/lib/review/review";
import { readCase } from "./read-case";

/**
 * The one way in for every door (page, command line, REST, batch): reads a case and reviews it.
 * Pure: the same input, knowledge and date give the same bytes.
 * @param options.today the date used where the case gives no `asOf` (ISO date)
 */
export function reviewInput(
  input: CaseInput,
  options: { knowledge: Knowledge; today: IsoDate },
): { patientCase: PatientCase; review: Review } {
  const patientCase = readCase(input, options.knowledge, options.today);
  return { patientCase, review: review(patientCase, options.knowledge) };
}
