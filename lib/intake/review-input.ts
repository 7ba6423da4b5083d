import type { CaseInput, PatientCase } from "@/lib/domain/case";
import type { Review } from "@/lib/domain/review";
import type { IsoDate } from "@/lib/domain/vocabulary";
import type { Knowledge } from "@/lib/knowledge/schema";
import type { OnFailure } from "@/lib/review/findings/check-runner";
import { judge } from "@/lib/review/judge";
import { panelVerdict, type PanelVerdict } from "@/lib/review/panel-verdict";
import { review } from "@/lib/review/review";
import { readCase } from "./read-case";

export interface ReviewOptions {
  knowledge: Knowledge;
  /** The date used where the case gives no `asOf` (ISO date). */
  today: IsoDate;
  /** How many pieces of each list are read (the page and interfaces); without it all of them. */
  pieces?: number;
  /** Hears of a check that failed, for a log. */
  onFailure?: OnFailure;
}

/**
 * The one way in for every door (page, command line, REST, batch): reads a case and reviews it.
 * Pure: the same input, knowledge and date give the same bytes.
 */
export function reviewInput(
  input: CaseInput,
  { knowledge, today, pieces, onFailure }: ReviewOptions,
): { patientCase: PatientCase; review: Review } {
  const patientCase = readCase(input, knowledge, today, pieces);
  return { patientCase, review: review(patientCase, knowledge, onFailure) };
}

/** The same door without the words: what a panel of a whole practice asks of each patient. */
export function panelInput(input: CaseInput, { knowledge, today, pieces, onFailure }: ReviewOptions): PanelVerdict {
  return panelVerdict(judge(readCase(input, knowledge, today, pieces), knowledge, onFailure));
}
