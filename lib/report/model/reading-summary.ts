import type { PatientCase } from "@/lib/domain/case";
import type { MedicationPiece } from "@/lib/domain/medication";

/** How the medication list was read: counts of pieces, and the unread ones as typed. */
export interface ReadingSummary {
  pieces: number;
  understood: number;
  notCurrent: number;
  notMedication: number;
  unread: string[];
  /** All of it in one sentence, as every page and report prints it. */
  sentence: string;
}

/** Whether a piece was recognised but none of its medications is taken at present. */
export function isNotCurrent(piece: MedicationPiece): boolean {
  return (
    piece.status === "recognised" &&
    piece.medications.length > 0 &&
    piece.medications.every((medication) => medication.use !== "current" && medication.use !== "uncertain")
  );
}

/** Whether the clinician still has to say which drug a piece is; such a piece is not judged. */
export function isUnread(piece: MedicationPiece): boolean {
  return piece.status === "confirm" || piece.status === "unrecognised";
}

/** Counts the pieces of the medication list by what became of them. */
export function readingSummary(patientCase: PatientCase): ReadingSummary {
  const { medications } = patientCase;
  const notCurrent = medications.filter(isNotCurrent).length;
  const understood = medications.filter((piece) => piece.status === "recognised").length - notCurrent;
  const notMedication = medications.filter((piece) => piece.status === "not-medication").length;
  const unread = medications.filter(isUnread).map((piece) => piece.text.trim());
  const parts = [
    `${understood} understood`,
    ...(notCurrent > 0 ? [`${notCurrent} not current`] : []),
    ...(notMedication > 0 ? [`${notMedication} not a medication`] : []),
    unread.length > 0 ? `${unread.length} NOT READ (${unread.map((text) => `“${text}”`).join(", ")})` : "0 not read",
  ];
  return {
    pieces: medications.length,
    understood,
    notCurrent,
    notMedication,
    unread,
    sentence:
      medications.length === 0
        ? "No medication was entered."
        : `Reads ${medications.length} ${medications.length === 1 ? "entry" : "entries"}: ${parts.join(", ")}.`,
  };
}
