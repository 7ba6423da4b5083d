import { displayDate } from "@/lib/domain/display-date";
import type { PatientCase } from "@/lib/domain/case";
import type { LabResult } from "@/lib/domain/lab";
import type { Medication, MedicationPiece } from "@/lib/domain/medication";
import type { Review } from "@/lib/domain/review";
import { withTallMan } from "@/lib/report/text/tall-man-text";

/** One medication of the list, or one piece of it that names none. */
export interface MedicationRow {
  /** As written. */
  line: string;
  status: MedicationPiece["status"];
  name: string | null;
  ingredients: string[];
  dose: string | null;
  use: string | null;
  start: string | null;
  stop: string | null;
  /** Titles of the findings that name one of its ingredients, loudest first. */
  findings: string[];
}

/** Strength, form, route and frequency as far as the text gives them: `40 mg · tablet · oral · daily`. */
export function formatDose(medication: Medication): string | null {
  const parts = [
    medication.strength,
    medication.form,
    medication.route,
    medication.frequency,
    medication.asNeeded ? "as needed" : null,
  ];
  const given = parts.filter((part): part is string => part !== null && part !== "");
  return given.length === 0 ? null : given.join(" · ");
}

/** A result in one line: `Potassium 3.1 mmol/L (20 Nov 2026)`. */
export function resultText(result: LabResult): string {
  const value = `${result.comparator ?? ""}${result.value}`;
  const unit = result.unit === null ? "" : ` ${result.unit}`;
  return `${result.name} ${value}${unit} (${result.date === null ? "no date" : displayDate(result.date)})`;
}

function medicationRow(piece: MedicationPiece, medication: Medication, review: Review): MedicationRow {
  const names = medication.ingredients.map((ingredient) => ingredient.name);
  const use =
    medication.use === "current"
      ? "current"
      : `${medication.use}${medication.useReason === null || medication.useReason.toLowerCase() === medication.use ? "" : ` (${medication.useReason})`}`;
  return {
    line: piece.text.trim(),
    status: piece.status,
    name: withTallMan(medication.name),
    ingredients: names.map(withTallMan),
    dose: formatDose(medication),
    use,
    start: medication.start,
    stop: medication.stop,
    findings: review.findings
      .filter((finding) => finding.ingredients.some((ingredient) => names.includes(ingredient)))
      .map((finding) => withTallMan(finding.title)),
  };
}

/** Every piece of the list, in order, so that each line of the input can be found again in the report. */
export function medicationRows(patientCase: PatientCase, review: Review): MedicationRow[] {
  return patientCase.medications.flatMap((piece) =>
    piece.status === "recognised"
      ? piece.medications.map((medication) => medicationRow(piece, medication, review))
      : [
          {
            line: piece.text.trim(),
            status: piece.status,
            name: null,
            ingredients: [],
            dose: null,
            use: null,
            start: null,
            stop: null,
            findings: [],
          },
        ],
  );
}
