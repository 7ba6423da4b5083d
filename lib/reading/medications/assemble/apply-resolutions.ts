import type { Medication, MedicationPiece, Resolution } from "@/lib/domain/medication";
import { drugNames } from "@/lib/terminology/drugs/drug-names";
import { nameKey } from "@/lib/terminology/drugs/name-key";

/** What "this is the drug" makes of a piece: its medication read again with that name. Null where the name is not known. */
export type NamedAgain = (piece: MedicationPiece, name: string) => Medication | null;

/** Applies the clinician's own answers, found again by the piece's text; the later answer about the same thing wins. */
export function applyResolutions(
  pieces: readonly MedicationPiece[],
  resolutions: readonly Resolution[],
  namedAgain: NamedAgain,
): MedicationPiece[] {
  if (resolutions.length === 0) return [...pieces];
  const byText = new Map<string, Resolution[]>();
  for (const resolution of resolutions) {
    const key = plain(resolution.text);
    byText.set(key, [...(byText.get(key) ?? []), resolution]);
  }
  return pieces.map((piece) =>
    (byText.get(plain(piece.text)) ?? []).reduce(
      (current, resolution) => applyOne(current, resolution, namedAgain),
      piece,
    ),
  );
}

function plain(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();
}

function applyOne(piece: MedicationPiece, resolution: Resolution, namedAgain: NamedAgain): MedicationPiece {
  switch (resolution.kind) {
    case "name": {
      const medication = namedAgain(piece, resolution.name);
      return medication === null
        ? piece
        : { ...piece, status: "recognised", medications: [medication], suggestions: [] };
    }
    case "keep-unread":
      return { ...piece, status: "unrecognised", medications: [], suggestions: [] };
    case "not-medication":
      return { ...piece, status: "not-medication", medications: [], suggestions: [] };
    case "doubt":
      return changed(piece, (medication) =>
        resolution.choice === null
          ? leftOpen(medication, resolution.field)
          : answered(medication, resolution.field, resolution.choice),
      );
    case "start":
      return changed(piece, (medication) => ({
        ...medication,
        start: resolution.start,
        doubts: medication.doubts.filter((doubt) => doubt.field !== "start"),
      }));
    case "stop":
      return changed(piece, (medication) => ({
        ...medication,
        stop: resolution.stop,
        doubts: medication.doubts.filter((doubt) => doubt.field !== "stop"),
      }));
    case "use":
      return changed(piece, (medication) => ({
        ...medication,
        use: resolution.use,
        useReason: resolution.use === "current" ? null : "said by the clinician",
        doubts: medication.doubts.filter((doubt) => doubt.field !== "use"),
      }));
    case "change":
      return changed(piece, (medication) => ({
        ...medication,
        changes: [...(medication.changes ?? []), resolution.change],
      }));
    case "dechallenge":
      return changed(piece, (medication) => ({ ...medication, dechallenge: resolution.outcome }));
    case "rechallenge":
      return changed(piece, (medication) => ({ ...medication, rechallenge: resolution.outcome }));
  }
}

function changed(piece: MedicationPiece, change: (medication: Medication) => Medication): MedicationPiece {
  return { ...piece, medications: piece.medications.map(change) };
}

const USES = new Set(["current", "stopped", "held", "allergy", "planned", "uncertain"]);
const PARTIAL_DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** Sets the field to the choice where it is a value that the field can have; the question is then answered. */
function answered(medication: Medication, field: Medication["doubts"][number]["field"], choice: string): Medication {
  const doubts = medication.doubts.filter((doubt) => doubt.field !== field);
  if (field === "use") return USES.has(choice) ? { ...medication, ...takingOf(choice), doubts } : medication;
  if ((field === "start" || field === "stop") && !PARTIAL_DATE.test(choice)) return medication;
  return { ...medication, [field]: choice, doubts };
}

/**
 * The doubt stands, without choices to ask about. A date is only as exact as both readings agree, a use is uncertain; strength,
 * form, route and frequency stay as written.
 */
function leftOpen(medication: Medication, field: Medication["doubts"][number]["field"]): Medication {
  const asked = medication.doubts.find((doubt) => doubt.field === field);
  if (asked === undefined) return medication;
  const doubts = medication.doubts.map((doubt) => (doubt === asked ? { field, choices: [] } : doubt));
  if (field === "use") return { ...medication, use: "uncertain", useReason: "left open by the clinician", doubts };
  if (field === "start" || field === "stop") return { ...medication, [field]: commonDate(asked.choices), doubts };
  return { ...medication, doubts };
}

/** "2026-02-03" and "2026-03-02" agree on 2026; null where not even the year is the same. */
function commonDate(choices: readonly string[]): string | null {
  for (const length of [10, 7, 4]) {
    const [first, ...others] = new Set(choices.map((choice) => choice.slice(0, length)));
    if (first !== undefined && others.length === 0 && PARTIAL_DATE.test(first)) return first;
  }
  return null;
}

function takingOf(choice: string): Partial<Medication> {
  for (const use of ["current", "stopped", "held", "allergy", "planned", "uncertain"] as const) {
    if (use === choice) return { use, useReason: use === "current" ? null : "said by the clinician" };
  }
  return {};
}

/** The entry a clinician's choice names: its exact name first, else the first product of that key. */
export function entryNamed(name: string) {
  const entries = drugNames().lookup(nameKey(name));
  return entries.find((entry) => entry.name === name) ?? entries[0] ?? null;
}
