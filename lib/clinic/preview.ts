import type { PatientCase } from "@/lib/domain/case";
import type { Review } from "@/lib/domain/review";
import { PRIORITIES, type Priority } from "@/lib/domain/vocabulary";

/** How many findings there would be, for the line under the reading. */
export type Preview = { counts: Record<Priority, number>; notFlagged: number };

/** Counts by priority, and how many current medications nothing is said about. */
export function previewOf(patientCase: PatientCase, review: Review): Preview {
  const count = (priority: Priority) => review.findings.filter((finding) => finding.priority === priority).length;
  const named = new Set(review.findings.flatMap((finding) => finding.ingredients));
  const current = patientCase.medications
    .filter((piece) => piece.status === "recognised")
    .flatMap((piece) => piece.medications)
    .filter((medication) => medication.use === "current");
  const [actNow, toReview, consider, info] = PRIORITIES.map(count);
  return {
    counts: { "act-now": actNow ?? 0, review: toReview ?? 0, consider: consider ?? 0, info: info ?? 0 },
    notFlagged: current.filter((medication) => !medication.ingredients.some((ingredient) => named.has(ingredient.name)))
      .length,
  };
}
