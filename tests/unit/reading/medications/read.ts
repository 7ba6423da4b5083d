import type { Medication, MedicationPiece, Resolution } from "@/lib/domain/medication";
import { readMedications } from "@/lib/reading/medications/read-medications";

/** A list as the tests read it: on a fixed day, in the United States unless said otherwise. */
export const read = (
  text: string,
  jurisdiction: "US" | "UK" = "US",
  resolutions: readonly Resolution[] = [],
): MedicationPiece[] => readMedications(text, { asOf: "2026-11-22", jurisdiction, resolutions });

export const medications = (text: string, jurisdiction: "US" | "UK" = "US"): Medication[] =>
  read(text, jurisdiction).flatMap((piece) => piece.medications);

/** The one medication of a line; fails where there is none or more than one. */
export function only(text: string, jurisdiction: "US" | "UK" = "US"): Medication {
  const [first, ...others] = medications(text, jurisdiction);
  if (first === undefined || others.length > 0) throw new Error(`not exactly one medication in: ${text}`);
  return first;
}

export const ingredientsOf = (text: string): string[] =>
  medications(text).flatMap((one) => one.ingredients.map((ingredient) => ingredient.name));
export const usesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    medications(text).flatMap((one) => one.ingredients.map((ingredient) => [ingredient.name, one.use])),
  );
