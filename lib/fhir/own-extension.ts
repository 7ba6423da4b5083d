import type { Medication } from "@/lib/domain/medication";
import type { MedicationUse } from "@/lib/domain/vocabulary";

/** The extension under which our own export keeps what FHIR has no element for: the piece as it was read, as JSON. */
export const PIECE_EXTENSION = "urn:crampcheck:piece";

/** How a drug is named in our own export. */
export function drugText({ name, strength }: Pick<Medication, "name" | "strength">): string {
  return strength === null ? name : `${name} ${strength}`;
}

/** The status of a statement in our own export. */
export const STATUS_OF_USE: Readonly<Record<MedicationUse, string>> = {
  current: "active",
  stopped: "stopped",
  held: "on-hold",
  planned: "intended",
  uncertain: "unknown",
  allergy: "unknown",
};
